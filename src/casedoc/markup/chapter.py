"""Whether the text of a booklet's chapter fits on one page.

Then technologies and links can stand on the lower edge of that page; otherwise the text flows over
as many pages as it needs, and they follow it. Estimates count lines, rather too many than too few.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, TEXT_FAMILY
from casedoc.source.element import Kind, plain_text
from casedoc.view.study import FlowPart, LinksPart, SectionView, StepsPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.source.element import Element
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import LinkView, StudyView

LONGEST_LEAD: Final = 480
"""Characters of a whole text; a longer one is not set as a lead."""
LONGEST_OPENER_LEAD: Final = 640
"""Characters of a problem; a longer one is not set as the lead of an opener."""
LEAD_LINE: Final = 2.0
"""Line height of a lead in L."""
_MOST_LEADS: Final = 4
_RAGGED: Final = 1.05
"""Lines end before the measure: a text takes this much more room than its bare width."""
_SAFETY: Final = 1.0
_LIKELY: Final = 0.9
"""What a text really takes of its estimate, mostly."""
_FIRST: Final = 1.75
"""The gap above a section, which the first one on a page has not."""
_GAP: Final = 0.5
_SECTION: Final = 2.85
_ROW: Final = 1.5
_IMAGE: Final = 40.0
_INDENT_MM: Final = 4.0


def fits_one_page(
    study: StudyView, geometry: Geometry, scale: Scale, fonts: FontSet, *, is_lead: bool = False
) -> bool:
    """Tell whether a chapter's text, technologies and links surely fit on one page."""
    lines = Estimate(geometry, scale, fonts).of_study(study, is_lead=is_lead)
    return lines - _FIRST <= geometry.area_height / scale.line_mm - _SAFETY


def may_fit_one_page(study: StudyView, geometry: Geometry, scale: Scale, fonts: FontSet) -> bool:
    """Tell whether a chapter's text, technologies and links are likely to fit on one page.

    Only a layout tells; who is right more often asks for fewer of them.
    """
    lines = Estimate(geometry, scale, fonts).of_study(study)
    return (lines - _FIRST) * _LIKELY <= geometry.area_height / scale.line_mm


def reads_as_lead(study: StudyView) -> bool:
    """Tell whether all text of a study is so short and plain that it can be set in display type."""
    lead = lead_of(study)
    sections = [section for section in sections_of(study) if section is not lead]
    return (
        0 < len(sections) <= _MOST_LEADS
        and all(_is_plain(section) for section in sections)
        and sum(section.length for section in sections) <= LONGEST_LEAD
    )


