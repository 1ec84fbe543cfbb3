"""What a value may look like, in the terms of JSON Schema, for those who write it in an editor.

*Why* by hand: the validators beside which these shapes stand read texts that pydantic knows
nothing of. An editor's reader of YAML makes numbers and booleans of some texts; casedoc takes them
as they are written, so that most shapes admit them.

*Source*: JSON Schema, draft 2020-12.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.locale.spec import KNOWN_TAGS, known_locales

if TYPE_CHECKING:
    from collections.abc import Iterable

Shape = dict[str, Any]
"""A JSON Schema."""

YES = frozenset({"true", "on", "1"}.union(*(one.conventions.yes for one in known_locales())))
"""Words for yes, in lower case."""
NO = frozenset({"false", "off", "0"}.union(*(one.conventions.no for one in known_locales())))
"""Words for no, in lower case."""
NAME: Final = "x-shape"
"""Stands for a reference to one of `NAMED`. *Why* not `$ref`: pydantic allows only its own."""

SAID: Final = "patternErrorMessage"
"""What editors say of a text that does not match. *Source*: VS Code's extension of JSON Schema."""


def any_case(words: Iterable[str]) -> str:
    """Return a pattern of words in any case. *Why*: patterns of JSON Schema have no flags."""
    spelt = ("".join(_letter(one) for one in word) for word in sorted(words))
    return f"(?:{'|'.join(spelt)})"


def _letter(letter: str) -> str:
    if letter.lower() != letter.upper():
        return f"[{letter.lower()}{letter.upper()}]"
    return f"\\{letter}" if letter in r".*+?^$|()[]{}\/" else letter


def word_of(words: Iterable[str]) -> Shape:
    """Return the shape of one of several words, in any case."""
    return {"type": "string", "pattern": rf"^\s*{any_case(words)}\s*$"}


def scalar_unlike(pattern: str) -> Shape:
    """Return the shape of a single value of any type that does not match, where it is a text."""
    compound: Shape = {"type": ["array", "object", "null"]}
    return {"not": {"anyOf": [compound, {"type": "string", "pattern": pattern}]}}


def either(*shapes: Shape) -> Shape:
    """Return the shape of what has one of several shapes."""
    parts = (shape["anyOf"] if list(shape) == ["anyOf"] else [shape] for shape in shapes)
    return {"anyOf": [part for some in parts for part in some]}


TEXT: Final[Shape] = {NAME: "Text"}
"""A text, or what is taken for one; not empty."""
WORDS: Final[Shape] = {NAME: "Words"}
"""A list, or a text with commas."""
LOCALISED: Final[Shape] = {NAME: "Localised"}
"""A text, or one for each language."""
SWITCH: Final[Shape] = {NAME: "Switch"}
"""Yes or no, in several words."""
DATE: Final[Shape] = {NAME: "Date"}
"""A date; what can't be read is printed as it stands."""
PERIOD: Final[Shape] = {NAME: "Period"}
"""A period."""

NULL: Final[Shape] = {"type": "null"}
"""A key without a value."""
YES_SHAPE: Final = either({"enum": [True, 1]}, word_of(YES))
"""What means yes."""
# Editors offer nothing to complete for a type that is only excluded.
_NUMBER_OR_SWITCH: Final[Shape] = {"not": {"type": ["string", "array", "object", "null"]}}
_PERHAPS_EMPTY: Final[Shape] = {"type": "string", "pattern": r"^$|\S"}
_TEXTS: Final[Shape] = {
    "type": "array",
    "items": either(_PERHAPS_EMPTY, _NUMBER_OR_SWITCH, NULL),
    "description": "A list; what is empty in it does not count.",
}
JOINED: Final = either(TEXT, {**_TEXTS, "contains": TEXT})
"""A text, or a list that becomes one."""
WHOLE: Final = either(
    {"type": "integer", "minimum": -999_999_999, "maximum": 999_999_999},
    {"type": "string", "pattern": r"^\s*[+-]?\d{1,9}\s*$"},
)
"""A whole number."""
TAG: Final = either(
    {"enum": list(KNOWN_TAGS)},
    {"type": "string", "pattern": rf"^\s*{any_case(KNOWN_TAGS).replace('-', '[-_]')}\s*$"},
)
"""The tag of a language, in any case."""

