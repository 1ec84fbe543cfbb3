"""Titles: the largest size at which few lines are enough (DESIGN section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_breaks
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, length_mm, length_pt, token_style

if TYPE_CHECKING:
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet

_SHARES: Final = (1.0, 0.87, 0.8)
_LONG_STEPS: Final = ((0.8, 3), (0.7, 3), (0.6, 4), (0.5, 4))
"""For titles that two lines do not hold: share of the size, and lines that are accepted at it."""
_LEAST_RATIO: Final = 1.1
"""A title is never smaller than this many times a section head."""


@dataclass(frozen=True, slots=True)
class TitleSetting:
    """How a title is set."""

    lines: tuple[str, ...]
    """Its lines."""
    size: float
    """Font size in points."""
    leading_mm: float
    """Line height in millimetres."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style(
            {"--size": length_pt(self.size), "--leading": length_mm(self.leading_mm)}
        )


def set_title(
    title: str,
    fonts: FontSet,
    scale: Scale,
    measure_mm: float,
    short_mm: float,
    *,
    most_lines: int = 2,
) -> TitleSetting:
    """Return the first step of the ladder at which a title takes few lines.

    A title too long even for three or four lines of small type takes as many as it needs, at a
    size that still is larger than the section heads.

    Args:
        title: The title in one line.
        fonts: Measures it.
        scale: Gives its size.
        measure_mm: Width of the type area in millimetres.
        short_mm: The width it is tried at first, so that it does not fill the line to the last
            letter.
        most_lines: How many lines are few: one is tried before two.
    """
    short = min(short_mm, measure_mm)
    usual = ((1.0, short), *((share, measure_mm) for share in _SHARES))
    steps = [
        *((share, measure, lines) for lines in range(most_lines, 3) for share, measure in usual),
        *((share, measure_mm, lines) for share, lines in _LONG_STEPS),
    ]
    words = title.split(" ")
    least = min(scale.title, scale.heading * _LEAST_RATIO)
    size, lines = least, _lines(words, fonts, least, measure_mm)
    for share, measure, most in steps:
        tried = max(least, scale.title * share)
        found = _lines(words, fonts, tried, measure)
        if len(found) <= most and _fits(found, fonts, tried, measure_mm):
            size, lines = tried, found
            break
    return TitleSetting(lines, size, scale.leading(size) * scale.line_mm)


def _lines(words: list[str], fonts: FontSet, size: float, measure_mm: float) -> tuple[str, ...]:
    lettering = fonts.lettering
    style = TextStyle(DISPLAY_FAMILY, lettering.title_weight, size, lettering.title_spacing)
    breaks = balanced_breaks(words, fonts, style, measure_mm)
    starts, ends = (0, *breaks), (*breaks, len(words))
    return tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def _fits(lines: tuple[str, ...], fonts: FontSet, size: float, measure_mm: float) -> bool:
    """Tell whether no line is wider than the page, as one very long word may be."""
    weight, spacing = fonts.lettering.title_weight, fonts.lettering.title_spacing
    return all(
        fonts.width_pt(line, DISPLAY_FAMILY, weight, size, spacing) <= measure_mm * POINTS_PER_MM
        for line in lines
    )
