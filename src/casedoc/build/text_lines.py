"""How many lines a text takes, by the widths of its words: near enough to guess a height."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import TEXT_FAMILY

if TYPE_CHECKING:
    from casedoc.typeface.font_set import FontSet

_SHORTEST_DIVIDED: Final = 9
"""Letters from which on a word is divided."""
_LEAST_PART: Final = 4
"""Letters of a divided word that stay together at least."""
_LOST: Final = 2
"""Letters by which a division misses the end of the line, on average."""


@dataclass(slots=True)
class TextLines:
    """Counts lines in one family of type; measures each word once."""

    fonts: FontSet
    """Measures the words."""
    is_hyphenated: bool
    """Whether long words are divided at the end of a line."""
    _words: dict[tuple[str, str, int], tuple[tuple[float, int], ...]] = field(default_factory=dict)
    _counts: dict[tuple[str, float, float, str, int], int] = field(default_factory=dict)

    def count(
        self,
        text: str,
        size_pt: float,
        measure_mm: float,
        family: str = TEXT_FAMILY,
        weight: int = 400,
    ) -> int:
        """Return the number of lines; none for no text.

        Args:
            text: One paragraph.
            size_pt: Font size in points.
            measure_mm: Width of the column in millimetres.
            family: As in `FontFace.family`.
            weight: As in `FontFace.weight`; only regular text is hyphenated.
        """
        if not text:
            return 0
        key = (text, size_pt, measure_mm, family, weight)
        if key not in self._counts:
            is_divided = self.is_hyphenated and weight == 400  # noqa: PLR2004 - regular
            measure = measure_mm * POINTS_PER_MM / size_pt
            space = self._widths(" ", family, weight)[0][0]
            words = self._widths(text, family, weight)
            self._counts[key] = _lines(words, measure, space, is_divided=is_divided)
        return self._counts[key]

    def width_mm(self, text: str, size_pt: float, weight: int = 400) -> float:
        """Return the width of a text on one line."""
        return self.fonts.width_pt(text, TEXT_FAMILY, weight, size_pt) / POINTS_PER_MM

    def _widths(self, text: str, family: str, weight: int) -> tuple[tuple[float, int], ...]:
        """Return width in em and number of letters of each word."""
        key = (text, family, weight)
        if key not in self._words:
            words = text.split() or [text]
            self._words[key] = tuple(
                (self.fonts.width_pt(word, family, weight, 1.0), len(word)) for word in words
            )
        return self._words[key]


def _lines(
    words: tuple[tuple[float, int], ...], measure: float, space: float, *, is_divided: bool
) -> int:
    lines, room = 1, measure
    for width, letters in words:
        rest = width
        if rest > room:
            part = int(room / width * letters) - _LOST if is_divided else 0
            if letters >= _SHORTEST_DIVIDED and part >= _LEAST_PART:
                rest -= width * min(part, letters - _LEAST_PART) / letters
            if room < measure:
                lines, room = lines + 1, measure
        while rest > measure:
            lines, rest = lines + 1, rest - measure
        room -= rest + space
    return lines
