import pytest
from tests.markup.samples import theme

from casedoc.markup.figure import set_figure
from casedoc.view.study import FigureView


def test_a_short_figure_has_the_full_size_and_stands_on_its_ink() -> None:
    setting = set_figure(FigureView("70", "%", gap=True), theme().fonts, 80, 55, is_hero=True)
    assert setting.size == 80
    assert pytest.approx(0.029) == setting.outdent_em


@pytest.mark.parametrize("unit", ["Stunden", "Mio. €", "Transaktionen"])
def test_a_wide_figure_shrinks_until_it_fits(unit: str) -> None:
    figure = FigureView("1.234,5", unit, gap=True)
    setting = set_figure(figure, theme().fonts, 80, 55, is_hero=True)
    number = theme().fonts.width_pt("1.234,5", "CD Display", 400, setting.size, -0.035)
    words = theme().fonts.width_pt(f"\u00a0{unit}", "CD Display", 400, 0.6 * setting.size)
    assert setting.size < 80
    assert number * 0.9 + words < 55 * 72 / 25.4


def test_words_shrink_a_little_and_then_take_two_lines() -> None:
    fonts = theme().fonts
    one = set_figure(FigureView("tägliche Deployments", is_words=True), fonts, 18, 55)
    assert (one.lines, one.size < 18) == (("tägliche Deployments",), True)
    two = set_figure(FigureView("vollautomatisierte Auslieferung", is_words=True), fonts, 29, 55)
    assert two.lines == ("vollautomatisierte", "Auslieferung")


def test_small_figures_are_not_moved() -> None:
    assert set_figure(FigureView("70"), theme().fonts, 20, 55).outdent_em == 0


@pytest.mark.parametrize(("unit", "descends"), [("days", True), ("Tage", True), ("%", False)])
def test_a_unit_below_the_baseline_is_known(unit: str, descends: object) -> None:
    setting = set_figure(FigureView("11", unit, gap=True), theme().fonts, 80, 55, is_hero=True)
    assert setting.descends is descends
