"""The type scale of each kind of document at each level (DESIGN sections 4, 9, 10 and 11)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Final

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting, PageArrangement

_ROUNDING: Final = 0.01
_HERO_LINE: Final = 0.87
"""Line height of the large figure in its own size: high enough for digits."""


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
    figure_line: float = 2.5
    """Line height of the other figures."""
    gap_title: float = 1.0
    """From the kicker to the title."""
    gap_block: float = 1.5
    """Around the panel."""
    gap_links: float = 1.0
    """Above the links."""
    gap_meta: float = 1.0
    """Above the row of client, role and date."""
    gap_paragraph: float = 0.5
    """Between the paragraphs of a section."""
    gap_section: float = 1.5
    """Between sections that stand one below the other."""
    head_line: float = 1.5
    """Line height of section heads."""
    head_rise: float = 0.5
    """From the rule above a section head to its line."""
    panel_top: float = 0.5
    """Above the first line of the panel."""
    panel_bottom: float = 0.75
    """Below the last line of the panel."""

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

    def hero_line(self, size: float) -> float:
        """Return the line height in L for large figures, which have nothing below the line."""
        return max(self.figure_line, self.leading(size, _HERO_LINE))

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
_GAPS: Final = {
    # Title, meta, block, section, links; head: line and rise; panel: top and bottom; paragraph.
    "airy": (2.5, 1.25, 2.5, 1.75, 1.75, 1.5, 0.5, 1.25, 1.5, 0.5),
    "roomy": (1.75, 1.0, 2.0, 1.5, 1.5, 1.5, 0.5, 0.75, 1.0, 0.5),
    "usual": (1.0, 1.0, 1.5, 1.5, 1.25, 1.5, 0.5, 0.5, 0.75, 0.5),
    "open": (0.75, 0.5, 1.0, 1.0, 1.0, 1.5, 0.5, 0.5, 0.75, 0.5),
    "close": (0.5, 0.25, 0.75, 0.5, 0.5, 1.25, 0.25, 0.25, 0.5, 0.5),
    "closest": (0.5, 0.25, 0.75, 0.5, 0.5, 1.25, 0.25, 0.25, 0.5, 0.25),
}


def _gaps(name: str) -> dict[str, float]:
    """Return the distances of an arrangement."""
    names = ("title", "meta", "block", "section", "links")
    fields = (
        *(f"gap_{one}" for one in names),
        "head_line",
        "head_rise",
        "panel_top",
        "panel_bottom",
        "gap_paragraph",
    )
    return dict(zip(fields, _GAPS[name], strict=True))


_POSTER: Final = {
    4: Scale(6.70, 13.6, 10.0, 58, 22, 140, 44, 25, **_gaps("airy")),
    3: Scale(6.30, 12.8, 9.6, 54, 21, 136, 42, 24, **_gaps("airy")),
    2: Scale(5.90, 12.0, 9.2, 50, 20, 132, 40, 23, **_gaps("airy")),
    1: Scale(5.55, 11.2, 9.0, 46, 19, 130, 38, 22, **_gaps("airy")),
    0: Scale(5.20, 10.5, 8.8, 42, 18, 120, 36, 20, **_gaps("airy")),
    -1: Scale(5.10, 10.4, 8.7, 39, 17.5, 108, 34.5, 19.5, **_gaps("roomy")),
    -2: Scale(5.00, 10.4, 8.6, 36, 17, 96, 33, 19, **_gaps("usual")),
}
_COLUMNS: Final = {
    2: Scale(4.65, 9.9, 8.2, 30, 15, 52, 27, 16.5, **_gaps("open")),
    1: Scale(4.50, 9.6, 8.2, 28, 14.5, 50, 26, 16, **_gaps("open")),
    0: Scale(4.35, 9.3, 8.0, 27, 14, 48, 25, 15.5, **_gaps("open")),
    -1: Scale(4.20, 9.1, 8.0, 26, 13.5, 46, 24, 15, **_gaps("open")),
    -2: Scale(4.05, 8.9, 7.8, 25, 13, 42, 23, 14.5, **_gaps("close")),
    -3: Scale(3.95, 8.7, 7.8, 24, 12.5, 41, 22, 14, **_gaps("close")),
    -4: Scale(3.85, 8.7, 7.8, 23, 12, 40, 21, 13.5, **_gaps("close")),
    -5: Scale(3.75, 8.7, 7.8, 22, 12, 39, 21, 13.5, **_gaps("closest")),
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
    if setting.arrangement is PageArrangement.COLUMNS:
        return _COLUMNS[setting.level]
    if setting.arrangement is PageArrangement.POSTER:
        return _POSTER[setting.level]
    scale = _LEVELS[kind][setting.level]
    if setting.arrangement is PageArrangement.ORDINARY:
        return scale
    return replace(
        scale,
        hero=round(scale.hero * 0.7),
        figure=round(scale.figure * 0.86, 1),
        word=round(scale.word * 0.86, 1),
        figure_line=2.0,
        gap_title=0.5,
        gap_block=1.0,
        gap_links=0.75,
        gap_section=0.5,
    )
