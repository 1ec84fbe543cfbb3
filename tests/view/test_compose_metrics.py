"""Metrics become the figures of the panel."""

import pytest
from tests.content.reading import study_of, warned
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


def in_english(matter: str, body: str = "") -> PanelView:
    """The panel of a German study in an English document, as `--fallback` prints it."""
    view = compose_study(study_of(matter, body), spec("en")).value
    assert view is not None
    assert view.panel is not None
    return view.panel


@pytest.mark.parametrize(
    ("value", "number", "unit"),
    [
        ("'99,95%'", "99.95", "%"),
        ("99.95 %", "99.95", "%"),
        ("1200000 EUR", "€1,200,000", ""),
        ("'1.200.000 EUR'", "€1,200,000", ""),
        ("'1.200.000,50 €'", "€1,200,000.50", ""),
        ("20 minutes", "20", "minutes"),
        ("'20 Minuten'", "20", "minutes"),
        ("450 PT", "450", "person-days"),
        ("'{percent}`99.950`'", "99.950", "%"),
        ("'{num}`1.500`'", "1.500", ""),
        ("'{date}`2023-08`'", "August\u00a02023", ""),
    ],
)
def test_a_typed_value_prints_in_the_language_of_the_document(
    value: str, number: str, unit: str
) -> None:
    [metric] = in_english(declared(f"value: {value}")).metrics
    assert (metric.figure.number, metric.figure.unit) == (number, unit)


def test_a_typed_value_of_the_text_prints_in_the_language_of_the_document() -> None:
    body = "## Ergebnisse\n\n- **{eur}`1.2e6` gespart**\n- **{percent}`99.95`** da\n- **5 %** weg"
    assert numbers(in_english("title: A", body)) == ["€1,200,000", "99.95", "5"]


def test_values_before_and_after_print_in_the_language_of_the_document() -> None:
    metric = "value: '99,9 %', before: 7 weeks, after: '{fact}`x`'"
    panel = in_english(declared(metric) + "facts: {x: 11 days}")
    assert words(panel.metrics[0].reference) == "7 weeks → 11 days"


def test_amounts_of_the_meta_row_print_in_the_language_of_the_document() -> None:
    matter = "title: A\nclient: X\nteam: 1500\nvolume: 450 PT"
    view = compose_study(study_of(matter), spec("en")).value
    assert view is not None
    printed = {one.label: one.value.replace("\u00a0", " ") for one in view.meta}
    assert (printed["Team"], printed["Volume"]) == ("1,500", "450 person-days")


def test_what_can_be_read_in_two_ways_is_never_converted() -> None:
    study = warned(declared("value: 1.500", "value: '1,500'"))[0]
    for tag in ("de", "en"):
        view = compose_study(study, spec(tag)).value
        assert view is not None
        assert view.panel is not None
        assert numbers(view.panel) == ["1.500", "1,500"]


def test_digits_stay_as_typed_in_the_language_of_the_study() -> None:
    [metric] = panel_of(declared("value: '8000 Stunden', before: '9000 Stunden'")).metrics
    assert metric.figure.number == "8000"
    assert words(metric.reference) == "vorher 9000 Stunden"
