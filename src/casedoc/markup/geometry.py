"""Where things stand on the sheet (DESIGN section 2). Lengths in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from casedoc.markup.kind import PageKind, Paper

POINTS_PER_MM: Final = 72 / 25.4

PAPER_MM: Final = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height. *Source:* ISO 216, ANSI/ASME Y14.1."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """The sheet, its margins and columns.

    Letter paper keeps the columns of A4, so lines break at the same places; its margins are a
    little wider at the sides, and its pages hold fewer lines.
    """

    paper_width: float
    """Width of the sheet."""
    paper_height: float
    """Height of the sheet."""
    margin_top: float
    """Above the type area."""
    margin_bottom: float
    """Below the type area."""
    margin_inner: float
    """Left of the type area; in a booklet, on the side of the spine."""
    margin_outer: float
    """Right of the type area; in a booklet, away from the spine."""
    column: float
    """Width of one column."""
    columns: int
    """Number of columns."""
    gutter: float
    """Space between two columns."""

    @property
    def measure(self) -> float:
        """Return the width of the type area."""
        return self.columns * self.column + (self.columns - 1) * self.gutter

    @property
    def wide_column(self) -> float:
        """Return the width of columns B and C together; of the only one where there is one."""
        return self.measure if self.columns == 1 else 2 * self.column + self.gutter

    @property
    def area_height(self) -> float:
        """Return the height of the type area."""
        return self.paper_height - self.margin_top - self.margin_bottom


_MARGINS: Final = {
    # Top, bottom, inner, outer on A4.
    PageKind.ONE_PAGER: (13.5, 27.0, 16.5, 16.5),
    PageKind.BOOKLET: (27.0, 24.0, 22.0, 17.0),
    PageKind.CV: (15.0, 20.0, 22.0, 22.0),
}
_COLUMNS: Final = {
    # Width, number, gutter.
    PageKind.ONE_PAGER: (55.0, 3, 6.0),
    PageKind.BOOKLET: (53.0, 3, 6.0),
    PageKind.CV: (166.0, 1, 0.0),
}


def geometry_of(kind: PageKind, paper: Paper) -> Geometry:
    """Return the geometry of a kind of document on a size of paper."""
    width, height = PAPER_MM[paper]
    top, bottom, inner, outer = _MARGINS[kind]
    column, columns, gutter = _COLUMNS[kind]
    spare = (width - PAPER_MM[Paper.A4][0]) / 2
    return Geometry(
        paper_width=width,
        paper_height=height,
        margin_top=top,
        margin_bottom=bottom,
        margin_inner=inner + spare,
        margin_outer=outer + spare,
        column=column,
        columns=columns,
        gutter=gutter,
    )
