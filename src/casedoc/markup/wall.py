"""The wall of figures on the cover of a booklet (DESIGN section 10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.figure import FigureSetting, figure_width_em
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, TEXT_FAMILY, length_mm, length_pt, token_style

if TYPE_CHECKING:
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.booklet import WallFigure
    from casedoc.view.study import FigureView

_LEAST_PT: Final = 24.0
_GAP_EM: Final = 0.3
_STEP_PT: Final = 0.5
_ROUNDING_MM: Final = 0.1

_LINES: Final = {
    1: (1,),
    2: (2,),
    3: (3,),
    4: (2, 2),
    5: (2, 3),
    6: (2, 2, 2),
    7: (2, 2, 3),
    8: (2, 3, 3),
    9: (3, 3, 3),
    10: (2, 2, 3, 3),
}
"""How many figures each line takes, by the number of all: no line holds one figure alone."""


@dataclass(frozen=True, slots=True)
class WallCell:
    """A figure of the wall with its caption."""

    view: FigureView
    """What is set large."""
    figure: FigureSetting
    """How it is set."""
    caption: str
    """Short title of its case study."""
    width_mm: float
    """As wide as the wider of the two; a long caption wraps."""
    pull_em: float
    """How much narrower than a no-break space the gap before the unit is."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets the cell by."""
        # What the figure moves to the left by is missing at its right end. *Why* not set the width
        # itself: it is measured without kerning, and the right edge would not be flush.
        trim = (self.figure.outdent_em + self.pull_em) * self.figure.size
        return token_style({"--cell": length_mm(self.width_mm), "--trim": length_pt(trim)})


@dataclass(frozen=True, slots=True)
class WallSpace:
    """The room there is for the wall."""

    width_mm: float
    """Width of the type area."""
    height_mm: float
    """Height from the names to the lower edge of the type area."""
    caption_pt: float
    """Font size of the captions."""
    line_mm: float
    """Line height of the captions, and the space between two lines of the wall."""


def set_wall(
    wall: tuple[WallFigure, ...], space: WallSpace, fonts: FontSet
) -> tuple[tuple[WallCell, ...], ...]:
    """Break the figures into lines and scale each until it fills the width.

    Args:
        wall: At most ten figures.
        space: The room there is.
        fonts: What the widths are measured with.

    Returns:
        The lines from top to bottom, each of one size; where they would be too high together, the
        largest of them are set smaller.
    """
    lines: list[tuple[WallFigure, ...]] = []
    for count in _LINES.get(len(wall), ()):
        start = sum(len(line) for line in lines)
        lines.append(wall[start : start + count])
    sizes = [_filling_size(line, space, fonts) for line in lines]
    cap, height_em = fonts.lettering.cover_figure, fonts.lettering.figure_height
    while sizes and cap > _LEAST_PT and _height_mm(sizes, cap, space, height_em) > space.height_mm:
        cap -= _STEP_PT
    return tuple(
        _cells(figures, min(size, cap), space, fonts)
        for figures, size in zip(lines, sizes, strict=True)
    )


def _height_mm(sizes: list[float], cap: float, space: WallSpace, height_em: float) -> float:
    """Return the height of all lines with their captions, where no figure is above `cap`."""
    figures = sum(min(size, cap) for size in sizes) * height_em / POINTS_PER_MM
    # Each line has its captions below it, and there is a space between two lines.
    return figures + space.line_mm * (2 * len(sizes) - 1)


def _filling_size(line: tuple[WallFigure, ...], space: WallSpace, fonts: FontSet) -> float:
    """Return the largest size at which a line is no wider than the type area."""
    size = fonts.lettering.cover_figure
    while size > _LEAST_PT:
        cells = _cells(line, size, space, fonts)
        gaps = (len(cells) - 1) * _GAP_EM * size / POINTS_PER_MM
        if sum(cell.width_mm for cell in cells) + gaps <= space.width_mm:
            break
        size -= _STEP_PT
    return size


def _cells(
    figures: tuple[WallFigure, ...], size: float, space: WallSpace, fonts: FontSet
) -> tuple[WallCell, ...]:
    """Return the cells of a line at a given size."""
    # What a caption may take of a line whose figures are narrow.
    gaps = (len(figures) - 1) * _GAP_EM * size / POINTS_PER_MM
    share = (space.width_mm - gaps) / len(figures) - _ROUNDING_MM
    cells: list[WallCell] = []
    weight = fonts.lettering.hero_weight
    for entry in figures:
        bearing = fonts.left_bearing_em(entry.figure.number[:1], DISPLAY_FAMILY, weight)
        width_em = figure_width_em(entry.figure, fonts, is_hero=True) - bearing
        caption = fonts.width_pt(entry.caption, TEXT_FAMILY, 400, space.caption_pt) / POINTS_PER_MM
        width = max(width_em * size / POINTS_PER_MM, min(caption, share)) + _ROUNDING_MM
        setting = FigureSetting((entry.figure.number,), size, bearing)
        lettering = fonts.lettering
        pull = -lettering.unit_size * lettering.unit_pull if entry.figure.gap else 0.0
        cells.append(WallCell(entry.figure, setting, entry.caption, width, pull))
    return tuple(cells)
