"""Amounts and metrics of the front matter: machine notation, words of the language, or text."""

import pytest
from tests.content.reading import checked, study_of, told, warned

from casedoc.content.case_study import Metric
from casedoc.locale.typed_quantities import Quantity

EN = "content/en/sample.md"


def volume_of(written: str, path: str = "content/de/sample.md") -> tuple[str, bool]:
    """How a volume prints, with visible gaps, and whether it is typed."""
    study = study_of(f"title: A\nvolume: {written}", path=path)
    return study.volume.replace("\u00a0", "~"), study.volume_value is not None


def metric_of(lines: str, path: str = "content/de/sample.md") -> Metric:
    [metric] = study_of(f"title: A\nmetrics: [{{{lines}}}]", path=path).metrics
    return metric


@pytest.mark.parametrize(
    ("written", "german", "english"),
    [
        ("1200000 EUR", "1.200.000~€", "€1,200,000"),
        ("1.2e6 EUR", "1.200.000~€", "€1,200,000"),
        ("450 PT", "450~PT", "450~person-days"),
        ("1050", "1.050", "1,050"),
        ("4.5", "4,5", "4.5"),
        ("99.950 %", "99,950~%", "99.950%"),
        ("20 minutes", "20~Minuten", "20~minutes"),
        ("3x", "3×", "3×"),
        ('"{eur}`1200000`"', "1.200.000~€", "€1,200,000"),
        ('"{date}`2022-03/2023-09`"', "März~2022~– September~2023", "March~2022~– September~2023"),
    ],
)
def test_machine_notation(written: str, german: str, english: str) -> None:
    assert volume_of(written) == (german, True)
    assert volume_of(written, EN) == (english, True)


@pytest.mark.parametrize(
    ("written", "path", "printed", "typed"),
    [
        ('"1.200.000 EUR"', "content/de/a.md", "1.200.000~€", True),
        ('"1,200,000 EUR"', EN, "€1,200,000", True),
        ('"1.200.000 €"', "content/de/a.md", "1.200.000 €", True),
        ('"8000 Stunden"', "content/de/a.md", "8000 Stunden", True),
        ("7 Wochen", "content/de/a.md", "7 Wochen", True),
        ('"6 Personen in 2 Ländern"', "content/de/a.md", "6 Personen in 2 Ländern", False),
        ("6 Personen", "content/de/a.md", "6 Personen", False),
        ("rund 1.500 Stunden", "content/de/a.md", "rund 1.500 Stunden", False),
        ("1.500 Nutzer", "content/de/a.md", "1.500 Nutzer", False),
        ('"1.500"', "content/de/a.md", "1.500", True),
        ("mehr als {num}`1500`", "content/de/a.md", "mehr als 1.500", False),
    ],
)
def test_words_of_the_files_language(written: str, path: str, printed: str, typed: bool) -> None:  # noqa: FBT001
    assert volume_of(written, path) == (printed, typed)


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ("1.500", "content/de/a.md"),
        ("1.500", EN),
        ("1.500 EUR", "content/de/a.md"),
        ("12.000 minutes", EN),
        ('"1,500"', "content/de/a.md"),
        ('"1.500 EUR"', EN),
        ('"1.500 users"', EN),
    ],
)
def test_what_can_be_read_in_two_ways_prints_as_typed(written: str, path: str) -> None:
    study, codes = warned(f"title: A\nvolume: {written}", path=path)
    assert (study.volume, study.volume_value) == (written.strip('"'), None)
    assert codes == ["CD245"]


def test_a_number_in_two_ways_is_never_converted() -> None:
    outcome = checked("title: A\nmetrics:\n  - {value: 1.500, before: 2.500}\n  - {value: '1,500'}")
    assert told(outcome) == ["CD245 4:13", "CD245 4:28", "CD245 5:13"]
    assert outcome.value is not None
    first, second = (metric.figure for metric in outcome.value.metrics)
    assert first is not None
    assert second is not None
    assert (first.text, first.as_typed, first.value) == ("1.500", True, first.value)
    assert (second.text, second.as_typed) == ("1,500", True)


