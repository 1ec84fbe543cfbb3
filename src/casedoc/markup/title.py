"""Titles: the largest size at which two lines are enough (DESIGN section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_breaks
from casedoc.markup.tokens import DISPLAY_FAMILY, length_mm, length_pt, token_style

if TYPE_CHECKING:
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet

_SHARES: Final = (1.0, 0.87, 0.8)
_MOST_LINES: Final = 2


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
    title: str, fonts: FontSet, scale: Scale, measure_mm: float, short_mm: float
) -> TitleSetting:
    """Return the first step of the ladder at which the title takes two lines or fewer.

    Args:
        title: The title in one line.
        fonts: Measures it.
        scale: Gives its size.
        measure_mm: Width of the type area in millimetres.
        short_mm: The width it is tried at first, so that it does not fill the line to the last
            letter.
    """
    words = title.split(" ")
    set_by = fonts.lettering
    steps = [(1.0, min(short_mm, measure_mm)), *((share, measure_mm) for share in _SHARES)]
    lines: tuple[str, ...] = (title,)
    size = scale.title
    for share, measure in steps:
        size = scale.title * share
        style = TextStyle(DISPLAY_FAMILY, set_by.title_weight, size, set_by.title_spacing)
        breaks = balanced_breaks(words, fonts, style, measure)
        starts, ends = (0, *breaks), (*breaks, len(words))
        lines = tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))
        if len(lines) <= _MOST_LINES:
            break
    return TitleSetting(lines, size, scale.leading(size) * scale.line_mm)
