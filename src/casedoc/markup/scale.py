"""The type scale of each kind of document at each level (DESIGN sections 4, 9, 10 and 11).

The numbers stand in the theme's `theme.toml`; here is what each of them is.
"""

from __future__ import annotations

import math
from typing import Final

from pydantic import Field

from casedoc.content.model import Fields
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.measures import BodySize, FigureSize, Leading, Lines, TypeSize

_ROUNDING: Final = 0.01
_HERO_LINE: Final = 0.87
"""Line height of the large figure in its own size: high enough for digits."""


class Scale(Fields):
    """Sizes in points, distances in L, the line height of body text."""

    line_mm: Leading = Field(alias="line", description="L, the line height of running text.")
    body: BodySize = Field(description="Running text.")
    small: TypeSize = Field(description="Kicker, addresses, notes, captions.")
    title: TypeSize = Field(description="The title of the page, of a chapter in the booklet.")
    heading: TypeSize = Field(description="Section heads.")
    hero: FigureSize = Field(description="The large figure, at most.")
    figure: FigureSize = Field(description="The other figures.")
    word: FigureSize = Field(description="Figures that consist of words.")
    figure_line: Lines = Field(description="Line height of the other figures.")
    head_line: Lines = Field(description="Line height of section heads.")
    head_rise: Lines = Field(description="From the rule above a section head to its line.")
    gap_title: Lines = Field(description="From the kicker to the title.")
    gap_meta: Lines = Field(description="Above the row of client, role and date.")
    gap_block: Lines = Field(description="Around the panel of figures.")
    gap_paragraph: Lines = Field(description="Between the paragraphs of a section.")
    gap_section: Lines = Field(description="Between sections that stand below one another.")
    gap_links: Lines = Field(description="Above the links.")
    panel_top: Lines = Field(description="Above the first line of the panel.")
    panel_bottom: Lines = Field(description="Below the last line of the panel.")

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
