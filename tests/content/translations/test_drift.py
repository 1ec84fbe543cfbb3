"""Two versions of one study: every fact that differs is told at its place, and nothing else."""

import pytest
from tests.content.reading import brief, checked

from casedoc.base.diagnostic import Diagnostic
from casedoc.content.case_study import CaseStudy
from casedoc.content.translations import find_drift


def version(language: str, body: str, matter: str = "title: X") -> CaseStudy:
    study = checked(matter, body, f"content/{language}/x.md").value
    assert study is not None
    return study


def drift(
    german: str, english: str, in_german: str = "title: X", in_english: str = "title: X"
) -> list[Diagnostic]:
    original, translation = version("de", german, in_german), version("en", english, in_english)
    return list(find_drift(original, translation))


def told(found: list[Diagnostic]) -> list[str]:
    """`en CD251 5:6 | de 5:8`: code and place, and the place that belongs to it."""
    lines = []
    for one in found:
        assert one.span is not None
        assert one.hint
        assert not one.is_error
        others = [f"{two.span.path[8:10]} {two.span.line}:{two.span.column}" for two in one.related]
        lines.append(" | ".join([f"{one.span.path[8:10]} {brief(one)}", *others]))
    return lines


AGREE = [
    ("1.250 und 1.250,5", "1,250 and 1,250.5"),
    ("1,2 Mio. € und 500 Tsd.", "€1.2M and 500,000"),
    ("45 %, 60 Prozent", "60 percent, 45%"),
    ("1,500 Stück", "1.5 pieces"),
    ("1,500 Stück", "1,500 pieces"),
    ("am 18. März 2025 um 15:40 Uhr", "at 3:40 p.m. on March 18, 2025"),
    ("am 15.08.2023", "on 15 August 2023"),
    ("am 2023-08-15", "on 15 August 2023"),
    ("vom 3. bis 5. März 2024", "from March 3 to March 5, 2024"),
    ("zwischen 14 und 16 Uhr", "between 2 and 4 p.m."),
    ("3 Zonen und fünf Rohre", "three zones and 5 pipes"),
    ("4 Zonen, 3-fach, 2 Mal", "four zones, tripled, twice"),
    ("drei Wochen und 25 Leute", "3 weeks and twenty-five people"),
    ("zwei Millionen Nutzer", "2 million users"),
    ("2 Stunden und 90 Minuten", "120 minutes and 1.5 hours"),
    ("ein Jahr", "12 months"),
    ("mit PostgreSQL 15, Log4j 2.17, S3 und k8s nach IEC 62443", "with Log4j"),
    ("`code 45` und https://example.org/45", "`code 46` and https://example.org/45"),
    ("Vorweg[^1]\n\n[^1]: Note 45", "First[^1]\n\n[^1]: Note 45"),
    ("1. eins\n2. zwei\n3. drei", "- one\n- two\n- three"),
    ("−39 % und 24/7, 1/3, 16:9", "39% less and 24/7, 1/3, 16:9"),
    ("## Erstens\n\nx 45\n\n## Zweitens\n\ny 67", "## First\n\nx 67\n\n## Second\n\ny 45"),
    ("## Ausgangslage\n\nx", "## Where we began\n\nx"),
    ("## Ergebnisse\n\n- **45 %** mehr", "## Results\n\n- **45%** more\n- And more words"),
    ("## Problem\n\na\n\n## Ergebnisse\n\nb\n\n## Lösung\n\nc",
     "## Problem\n\na\n\n## Solution\n\nc\n\n## Results\n\nb"),
    ("1 000 000 Zugriffe und 5.000 Nutzer", "1,000,000 hits and 5K users"),
    ("2 Quartale", "6 months"),
    ("[a](https://de.wikipedia.org/wiki/Wasser)", "[a](https://en.wikipedia.org/wiki/Water)"),
    ("[a](https://x.example/de/a?l=de)", "[a](http://www.x.example/en/a/?l=en#top)"),
    ("[a](https://x.example/a-de.pdf)", "[a](https://x.example/a-en.pdf)"),
]  # fmt: skip


@pytest.mark.parametrize(("german", "english"), AGREE)
def test_what_says_the_same_is_not_told(german: str, english: str) -> None:
    assert told(drift(german, english)) == []


