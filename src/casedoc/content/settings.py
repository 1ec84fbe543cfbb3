"""Settings of a workspace: `casedoc.toml`, or `[tool.casedoc]` of `pyproject.toml`."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from casedoc.base.codes import Code
from casedoc.base.outcome import Outcome
from casedoc.content.fields import Fields, Text
from casedoc.content.validation import validate
from casedoc.locale.spec import KNOWN_TAGS
from casedoc.source.values import Mapping

PLACEHOLDERS = ("name", "lang", "author", "profile")
"""What may stand in braces in `file-name`."""


def _known(tag: str) -> str:
    if tag not in KNOWN_TAGS:
        known = ", ".join(KNOWN_TAGS)
        raise PydanticCustomError("language", "must be one of {known}", {"known": known})
    return tag


def _colour(text: str) -> str:
    if re.fullmatch(r"#[0-9a-fA-F]{6}", text) is None:
        raise PydanticCustomError("colour", "must be a colour such as `#0b5563`")
    return text.lower()


def _pattern(text: str) -> str:
    names = re.findall(r"\{([^{}]*)\}", text)
    bad = [name for name in names if name not in PLACEHOLDERS]
    if bad or "{" in re.sub(r"\{[^{}]*\}", "", text):
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise PydanticCustomError("pattern", "may only use {known}", {"known": known})
    if "/" in text or "\\" in text:
        raise PydanticCustomError("pattern", "must not contain a folder")
    if "name" not in names:
        raise PydanticCustomError("pattern", "must contain {part}", {"part": "`{name}`"})
    return text


def _output(text: str) -> str:
    first = text.removeprefix("./").split("/", 1)[0]
    if first in {"", ".", "content", "templates", "fonts"}:
        raise PydanticCustomError("output", "must be a folder of its own")
    return text


def _level(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d", value) else value


Tag = Annotated[Text, AfterValidator(_known)]
"""A language casedoc knows."""


class OnePagerSettings(Fields):
    """`[one-pager]`."""

    overflow: Literal["flow", "error"] = "flow"


class BookletSettings(Fields):
    """`[booklet]`."""

    layout: Literal["spread"] = "spread"
    cover: Literal["light", "solid"] = "light"
    level: Annotated[int, BeforeValidator(_level), Field(ge=-3, le=0)] = 0


class Settings(Fields):
    """All settings; each has a default."""

    languages: Annotated[list[Tag], Field(min_length=1)] | None = None
    paper: Literal["A4", "letter"] = "A4"
    output: Annotated[Text, AfterValidator(_output)] = "output"
    file_name: Annotated[Text, AfterValidator(_pattern)] = "{name}.{lang}"
    theme: Literal["beleg"] = "beleg"
    accent: Annotated[Text, AfterValidator(_colour)] = "#0b5563"
    one_pager: OnePagerSettings = Field(default_factory=OnePagerSettings)
    booklet: BookletSettings = Field(default_factory=BookletSettings)


def validate_settings(given: Mapping) -> Outcome[Settings]:
    """Check the settings; `SETTING_INVALID` and `SETTING_UNKNOWN` tell where they can't be used."""
    codes = {"*": Code.SETTING_INVALID, "extra_forbidden": Code.SETTING_UNKNOWN}
    usual = ("missing", "empty", "string_type", "list_type", "dict_type", "model_type")
    codes.update(dict.fromkeys(usual, Code.SETTING_INVALID))
    return validate(Settings, given, None, codes)
