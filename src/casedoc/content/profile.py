"""The author, in the terms of JSON Resume, with texts per language where they need to be.

*Source*: JSON Resume schema 1.0.0 for the names; `freelance` is casedoc's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field, InstanceOf, ValidationInfo

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.content.fields import (
    Fields,
    Localised,
    Reading,
    Text,
    Words,
    WrittenDate,
    read_date_field,
)
from casedoc.content.references import check_address
from casedoc.content.validation import noted, validate
from casedoc.locale.date_reading import is_present, read_date
from casedoc.locale.spec import KNOWN_TAGS, locale_spec
from casedoc.source.values import Mapping, Scalar, pairs_in, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as AnySequence

    from casedoc.locale.dates import PartialDate

When = Annotated[InstanceOf[WrittenDate] | None, BeforeValidator(read_date_field)]
"""A date of the profile."""


def _end(value: object, info: ValidationInfo) -> object:
    """Read a date; `present` is no end."""
    lasting = value is None or (isinstance(value, str) and is_present(value))
    return None if lasting else read_date_field(value, info)


End = Annotated[InstanceOf[WrittenDate] | None, BeforeValidator(_end)]
"""The end of a period of the profile; `present` and nothing at all mean that it lasts."""


class JsonFields(Fields):
    """JSON Resume writes its names in camel case."""

    model_config = Fields.model_config | {"alias_generator": None}


class Place(JsonFields):
    """Where someone lives."""

    address: Text | None = None
    postalCode: Text | None = None  # noqa: N815 - JSON Resume's name
    city: Localised | None = None
    region: Localised | None = None
    countryCode: Text | None = None  # noqa: N815


class Basics(JsonFields):
    """Name and contact."""

    name: Text
    label: Localised | None = None
    email: Text | None = None
    phone: Text | None = None
    url: Text | None = None
    summary: Localised | None = None
    location: Place = Field(default_factory=Place)


class Work(JsonFields):
    """A position."""

    name: Localised
    position: Localised | None = None
    location: Localised | None = None
    startDate: When = None  # noqa: N815
    endDate: End = None  # noqa: N815
    summary: Localised | None = None
    highlights: list[Localised] = Field(default_factory=list)


class Education(JsonFields):
    """A course of studies."""

    institution: Localised
    area: Localised | None = None
    studyType: Localised | None = None  # noqa: N815
    startDate: When = None  # noqa: N815
    endDate: End = None  # noqa: N815


class Certificate(JsonFields):
    """A certificate."""

    name: Localised
    issuer: Localised | None = None
    date: When = None


class Skill(JsonFields):
    """A group of skills."""

    name: Localised
    keywords: Words = Field(default_factory=list)


class Language(JsonFields):
    """A language and how well it is spoken."""

    language: Localised
    fluency: Localised | None = None


class Freelance(JsonFields):
    """Key facts for those who hire."""

    available: Localised | None = None
    location: Localised | None = None
    workload: Localised | None = None
    rate: Localised | None = None


class Profile(JsonFields):
    """The author."""

    basics: Basics
    work: list[Work] = Field(default_factory=list)
    education: list[Education] = Field(default_factory=list)
    certificates: list[Certificate] = Field(default_factory=list)
    skills: list[Skill] = Field(default_factory=list)
    languages: list[Language] = Field(default_factory=list)
    freelance: Freelance | None = None


def validate_profile(
    given: Mapping, languages: AnySequence[str], today: PartialDate | None
) -> Outcome[Profile]:
    """Check the profile.

    Args:
        given: The file's data.
        languages: The workspace's languages; each text that is given per language needs them all.
        today: What today means: an availability before it is a warning.
    """
    spec = locale_spec(languages[0])
    if spec is None:
        raise AssertionError(languages)
    reading = Reading(spec)
    checked = validate(Profile, _without_schema(given), reading)
    found = list(checked.diagnostics)
    found.extend(noted(reading.notes, given))
    found.extend(_missing_languages(given, languages))
    profile = checked.value
    if profile is not None and profile.basics.url:
        check_address(profile.basics.url, place_of(given, ("basics", "url")), found)
    if today is not None:
        found.extend(_availability(given, today))
    return Outcome(None if has_errors(found) else profile, tuple(found))


def _without_schema(given: Mapping) -> Mapping:
    """Drop what JSON Resume says about the file itself."""
    pairs = tuple(pair for pair in given.pairs if pair.key not in {"$schema", "meta"})
    return Mapping(pairs, given.span)


def _missing_languages(given: Mapping, languages: AnySequence[str]) -> Iterator[Diagnostic]:
    for pair in pairs_in(given):
        if not isinstance(pair.value, Mapping) or not pair.value.pairs:
            continue
        tags = {inner.key for inner in pair.value.pairs}
        missing = [tag for tag in languages if tag not in tags]
        if tags <= set(KNOWN_TAGS) and missing:
            message = f"`{pair.key}` has no text in `{missing[0]}`; another language is printed"
            hint = f"add `{missing[0]}: …`"
            yield Diagnostic(Code.TRANSLATION_MISSING, message, pair.key_span, hint)


def _availability(given: Mapping, today: PartialDate) -> Iterator[Diagnostic]:
    """Complain of a date of availability that has passed; words such as "at once" never do."""
    freelance = given.find("freelance")
    inside = pairs_in(freelance.value) if freelance else ()
    for pair in (pair for pair in inside if pair.key == "available"):
        for value in (pair.value, *(inner.value for inner in pairs_in(pair.value))):
            read = read_date(value.text) if isinstance(value, Scalar) else None
            if (
                read is not None
                and read.date is not None
                and read.date.iso < today.iso[: len(read.date.iso)]
            ):
                message = f"available from {read.date.iso}, which has passed"
                yield Diagnostic(Code.AVAILABILITY_PAST, message, value.span, "update it")


def text_in(text: str | dict[str, str] | None, tag: str) -> str:
    """Return a text in a language; in the first there is where that is missing.

    Args:
        text: A text, or one per language.
        tag: The wanted language's tag.
    """
    if not isinstance(text, dict):
        return text or ""
    wanted = text.get(tag) or text.get(tag.split("-", 1)[0])
    return wanted or next(iter(text.values()), "")
