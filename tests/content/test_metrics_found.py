"""Metrics in the bold figures of a results list."""

import re

import pytest
from hypothesis import given, strategies
from tests.content.reading import checked, study_of

from casedoc.content.case_study import CaseStudy, Metric
from casedoc.source.element import plain_text

SEED = """\
## Ergebnisse

- **70% Reduzierung** der Deployment-Zeit (von 2-4 Stunden auf 20 Minuten)
- **45% Kosteneinsparungen** durch effiziente Ressourcennutzung und Auto-Scaling
- **99,95% Verfügbarkeit** während der Q4-Weihnachtssaison (Vorjahr: 98,2%)
- Release-Frequenz erhöht von monatlich auf **tägliche Deployments**
- Bewältigung einer **3-fachen Traffic-Spitze** während Black Friday ohne manuelle Eingriffe
"""


def told_by(metric: Metric) -> tuple[str, str, str, str]:
    """Figure, label, context, reference."""
    figure = metric.figure.text if metric.figure else f"»{metric.words}«"
    label, context, reference = (
        plain_text(part) for part in (metric.label, metric.context, metric.reference)
    )
    return figure.replace("\u00a0", " "), label, context, reference


def results(*items: str, language: str = "de") -> CaseStudy:
    heading = "Ergebnisse" if language == "de" else "Results"
    body = f"## {heading}\n\n" + "".join(f"- {item}\n" for item in items)
    # Typography may have something to say of these words; the study is made all the same.
    study = checked("title: A", body, path=f"content/{language}/a.md").value
    assert study is not None
    return study


def only(item: str, language: str = "de") -> tuple[str, str, str, str]:
    [metric] = results(item, language=language).metrics
    return told_by(metric)


def test_the_seeds_results() -> None:
    study = study_of("title: A", SEED)
    assert [told_by(metric) for metric in study.metrics] == [
        ("70 %", "Reduzierung der Deployment-Zeit", "", "von 2-4 Stunden auf 20 Minuten"),
        (
            "45 %",
            "Kosteneinsparungen",
            "durch effiziente Ressourcennutzung und Auto-Scaling",
            "",
        ),
        ("99,95 %", "Verfügbarkeit", "während der Q4-Weihnachtssaison", "Vorjahr: 98,2%"),
        (
            "»tägliche Deployments«",
            "",
            "Release-Frequenz erhöht von monatlich auf tägliche Deployments",
            "",
        ),
        (
            "3-fach",
            "",
            (
                "Bewältigung einer 3-fachen Traffic-Spitze während Black Friday ohne manuelle "
                "Eingriffe"
            ),
            "",
        ),
    ]
    assert [plain_text(part.children) for part in study.metrics[0].reference] == ["", "20 Minuten"]
    assert [metric.span.line for metric in study.metrics] == [7, 8, 9, 10, 11]
    assert study.sections == ()
    assert plain_text(study.results_heading) == "Ergebnisse"


def test_a_label_does_not_end_in_a_preposition() -> None:
    item = "**70% weniger Durchlaufzeit** vom Auftrag bis zur Freigabe"
    context = "vom Auftrag bis zur Freigabe"
    assert only(item) == ("70 %", "weniger Durchlaufzeit", context, "")


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        ("**tägliche Releases** seit Mai", ("»tägliche Releases«", "seit Mai", "", "")),
        ("**12 Mio. €** Umsatz", ("12 Mio. €", "Umsatz", "", "")),
        ("**50%**: weniger Aufwand", ("50 %", "", "weniger Aufwand", "")),
        ("**50% Aufwand**, sagt man", ("50 %", "Aufwand", "sagt man", "")),
        ("**50% weniger** (Mai).", ("50 %", "weniger", "", "Mai")),
        ("**50%** (im *Mai*)", ("50 %", "", "(im Mai)", "")),
        ("**50%** (Mai) und mehr", ("50 %", "", "(Mai) und mehr", "")),
        ("**50 €** seit 15. August 2023", ("50 €", "seit 15. August 2023", "", "")),
        ("**50%** um 14:05 z. B. 1,5 Tage", ("50 %", "um 14:05 z. B. 1,5 Tage", "", "")),
        ("**50%** in 2–4 Tagen", ("50 %", "in 2–4 Tagen", "", "")),
        ("**50%** bis 2023. Dann mehr", ("50 %", "bis 2023.", "Dann mehr", "")),
        ("**1:1.100** Fehlalarme statt 1:250", ("»1:1.100«", "Fehlalarme statt 1:250", "", "")),
        ("**80 ms** bei https://example.org/x", ("80 ms", "bei https://example.org/x", "", "")),
        ("**4 €** p.a. statt Node.js 14", ("4 €", "p.a. statt Node.js 14", "", "")),
        ("**50%** ab Version 2.5 lt. Umfrage", ("50 %", "ab Version 2.5 lt. Umfrage", "", "")),
        ("**50%** Umsatz; vorher 3%", ("50 %", "Umsatz", "vorher 3%", "")),
        ("Jetzt **50%** (Mai)", ("50 %", "", "Jetzt 50% (Mai)", "")),
    ],
)
def test_items(item: str, expected: tuple[str, str, str, str]) -> None:
    assert only(item) == expected


