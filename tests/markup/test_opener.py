from dataclasses import replace

import pytest
from tests.markup.portfolio import CLINIC, TRAMS, WAREHOUSE, number, panel, words
from tests.markup.samples import theme

from casedoc.markup.geometry import Geometry
from casedoc.markup.kind import PageKind
from casedoc.markup.opener import OpenerSetting, set_opener
from casedoc.markup.setting import FitSetting
from casedoc.view.study import StudyView

GEOMETRY: Geometry = theme().geometry(PageKind.BOOKLET)
SCALE = theme().scale(PageKind.BOOKLET, FitSetting())


def opener(study: StudyView) -> OpenerSetting:
    return set_opener(study, GEOMETRY, SCALE, theme().fonts)


def with_figures(count: int, text: str = "7", unit: str = "%") -> StudyView:
    rows = [(number(text, unit), "Weniger Fehler", "", "") for _ in range(count)]
    return replace(WAREHOUSE, title="Kurzer Titel", panel=panel("probe", "Ergebnisse", *rows))


@pytest.mark.parametrize(("count", "size"), [(1, 230), (2, 205), (3, 185), (4, 165), (5, 150)])
def test_fewer_figures_make_the_first_larger(count: int, size: int) -> None:
    assert opener(with_figures(count)).figures[0].size == size


def test_a_wide_figure_is_set_smaller() -> None:
    setting = opener(with_figures(1, "1.234.567", "Euro"))
    assert setting.figures[0].size < 130
    assert GEOMETRY.measure > theme().fonts.lettering.opener_measure


def test_long_rows_make_the_first_figure_smaller_before_the_page_is_too_full() -> None:
    rows = [(number("7", "%"), "Weniger Fehler", "und mehr Worte dazu " * 12, "")] * 5
    setting = opener(replace(WAREHOUSE, panel=panel("probe", "Ergebnisse", *rows)))
    assert setting.figures[0].size < 150


def test_what_can_not_fit_flows_on() -> None:
    rows = [(number("7", "%"), "Weniger Fehler", "und mehr Worte dazu " * 60, "")] * 6
    setting = opener(replace(WAREHOUSE, panel=panel("probe", "Ergebnisse", *rows)))
    assert not setting.fits


def test_words_can_be_the_first_figure() -> None:
    rows = [(words("keine Nachtarbeit"), "", "an den Anlagen", "")]
    setting = opener(replace(WAREHOUSE, panel=panel("probe", "Ergebnisse", *rows)))
    assert setting.figures[0].lines
    assert setting.fits


@pytest.mark.parametrize("study", [WAREHOUSE, TRAMS, CLINIC])
def test_usual_studies_fit_their_page(study: StudyView) -> None:
    assert opener(study).fits


def test_titles_shrink_to_reach_two_lines_and_else_take_three() -> None:
    assert opener(replace(CLINIC, title="Kurz")).title.size == 40
    long = opener(replace(CLINIC, title="Anmeldung in der Klinik vor dem ersten Termin " * 3))
    assert long.title.size < 34
