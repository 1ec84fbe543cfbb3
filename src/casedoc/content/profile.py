"""The author, in the terms of JSON Resume, with texts per language where they need to be.

*Source*: JSON Resume schema 1.0.0 for the names; `freelance` is casedoc's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.content.field_types import (
    End,
    Localised,
    PlainAddress,
    Reading,
    Text,
    When,
    Words,
)
from casedoc.content.json_resume import without_unprinted
from casedoc.content.model import Fields
from casedoc.content.references import check_address
from casedoc.content.validation import noted, validate
from casedoc.locale.date_reading import read_date
from casedoc.locale.spec import KNOWN_TAGS, locale_spec
from casedoc.source.values import Mapping, Scalar, pairs_in, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as AnySequence

    from casedoc.locale.dates import PartialDate


class JsonFields(Fields):
    """JSON Resume writes its names in camel case."""

    model_config = Fields.model_config | {"alias_generator": None}


class Place(JsonFields):
    """Where someone lives; only the city is printed."""

    address: Text | None = Field(None, description="Street and number.", examples=["Am Ufer 3"])
    postalCode: Text | None = Field(  # noqa: N815 - JSON Resume's name
        None, description="Postal code.", examples=["10115"]
    )
    city: Localised | None = Field(None, description="The city.", examples=["Berlin"])
    region: Localised | None = Field(None, description="Region or state.", examples=["Berlin"])
    countryCode: Text | None = Field(  # noqa: N815 - as above
        None, description="Country, as ISO 3166-1 has it.", examples=["DE"]
    )


class Basics(JsonFields):
    """Name and contact."""

    name: Text = Field(description="Your name; required.", examples=["Alex Example"])
    label: Localised | None = Field(
        None, description="What you do, in a few words.", examples=["Software architect"]
    )
    email: Text | None = Field(None, description="E-mail address.", examples=["alex@example.com"])
    phone: Text | None = Field(
        None, description="Telephone number, in quotes.", examples=["+49 30 23125 418"]
    )
    url: PlainAddress | None = Field(
        None, description="Your website.", examples=["https://alex.example"]
    )
    summary: Localised | None = Field(
        None,
        description="You in two or three sentences.",
        examples=["I rebuild systems while they keep running."],
    )
    location: Place = Field(
        default_factory=Place, description="Where you live.", examples=[{"city": "Berlin"}]
    )


class Work(JsonFields):
    """A position."""

    name: Localised = Field(description="The employer.", examples=["Example GmbH"])
    position: Localised | None = Field(
        None, description="Your position.", examples=["Technical lead"]
    )
    location: Localised | None = Field(None, description="Where.", examples=["Berlin"])
    startDate: When = Field(  # noqa: N815
        None, description="When it began.", examples=["2014-02"]
    )
    endDate: End = Field(  # noqa: N815
        None, description="When it ended; none: it lasts.", examples=["2019-03", "present"]
    )
    summary: Localised | None = Field(
        None, description="What it was about.", examples=["Architecture and delivery"]
    )
    highlights: list[Localised] = Field(
        default_factory=list,
        description="What you achieved.",
        examples=[["Built up the team from 4 to 11 people"]],
    )


class Education(JsonFields):
    """A course of studies."""

    institution: Localised = Field(
        description="School or university.", examples=["Universität Leipzig"]
    )
    area: Localised | None = Field(None, description="Subject.", examples=["Computer science"])
    studyType: Localised | None = Field(  # noqa: N815
        None, description="Degree.", examples=["M. Sc."]
    )
    startDate: When = Field(None, description="When it began.", examples=["2008"])  # noqa: N815
    endDate: End = Field(  # noqa: N815
        None, description="When it ended; none: it lasts.", examples=["2010"]
    )


class Certificate(JsonFields):
    """A certificate."""

    name: Localised = Field(
        description="The certificate.", examples=["Certified Kubernetes Administrator (CKA)"]
    )
    issuer: Localised | None = Field(
        None, description="Who issued it.", examples=["The Linux Foundation"]
    )
    date: When = Field(None, description="When.", examples=["2025-03"])


class Skill(JsonFields):
    """A group of skills."""

    name: Localised = Field(description="What they have in common.", examples=["Platform"])
    keywords: Words = Field(
        default_factory=list,
        description="The skills: a list, or a text with commas.",
        examples=[["Kubernetes", "Helm"]],
    )


class Language(JsonFields):
    """A language and how well it is spoken."""

    language: Localised = Field(description="The language.", examples=["German"])
    fluency: Localised | None = Field(
        None, description="How well you speak it.", examples=["native", "business fluent"]
    )


class Freelance(JsonFields):
    """Key facts for those who hire."""

    available: Localised | None = Field(
        None, description="From when on you are available.", examples=["2027-04", "from Q2 2027"]
    )
    location: Localised | None = Field(
        None, description="Where you work.", examples=["Berlin and remote"]
    )
    workload: Localised | None = Field(
        None, description="How much.", examples=["up to four days a week"]
    )
    rate: Localised | None = Field(None, description="At what rate.", examples=["on request"])


class Profile(JsonFields):
    """The author, in the terms of JSON Resume; a text may be given once for each language."""

    basics: Basics = Field(
        description="Your name and how to reach you; required.", examples=[{"name": "Alex Example"}]
    )
    work: list[Work] = Field(
        default_factory=list,
        description="Positions, the latest first.",
        examples=[[{"name": "Example GmbH", "position": "Technical lead"}]],
    )
    education: list[Education] = Field(
        default_factory=list,
        description="Courses of studies.",
        examples=[[{"institution": "Universität Leipzig", "studyType": "M. Sc."}]],
    )
    certificates: list[Certificate] = Field(
        default_factory=list,
        description="Certificates, in your order.",
        examples=[[{"name": "iSAQB CPSA Advanced Level", "date": "2020-11"}]],
    )
    skills: list[Skill] = Field(
        default_factory=list,
        description="Groups of skills.",
        examples=[[{"name": "Platform", "keywords": ["Kubernetes", "Helm"]}]],
    )
    languages: list[Language] = Field(
        default_factory=list,
        description="Languages you speak.",
        examples=[[{"language": "German", "fluency": "native"}]],
    )
    freelance: Freelance | None = Field(
        None,
        description="What those who hire want to know first; casedoc's own.",
        examples=[{"available": "2027-04", "workload": "up to four days a week"}],
    )


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
    printed, unprinted = without_unprinted(given)
    checked = validate(Profile, printed, reading)
    found = [*unprinted, *checked.diagnostics]
    found.extend(noted(reading.notes, given))
    found.extend(_missing_languages(given, languages))
    profile = checked.value
    if profile is not None and profile.basics.url:
        check_address(profile.basics.url, place_of(given, ("basics", "url")), found)
    if today is not None:
        found.extend(_availability(given, today))
    return Outcome(None if has_errors(found) else profile, tuple(found))


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