def test_english_items() -> None:
    assert only("**50%** since August 15, 2023, at last", "en") == (
        "50%",
        "since August 15, 2023",
        "at last",
        "",
    )
    assert only("**3x throughput** of the API (from 2 to 6 hours)", "en") == (
        "3×",
        "throughput of the API",
        "",
        "from 2 to 6 hours",
    )


def test_a_label_grows_to_40_characters_only() -> None:
    assert only("**70% Reduzierung** der Zeit für das Ausrollen neuer Versionen") == (
        "70 %",
        "Reduzierung der Zeit",
        "für das Ausrollen neuer Versionen",
        "",
    )


@pytest.mark.parametrize(
    "item",
    [
        "**Kosten**: 50% weniger",
        "**Kosten:** 50% weniger",
        "ohne Fettes 70%",
        "**eine sehr lange Folge von Wörtern ohne Zahl** am Anfang",
        "**50% weniger** Kosten\n  - davon 20% Strom",
        "**50% weniger** Kosten\n\n  Zweiter Absatz",
        "**50% [weniger](https://example.com)** Kosten",
    ],
)
def test_no_metric_and_so_the_item_stays(item: str) -> None:
    study = results(item)
    assert study.metrics == ()
    [section] = study.sections
    assert len(section.blocks[0].children) == 1
    assert study.results_heading == ()


def test_a_word_figure_has_at_most_24_characters() -> None:
    assert len(results(f"**{'a' * 24}** mehr").metrics) == 1
    assert results(f"**{'a' * 25}** mehr").metrics == ()


WORD = strategies.sampled_from(
    [
        "der",
        "von",
        "Zeit",
        "pro",
        "Jahr",
        "auf",
        "(Mai)",
        "(von",
        "2",
        "auf 3)",
        "für",
        "im",
        "–",
        "50%",
        "und",
        "sehr,",
        "lange",
        "Wörter:",
        "z.B.",
        "mehr.",
        "Release-Frequenz",
        "(a) b",
    ]
)
WORDS = strategies.lists(WORD, max_size=8).map(" ".join)
FIGURES = strategies.sampled_from(
    ["70%", "3-fach", "12 Mio. €", "99,95%", "2-4 Stunden", "täglich"]
)
LAYOUT = re.compile(r"[\s()\[\]:,.;\u00a0–-]")


@given(before=WORDS, figure=FIGURES, label=WORDS, after=WORDS)
def test_every_word_of_an_item_is_kept_in_order(
    before: str, figure: str, label: str, after: str
) -> None:
    bold = f"{figure} {label}".strip()
    item = f"{before} **{bold}** {after}".strip()
    for metric in results(item).metrics:
        shown, *rest = told_by(metric)
        shown = shown.strip("»«")
        kept = " ".join(rest) if before.strip() else f"{shown} {' '.join(rest)}"
        words = LAYOUT.sub("", item.replace("*", ""))
        assert LAYOUT.sub("", kept) == words