@pytest.mark.parametrize(
    ("written", "hint"), [("5 pt", "`PT`"), ("1200 eur", "`EUR`"), ("5 Gb", "`GB`")]
)
def test_a_misspelt_unit_is_warned_of(written: str, hint: str) -> None:
    outcome = checked(f"title: A\nvolume: {written}")
    assert outcome.value is not None
    assert outcome.value.volume == written
    assert told(outcome) == ["CD246 3:9"]
    assert hint in (outcome.diagnostics[0].hint or "")


@pytest.mark.parametrize("written", ["3 ways", "12 pens", "5 Tops", "10m", "429s", "5 µm²"])
def test_a_word_is_no_misspelt_unit(written: str) -> None:
    assert volume_of(written, EN) == (written, False)


@pytest.mark.parametrize(
    ("lines", "path", "number", "unit", "typed"),
    [
        ("value: 99.95", "content/de/a.md", "99,95", "", True),
        ("value: 99.95 %", "content/de/a.md", "99,95", "%", True),
        ("value: '99,95%'", "content/de/a.md", "99,95", "%", True),
        ("value: '{percent}`99.950`'", "content/de/a.md", "99,950", "%", True),
        ("value: 1200000 EUR", "content/de/a.md", "1.200.000", "€", True),
        ("value: 1200000 EUR", EN, "€1,200,000", "", True),
        ("value: '1.200.000 EUR'", "content/de/a.md", "1.200.000", "€", True),
        ("value: '8000 Stunden'", "content/de/a.md", "8000", "Stunden", True),
        ("value: 20 minutes", "content/de/a.md", "20", "Minuten", True),
        ("value: 3x", "content/de/a.md", "3", "×", True),
        ("value: '5 AU$'", "content/de/a.md", "5", "AU$", True),
        ("value: '2-4 Stunden'", "content/de/a.md", "2–4", "Stunden", False),
        ("value: '{num}`2.5` Nutzer'", "content/de/a.md", "2,5", "Nutzer", False),
    ],
)
def test_values_of_metrics(lines: str, path: str, number: str, unit: str, typed: bool) -> None:  # noqa: FBT001
    metric = metric_of(lines, path)
    assert metric.figure is not None
    assert (metric.figure.number, metric.figure.unit.strip()) == (number, unit)
    assert isinstance(metric.value, Quantity) is typed


def test_other_texts_of_metrics() -> None:
    metric = metric_of(
        "value: '{date}`2023-08`', label: 'L {num}`1200`', context: 'C {percent}`5`',"
        " reference: '{eur}`3`', before: '{num}`1200`', after: 7 weeks"
    )
    assert (metric.figure, metric.words) == (None, "August\u00a02023")
    texts = [metric.label[0].text, metric.context[0].text, metric.reference[0].text]
    assert texts == ["L 1.200", "C 5\u00a0%", "3\u00a0€"]
    assert (metric.before, metric.after) == ("1.200", "7\u00a0Wochen")
    assert metric.value_before is not None
    assert metric.value_after is not None


@pytest.mark.parametrize("written", ["2025", '"1999"'])
def test_a_year_is_never_grouped(written: str) -> None:
    assert volume_of(written) == (written.strip('"'), False)
    assert metric_of(f"value: {written}").words == written.strip('"')


@pytest.mark.parametrize(
    ("written", "path", "hint"),
    [
        ('"99.95%"', "content/de/sample.md", "write `99,95`"),
        ('"1.5 Mio. €"', "content/de/sample.md", "write `1,5`"),
        ('"99,95%"', EN, "write `99.95`"),
    ],
)
def test_a_quoted_value_in_another_notation_is_told(written: str, path: str, hint: str) -> None:
    [found] = checked(f"title: A\nmetrics: [{{value: {written}}}]", path=path).diagnostics
    assert (found.code.number, found.hint) == ("CD210", hint)
