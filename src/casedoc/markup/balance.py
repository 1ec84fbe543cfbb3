"""Balanced lines: titles and labels broken so that no line is much shorter than the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TYPE_CHECKING, Final

from casedoc.markup.geometry import POINTS_PER_MM

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.typeface.font_set import FontSet

CLINGING: Final = frozenset(
    # German articles, prepositions and conjunctions, then English ones.
    """
    der die das den dem des ein eine einen einem einer eines für und oder mit aus durch zur zum
    von vom bei im in an am auf um ab als je ohne über unter nach vor zwischen gegen per via sowie
    the a an of and or for to with from by on at as into over under between without per via nor
    """.split()  # noqa: SIM905 - a list of words reads better without quotes
)
"""Words after which a line should not end."""
_NUMBER: Final = re.compile(r"[\d.,\u2013\u2212+-]*\d")
_PENALTY: Final = 6.0
_MOST_TRIALS: Final = 20_000


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How a line is set, as far as its width depends on it."""

    family: str
    """Font family."""
    weight: int
    """Font weight."""
    size: float
    """Font size in points."""
    spacing: float = 0.0
    """Letter-spacing in em."""


def widths_of(words: Sequence[str], fonts: FontSet, style: TextStyle) -> tuple[float, ...]:
    """Return the width of each word in points."""
    return tuple(
        fonts.width_pt(word, style.family, style.weight, style.size, style.spacing)
        for word in words
    )


def balanced_breaks(
    words: Sequence[str], fonts: FontSet, style: TextStyle, measure_mm: float
) -> tuple[int, ...]:
    """Return the indexes of the words that begin a new line.

    The smallest number of lines that fits the measure is taken; among the ways to fill them, the
    one whose longest and shortest line differ least, with a penalty for each line that ends in an
    article, a preposition or a conjunction.

    Args:
        words: What stands between breakable spaces.
        fonts: Measures the words.
        style: How the line is set.
        measure_mm: Width of the column in millimetres.
    """
    measure = measure_mm * POINTS_PER_MM
    widths = widths_of(words, fonts, style)
    space = widths_of((" ",), fonts, style)[0]

    def line_width(first: int, end: int) -> float:
        # The space before a forced break needs room, too: else the line is broken once more.
        return sum(widths[first:end]) + space * (end - first - (end == len(words)))

    greedy = _greedy_breaks(len(words), line_width, measure)
    if not greedy or comb(len(words) - 1, len(greedy)) > _MOST_TRIALS:
        return greedy
    best, least = greedy, float("inf")
    for breaks in combinations(range(1, len(words)), len(greedy)):
        starts, ends = (0, *breaks), (*breaks, len(words))
        lines = [line_width(start, end) for start, end in zip(starts, ends, strict=True)]
        # A line of one word may be wider than the column: nothing can be done about it here.
        if any(
            width > measure and end - start > 1
            for width, start, end in zip(lines, starts, ends, strict=True)
        ):
            continue
        clinging = sum(_clings(words[end - 1]) for end in breaks)
        cost = max(lines) - min(lines) + _PENALTY * style.size * clinging
        if cost < least:
            best, least = breaks, cost
    return best


def balanced_lines(
    text: str, fonts: FontSet, style: TextStyle, measure_mm: float
) -> tuple[str, ...]:
    """Return a text in balanced lines; at least one."""
    words = text.split(" ")
    breaks = balanced_breaks(words, fonts, style, measure_mm)
    starts, ends = (0, *breaks), (*breaks, len(words))
    return tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def line_count(text: str, fonts: FontSet, style: TextStyle, measure_mm: float) -> int:
    """Return how many lines a text takes that breaks between its words only; none if empty."""
    if not text:
        return 0
    widths = widths_of(text.split(" "), fonts, style)
    space = widths_of((" ",), fonts, style)[0]
    measure = measure_mm * POINTS_PER_MM
    lines, room = 1, measure
    for width in widths:
        if width > room and room < measure:
            lines, room = lines + 1, measure
        room -= width + space
    return lines


def _clings(word: str) -> bool:
    """Tell whether a line should not end in a word; a number belongs to its noun."""
    return word.casefold() in CLINGING or _NUMBER.fullmatch(word) is not None


def _greedy_breaks(
    count: int, line_width: Callable[[int, int], float], measure: float
) -> tuple[int, ...]:
    """Fill line after line; no other way takes fewer lines."""
    breaks: list[int] = []
    start = 0
    for index in range(1, count):
        if line_width(start, index + 1) > measure:
            breaks.append(index)
            start = index
    return tuple(breaks)
