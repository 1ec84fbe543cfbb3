"""The opener of a booklet's chapter: title above, results below (DESIGN section 10)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.chapter import LEAD_LINE, lead_of
from casedoc.markup.figure import FigureSetting, set_figure
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.title import TitleSetting
from casedoc.markup.tokens import DISPLAY_FAMILY, TEXT_FAMILY
from casedoc.source.element import plain_text
from casedoc.view.study import FlowPart

if TYPE_CHECKING:
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.source.element import Element
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import MetricView, SectionView, StudyView

_LEAD_GAPS: Final = 3.0
_WORD_HERO: Final = 64.0
_HERO_FLOOR: Final = 60.0
_HERO_STEP: Final = 5.0
_RAGGED: Final = 1.08
"""Lines end before the measure: a text takes this much more room than its bare width."""


@dataclass(frozen=True, slots=True)
class OpenerSetting:
    """What is decided about an opener by measuring its text."""

    title: TitleSetting
    """How the title is set."""
    figures: tuple[FigureSetting, ...]
    """How the figures are set, the large one first."""
    label: TextStyle
    """How the label of the large figure is set."""
    fits: bool
    """Whether all stands on one page, so that the results can stand on its lower edge."""


def opener_height_mm(geometry: Geometry) -> float:
    """Return the height of the type area of cover and openers."""
    return geometry.area_height + geometry.margin_top - geometry.opener_top


def set_opener(
    study: StudyView,
    geometry: Geometry,
    scale: Scale,
    fonts: FontSet,
    *,
    closing_mm: float = 0.0,
) -> OpenerSetting:
    """Measure an opener.

    The figure is as large as the number of figures allows, and smaller where it would be too wide
    or where titles and rows are so long that the page would not hold them.

    Args:
        study: What is printed.
        geometry: The page.
        scale: The type sizes.
        fonts: Measures the words.
        closing_mm: Height of technologies and links, where they stand on the opener.
    """
    lettering = fonts.lettering
    label = TextStyle(DISPLAY_FAMILY, lettering.heading_weight, lettering.opener_label)
    title = set_page_title(study.title, geometry, scale, fonts)
    sheet = Sheet(geometry, scale, fonts)
    room = opener_height_mm(geometry) - sheet.top_mm(study, title) - closing_mm
    metrics = study.panel.metrics if study.panel else ()
    if not metrics:
        lead = lead_of(study)
        size = fonts.lettering.page_lead_size
        lines = sheet.lines(_words_of(lead), size, geometry.measure, DISPLAY_FAMILY)
        height = (LEAD_LINE * lines + _LEAD_GAPS * bool(lead)) * scale.line_mm
        return OpenerSetting(title, (), label, fits=height <= room)
    rows = tuple(
        set_figure(
            metric.figure,
            fonts,
            scale.word if metric.figure.is_words else scale.figure,
            geometry.column,
        )
        for metric in metrics[1:]
    )
    room -= sheet.results_mm(metrics, rows)
    first = metrics[0].figure
    sizes = lettering.opener_figures
    size = _WORD_HERO if first.is_words else sizes[min(len(metrics), len(sizes)) - 1]
    while True:
        hero = set_figure(first, fonts, size, lettering.opener_measure, is_hero=True)
        height = len(hero.lines) * hero.size * fonts.lettering.figure_height / POINTS_PER_MM
        if height <= room or size <= _HERO_FLOOR:
            return OpenerSetting(title, (hero, *rows), label, fits=height <= room)
        size = min(size, hero.size) - _HERO_STEP


def _words_of(section: SectionView | None) -> str:
    """Return the words of a section of paragraphs; empty where there is none."""
    parts = section.parts if section else ()
    blocks = [block for part in parts if isinstance(part, FlowPart) for block in part.blocks]
    return " ".join(plain_text((block,)) for block in blocks)


def set_page_title(
    title: str, geometry: Geometry, scale: Scale, fonts: FontSet, share: float = 1.0
) -> TitleSetting:
    """Return the first size at which a title takes two lines, else three, else the smallest.

    Args:
        title: The title in one line.
        geometry: The page.
        scale: The type sizes.
        fonts: Measures the title.
        share: How large it is, against the title of an opener.
    """
    setting = TitleSetting((title,), 0.0, 0.0)
    set_by = fonts.lettering
    for most, sizes in ((2, set_by.opener_titles), (3, set_by.opener_long_titles)):
        for usual in sizes:
            size = usual * share
            style = TextStyle(DISPLAY_FAMILY, set_by.title_weight, size, set_by.title_spacing)
            lines = balanced_lines(title, fonts, style, geometry.measure)
            setting = TitleSetting(lines, size, scale.leading(size) * scale.line_mm)
            if len(lines) <= most:
                return setting
    return setting


@dataclass(frozen=True, slots=True)
class Sheet:
    """Estimates heights in millimetres; rather too much than too little."""

    geometry: Geometry
    scale: Scale
    fonts: FontSet

    def top_mm(self, study: StudyView, title: TitleSetting) -> float:
        """Return the height of kicker, title and meta row, and of the least space below."""
        measure, scale = self.geometry.measure, self.scale
        # Kicker, the gaps around the title, and the least space between the two groups.
        lines = 5.5 + bool(study.original) + len(title.lines) * title.leading_mm / scale.line_mm
        lines += 1.5 * self.lines(study.subtitle, scale.heading, measure, DISPLAY_FAMILY)
        if study.summary:
            lines += 1 + 1.5 * self.lines(study.summary, scale.lead, measure, DISPLAY_FAMILY)
        for at in range(0, len(study.meta), self.geometry.columns):
            row = study.meta[at : at + self.geometry.columns]
            column = self.geometry.column
            lines += 1.5 + max(self.lines(meta.value, scale.body, column) for meta in row)
        return lines * scale.line_mm

    def results_mm(self, metrics: tuple[MetricView, ...], rows: tuple[FigureSetting, ...]) -> float:
        """Return the height of the results without the large figure."""
        hero, *others = metrics
        measure, scale = self.geometry.measure, self.scale
        label, words = self.fonts.lettering.opener_label, self.fonts.lettering.opener_words
        # The heading and the gap below it, then the words below the large figure.
        lines = 2.0 + 1.6 * self.lines(hero.label, label, measure, DISPLAY_FAMILY)
        for elements in (hero.context, hero.reference):
            lines += 1.25 * self.lines(elements, words, measure)
        lines += 1.5 if others else 0.0
        for metric, figure in zip(others, rows, strict=True):
            texts = (metric.label, metric.context, metric.reference)
            text = sum(self.lines(one, scale.body, self.geometry.beside_column) for one in texts)
            lines += 1 + max(scale.figure_line * len(figure.lines), text)
        return lines * scale.line_mm

    def lines(
        self,
        text: str | tuple[Element, ...],
        size: float,
        measure_mm: float,
        family: str = TEXT_FAMILY,
    ) -> int:
        """Return how many lines a text takes, set in bold."""
        words = text if isinstance(text, str) else plain_text(text)
        width = self.fonts.width_pt(words, family, 600, size) / POINTS_PER_MM
        if width <= measure_mm:
            return int(bool(words))
        return math.ceil(width * _RAGGED / measure_mm)
