"""Profiles: what one kind of recipient gets, `[profiles.NAME]` of the settings."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from casedoc.content.field_types import Localised, Switch, Text, Whole, Words
from casedoc.content.model import Fields
from casedoc.content.setting_types import Colour, FileName, Tag
from casedoc.content.shapes import SAID, Shape
from casedoc.locale.date_reading import read_date

PROFILE_NAME = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A pattern of names of profiles."""


def _count(number: int) -> int:
    if number < 1:
        raise PydanticCustomError("count", "must be at least 1")
    return number


def _day(text: str) -> str:
    read = read_date(text)
    if read.date is None or not read.exact:
        raise PydanticCustomError("day", "must be a date such as `2023-08-15`, `2023-08` or `2023`")
    return text


def _names(given: object) -> object:
    """Let profiles pass whose names may stand in file names and classes."""
    for name in given if isinstance(given, dict) else ():
        if not re.fullmatch(PROFILE_NAME, name):
            said = "may only have names of lower-case letters, digits and single hyphens"
            raise PydanticCustomError("profile_name", said)
    return given


_DAY: Shape = {
    "type": "string",
    "pattern": r"^\s*\d{4}(?:-\d{2}(?:-\d{2})?)?\s*$",
    SAID: "Write a date such as `2023-08-15`, `2023-08` or `2023`.",
}
Day = Annotated[Text, AfterValidator(_day), WithJsonSchema(_DAY)]
"""A date, a month or a year."""
Count = Annotated[Whole, AfterValidator(_count), WithJsonSchema({"type": "integer", "minimum": 1})]
"""A whole number from one."""
KindName = Literal["one-pager", "booklet", "cv", "projects"]
"""What can be made."""


class ProfileSettings(Fields):
    """One profile; what it does not say is as for everyone."""

    slugs: Words = Field(
        default_factory=list,
        description="Only these case studies, in this order.",
        examples=[["water-network", "crate-pool"]],
    )
    featured: Switch = Field(
        default=False, description="Only featured case studies.", examples=[True]
    )
    tags: Words = Field(
        default_factory=list, description="Only with one of these tags.", examples=[["cloud"]]
    )
    technologies: Words = Field(
        default_factory=list,
        description="Only with one of these technologies.",
        examples=[["Kubernetes"]],
    )
    categories: Words = Field(
        default_factory=list,
        description="Only of one of these categories.",
        examples=[["Infrastructure"]],
    )
    since: Day | None = Field(
        None, description="Only those that ended then or later.", examples=["2022-01"]
    )
    until: Day | None = Field(None, description="Only those that ended by then.", examples=["2024"])
    order: Literal["weight", "date", "category"] | None = Field(
        None, description="What they are in the order of.", examples=["date"]
    )
    at_most: Count | None = Field(
        None, description="How many at most, the first ones in order.", examples=[3]
    )
    kinds: list[KindName] = Field(
        default_factory=list, description="What is made.", examples=[["booklet", "cv"]]
    )
    languages: list[Tag] = Field(
        default_factory=list, description="In which languages.", examples=[["en"]]
    )
    clients: Literal["agreed", "anonymous"] = Field(
        "agreed",
        description="Whether clients are named as far as they agree, or none at all: then each"
        " needs an alias.",
        examples=["anonymous"],
    )
    matrix: Switch | None = Field(
        None, description="Whether it has a skill matrix.", examples=[True]
    )
    recipient: Localised | None = Field(
        None,
        description="Whom it is for: on the cover of the booklet and in all metadata.",
        examples=["Agentur Nordstern"],
    )
    letter: Localised | None = Field(
        None,
        description="A Markdown file that becomes a page behind the cover of the booklet, once or"
        " for each language; its name begins with `_`, so that it is no case study.",
        examples=[{"de": "content/_letters/agency.de.md"}],
    )
    file_name: FileName | None = Field(
        None,
        description="Names of its documents, without their ending.",
        examples=["{name}-{profile}.{lang}"],
    )
    theme: Text | None = Field(None, description="The theme.", examples=["kontor"])
    accent: Colour | None = Field(None, description="The accent.", examples=["#7a1f3d"])


Profiles = Annotated[dict[str, ProfileSettings], BeforeValidator(_names)]
"""Profiles by their names."""
