"""Metrics become the figures of the panel."""

import pytest
from tests.content.reading import study_of
from tests.view.views import spec, text_of, view_of, words

from casedoc.view.compose_study import compose_study
from casedoc.view.study import PanelArrangement, PanelView


def panel_of(matter: str, language: str = "de") -> PanelView:
    panel = view_of(matter, language=language).panel
    assert panel is not None
    return panel


def declared(*metrics: str) -> str:
    return "title: A\nmetrics:\n" + "".join(f"  - {{{metric}}}\n" for metric in metrics)


def numbers(panel: PanelView) -> list[str]:
    return [metric.figure.number for metric in panel.metrics]


@pytest.mark.parametrize(
    ("count", "arrangement"),
    [
        (1, PanelArrangement.ONE),
        (2, PanelArrangement.TWO),
        (3, PanelArrangement.ROWS),
        (4, PanelArrangement.ROWS),
        (5, PanelArrangement.GRID),
        (6, PanelArrangement.EQUAL),
    ],
)
def test_arrangement_by_number_of_figures(count: int, arrangement: PanelArrangement) -> None:
    panel = panel_of(declared(*(f"value: {number} %" for number in range(1, count + 1))))
    assert (panel.arrangement, len(panel.metrics)) == (arrangement, count)


def test_without_figures_there_is_no_panel() -> None:
    assert view_of().panel is None


def test_the_hero_comes_first_and_the_others_keep_their_order() -> None:
    five = [f"value: {number} %" for number in range(1, 6)]
    assert numbers(panel_of(declared(*five))) == ["1", "2", "3", "4", "5"]
    five[3] += ", hero: true"
    assert numbers(panel_of(declared(*five))) == ["4", "1", "2", "3", "5"]


@pytest.mark.parametrize("count", [2, 6])
def test_where_all_are_equal_no_hero_moves(count: int) -> None:
    metrics = [f"value: {number} %" for number in range(1, count + 1)]
    metrics[-1] += ", hero: true"
    assert numbers(panel_of(declared(*metrics)))[-1] == str(count)


def test_of_more_than_six_the_rest_is_a_list() -> None:
    metrics = [f"value: {number} %, label: L{number}" for number in range(1, 8)]
    metrics[5] += ", context: im Mai, reference: bisher 9"
    view = view_of(declared(*metrics))
    assert view.panel is not None
    assert view.panel.arrangement is PanelArrangement.GRID
    assert numbers(view.panel) == ["1", "2", "3", "4", "5"]
    [rest] = view.before
    assert text_of(rest).replace("\u00a0", " ") == (
        "Weitere Ergebnisse6 % L6 im Mai (bisher 9)7 % L7"
    )


def test_a_hero_beyond_the_fifth_is_still_the_hero() -> None:
    metrics = [f"value: {number} %" for number in range(1, 8)]
    metrics[6] += ", hero: true"
    assert numbers(panel_of(declared(*metrics)))[0] == "7"


@pytest.mark.parametrize(
    ("metric", "line"),
    [
        ("before: 4 h, after: 20 min", "4 h → 20 min"),
        ("before: 4 h", "vorher 4 h"),
        ("after: 20 min", "nachher 20 min"),
        ("before: 4 h, after: 20 min, reference: laut Bericht", "4 h → 20 min, laut Bericht"),
        ("label: Zeit", ""),
    ],
)
def test_before_and_after(metric: str, line: str) -> None:
    [one] = panel_of(declared(f"value: 70%, {metric}")).metrics
    assert words(one.reference) == line


def test_only_the_second_value_is_bold() -> None:
    [one] = panel_of(declared("value: 70%, before: 4 h, after: 20 min")).metrics
    assert [words(part.children) for part in one.reference if part.kind.value == "strong"] == [
        "20 min"
    ]


def test_the_panels_heading_is_the_authors_or_the_catalogs() -> None:
    assert words(panel_of(declared("value: 70%")).heading) == "Ergebnisse"
    assert words(panel_of(declared("value: 70%"), "en").heading) == "Results"
    panel = view_of(body="## Wirkung\n\n- **70% weniger** Zeit\n").panel
    assert panel is not None
    assert words(panel.heading) == "Wirkung"
    assert [(one.anchor, one.span.line) for one in panel.metrics] == [("sample-7-3", 7)]


def test_a_figure_is_dressed_for_the_documents_language() -> None:
    study = study_of("title: A\nmetrics: [{value: '99,95%'}]")
    for language, number, unit, gap in (("de", "99,95", "%", True), ("en", "99.95", "%", False)):
        view = compose_study(study, spec(language)).value
        assert view is not None
        assert view.panel is not None
        figure = view.panel.metrics[0].figure
        assert (figure.number, figure.unit, figure.gap) == (number, unit, gap)


def test_a_word_figure() -> None:
    [one] = panel_of(declared("value: tägliche Deployments")).metrics
    assert (one.figure.number, one.figure.is_words) == ("tägliche Deployments", True)