@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("Kosten 45 % hier", "Cost 54% here", ["en CD251 5:6 | de 5:8"]),
        ("1,500 Stück", "1,600 pieces", ["en CD251 5:1 | de 5:1"]),
        ("4 Zonen", "5 zones", ["en CD251 5:1 | de 5:1"]),
        ("3 Zonen und 17 Rohre", "three zones and 19 pipes", ["en CD251 5:17 | de 5:13"]),
        ("am 15.09.2023", "on 15 August 2023", ["en CD251 5:7 | de 5:4"]),
        ("am 2023-08-15", "on 15 August 2024", ["en CD251 5:14 | de 5:4"]),
        ("seit 2019", "since 2020", ["en CD251 5:7 | de 5:6"]),
        ("um 5 Prozentpunkte", "by 5%", ["en CD251 5:4 | de 5:4"]),
        ("drei Wochen", "14 weeks", ["en CD251 5:1 | de 5:1"]),
        ("Kosten 45 % hier", "Cost here", ["de CD251 5:8 | en 5:1"]),
        ("Kosten hier", "Cost 45% here", ["en CD251 5:6 | de 5:1"]),
        ("12 Tage und 45 % und 2019", "2020, 12 days and 54%",
         ["en CD251 5:19 | de 5:13", "en CD251 5:1 | de 5:22"]),
        ("Die 240 am 15.08.2022", "The 240 (60 of them) on August 16, 2022",
         ["en CD251 5:10 | de 5:1", "en CD251 5:32 | de 5:12"]),
        ("![x](x.svg) [a](https://x.example)", "[a](https://x.example)",
         ["en CD254 5:1 | de 5:1"]),
        ("x[^1]\n\n[^1]: Note 45", "x[^1]\n\n[^1]: Note 46", ["en CD251 7:12 | de 7:12"]),
    ],
)  # fmt: skip
def test_a_changed_number_is_told_once_with_both_places(
    german: str, english: str, expected: list[str]
) -> None:
    files = {
        f"content/{one}/x.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
        for one in ("de", "en")
    }
    studies = [
        checked("title: X", text, f"content/{one}/x.md", files).value
        for one, text in (("de", german), ("en", english))
    ]
    assert studies[0] is not None
    assert studies[1] is not None
    assert told(list(find_drift(studies[0], studies[1]))) == expected


def test_both_values_are_said_as_they_are_written() -> None:
    (found,) = drift("Kosten 45 % hier", "Cost 54% here")
    assert found.message == "`54%` here, but `45 %` in `content/de/x.md`"
    assert [one.message for one in found.related] == ["`45 %` stands here"]


def test_a_number_in_a_table_is_told_at_its_cell() -> None:
    german = "| Zone | Wert |\n|---|---:|\n| Hafen | 12,4 |\n| Nord | 7,9 |\n"
    english = "| Zone | Value |\n|---|---:|\n| Harbour | 12.4 |\n| North | 9.7 |\n"
    assert told(drift(german, english)) == ["en CD251 8:11 | de 8:10"]


QUESTIONS = (
    "## Womit fing es an?\n\nMit 214 Artikeln in PostgreSQL.\n",
    "## Was war schwierig?\n\nDie 61 Regeln, je 500 mal.\n",
    "## Wo hörten Sie auf?\n\nBei 1.870 Artikeln.\n",
)
ANSWERS = (
    "## How did it begin?\n\nWith 214 entries in PostgreSQL.\n",
    "## What was hard?\n\nThe 61 rules, 500 times each.\n",
    "## Where did you stop?\n\nAt 1,870 entries.\n",
)


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ((1, 2), ["de CD250 5:1 | en 2:8"]),
        ((0, 2), ["de CD250 9:1 | en 5:1"]),
        ((0, 1), ["de CD250 13:1 | en 9:1"]),
        ((0, 1, 2), []),
    ],
)
def test_a_lost_section_is_told_at_its_own_heading_whatever_it_is_called(
    left: tuple[int, ...], expected: list[str]
) -> None:
    english = "\n".join(ANSWERS[number] for number in left)
    assert told(drift("\n".join(QUESTIONS), english)) == expected


def test_a_section_that_only_the_translation_has_is_told_there() -> None:
    german = "\n".join((QUESTIONS[0], QUESTIONS[2]))
    assert told(drift(german, "\n".join(ANSWERS))) == ["en CD250 9:1 | de 5:1"]


def test_what_lies_in_a_lost_section_is_not_told_again() -> None:
    german = "## Problem\n\na 45\n\n### Mehr\n\nb 67\n\n#### Tief\n\nc 89\n\n## Lösung\n\nd"
    assert told(drift(german, "## Problem\n\na 45\n\n## Solution\n\nd")) == [
        "de CD250 9:1 | en 5:1"
    ]


def test_text_before_the_first_heading_has_numbers_of_its_own() -> None:
    found = drift("Vorweg 44 Stück\n\n## Problem\n\na", "## Problem\n\na")
    assert told(found) == ["de CD251 5:8 | en 2:8"]


