"""The type scale of each kind of document at each level (DESIGN sections 4, 9, 10 and 11)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting

_ROUNDING: Final = 0.01


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes in points, distances in L, the line height of body text."""

    line_mm: float
    """L, the line height of body text, in millimetres."""
    body: float
    """Running text."""
    small: float
    """Kicker, addresses, notes, captions."""
    title: float
    """h1; the title of a chapter in the booklet."""
    heading: float
    """h2."""
    hero: float = 0.0
    """The large figure, at most."""
    figure: float = 0.0
    """The other figures."""
    word: float = 0.0
    """Figures that consist of words."""
    hero_line: float = 5.5
    """Line height of the large figure."""
    figure_line: float = 2.5
    """Line height of the other figures."""
    gap_title: float = 1.0
    """From the kicker to the title."""
    gap_block: float = 1.5
    """Around the panel."""
    gap_links: float = 1.0
    """Above the links."""

    @property
    def line(self) -> float:
        """Return L in points."""
        return self.line_mm * POINTS_PER_MM

    @property
    def emphasis(self) -> float:
        """Return the size of the words below the large figure."""
        return round(self.body * 1.1, 1)

    @property
    def lead(self) -> float:
        """Return the size of a summary in display type."""
        return round(self.body * 1.3, 1)

    def leading(self, size: float, factor: float = 1.06) -> float:
        """Return the line height in L for display type: the next quarter above `factor` sizes."""
        return math.ceil(size * factor / self.line * 4 - _ROUNDING) / 4


_ONE_PAGER: Final = {
    3: Scale(5.00, 10.4, 8.6, 36, 17, 92, 33, 19),
    2: Scale(4.85, 10.0, 8.4, 34, 16.5, 88, 32, 18.5),
    1: Scale(4.65, 9.6, 8.2, 32, 15.5, 84, 30.5, 17.5),
    0: Scale(4.50, 9.3, 8.0, 30, 15, 80, 29, 17),
    -1: Scale(4.40, 9.1, 8.0, 29, 14.5, 76, 28, 16.5),
    -2: Scale(4.30, 8.9, 7.8, 28, 14, 72, 27, 16),
    -3: Scale(4.20, 8.7, 7.8, 27, 13.5, 68, 26, 15.5),
}
_BOOKLET: Final = {
    0: Scale(4.80, 9.9, 8.2, 40, 16.5, 230, 32, 19, figure_line=2.0, gap_block=1.75),
    -1: Scale(4.60, 9.5, 8.0, 40, 16, 230, 32, 19, figure_line=2.0, gap_block=1.75),
    -2: Scale(4.40, 9.1, 8.0, 40, 15, 230, 32, 19, figure_line=2.0, gap_block=1.75),
    -3: Scale(4.25, 8.8, 7.8, 40, 14, 230, 32, 19, figure_line=2.0, gap_block=1.75),
}
_CV: Final = {
    1: Scale(4.65, 9.6, 8.0, 36, 16.5),
    0: Scale(4.50, 9.3, 8.0, 36, 16.5),
    -1: Scale(4.40, 9.1, 8.0, 36, 16.5),
    -2: Scale(4.30, 8.9, 8.0, 36, 16.5),
}
_LEVELS: Final = {PageKind.ONE_PAGER: _ONE_PAGER, PageKind.BOOKLET: _BOOKLET, PageKind.CV: _CV}


def levels_of(kind: PageKind) -> tuple[int, ...]:
    """Return the levels a kind of document can be set at, the largest first."""
    return tuple(sorted(_LEVELS[kind], reverse=True))


def scale_of(kind: PageKind, setting: FitSetting) -> Scale:
    """Return the type scale of a setting.

    Raises:
        KeyError: The kind has no such level; `levels_of` tells which it has.
    """
    scale = _LEVELS[kind][setting.level]
    if not setting.dense:
        return scale
    return replace(
        scale,
        hero=round(scale.hero * 0.7),
        figure=round(scale.figure * 0.86, 1),
        word=round(scale.word * 0.86, 1),
        hero_line=4.0,
        figure_line=2.0,
        gap_title=0.5,
        gap_block=1.0,
        gap_links=0.75,
    )
