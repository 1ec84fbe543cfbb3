"""An expectation as plain data, and back.

It is kept, so that a finished file can be judged by it later. What comes back is looked at in every
part: a record may have been cut off or tampered with.
"""

from __future__ import annotations

from typing import Any, Final

from casedoc.base.span_data import span_data, span_of
from casedoc.pdf.standards import Standard
from casedoc.proof.expectation import Expectation, Expected
from casedoc.proof.fields import Field
from casedoc.proof.findings import Box

_CORNERS: Final = 4


def expectation_data(expectation: Expectation) -> dict[str, Any]:
    """Return an expectation as plain data."""
    return {
        "texts": [[one.text, one.span and span_data(one.span)] for one in expectation.texts],
        "links": [[address, span and span_data(span)] for address, span in expectation.links],
        "areas": [list(area) for area in expectation.areas],
        "families": sorted(expectation.families),
        "fields": [[[one.name, one.text] for one in group] for group in expectation.fields],
        "standard": expectation.standard.value,
        "attached": list(expectation.attached),
    }


def expectation_from(data: object) -> Expectation | None:
    """Return the expectation that is told by plain data, or none where the data tells none."""
    try:
        return _expectation(data)
    except ValueError:
        return None


def _expectation(data: object) -> Expectation:
    match data:
        case {
            "texts": list(texts),
            "links": list(links),
            "areas": list(areas),
            "families": list(families),
            "fields": list(fields),
            "standard": str(standard),
            "attached": list(attached),
        }:
            told = [_told(one) for one in texts]
            return Expectation(
                texts=tuple(Expected(text, span) for text, span in told),
                links=tuple(_told(one) for one in links),
                areas=tuple(_box(one) for one in areas),
                families=frozenset(_words(families)),
                fields=tuple(_group(one) for one in fields),
                standard=Standard(standard),
                attached=tuple(_words(attached)),
            )
    raise ValueError


def _told(data: object) -> tuple[str, Any]:
    match data:
        case [str(text), None]:
            return text, None
        case [str(text), span]:
            return text, span_of(span)
    raise ValueError


def _box(data: object) -> Box:
    if not isinstance(data, list) or len(data) != _CORNERS:
        raise ValueError
    if not all(isinstance(edge, int | float) for edge in data):
        raise ValueError
    return Box(*data)


def _words(data: list[object]) -> list[str]:
    words = [one for one in data if isinstance(one, str)]
    if len(words) != len(data):
        raise ValueError
    return words


def _group(data: object) -> tuple[Field, ...]:
    if not isinstance(data, list):
        raise ValueError  # noqa: TRY004 - one exception for all that is unsound
    return tuple(_field(one) for one in data)


def _field(data: object) -> Field:
    match data:
        case [str(name), str(text)]:
            return Field(name, text)
    raise ValueError
