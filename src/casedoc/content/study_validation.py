"""A file that could be read becomes a case study, or says all that keeps it from being one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.content.case_study import (
    CaseStudy,
    Client,
    CvOverride,
    Period,
    Role,
    Section,
)
from casedoc.content.client_fields import ClientFields
from casedoc.content.declared_links import declared_links
from casedoc.content.declared_metrics import DeclaredValues
from casedoc.content.extraction import take_out
from casedoc.content.facts import Facts, facts_of_slug
from casedoc.content.field_types import Reading
from casedoc.content.fields import CvFields, FrontMatter
from casedoc.content.figures import declared_images
from casedoc.content.identity import Identity, identify
from casedoc.content.keys import known_fields
from casedoc.content.metrics_found import ambiguous_metrics
from casedoc.content.references import ReferenceCheck
from casedoc.content.sections import find_sections
from casedoc.content.text_warnings import text_warnings
from casedoc.content.typed_values import ValueReader
from casedoc.content.validation import noted, validate
from casedoc.locale.spec import NO_REGIONS, LocaleSpec, Regions, locale_spec
from casedoc.source.values import Mapping, place_of

if TYPE_CHECKING:
    from collections.abc import Sequence as AnySequence

    from casedoc.base.world import World
    from casedoc.source.element import Element
    from casedoc.source.source import Source


def validate_study(
    source: Source,
    world: World,
    languages: AnySequence[str],
    facts: Facts | None = None,
    regions: Regions = NO_REGIONS,
    allowed: frozenset[str] = frozenset(),
) -> Outcome[CaseStudy]:
    """Check a file against all rules of a case study.

    Args:
        source: The file.
        world: The door to the disk, for images.
        languages: The workspace's languages; the first is that of files that declare none.
        facts: What the files of its slug define; the file's own where none are given.
        regions: Which locale a plain language means in the workspace.
        allowed: What its client has agreed to: `name`, `logo`.

    Returns:
        The study; none where there is any error. All problems are told, not only the first.
    """
    given, diagnostics = known_fields(source.fields)
    found = list(diagnostics)
    identity = identify(source.path, given, languages, regions)
    found.extend(identity.diagnostics)
    reading = Reading(identity.value.locale if identity.value else _any_locale(languages, regions))
    facts = facts or facts_of_slug([source])[source.path]
    found.extend(facts.diagnostics)
    values = ValueReader(source, reading.locale, facts)
    fields = values.fields(given)
    checked = validate(FrontMatter, fields, reading)
    found.extend(checked.diagnostics)
    found.extend(noted(reading.notes, fields))
    matter = checked.value
    confidential = _is_confidential(matter, fields) and "logo" not in allowed
    references = ReferenceCheck(world, source.path, confidential=confidential)
    blocks = tuple(references.element(block) for block in source.blocks)
    images = declared_images(matter, fields, references) if matter else ()
    found.extend(references.found)
    if identity.value is not None:
        found.extend(text_warnings(source, identity.value.locale))
    blocks = tuple(part for block in blocks for part in values.element(block))
    found.extend(values.found)
    if matter is None or identity.value is None:
        return Outcome(None, tuple(found))
    builder = _Builder(source, fields, matter, identity.value, values, found)
    study = builder.build(blocks, images, allowed)
    return Outcome(None if has_errors(found) else study, tuple(found))


def _any_locale(languages: AnySequence[str], regions: Regions) -> LocaleSpec:
    """Return a locale to go on with where a file's own is unknown."""
    first = locale_spec(languages[0], regions)
    if first is None:
        raise AssertionError(languages)
    return first


def _is_confidential(matter: FrontMatter | None, fields: Mapping) -> bool:
    """Tell whether the client is confidential, in doubt yes."""
    if matter is None:
        client = fields.find("client")
        return client is not None and isinstance(client.value, Mapping)
    return isinstance(matter.client, ClientFields) and matter.client.confidential