_TIME: Final = r"[T ]\d{2}:\d{2}\S*(?: \S+)?"
_MONTHS: Final = (
    rf"(?:0[13578]|1[02])(?:-(?:0[1-9]|[12]\d|3[01])(?:{_TIME})?)?"
    rf"|(?:0[469]|11)(?:-(?:0[1-9]|[12]\d|30)(?:{_TIME})?)?"
    rf"|02(?:-(?:0[1-9]|[12]\d)(?:{_TIME})?)?"
)
_ISO: Final = rf"(?!0000)\d{{4}}(?:-(?:{_MONTHS}))?"
_DIGITS: Final = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_LIKE_ISO: Final = rf"^\s*(?:{_DIGITS}|\d{{4}}-\d{{2}}-\d{{2}}{_TIME})\s*$"
_ISO_DATE: Final[Shape] = {
    "type": "string",
    "pattern": rf"^\s*{_ISO}\s*$",
    "description": "An ISO date, a year and month, or a year.",
    SAID: "Write a day that exists as `2023-08-15`, a month as `2023-08`, a year as `2023`.",
}
_YEAR: Final[Shape] = {"type": "integer", "minimum": 1000, "maximum": 9999}
_LASTING: Final = either(
    {"enum": ["present", None], "description": "`present`, or no value: it lasts."},
    word_of({word for spec in known_locales() for word in spec.conventions.present}),
)
END: Final = either(_LASTING, DATE)
"""The end of a period."""

NAMED: Final[dict[str, Shape]] = {
    "Text": either(
        {"type": "string", "pattern": r"\S", SAID: "Write a text that is not empty."},
        _NUMBER_OR_SWITCH,
    ),
    "Words": either(_TEXTS, _PERHAPS_EMPTY, _NUMBER_OR_SWITCH),
    "Localised": either(
        TEXT,
        {
            "type": "object",
            "properties": {
                tag: {**TEXT, "description": f"The text in `{tag}`."} for tag in KNOWN_TAGS
            },
            "additionalProperties": TEXT,
            "description": "One text for each language.",
        },
    ),
    "Switch": either({"type": "boolean"}, word_of(YES | NO), {"enum": [0, 1]}),
    "Date": either(
        _ISO_DATE,
        _YEAR,
        {
            **scalar_unlike(_LIKE_ISO),
            "description": "Other shapes, such as `March 2022`, are read where only one reading"
            " is possible, with a warning.",
        },
    ),
    "Period": either(
        {
            "type": "string",
            "pattern": rf"^\s*{_ISO}(?:/(?:{_ISO}|present))?\s*$",
            "description": "Two ISO dates, or one and `present`.",
            SAID: "Write a period as `2022-03/2023-09` or `2022-03/present`.",
        },
        {
            "type": "object",
            "properties": {
                "start": {**DATE, "description": "When the work began."},
                "end": {**END, "description": "When it ended; `present`: it lasts."},
            },
            "required": ["start"],
            "additionalProperties": False,
        },
        {
            **scalar_unlike(rf"^\s*{_DIGITS}(?:/(?:{_DIGITS}|present))?\s*$"),
            "description": "Other shapes are read where only one reading is possible, with a"
            " warning.",
        },
    ),
}
"""Shapes that a schema defines once and refers to."""


def address_of(schemes: Iterable[str], bare: str) -> Shape:
    """Return the shape of an address.

    Args:
        schemes: What it may begin with.
        bare: A pattern of what may stand where it has no scheme.
    """
    other = r"(?![A-Za-z][A-Za-z0-9+.-]*:)"
    return {
        "type": "string",
        "pattern": rf"^\s*(?:{any_case(schemes)}:|{other}{bare})",
        SAID: "Give the full address, beginning with `https://`, `mailto:` or `tel:`.",
    }


def slug_of(pattern: str, longest: int, reserved: Iterable[str]) -> Shape:
    """Return the shape of a slug.

    Args:
        pattern: What it is made of.
        longest: Characters at most.
        reserved: Names it must not have.
    """
    reserved = sorted(reserved)
    whole = rf"^\s*(?!(?:{'|'.join(reserved)})\s*$)(?=\S{{1,{longest}}}\s*$){pattern}\s*$"
    said = f"Write lower-case letters, digits and single hyphens, not one of {', '.join(reserved)}."
    return {"type": ["string", "integer", "boolean"], "pattern": whole, SAID: said}
