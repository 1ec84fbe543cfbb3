"""A case study of the booklet on one page: title, results and text below each other.

The results are as large as on an opener where the text is short enough; otherwise they stand in a
panel, the large figure in column A and the others as rows beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle
from casedoc.markup.booklet_form import ChapterForm, Closing
from casedoc.markup.chapter import Estimate, reads_as_lead
from casedoc.markup.figure import set_figure
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.opener import OpenerSetting, Sheet, opener_height_mm, set_opener, set_page_title
from casedoc.markup.tokens import TEXT_FAMILY

if TYPE_CHECKING:
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import StudyView

PANEL_TITLE: Final = 0.8
"""Size of the title above a panel, against that of an opener."""
PANEL_HERO: Final = 80.0
"""Size of the large figure of a panel, at most."""
CLOSE: Final = 0.8
"""How large title and figure are, against the usual, where that spares a page."""
_WORD_HERO: Final = 32.0
_LARGE_LEAST: Final = 84.0
"""A figure smaller than this is not large: it goes into a panel."""
_PANEL_MOST: Final = 0.45
"""Share of the page that a panel may take; more runs on row by row."""
_RUNNING_ON: Final = 0.25
"""Share of the page that is kept for the beginning of a text that runs on."""
_GAPS: Final = 4.5
"""Lines around results and text."""
_SAFETY_MM: Final = 3.0


@dataclass(frozen=True, slots=True)
class _Measures:
    geometry: Geometry
    scale: Scale
    fonts: FontSet

    def text_mm(self, study: StudyView, *, is_lead: bool) -> float:
        """Return the height of text, technologies and links with the gaps around them."""
        estimate = Estimate(self.geometry, self.scale, self.fonts)
        return (estimate.of_study(study, is_lead=is_lead) + _GAPS) * self.scale.line_mm

    def large(self, study: StudyView, text_mm: float) -> OpenerSetting:
        return set_opener(study, self.geometry, self.scale, self.fonts, closing_mm=text_mm)


def study_form(study: StudyView, geometry: Geometry, scale: Scale, fonts: FontSet) -> ChapterForm:
    """Return the form that estimates give to a study on one page."""
    measures = _Measures(geometry, scale, fonts)
    for is_lead in (True, False):
        if is_lead and not reads_as_lead(study):
            continue
        large = measures.large(study, measures.text_mm(study, is_lead=is_lead))
        is_large = not large.figures or large.figures[0].size >= _least(study)
        if large.fits and is_large and study.panel:
            return ChapterForm(Closing.EDGE, is_large=True, is_lead=is_lead)
    panel = set_study_page(study, geometry, scale, fonts, ChapterForm())
    height = measures.text_mm(study, is_lead=False) + panel_mm(study, panel, geometry, scale, fonts)
    sheet = Sheet(geometry, scale, fonts)
    height += sheet.top_mm(study, panel.title) + _SAFETY_MM
    is_edge = height <= opener_height_mm(geometry)
    return ChapterForm(Closing.EDGE if is_edge else Closing.FOLLOWS)


def _least(study: StudyView) -> float:
    """Return the least size of a large figure; words are large when they are smaller."""
    hero = study.panel.metrics[0].figure if study.panel else None
    return _WORD_HERO if hero and hero.is_words else _LARGE_LEAST


def set_study_page(
    study: StudyView, geometry: Geometry, scale: Scale, fonts: FontSet, form: ChapterForm
) -> OpenerSetting:
    """Measure the head and the results of a study on one page."""
    if form.is_large:
        measures = _Measures(geometry, scale, fonts)
        room = _RUNNING_ON * geometry.area_height
        if form.closing is Closing.EDGE:
            room = measures.text_mm(study, is_lead=form.is_lead)
        return measures.large(study, room)
    share = CLOSE if form.is_close else 1.0
    title = set_page_title(study.title, geometry, scale, fonts, PANEL_TITLE * share)
    figures = []
    for index, metric in enumerate(study.panel.metrics if study.panel else ()):
        is_words = metric.figure.is_words
        size = scale.word if is_words else scale.figure
        if index == 0:
            size = _WORD_HERO if is_words else PANEL_HERO * share
        figures.append(set_figure(metric.figure, fonts, size, geometry.column, is_hero=index == 0))
    label = TextStyle(TEXT_FAMILY, 600, scale.emphasis)
    setting = OpenerSetting(title, tuple(figures), label, fits=True)
    height = panel_mm(study, setting, geometry, scale, fonts)
    is_panel = height <= _PANEL_MOST * geometry.area_height
    return OpenerSetting(title, tuple(figures), label, fits=is_panel)


def panel_mm(
    study: StudyView, setting: OpenerSetting, geometry: Geometry, scale: Scale, fonts: FontSet
) -> float:
    """Return the height of a panel: that of its higher side, or of both below each other."""
    if study.panel is None:
        return 0.0
    sheet = Sheet(geometry, scale, fonts)
    hero, *others = study.panel.metrics
    column = geometry.column
    words = (hero.label, hero.context, hero.reference)
    left = 2.0 + 1.1 * sum(sheet.lines(one, scale.emphasis, column) for one in words)
    figure = setting.figures[0]
    left += len(figure.lines) * figure.size * 1.1 / POINTS_PER_MM / scale.line_mm
    right = 0.0
    for metric, row in zip(others, setting.figures[1:], strict=True):
        texts = (metric.label, metric.context, metric.reference)
        text = sum(sheet.lines(one, scale.body, column) for one in texts)
        right += 0.75 + max(scale.figure_line * len(row.lines), text)
    height = left + right if geometry.has_narrow_rail else max(left, right)
    return (height + 1.5) * scale.line_mm