class _Builder:
    """Puts a study together from its checked parts."""

    def __init__(
        self,
        source: Source,
        fields: Mapping,
        matter: FrontMatter,
        identity: Identity,
        values: ValueReader,
        found: list[Diagnostic],
    ) -> None:
        self._source = source
        self._fields = fields
        self._matter = matter
        self._slug = identity.slug
        self._locale = identity.locale
        self._values = values
        self._found = found

    def build(
        self, blocks: tuple[Element, ...], images: tuple[Element, ...], allowed: frozenset[str]
    ) -> CaseStudy:
        """Return the study; declared images follow its text without a heading."""
        matter = self._matter
        sections, footnotes = find_sections(blocks, matter.title, self._locale)
        if images:
            sections = (*sections, Section(Role.OTHER, 0, (), images, (), images[0].span))
        declared_values = DeclaredValues(self._fields, self._locale, self._values, self._found)
        declared = declared_values.metrics(matter)
        team, volume = declared_values.amount("team"), declared_values.amount("volume")
        taken = take_out(sections, self._locale, metrics=matter.metrics is None)
        self._found.extend(ambiguous_metrics(taken.metrics, self._locale))
        return CaseStudy(
            path=self._source.path,
            digest=self._source.digest,
            slug=self._slug,
            locale=self._locale,
            title=matter.title,
            short_title=matter.short_title or "",
            subtitle=matter.subtitle or "",
            summary=matter.summary or "",
            date=matter.date.date if matter.date else None,
            date_written=self._unread_date(),
            period=matter.period if isinstance(matter.period, Period) else None,
            client=self._client(allowed),
            role=matter.role or "",
            industry=matter.industry or "",
            category=matter.category or "",
            team=team.text,
            volume=volume.text,
            technologies=tuple(self._technologies()),
            tags=tuple(matter.tags or ()),
            featured=matter.featured,
            draft=matter.draft,
            weight=matter.weight,
            metrics=declared or taken.metrics,
            metrics_declared=bool(declared),
            sections=taken.sections,
            links=(*taken.links, *declared_links(matter, self._fields, self._found)),
            links_heading=taken.links_heading,
            results_heading=taken.results_heading,
            footnotes=footnotes,
            cv=_cv(matter.cv),
            translated_from=matter.translated_from or "",
            body=sections,
            fields=self._fields,
            span=self._place("title"),
            team_value=team.value,
            volume_value=volume.value,
            values=tuple(sorted(self._values.used, key=lambda one: one.span)),
        )

    def _place(self, *location: str | int) -> Span:
        return place_of(self._fields, location)

    def _unread_date(self) -> str:
        """Return the words of a period or date that could not be read; they print as they are."""
        matter = self._matter
        if isinstance(matter.period, str):
            return matter.period
        return matter.date.written if matter.date and not matter.date.date else ""

    def _technologies(self) -> list[str]:
        """Return the technologies; tags stand in only where the key is absent."""
        matter = self._matter
        return (matter.tags or []) if matter.technologies is None else matter.technologies

    def _client(self, allowed: frozenset[str]) -> Client | None:
        given = self._matter.client
        span = self._place("client")
        if given is None:
            return None
        if isinstance(given, str):
            return Client(given, None, confidential=False, also=(), span=span)
        alias = self._in_language(given.alias)
        is_hidden = given.confidential and "name" not in allowed
        if is_hidden and not alias:
            message = "a client that is not to be named needs an alias"
            if given.alias:
                message += f" in `{self._locale.language}`"
            hint = "add `alias: …` to `client`"
            self._found.append(Diagnostic(Code.CLIENT_NO_ALIAS, message, span, hint))
        also = tuple(given.also)
        name = given.name or alias or ""
        return Client(name, alias, confidential=is_hidden, also=also, span=span)

    def _in_language(self, text: str | dict[str, str] | None) -> str | None:
        if isinstance(text, dict):
            return text.get(self._locale.tag) or text.get(self._locale.language)
        return text


def _cv(given: CvFields | None) -> CvOverride | None:
    if given is None:
        return None
    return CvOverride(
        given.title, _tuple(given.results), _tuple(given.bullets), _tuple(given.technologies)
    )


def _tuple(values: list[str] | None) -> tuple[str, ...] | None:
    return None if values is None else tuple(values)
