"""How high the panel of figures will be, guessed from its words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from casedoc.markup.figure import set_figure
from casedoc.markup.panel import FEWEST_COMPACT, PAIR_SHARE, WORD_HERO_SHARE
from casedoc.markup.setting import PageArrangement
from casedoc.source.element import plain_text
from casedoc.view.study import PanelArrangement

if TYPE_CHECKING:
    from casedoc.build.text_lines import TextLines
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.view.study import MetricView, PanelView

_RULED: Final = 0.75
"""L above a row that has a hairline."""
_DISPLAY_LINE: Final = 2.0
_DISPLAY_PT: Final = 22.0
_GRID: Final = 2
_THREE: Final = 3


def panel_lines(
    view: PanelView,
    lines: TextLines,
    scale: Scale,
    geometry: Geometry,
    arrangement: PageArrangement,
) -> float:
    """Return the height of the panel in L, with the space above it.

    Args:
        view: The panel.
        lines: Counts lines.
        scale: Sizes and distances.
        geometry: Columns.
        arrangement: How the page is arranged.
    """
    frame = scale.gap_block + scale.panel_top + scale.panel_bottom
    measuring = _Measuring(lines, scale, geometry)
    if arrangement is PageArrangement.COLUMNS and len(view.metrics) >= FEWEST_COMPACT:
        return frame + scale.head_line + measuring.compact(view)
    return frame + measuring.usual(view)


class _Measuring:
    """Heights in L at one setting."""

    def __init__(self, lines: TextLines, scale: Scale, geometry: Geometry) -> None:
        self._lines = lines
        self._scale = scale
        self._geometry = geometry

    def usual(self, view: PanelView) -> float:
        """Return the height of a panel in its own arrangement."""
        scale, column = self._scale, self._geometry.column
        cells = [self._words(one, scale.body, column) for one in view.metrics]
        figure = scale.figure_line
        if view.arrangement is PanelArrangement.TWO:
            sizes = [self._hero_size(one, PAIR_SHARE) for one in view.metrics]
            return scale.hero_line(max(sizes)) + max(cells)
        if view.arrangement is PanelArrangement.EQUAL:
            rows = [cells[:_THREE], cells[_THREE:]]
            return 1.5 + sum(figure + max(row) for row in rows) + _RULED
        large, *others = view.metrics
        size = self._hero_size(large, 1.0)
        hero = figure + scale.hero_line(size)
        if view.arrangement is PanelArrangement.ONE:
            words = self._lines.count(
                plain_text(large.label), _DISPLAY_PT, self._geometry.wide_column
            )
            return max(
                hero, words * _DISPLAY_LINE + self._context(large, scale.emphasis, column * 2)
            )
        hero += self._words(large, scale.emphasis, column)
        heights = [self._words(one, scale.body, column) for one in others]
        if view.arrangement is PanelArrangement.ROWS:
            # The label stands beside the figure, on its baseline.
            side = sum(max(figure, 0.9 + height) for height in heights)
            return max(hero, side + _RULED * (len(others) - 1))
        rows = [heights[:_GRID], heights[_GRID:]]
        side = sum(figure + max(row, default=0.0) for row in rows)
        return max(hero, side + _RULED)

    def compact(self, view: PanelView) -> float:
        """Return the height of the figures in even cells: in one row, or in two."""
        count = len(view.metrics)
        return min(self._compact(view, cells) for cells in {count, math.ceil(count / 2), _THREE})

    def _compact(self, view: PanelView, per_row: int) -> float:
        geometry, scale = self._geometry, self._scale
        width = (geometry.measure - (per_row - 1) * geometry.gutter) / per_row
        cells = [self._words(one, scale.small, width) for one in view.metrics]
        rows = [cells[start : start + per_row] for start in range(0, len(cells), per_row)]
        return sum(scale.figure_line + max(row) for row in rows) + 0.5 * (len(rows) - 1)

    def _hero_size(self, metric: MetricView, share: float) -> float:
        share *= WORD_HERO_SHARE if metric.figure.is_words else 1.0
        size = self._scale.hero * share
        fonts, column = self._lines.fonts, self._geometry.column
        return set_figure(metric.figure, fonts, size, column, is_hero=True).size

    def _words(self, metric: MetricView, size: float, width: float) -> float:
        label = self._lines.count(plain_text(metric.label), size, width, weight=600)
        return label + self._context(metric, size, width)

    def _context(self, metric: MetricView, size: float, width: float) -> float:
        texts = (plain_text(metric.context), plain_text(metric.reference))
        return sum(self._lines.count(text, size, width) for text in texts)
