import pytest

from casedoc.locale.figures import Figure, format_figure, read_figure
from casedoc.locale.spec import LocaleSpec, locale_spec


def spec(tag: str) -> LocaleSpec:
    found = locale_spec(tag)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "number", "unit", "gap", "length"),
    [
        ("70% Reduzierung", "70", "%", True, 3),
        ("99,95% Verfügbarkeit", "99,95", "%", True, 6),
        ("-40 %", "\u221240", "%", True, 5),
        ("+12%", "+12", "%", True, 4),
        (">90 %", ">90", "%", True, 5),
        ("<1 s", "<1", "s", True, 4),
        ("2-4 Stunden", "2\u20134", "Stunden", True, 11),
        ("3 %-5 %", "3\u00a0%\u20135", "%", True, 7),
        ("3-fachen Traffic-Spitze", "3", "-fach", False, 8),
        ("3fache Menge", "3", "fach", False, 6),
        ("10-mal so schnell", "10", "-mal", False, 6),
        ("3x schneller", "3", "\u00d7", False, 2),
        ("12 Mio. €", "12", "Mio.\u00a0€", True, 9),
        ("1,5 Mio. Nutzer", "1,5", "Mio.", True, 8),
        ("31.000 Rechnungen", "31.000", "", False, 6),
        ("92 von 92 Schritten", "92", "von\u00a092", True, 9),
        ("1,2 s", "1,2", "s", True, 5),
        ("180ms", "180", "ms", True, 5),
        ("10m", "10", "m", False, 3),
        ("120 km/h", "120", "km/h", True, 8),
        ("21,5 °C", "21,5", "°C", True, 7),
        ("90°", "90", "°", False, 3),
        ("4.500 €/Monat", "4.500", "€/Monat", True, 13),
        ("€4.500/Monat", "€4.500", "/Monat", False, 12),
        ("$1.78M", "$1.78", "M", False, 6),
        ("840K", "840", "K", False, 4),
        ("450 PT", "450", "PT", True, 6),
        ("2,5 Prozentpunkte mehr", "2,5", "Prozentpunkte", True, 17),
        ("24/7", "24/7", "", False, 4),
        ("99.95 %", "99.95", "%", True, 7),
    ],
)
def test_figures_in_german(text: str, number: str, unit: str, gap: bool, length: int) -> None:  # noqa: FBT001
    found = read_figure(text, spec("de"))
    assert found is not None
    figure, consumed = found
    assert (number, unit, gap, length) == (figure.number, figure.unit, figure.gap, consumed)


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("99.95% uptime", "99.95%"),
        ("3-fold increase", "3-fold"),
        ("$1.2 million saved", "$1.2\u00a0million"),
        ("2.5 percentage points", "2.5\u00a0percentage\u00a0points"),
        ("$840K/mo", "$840K/mo"),
        ("92 of 92 steps", "92\u00a0of\u00a092"),
        ("5 business days", "5\u00a0business\u00a0days"),
        ("$10K-$25K", "$10K\u2013$25K"),
    ],
)
def test_figures_in_english(text: str, printed: str) -> None:
    found = read_figure(text, spec("en"))
    assert found is not None
    assert printed == found[0].text


@pytest.mark.parametrize(
    "text",
    [
        *("2023-08-15", "2023", "2023 Projekte", "2021-2024", "01.01.2026", "14:05", "1. Platz"),
        *("k8s", "S3", "3D-Modell", "4K", "5G", "1990s", "429s", "1.2.3", "192.168.0.1"),
        *("15-Min-Verzögerung", "12-Monats-Laufzeit", "80-20-Regel", "100%ige", "0800 5 2323"),
        *("tägliche Deployments", "ca. 30", "", "%", "-"),
    ],
)
def test_no_figures(text: str) -> None:
    assert read_figure(text, spec("de")) is None


@pytest.mark.parametrize(
    ("text", "source", "target", "printed"),
    [
        ("99,95%", "de", "en", "99.95%"),
        ("99.95%", "en", "de", "99,95\u00a0%"),
        ("99,95%", "de", "de", "99,95\u00a0%"),
        ("3%-5%", "de", "en", "3%\u20135%"),
        ("1.500", "de", "en", "1,500"),
        ("1.500", "en", "de", "1.500"),
        ("8000 Stunden", "de", "en", "8000\u00a0Stunden"),
        ("12000 Stunden", "de", "en", "12,000\u00a0Stunden"),
        ("950 von 1.250", "de", "en", "950\u00a0von\u00a01,250"),
        ("0,50 €", "de", "en", "0.50\u00a0€"),
        ("-1.200 MWh", "de", "de-CH", "\u22121\u2019200\u00a0MWh"),
    ],
)
def test_figure_changes_its_clothes(text: str, source: str, target: str, printed: str) -> None:
    found = read_figure(text, spec(source))
    assert found is not None
    assert printed == format_figure(found[0], spec(source), spec(target)).text


def test_value_is_the_number_alone() -> None:
    found = read_figure("-12,5 Mio. €", spec("de"))
    assert found is not None
    assert str(found[0].value) == "-12.5"


@pytest.mark.parametrize("text", ["2-4 Stunden", "1,500", "24/7"])
def test_no_value_where_there_is_no_single_one(text: str) -> None:
    found = read_figure(text, spec("de"))
    assert found is not None
    assert found[0].value is None


def test_text_joins_number_and_unit() -> None:
    assert Figure("2–4", "Stunden", gap=True).text == "2–4\u00a0Stunden"
    assert Figure("3", "-fach").text == "3-fach"


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [("1,2 Mio. €", "de", "en"), ("€1.2 million", "en", "de"), ("€1.2M", "en", "de")],
)
def test_a_figure_that_a_foreign_word_multiplies_stays(text: str, source: str, target: str) -> None:
    read = read_figure(text, spec(source))
    assert read is not None
    assert format_figure(read[0], spec(source), spec(target)).text.replace("\u00a0", " ") == text
