import pytest

from casedoc.locale.spec import LocaleSpec, locale_spec
from casedoc.locale.typography import FindingCode, lint


def spec(tag: str) -> LocaleSpec:
    found = locale_spec(tag)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "code", "place", "suggestion"),
    [
        ("von 10-20 Minuten", FindingCode.RANGE_AFTER_FROM, "von 10-20", "von 10 bis 20"),
        ("Saison 2018-19", FindingCode.SHORT_YEAR_RANGE, "2018-19", "2018–19"),
        ("2 - 4 Stunden", FindingCode.SPACED_RANGE, "2 - 4", "2–4"),
        (
            "ist 3x schneller",
            FindingCode.FACTOR_WITH_COMPARATIVE,
            "3x schneller",
            "3-mal so schnell",
        ),
        ("für 8000 Leute", FindingCode.UNGROUPED_NUMBER, "8000", "8.000"),
        ("um 1.5 Millionen", FindingCode.FOREIGN_DECIMAL, "1.5", "1,5"),
        ("99.95% der Zeit", FindingCode.FOREIGN_DECIMAL, "99.95", "99,95"),
        ("je 1 000 000", FindingCode.SPACED_GROUPS, "1 000 000", "1.000.000"),
        ("à €4.500/Monat", FindingCode.CURRENCY_FIRST, "€4.500/Monat", "4.500 €/Monat"),
        ("alle 10m", FindingCode.AMBIGUOUS_METRE, "10m", ""),
        ("seit '90", FindingCode.UNPAIRED_QUOTE, "'", ""),
        ("so.... ja", FindingCode.DOTS_AND_ELLIPSIS, "....", "…"),
        ("so—ja", FindingCode.EM_DASH, "—", " – "),
    ],
)
def test_german_findings(text: str, code: FindingCode, place: str, suggestion: str) -> None:
    (finding,) = lint(text, spec("de"))
    assert (code, place) == (finding.code, text[finding.start : finding.end])
    assert suggestion == finding.suggestion


@pytest.mark.parametrize(
    "text",
    [
        "von 2-4 Stunden auf 20 Minuten",
        "3x aber langsam",
        "12 Mio. € 50 Tage, 5 € 3 Tage, 1,5\u00a0Mrd.\u00a0€ 2024",
        "im Jahr 2023 Projekte",
        "Port 8080 Konfiguration",
        "laut SAP-Hinweis 2659710 Konfiguration",
        "Kapitel 1.5 und Python 3.11",
        "geht's, Hans' Auto",
        "Tel. 0800 5 23234213",
        "https://example.com/2.5%25",
    ],
)
def test_nothing_to_say_in_german(text: str) -> None:
    assert lint(text, spec("de")) == ()


@pytest.mark.parametrize(
    "text", ["3x faster", "it—yes", "€4.6m and £5m", "€4,500", "8000 users", "1.5 million"]
)
def test_nothing_to_say_in_english(text: str) -> None:
    assert lint(text, spec("en")) == ()


@pytest.mark.parametrize(
    ("text", "better"),
    [("3x langsamer", "3-mal so langsam"), ("3x höher", "3-mal so …"), ("3x besser", "3-mal so …")],
)
def test_no_word_is_invented(text: str, better: str) -> None:
    (finding,) = lint(text, spec("de"))
    assert finding.suggestion == better


@pytest.mark.parametrize("text", ["3x jeder", "auf Ports 10000 und", "ID 12345 Posten", "2x vier"])
def test_what_only_looks_doubtful(text: str) -> None:
    assert lint(text, spec("de")) == ()


def test_findings_come_in_the_order_of_places() -> None:
    found = lint("10m, 2 - 4 und 10m", spec("de"))
    assert [finding.start for finding in found] == [0, 5, 15]