def test_links_are_told_at_their_places() -> None:
    german = "## A\n\n[a](https://a.example/x) [b](https://b.example)\n\n## Links\n\n- [c](https://c.example/1)\n"
    english = "## A\n\n[a](https://a.example/y)\n\n## Links\n\n- [c](https://c.example/1)\n- [d](https://d.example)"
    assert told(drift(german, english)) == [
        "en CD252 7:1 | de 7:1",
        "de CD252 7:26 | en 5:1",
        "en CD252 12:3 | de 9:1",
    ]


def test_links_of_the_front_matter_count() -> None:
    german = "title: X\nlinks:\n  - https://a.example\n  - https://b.example"
    english = "title: X\nlinks:\n  - https://a.example"
    assert told(drift("", "", german, english)) == ["de CD252 5:5 | en 2:8"]


def test_technologies_are_told_with_both_places() -> None:
    german = "title: X\ntechnologies: [Java, Kafka, Go]"
    english = "title: X\ntechnologies: java, kafka, Rust, C"
    assert told(drift("", "", german, english)) == [
        "en CD253 3:28 | de 3:29",
        "en CD253 3:34 | de 3:1",
    ]


def test_technologies_that_one_side_lacks_are_told_once_and_tags_never() -> None:
    german = "title: X\ntechnologies: [Java, Kafka]"
    assert told(drift("", "", german)) == ["de CD253 3:1 | en 2:8"]
    assert told(drift("", "", "title: X\ntags: [eins]", "title: X\ntags: [one]")) == []


@pytest.mark.parametrize(
    ("german", "english", "expected"),
    [
        ("date: 2023-08-15", "date: 2023-08-16", ["en CD255 3:7 | de 3:7"]),
        ("date: 2023-08-15", "date: August 2023", []),
        ("date: 2023-08", "role: x", ["de CD255 3:7 | en 2:8"]),
        ("period: 2020/2021", "period: {start: 2020, end: present}", ["en CD255 3:1 | de 3:9"]),
        ("period: 2020-03/2021", "period: {start: 2020, end: 2021}", []),
        ("team: 7 Leute", "team: 8 people", ["en CD255 3:7 | de 3:7"]),
        ("team: sieben", "team: seven", []),
        ("team: 7", "team: 7 people", []),
        ('volume: "1.050 PT"', 'volume: "1,050 person-days"', []),
        ("volume: 1050 PT", "volume: 1005 PT", ["en CD255 3:9 | de 3:9"]),
        ("featured: true", "weight: 3", ["en CD255 2:8 | de 3:11"]),
        ("draft: true", "draft: false", ["en CD255 3:8 | de 3:8"]),
    ],
)
def test_values_are_compared_as_values(german: str, english: str, expected: list[str]) -> None:
    found = drift("", "", f"title: X\n{german}", f"title: X\n{english}")
    assert told(found) == expected


def test_declared_metrics_are_compared() -> None:
    german = 'title: X\nmetrics:\n  - value: "99,95%"\n  - value: 1200.5\n  - value: "7 Tage"'
    english = 'title: X\nmetrics:\n  - value: "99.95%"\n  - value: 1200.5\n  - value: "8 days"'
    assert told(drift("", "", german, english)) == ["en CD251 6:13 | de 6:13"]


def test_a_metric_may_be_declared_in_one_version_and_found_in_the_other() -> None:
    english = 'title: X\nmetrics:\n  - value: "45%"\n    label: less'
    body = "## Ergebnisse\n\n- **45 %** weniger\n"
    assert told(drift(body, "## Results\n\nLess.\n", in_english=english)) == []


def test_an_extract_may_leave_out_what_the_text_says() -> None:
    english = "title: X\nsummary: Cost fell by 45%."
    assert (
        told(drift("Kosten 45 % weniger", "Cost 45% less", "title: X\nsummary: Weniger.", english))
        == []
    )


def test_a_draft_beside_a_finished_version_is_not_compared_further() -> None:
    found = drift("## A\n\n45", "", "title: X", "title: X\ndraft: true")
    assert told(found) == ["en CD255 3:8 | de 2:8"]


@pytest.mark.parametrize(
    ("german", "english", "count"),
    [
        ("1.2e6 EUR", "1200000 EUR", 0),
        ("1.2e6 EUR", '"€1,200,000"', 0),
        ("1.500", '"1,500"', 0),
        ("1.2e6 EUR", "1.3e6 EUR", 1),
        ("20 minutes", "20 hours", 1),
        ('"20 Minuten"', "20 minutes", 0),
    ],
)
def test_metrics_are_compared_in_the_notation_they_are_in(
    german: str, english: str, count: int
) -> None:
    studies = [
        checked(f"title: X\nmetrics: [{{value: {value}}}]", "", f"content/{one}/x.md").value
        for one, value in (("de", german), ("en", english))
    ]
    assert studies[0] is not None
    assert studies[1] is not None
    assert len(list(find_drift(studies[0], studies[1]))) == count