class Estimate:
    """Counts lines at a given width of column and size of type."""

    def __init__(self, geometry: Geometry, scale: Scale, fonts: FontSet) -> None:
        self._geometry = geometry
        self._scale = scale
        self._fonts = fonts

    def of_study(self, study: StudyView, *, is_lead: bool = False) -> float:
        """Return the lines of all sections, technologies and links."""
        of_section = self._of_lead if is_lead else self.of_section
        return sum(of_section(section) for section in sections_of(study)) + self.of_closing(study)

    def _of_lead(self, section: SectionView) -> float:
        """Return the lines of a section in display type."""
        words = " ".join(
            plain_text((block,))
            for part in section.parts
            if isinstance(part, FlowPart)
            for block in part.blocks
        )
        weight = self._fonts.lettering.lead_weight
        size = self._fonts.lettering.page_lead_size
        width = self._fonts.width_pt(words, DISPLAY_FAMILY, weight, size) / POINTS_PER_MM
        return _SECTION + LEAD_LINE * math.ceil(width * _RAGGED / self._geometry.wide_column)

    def of_closing(self, study: StudyView) -> float:
        """Return the lines of technologies, links and notes."""
        lines = 0.0
        if study.technologies:
            # Chips are in smaller type, but wider than their words.
            names = " mm ".join(study.technologies)
            lines += _SECTION + 1.25 * self._lines(names, self._geometry.wide_column)
        return lines + sum(self.of_section(section) for section in closing_of(study))

    def of_section(self, section: SectionView, overhead: float = _SECTION) -> float:
        """Return the lines of a section with its heading."""
        lines = overhead
        for part in section.parts:
            match part:
                case FlowPart():
                    lines += self._blocks(part.blocks, self._geometry.wide_column)
                case StepsPart():
                    lines += self._steps(part)
                case LinksPart():
                    lines += sum(self._link(link) for link in part.links)
                case SectionView():
                    lines += self.of_section(part)
        return lines

    def _steps(self, part: StepsPart) -> float:
        column = self._geometry.column
        if self._geometry.has_narrow_rail:
            # What leads in stands beside the text; where it is long, the text begins later.
            return sum(
                self._lines(plain_text(step.lead_in), self._geometry.rail)
                - bool(step.lead_in)
                + self._blocks(step.blocks, column)
                for step in part.steps
            )
        heights = [
            self._lines(plain_text(step.lead_in), column) + self._blocks(step.blocks, column)
            for step in part.steps
        ]
        return sum(max(heights[at : at + 2]) for at in range(0, len(heights), 2))

    def _link(self, link: LinkView) -> float:
        column = self._geometry.column
        words = sum(self._lines(plain_text(text), column) for text in (link.label, link.note))
        return max(words, self._lines("".join(link.address), column)) + _GAP

    def _blocks(self, blocks: Iterable[Element], width_mm: float) -> float:
        return sum(self._block(block, width_mm) for block in blocks)

    def _block(self, block: Element, width_mm: float) -> float:
        if any(element.kind is Kind.IMAGE for element in block.walk()):
            return _IMAGE
        if block.kind is Kind.CODE_BLOCK:
            lines = block.text.split("\n")
            # Code is set in wide letters.
            return (
                1 + _GAP + sum(max(1, self._lines(f"{line}  " * 2, 2 * width_mm)) for line in lines)
            )
        if block.kind is Kind.TABLE:
            return sum(self._row(row, width_mm) for row in rows_of(block)) + _GAP
        if block.kind in _CONTAINERS:
            inside = sum(self._block(child, width_mm - _INDENT_MM) for child in block.children)
            return inside + (_GAP if block.kind in _SPACED else 0.0)
        if block.kind is Kind.ITEM and len(block.children) == 1:
            return self._lines(plain_text((block,)), width_mm)
        return self._lines(plain_text((block,)), width_mm) + _GAP

    def _row(self, row: Element, width_mm: float) -> float:
        share = width_mm / max(1, len(row.children)) - _INDENT_MM
        return _ROW * max(
            (self._lines(plain_text((cell,)), share) for cell in row.children), default=1
        )

    def _lines(self, text: str, width_mm: float) -> int:
        width = self._fonts.width_pt(text, TEXT_FAMILY, 400, self._scale.body) / POINTS_PER_MM
        if width <= width_mm:
            return int(bool(text))
        return math.ceil(width * _RAGGED / width_mm)


_SPACED: Final = frozenset(
    {
        Kind.BULLET_LIST,
        Kind.ORDERED_LIST,
        Kind.QUOTE,
        Kind.DEFINITION_LIST,
        Kind.FOOTNOTES,
    }
)
_CONTAINERS: Final = _SPACED | {Kind.DEFINITION, Kind.FOOTNOTE}


def rows_of(table: Element) -> Iterator[Element]:
    """Yield the rows of a table."""
    return (element for element in table.walk() if element.kind is Kind.ROW)


def sections_of(study: StudyView) -> tuple[SectionView, ...]:
    """Return the sections of the text in paper order."""
    middle = tuple(section for section in (study.problem, study.solution) if section)
    return (*study.before, *middle, *study.after)


def lead_of(study: StudyView) -> SectionView | None:
    """Return the problem of a study without figures, where it is short enough for its opener."""
    if study.panel is not None:
        return None
    for section in sections_of(study):
        is_short = section.length <= LONGEST_OPENER_LEAD and section.heading
        if section.role == "problem" and is_short and _is_plain(section):
            return section
    return None


def _is_plain(section: SectionView) -> bool:
    """Tell whether a section consists of paragraphs."""
    return all(
        isinstance(part, FlowPart)
        and all(block.kind is Kind.PARAGRAPH for block in part.blocks)
        and not any(
            element.kind in {Kind.IMAGE, Kind.FOOTNOTE_REFERENCE}
            for block in part.blocks
            for element in block.walk()
        )
        for part in section.parts
    )


def closing_of(study: StudyView) -> tuple[SectionView, ...]:
    """Return what follows the technologies."""
    return tuple(section for section in (study.links, study.notes) if section)
