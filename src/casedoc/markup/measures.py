"""The kinds of values that a theme's tokens have, and how each is written in CSS.

The floors are the design's own: below them a text is not read on paper, or a line not printed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, InstanceOf
from pydantic_core import PydanticCustomError

from casedoc.markup.colour import Colour, parse_colour

LEAST_BODY_PT: Final = 8.7
"""Running text is never smaller."""
LEAST_TYPE_PT: Final = 7.8
"""No text is smaller."""
LEAST_RULE_PT: Final = 0.5
"""No line is thinner: office printers lose it."""


_OWN: Final = re.compile(r"-?\d+(?:\.\d+)?(?:mm|pt|em|%)?|#[0-9a-fA-F]{3}(?:[0-9a-fA-F]{3})?")


@dataclass(frozen=True, slots=True)
class Unit:
    """What the number of a token counts."""

    css: str
    """What follows the number in CSS."""
    words: str
    """The same for people."""


def _colour(value: object) -> object:
    colour = parse_colour(value) if isinstance(value, str) else value
    if not isinstance(colour, Colour):
        raise PydanticCustomError("colour", "must be a colour such as `#0b5563`")
    return colour


def _number(value: object) -> Any:  # noqa: ANN401 - whatever the file holds
    if isinstance(value, str) and re.fullmatch(r"[+-]?\d+(\.\d+)?", value) is None:
        raise PydanticCustomError("number", "must be a number without a unit")
    return value


_Number = Annotated[float, BeforeValidator(_number)]
_POINTS: Final = Unit("pt", "pt")

Millimetres = Annotated[_Number, Field(ge=0, le=300), Unit("mm", "mm")]
"""A length on the sheet."""
Points = Annotated[_Number, Field(ge=0, le=400), _POINTS]
"""A length that goes with type."""
TypeSize = Annotated[_Number, Field(ge=LEAST_TYPE_PT, le=400), _POINTS]
"""A size of type."""
TypeSizes = Annotated[tuple[TypeSize, ...], Field(min_length=1)]
"""Sizes of type that are tried one after the other."""
BodySize = Annotated[_Number, Field(ge=LEAST_BODY_PT, le=14), _POINTS]
"""The size of running text."""
FigureSize = Annotated[_Number, Field(ge=0, le=400), _POINTS]
"""The largest size of a figure; 0 where a kind of document has none of them."""
Rule = Annotated[_Number, Field(ge=LEAST_RULE_PT, le=12), _POINTS]
"""The thickness of a line."""
Leading = Annotated[_Number, Field(ge=3.5, le=7), Unit("mm", "mm")]
"""L, the line height of running text."""
Ems = Annotated[_Number, Field(ge=-1, le=2), Unit("em", "em")]
"""A length in sizes of the type it belongs to."""
Lines = Annotated[_Number, Field(ge=0, le=12), Unit("", "L")]
"""A distance in L, the line height of running text."""
Factor = Annotated[_Number, Field(ge=0, le=4), Unit("", "factor")]
"""A plain factor."""
Weight = Annotated[int, Field(ge=100, le=900), Unit("", "weight")]
"""The weight of a font: 400 is regular, 600 semi-bold."""
Share = Annotated[_Number, Field(ge=0, le=1)]
"""A share between nothing and all."""
Hue = Annotated[InstanceOf[Colour], BeforeValidator(_colour), Unit("", "colour")]
"""A colour."""


def _own(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(_OWN, value) is None:
        message = "must be a length, a number or a colour, such as `3mm`, `0.5` or `#0b5563`"
        raise PydanticCustomError("own", message)
    return value


def _own_name(value: object) -> object:
    if not isinstance(value, str) or re.fullmatch(r"own-[a-z0-9-]+", value) is None:
        raise PydanticCustomError("own_name", "must have a name that begins with `own-`")
    return value


OwnName = Annotated[str, BeforeValidator(_own_name)]
"""The name of a token of a theme's own: none of casedoc's will ever begin so."""
Own = Annotated[str, BeforeValidator(_own)]
"""A token of a theme's own, as CSS writes it."""


def plain(value: float) -> str:
    """Write a number with at most four decimals and no zeros at the end."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
