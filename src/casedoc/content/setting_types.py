"""The kinds of values that settings have, and how each is read."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, WithJsonSchema
from pydantic_core import InitErrorDetails, PydanticCustomError

from casedoc.base.codes import Code, Severity
from casedoc.content.field_types import Text
from casedoc.content.shapes import SAID, Shape, either
from casedoc.locale.spec import KNOWN_TAGS

PLACEHOLDERS = ("name", "lang", "author", "profile")
"""What may stand in braces in `file-name`."""
OUTSIDE = ("content", "templates", "fonts")
"""Folders that hold no output."""
LANGUAGES = tuple(tag for tag in KNOWN_TAGS if "-" not in tag)
"""The languages, without their regions."""
WARNINGS = tuple(code.number for code in Code if code.severity is Severity.WARNING)
"""Codes of warnings."""


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
    if bad or set("{}") & set(re.sub(r"\{[^{}]*\}", "", text)):
        known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
        raise PydanticCustomError("pattern", "may only use {known}", {"known": known})
    if "/" in text or "\\" in text:
        raise PydanticCustomError("pattern", "must not contain a folder")
    if "name" not in names:
        raise PydanticCustomError("pattern", "must contain {part}", {"part": "`{name}`"})
    return text


def _output(text: str) -> str:
    first = text.removeprefix("./").split("/", 1)[0]
    if first in {"", ".", *OUTSIDE}:
        raise PydanticCustomError("output", "must be a folder of its own")
    return text


def _level(value: object) -> object:
    return int(value) if isinstance(value, str) and re.fullmatch(r"-?\d", value) else value


def _warning(number: str) -> str:
    """Let the code of a warning pass."""
    severity = next((code.severity for code in Code if code.number == number), None)
    if severity is Severity.WARNING:
        return number
    if severity is Severity.ERROR:
        hint = "an error keeps its document from being made, whether it is told or not"
        raise PydanticCustomError("code", "is the code of an error", {"hint": hint})
    near = get_close_matches(number.upper(), WARNINGS, 1, 0)
    raise PydanticCustomError("code", "is no code", {"hint": f"did you mean `{near[0]}`?"})


def _regions(given: object) -> object:
    """Let a mapping of languages to locales pass where each is a locale of its language.

    *Why* an error of errors: each has its place, and pydantic's own keys know nothing of values.
    """
    if not isinstance(given, dict):
        return given
    wrong: list[InitErrorDetails] = []
    for language, tag in given.items():
        known = _tags_of(language)
        if tag not in known:
            said = f"must be a locale of `{language}`" if known else "is for no known language"
            hint = f"known are {', '.join(f'`{one}`' for one in known or LANGUAGES)}"
            fault = PydanticCustomError("locale", "{said}", {"said": said, "hint": hint})
            wrong.append({"type": fault, "loc": (language,), "input": tag})
    if wrong:
        raise ValidationError.from_exception_data("locales", wrong)
    return given


def _tags_of(language: str) -> list[str]:
    """Return the tags of a plain language and its regions; none where it is not known."""
    return [tag for tag in KNOWN_TAGS if language in LANGUAGES and tag.split("-")[0] == language]


_COLOUR: Shape = {
    "type": "string",
    "pattern": r"^\s*#[0-9a-fA-F]{6}\s*$",
    SAID: "Write a colour such as `#0b5563`.",
}
_LEVEL = either(
    {"type": "integer", "minimum": -3, "maximum": 0},
    {"type": "string", "pattern": "^(?:-[0-3]|0)$"},
)
_OUTPUT: Shape = {
    "type": "string",
    "pattern": rf"^\s*(?:\./)?(?!(?:\.|{'|'.join(OUTSIDE)})?\s*(?:/|$))\S",
    SAID: "Name a folder of its own below the workspace.",
}
_FILE_NAME: Shape = {
    "type": "string",
    "pattern": rf"^(?=.*\{{name\}})(?:[^{{}}/\\]|\{{(?:{'|'.join(PLACEHOLDERS)})\}})*$",
    SAID: "Write a pattern such as `{name}.{lang}`, without folders.",
}
_LOCALES: Shape = {
    "type": "object",
    "properties": {
        language: {
            "enum": _tags_of(language),
            "description": f"What `{language}` means.",
            "examples": _tags_of(language)[1:2],
        }
        for language in LANGUAGES
    },
    "additionalProperties": False,
}

Tag = Annotated[Text, AfterValidator(_known), WithJsonSchema({"enum": list(KNOWN_TAGS)})]
"""A language casedoc knows."""
WarningCode = Annotated[Text, AfterValidator(_warning), WithJsonSchema({"enum": list(WARNINGS)})]
"""The code of a warning."""
Locales = Annotated[dict[str, str], BeforeValidator(_regions), WithJsonSchema(_LOCALES)]
"""A locale for each language."""
Output = Annotated[Text, AfterValidator(_output), WithJsonSchema(_OUTPUT)]
"""A folder below the workspace."""
FileName = Annotated[Text, AfterValidator(_pattern), WithJsonSchema(_FILE_NAME)]
"""A pattern of file names."""
Colour = Annotated[Text, AfterValidator(_colour), WithJsonSchema(_COLOUR)]
"""A colour."""
Level = Annotated[int, Field(ge=-3, le=0), BeforeValidator(_level), WithJsonSchema(_LEVEL)]
"""A step of the type size."""
