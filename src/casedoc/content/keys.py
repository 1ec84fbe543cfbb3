"""Keys of front matter as people write them become the fields that casedoc knows.

*Source*: PRODUCT.md, from the keys of 72 public case studies.
"""

from __future__ import annotations

from typing import Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.content.likeness import nearest
from casedoc.source.values import Mapping, Pair, Scalar

FIELDS: Final = (
    "title", "short-title", "subtitle", "summary", "slug", "lang", "category", "industry", "role",
    "date", "period", "technologies", "tags", "client", "featured", "draft", "weight", "team",
    "volume", "metrics", "links", "image", "figures", "facts", "cv", "translated-from",
)  # fmt: skip
"""The fields of front matter; never aliases of one another."""

ALIASES: Final = {
    "summary": ("description", "excerpt", "lead", "abstract"),
    "technologies": ("stack", "tech", "techStack", "techstack", "technologie"),
    "client": ("company", "customer", "kunde"),
    "date": ("pubDate", "publishDate", "publishedAt"),
    "period": ("daterange", "timeline", "zeitraum"),
    "category": ("categories", "type", "kategorie"),
    "industry": ("branche", "sektor"),
    "role": ("rolle",),
    "image": ("heroImage", "coverImage", "thumbnail", "featuredImage", "images"),
}  # fmt: skip
"""Other names of fields; the first that is there counts."""

_FIELD_OF: Final = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
_MEANT: Final = {
    "lang": ("language", "locale", "sprache"),
    "date": ("datum", "published"),
    "period": ("duration", "dauer", "projektzeitraum"),
    "summary": ("beschreibung", "kurzbeschreibung", "zusammenfassung", "teaser"),
    "subtitle": ("untertitel", "tagline"),
    "role": ("position",),
    "industry": ("sector",),
    "team": ("teamsize", "teamgröße"),
    "volume": ("budget", "umfang", "volumen"),
    "tags": ("keywords", "schlagworte", "topics"),
    "technologies": ("tools", "technologien", "techniken"),
    "metrics": ("kpis", "stats", "kennzahlen"),
    "links": ("url", "urls", "website", "github"),
    "image": ("cover", "hero", "banner", "bild"),
    "weight": ("order", "priority", "reihenfolge"),
    "slug": ("translationkey", "permalink"),
}
"""Names that are not read, but tell which field was meant."""
_MEANINGS: Final = {
    **{name: field for field, names in _MEANT.items() for name in names},
    **{alias.lower(): field for alias, field in _FIELD_OF.items()},
    **{field: field for field in FIELDS},
}
_FOR_OTHERS: Final = "remove it, or ignore this if others use it"


def known_fields(given: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Return the fields under their own names.

    Args:
        given: Front matter as written.

    Returns:
        The known fields, and `FIELD_UNKNOWN` or `FIELD_TWICE` for what is left over.
    """
    found: list[Diagnostic] = []
    taken = {pair.key: pair for pair in given.pairs if pair.key in FIELDS and _is_given(pair)}
    for field, aliases in ALIASES.items():
        for alias in aliases:
            pair = given.find(alias)
            if pair is None or not _is_given(pair):
                continue
            if field in taken:
                found.append(_second(field, pair, taken[field]))
            else:
                taken[field] = Pair(field, pair.key_span, pair.value)
    used = _period_of_two(given, taken, found)
    known = {*FIELDS, *_FIELD_OF, *used}
    found.extend(_unknown(pair) for pair in given.pairs if pair.key not in known)
    return Mapping(tuple(taken.values()), given.span), tuple(found)


def _is_given(pair: Pair) -> bool:
    return not (isinstance(pair.value, Scalar) and pair.value.is_null)


def _period_of_two(
    given: Mapping, taken: dict[str, Pair], found: list[Diagnostic]
) -> tuple[str, ...]:
    """Make a period of `start` and `end`, where they stand alone; return the keys it used."""
    start, end = given.find("start"), given.find("end")
    if start is None or not _is_given(start):
        return tuple(pair.key for pair in (start, end) if pair is not None and not _is_given(pair))
    pairs = tuple(pair for pair in (start, end) if pair is not None)
    if "period" in taken:
        found.extend(_second("period", pair, taken["period"]) for pair in pairs)
    else:
        taken["period"] = Pair("period", start.key_span, Mapping(pairs, start.value.span))
    return ("start", "end")


def _second(field: str, pair: Pair, first: Pair) -> Diagnostic:
    message = f"`{pair.key}` is another name for `{field}`, which is given already; it is not used"
    related = (Related(f"`{field}` is given here", first.key_span),)
    return Diagnostic(Code.FIELD_TWICE, message, pair.key_span, "remove one of them", related)


def _unknown(pair: Pair) -> Diagnostic:
    if nearest(pair.key, ("confidential",)):
        message = f"`{pair.key}` has no effect here, and the client's name would be printed"
        hint = "write `client: {name: …, alias: …, confidential: true}`"
        return Diagnostic(
            Code.FIELD_UNKNOWN, message, pair.key_span, hint, severity_override=Severity.ERROR
        )
    near = nearest(pair.key, _MEANINGS)
    hint = f"did you mean `{_MEANINGS[near]}`?" if near else _FOR_OTHERS
    message = f"unknown key `{pair.key}` is not printed"
    return Diagnostic(Code.FIELD_UNKNOWN, message, pair.key_span, hint)
