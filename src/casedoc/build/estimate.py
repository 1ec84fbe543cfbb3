"""How high a one-pager will be at a setting, guessed from its text.

*Why* no constants alone: a page of bold figures and a page of prose grow in different ways when
their type does. The distances are those of the built-in theme; what another theme does differently
is much the same at all settings, and the first layout shows how much it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.build.estimate_panel import panel_lines
from casedoc.build.text_lines import TextLines
from casedoc.markup.kind import PageKind
from casedoc.markup.one_pager import is_split_at, sections_around
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.markup.title import set_title
from casedoc.markup.tokens import DISPLAY_FAMILY, head_drop
from casedoc.source.element import Element, Kind, plain_text
from casedoc.view.study import FlowPart, LinksPart, SectionView, StepsPart, StepView

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.markup.theme import Theme
    from casedoc.view.one_pager import OnePagerView
    from casedoc.view.study import LinkView

_BULLET_EM: Final = 1.088
_CHIP_MM: Final = 4.6
"""Padding, border and distance of a chip."""
_CELL_MM: Final = 2.0
"""Padding of a cell."""
_PICTURE_L: Final = 14.0
_UNBALANCED: Final = 0.6
"""L by which the longer of two columns is longer than half of the text."""
_LINES_OF_META: Final = 2
_META_CELLS: Final = 3
_CLOSE: Final = frozenset({PageArrangement.DENSE, PageArrangement.COLUMNS})


class HeightEstimate:
    """Guesses how many pages a study fills at a setting."""

    def __init__(self, view: OnePagerView, theme: Theme) -> None:
        """Guess for one study in one theme."""
        self._view = view
        self._theme = theme
        self._geometry = theme.geometry(PageKind.ONE_PAGER)
        self._lines = TextLines(theme.fonts, view.hyphenate)
        self._known: dict[FitSetting, float] = {}

    def pages(self, setting: FitSetting) -> float:
        """Return the height in pages."""
        if setting not in self._known:
            scale = self._theme.scale(PageKind.ONE_PAGER, setting)
            body = _Body(self._lines, scale, self._geometry, setting.arrangement)
            height = self._head(scale, setting) + self._body(body, setting)
            self._known[setting] = height * scale.line_mm / self._geometry.area_height
        return self._known[setting]

    def lines_of_page(self, setting: FitSetting) -> float:
        """Return how many lines of running text stand on a page, all columns together."""
        scale = self._theme.scale(PageKind.ONE_PAGER, setting)
        columns = 2 if setting.arrangement is PageArrangement.COLUMNS else 1
        return columns * self._geometry.area_height / scale.line_mm

    def sections(self, setting: FitSetting) -> tuple[tuple[SectionView, float], ...]:
        """Return the sections of the text with their heights in lines."""
        scale = self._theme.scale(PageKind.ONE_PAGER, setting)
        body = _Body(self._lines, scale, self._geometry, setting.arrangement)
        before, after = sections_around(self._view.study, is_split=False)
        is_columns = setting.arrangement is PageArrangement.COLUMNS
        half = (self._geometry.measure - self._geometry.gutter) / 2
        width = half if is_columns else self._geometry.wide_column
        return tuple((one, body.section(one, width)) for one in (*before, *after))

    def _head(self, scale: Scale, setting: FitSetting) -> float:
        """Return the height in L down to the lower edge of the panel."""
        study, geometry, fonts = self._view.study, self._geometry, self._theme.fonts
        is_columns = setting.arrangement is PageArrangement.COLUMNS
        count = self._lines.count
        most = 1 if is_columns else 2
        short = self._theme.tokens.design.common.title_measure
        title = set_title(study.title, fonts, scale, geometry.measure, short, most_lines=most)
        height = 1.5 + scale.gap_title + len(title.lines) * title.leading_mm / scale.line_mm
        lines = count(study.subtitle, scale.heading, short, DISPLAY_FAMILY)
        height += lines * scale.head_line + (0.25 if lines and not is_columns else 0.0)
        lines = count(study.summary, scale.lead, short, DISPLAY_FAMILY)
        height += lines * 1.25 + (0.5 if lines else 0.0)
        if study.meta and is_columns:
            words = "   ".join(f"{meta.label} {meta.value}" for meta in study.meta)
            height += scale.gap_meta + count(words, scale.small, geometry.measure)
        elif study.meta:
            cells = [count(meta.value, scale.body, geometry.column) for meta in study.meta]
            rows = _rows(cells, _META_CELLS)
            height += scale.gap_meta - 0.5 + sum(1.5 + max(row) for row in rows)
        if study.panel is not None:
            height += panel_lines(study.panel, self._lines, scale, geometry, setting.arrangement)
        return height

    def _body(self, body: _Body, setting: FitSetting) -> float:
        """Return the height in L of everything below the panel."""
        study, scale, geometry = self._view.study, body.scale, self._geometry
        is_split = is_split_at(study, setting.arrangement)
        before, after = sections_around(study, is_split=is_split)
        chips = body.chips(study.technologies)
        if setting.arrangement is PageArrangement.COLUMNS:
            width = (geometry.measure - geometry.gutter) / 2
            heights = [body.section(one, width) for one in (*before, *after)]
            if study.technologies:
                heights.append(scale.head_rise + scale.head_line + chips(width))
            whole = sum(heights) + scale.gap_section * max(0, len(heights) - 1)
            return scale.gap_block + whole / 2 + _UNBALANCED
        rails = [*before, *after]
        heights = [body.rail(one) for one in rails]
        if study.technologies and not is_split:
            heights.append(
                max(scale.head_rise + scale.head_line, 1.0 + chips(geometry.wide_column))
            )
        height = sum(heights)
        if is_split and study.problem and study.solution:
            side = body.column(study.problem, geometry.column, is_narrow=True)
            if study.technologies:
                side += scale.gap_block + scale.head_rise + scale.head_line + 0.25
                side += chips(geometry.column)
            main = body.column(study.solution, geometry.wide_column)
            heights.append(max(side, main))
            height = sum(heights)
        gaps = max(0, len(heights) - 1) * scale.gap_section
        return height + scale.gap_block + gaps


@dataclass(frozen=True, slots=True)
class _Body:
    """Heights of parts of the text in L, at one setting."""

    lines: TextLines
    scale: Scale
    geometry: Geometry
    arrangement: PageArrangement

    @property
    def _is_close(self) -> bool:
        return self.arrangement in _CLOSE

    def section(self, section: SectionView, width: float) -> float:
        """Return the height of a section of the two columns."""
        head = self.scale.head_rise + self._head(section.heading, width)
        return head + self.parts(section, width, is_narrow=True)

    def column(self, section: SectionView, width: float, *, is_narrow: bool = False) -> float:
        """Return the height of a section with its head above."""
        head = self.scale.head_rise + self._head(section.heading, width)
        return head + 0.25 + self.parts(section, width, is_narrow=is_narrow)

    def rail(self, section: SectionView) -> float:
        """Return the height of a section with its head in column A."""
        head = self._head(section.heading, self.geometry.column)
        drop, _shift = head_drop(self.scale, self.lines.fonts)
        text = drop + self.parts(section, self.geometry.wide_column)
        return self.scale.head_rise + max(head, text)

    def parts(self, section: SectionView, width: float, *, is_narrow: bool = False) -> float:
        """Return the height of all that a section contains."""
        gap = self.scale.gap_paragraph
        heights = []
        for part in section.parts:
            if isinstance(part, FlowPart):
                heights.append(self.blocks(part.blocks, width))
            elif isinstance(part, StepsPart):
                heights.append(self._steps(part.steps, width, is_narrow=is_narrow))
            elif isinstance(part, LinksPart):
                heights.append(sum(self._link(link, width) for link in part.links))
            else:
                head = self.lines.count(
                    plain_text(part.heading), self.scale.body, width, weight=600
                )
                heights.append(0.5 + head + self.parts(part, width, is_narrow=is_narrow))
        return sum(heights) + gap * max(0, len(heights) - 1)

    def blocks(self, blocks: Iterable[Element], width: float) -> float:
        """Return the height of running blocks."""
        heights = [self._block(block, width) for block in blocks]
        return sum(heights) + self.scale.gap_paragraph * max(0, len(heights) - 1)

    def chips(self, names: Sequence[str]) -> _Chips:
        """Return what measures the technologies."""
        return _Chips(self.lines, self.scale.small, names, is_plain=self._is_close)

    def _head(self, heading: tuple[Element, ...], width: float) -> float:
        text = plain_text(heading)
        lines = self.lines.count(text, self.scale.heading, width, DISPLAY_FAMILY, 600)
        return lines * self.scale.head_line

    def _block(self, block: Element, width: float) -> float:
        """Return the height of one block; of pictures a usual one."""
        if block.kind is Kind.TABLE:
            return sum(self._row(one, width) for one in block.walk() if one.kind is Kind.ROW)
        if block.kind is Kind.CODE_BLOCK:
            return 0.5 + plain_text((block,)).count("\n")
        if block.kind in {Kind.PARAGRAPH, Kind.TERM, Kind.HEADING}:
            if any(child.kind is Kind.IMAGE for child in block.children):
                return _PICTURE_L
            return self.lines.count(plain_text(block.children), self.scale.body, width)
        if not block.children:
            return self.lines.count(plain_text((block,)), self.scale.body, width)
        indent = _BULLET_EM * self.scale.body * 0.3528
        return sum(self._block(child, width - indent) for child in block.children)

    def _row(self, row: Element, width: float) -> float:
        """Return the height of a row whose cells are taken to be equally wide."""
        measure = width / max(1, len(row.children)) - _CELL_MM
        cells = (plain_text(cell.children) for cell in row.children)
        lines = (self.lines.count(text, self.scale.body, measure) for text in cells)
        return max(lines, default=1) + 0.25

    def _steps(self, steps: tuple[StepView, ...], width: float, *, is_narrow: bool) -> float:
        if is_narrow:
            gap = 0.25 if self.arrangement is PageArrangement.COLUMNS else 0.5
            return sum(self._step(step, width) for step in steps) + gap * (len(steps) - 1)
        column, wide = self.geometry.column, self.geometry.wide_column
        heights = [self._step(step, column) for step in steps]
        if len(steps) % 2:
            heights[-1] = self._step(steps[-1], wide)
        rows = _rows(heights, 2)
        return sum(max(row) for row in rows) + 0.5 * (len(rows) - 1)

    def _step(self, step: StepView, width: float) -> float:
        first, *others = step.blocks or (None,)
        lead_in = plain_text(step.lead_in)
        text = plain_text(first.children) if first is not None else ""
        rest = self.blocks(others, width)
        if self._is_close:
            return self.lines.count(f"{lead_in}: {text}", self.scale.body, width) + rest
        head = self.lines.count(lead_in, self.scale.body, width, weight=600)
        return head + self.lines.count(text, self.scale.body, width) + rest

    def _link(self, link: LinkView, width: float) -> float:
        label, note = plain_text(link.label), plain_text(link.note)
        address = " ".join(link.address)
        scale, column = self.scale, self.geometry.column
        if self.arrangement is PageArrangement.COLUMNS:
            words = f"{label} {note} {address}"
            return self.lines.count(words, (scale.body + scale.small) / 2, width)
        left = self.lines.count(label, scale.body, column)
        left += self.lines.count(note, scale.small, column)
        return max(left, self.lines.count(address, scale.small, column))


@dataclass(frozen=True, slots=True)
class _Chips:
    """Heights of the technologies in L."""

    lines: TextLines
    size: float
    names: Sequence[str]
    is_plain: bool

    def __call__(self, width: float) -> float:
        """Return the height in a column of a width in millimetres."""
        if self.is_plain:
            return self.lines.count(" · ".join(self.names), self.size, width)
        rows, room = 1, width
        for name in self.names:
            chip = self.lines.width_mm(name, self.size) + _CHIP_MM
            if chip > room and room < width:
                rows, room = rows + 1, width
            room -= chip
        return 1.25 * rows - 0.25


def _rows(heights: Sequence[float], per_row: int) -> list[Sequence[float]]:
    return [heights[start : start + per_row] for start in range(0, len(heights), per_row)]
