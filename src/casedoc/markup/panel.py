"""The panel of results: sizes and places of its figures (DESIGN section 8)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, line_count, widths_of
from casedoc.markup.figure import FigureSetting, set_figure
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.measures import plain
from casedoc.markup.setting import PageArrangement
from casedoc.markup.tokens import (
    DISPLAY_FAMILY,
    TEXT_FAMILY,
    length_mm,
    length_pt,
    token_style,
)
from casedoc.source.element import plain_text
from casedoc.view.study import PanelArrangement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from casedoc.markup.context import PageContext
    from casedoc.markup.flow import FlowWriter
    from casedoc.view.study import MetricView, PanelView

PAIR_SHARE: Final = 0.75
WORD_HERO_SHARE: Final = 0.45
_DISPLAY_LABEL_PT: Final = 22.0
_DISPLAY_LABEL_L: Final = 2
"""Line height of a label in display text."""
_GRID_WIDTH: Final = 2
_COMPACT: Final = "compact"
FEWEST_COMPACT: Final = 3
"""Figures from which on long prose has them in even cells, none larger than the others."""


@dataclass(frozen=True, slots=True)
class CellSetting:
    """One figure with its words."""

    metric: MetricView
    """What is printed."""
    figure: FigureSetting
    """How the figure is set."""
    label: Markup
    """The label in balanced lines; may be empty."""
    is_ruled: bool
    """Whether a hairline stands above it."""
    anchor: str
    """Its element id."""


@dataclass(frozen=True, slots=True)
class PanelSetting:
    """How the panel is set."""

    name: str
    """The arrangement, as stylesheets name it."""
    anchor: str
    """Element id of the heading."""
    hero: CellSetting | None
    """The large figure; none where all are equal."""
    cells: tuple[CellSetting, ...]
    """The others."""
    style: str
    """Custom properties of the panel."""


def set_panel(view: PanelView, page: PageContext, write: FlowWriter) -> PanelSetting:
    """Measure the figures of a panel and give each its place.

    Args:
        view: The panel.
        page: Gives type scale, columns and fonts.
        write: Writes the labels.
    """
    arrangement = view.arrangement
    anchor = write.heading_anchor(view.anchor, view.heading)
    if page.setting.arrangement is PageArrangement.COLUMNS and len(view.metrics) >= FEWEST_COMPACT:
        return _compact_panel(view, page, write, anchor)
    cells = tuple(_cells(view, page, write))
    has_hero = arrangement not in {PanelArrangement.EQUAL, PanelArrangement.TWO}
    hero, others = (cells[0], cells[1:]) if has_hero else (None, cells)
    return PanelSetting(
        name=arrangement.value,
        anchor=anchor,
        hero=hero,
        cells=others,
        style=token_style(_tokens(view, page, hero, others)),
    )


def _compact_panel(
    view: PanelView, page: PageContext, write: FlowWriter, anchor: str
) -> PanelSetting:
    """Set the figures in one or two rows of even cells, whichever is lower."""
    count = len(view.metrics)
    per_row = min(
        {count, math.ceil(count / 2), min(count, 3)},
        key=lambda cells: (_compact_lines(view, page, cells), -cells),
    )
    width = _cell_width(page, per_row)
    cells = []
    for index, metric in enumerate(view.metrics):
        size = page.scale.word if metric.figure.is_words else page.scale.figure
        style = TextStyle(TEXT_FAMILY, 600, page.scale.small)
        cells.append(
            CellSetting(
                metric=metric,
                figure=set_figure(metric.figure, page.fonts, size, width),
                label=write.lines(metric.label, style, width),
                is_ruled=index >= per_row,
                anchor=write.anchor(metric.anchor, metric.span),
            )
        )
    columns = " ".join([length_mm(width)] * per_row)
    tokens = token_style({"--cells": columns, "--per-row": str(per_row)})
    return PanelSetting(_COMPACT, anchor, None, tuple(cells), tokens)


def _cell_width(page: PageContext, per_row: int) -> float:
    """Return the width of one of so many cells in a row, in millimetres."""
    return (page.geometry.measure - (per_row - 1) * page.geometry.gutter) / per_row


def _compact_lines(view: PanelView, page: PageContext, per_row: int) -> float:
    """Return the height of a compact panel in L, without its heading; infinite if words are cut."""
    width = _cell_width(page, per_row)
    label_style = TextStyle(TEXT_FAMILY, 600, page.scale.small)
    style = TextStyle(TEXT_FAMILY, 400, page.scale.small)
    heights = []
    for metric in view.metrics:
        label = plain_text(metric.label)
        if label and max(widths_of(label.split(" "), page.fonts, label_style)) > (
            width * POINTS_PER_MM
        ):
            return math.inf
        texts = (plain_text(metric.context), plain_text(metric.reference))
        heights.append(
            line_count(label, page.fonts, label_style, width)
            + sum(line_count(text, page.fonts, style, width) for text in texts)
        )
    rows = [heights[start : start + per_row] for start in range(0, len(heights), per_row)]
    return sum(page.scale.figure_line + max(row) for row in rows) + 0.75 * (len(rows) - 1)


def _cells(view: PanelView, page: PageContext, write: FlowWriter) -> Iterator[CellSetting]:
    """Yield the figures with their words, in order."""
    scale, column = page.scale, page.geometry.column
    arrangement = view.arrangement
    for index, metric in enumerate(view.metrics):
        is_large = arrangement is PanelArrangement.TWO or (
            index == 0 and arrangement is not PanelArrangement.EQUAL
        )
        size = scale.word if metric.figure.is_words else scale.figure
        if is_large:
            share = PAIR_SHARE if arrangement is PanelArrangement.TWO else 1.0
            # Words as large as a number would fill the panel: they are the smaller for it.
            share *= WORD_HERO_SHARE if metric.figure.is_words else 1.0
            size = scale.hero * share
        yield CellSetting(
            metric=metric,
            figure=set_figure(metric.figure, page.fonts, size, column, is_hero=is_large),
            label=_label(metric, page, write, arrangement, is_large=is_large),
            is_ruled=_is_ruled(arrangement, index),
            anchor=write.anchor(metric.anchor, metric.span),
        )


def _label(
    metric: MetricView,
    page: PageContext,
    write: FlowWriter,
    arrangement: PanelArrangement,
    *,
    is_large: bool,
) -> Markup:
    """Return the label of a figure in balanced lines."""
    if arrangement is PanelArrangement.ONE:
        style = TextStyle(DISPLAY_FAMILY, page.fonts.lettering.heading_weight, _DISPLAY_LABEL_PT)
        return write.lines(metric.label, style, page.geometry.wide_column)
    is_hero = is_large and arrangement is not PanelArrangement.TWO
    style = TextStyle(TEXT_FAMILY, 600, page.scale.emphasis if is_hero else page.scale.body)
    return write.lines(metric.label, style, page.geometry.column)


def _is_ruled(arrangement: PanelArrangement, index: int) -> bool:
    """Tell whether a hairline separates a figure from the one above it."""
    if arrangement is PanelArrangement.ROWS:
        return index > 1
    if arrangement is PanelArrangement.GRID:
        return index > _GRID_WIDTH
    return arrangement is PanelArrangement.EQUAL and index > _GRID_WIDTH


def _tokens(
    view: PanelView,
    page: PageContext,
    hero: CellSetting | None,
    others: tuple[CellSetting, ...],
) -> dict[str, str]:
    """Return the custom properties that depend on the figures."""
    rows = {PanelArrangement.ROWS: len(others), PanelArrangement.GRID: _GRID_WIDTH}
    tokens = {"--rows": str(rows.get(view.arrangement, 1))}
    scale = page.scale
    if view.arrangement is PanelArrangement.TWO:
        pair = max(cell.figure.size for cell in others)
        tokens["--pair-size"] = length_pt(pair)
        tokens["--hero-line"] = plain(scale.hero_line(pair))
    if hero is not None:
        tokens["--hero-line"] = plain(scale.hero_line(hero.figure.size))
    if view.arrangement is PanelArrangement.ONE and hero is not None:
        tokens["--words-rise"] = length_pt(_words_rise(hero, page))
        tokens["--display-label-size"] = length_pt(_DISPLAY_LABEL_PT)
    return tokens


def _words_rise(hero: CellSetting, page: PageContext) -> float:
    """Return how far the words beside the only figure are raised to its baseline, in points.

    From the lower edge of the figure's line up to its baseline, less the same of the last line of
    the words.
    """
    scale, fonts, size = page.scale, page.fonts, hero.figure.size
    display = fonts.baseline_em(DISPLAY_FAMILY, fonts.lettering.hero_weight)
    below_figure = scale.hero_line(size) * scale.line / 2 - display * size
    below_words = scale.line / 2 - fonts.baseline_em(TEXT_FAMILY, 400) * scale.emphasis
    if not (hero.metric.context or hero.metric.reference):
        label = fonts.baseline_em(DISPLAY_FAMILY, fonts.lettering.heading_weight)
        below_words = _DISPLAY_LABEL_L * scale.line / 2 - label * _DISPLAY_LABEL_PT
    return max(0.0, below_figure - below_words)
