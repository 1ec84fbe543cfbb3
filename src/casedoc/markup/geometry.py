"""Where things stand on the sheet (DESIGN section 2). Lengths in millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Final

from pydantic import Field

from casedoc.content.model import Fields
from casedoc.markup.kind import Paper
from casedoc.markup.measures import Millimetres

POINTS_PER_MM: Final = 72 / 25.4

PAPER_MM: Final = {Paper.A4: (210.0, 297.0), Paper.LETTER: (215.9, 279.4)}
"""Width and height. *Source:* ISO 216, ANSI/ASME Y14.1."""


class PageTokens(Fields):
    """`page`: the sheet, on A4."""

    margin_top: Millimetres = Field(description="Above the type area.")
    margin_bottom: Millimetres = Field(description="Below the type area.")
    margin_inner: Millimetres = Field(description="Left of it; in a booklet, at the spine.")
    margin_outer: Millimetres = Field(description="Right of it; in a booklet, away from the spine.")
    columns: Annotated[int, Field(ge=1, le=6)] = Field(description="How many columns there are.")
    column: Millimetres = Field(description="Width of one column.")
    gutter: Millimetres = Field(description="Between two columns.")
    rail: Millimetres | None = Field(
        None, description="Width of the column that heads stand in; that of one column."
    )


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
    rail: float
    """Width of the column that heads stand in, beside the text."""

    opener_top: float
    """Above the type area of a booklet's cover and openers."""

    @property
    def measure(self) -> float:
        """Return the width of the type area."""
        return self.columns * self.column + (self.columns - 1) * self.gutter

    @property
    def wide_column(self) -> float:
        """Return the width of the text beside the rail; of the only column where there is one."""
        return self.measure if self.columns == 1 else self.measure - self.rail - self.gutter

    @property
    def beside_column(self) -> float:
        """Return the width of what stands beside one column, to the end of the measure."""
        return self.measure - self.column - self.gutter

    @property
    def has_narrow_rail(self) -> bool:
        """Tell whether heads stand in less than a column.

        Then lead-ins stand beside their text, and results below each other.
        """
        return self.rail < self.column

    @property
    def step_column(self) -> float:
        """Return the width of a step, two of which stand side by side beside the rail."""
        return (self.wide_column - self.gutter) / 2

    @property
    def area_height(self) -> float:
        """Return the height of the type area."""
        return self.paper_height - self.margin_top - self.margin_bottom


def geometry_of(page: PageTokens, paper: Paper, opener_top: float | None = None) -> Geometry:
    """Return the geometry of a theme's page on a size of paper.

    Args:
        page: The tokens.
        paper: The paper.
        opener_top: Above the type area of cover and openers; where there are none, as elsewhere.
    """
    width, height = PAPER_MM[paper]
    spare = (width - PAPER_MM[Paper.A4][0]) / 2
    return Geometry(
        paper_width=width,
        paper_height=height,
        margin_top=page.margin_top,
        margin_bottom=page.margin_bottom,
        margin_inner=page.margin_inner + spare,
        margin_outer=page.margin_outer + spare,
        column=page.column,
        columns=page.columns,
        gutter=page.gutter,
        rail=page.column if page.rail is None else page.rail,
        opener_top=page.margin_top if opener_top is None else opener_top,
    )
