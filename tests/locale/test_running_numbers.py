"""Numbers in running text: what they mean in their language, and what is no number at all."""

import pytest
from tests.view.views import spec

from casedoc.locale.moments import months_in_words
from casedoc.locale.running_numbers import RunningNumber, numbers_in_words, read_running_numbers
from casedoc.locale.running_units import Measure

_DAY = "15.08.2023"


def said(text: str, tag: str) -> list[tuple[str, str]]:
    """What is written, and what it means; readings of an ambiguous number with a bar between."""
    return [(one.written, meaning(one)) for one in read_running_numbers(text, spec(tag))]


def meaning(quantity: RunningNumber) -> str:
    unit = "" if quantity.measure is Measure.PLAIN else f" {quantity.measure.value}"
    return "|".join(sorted(f"{value.normalize():f}" for value in quantity.readings)) + unit


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1.250 und 1.250,5", [("1.250", "1250"), ("1.250,5", "1250.5")]),
        ("1,500", [("1,500", "1.5|1500")]),
        ("45 % und 45%ige", [("45 %", "45 percent"), ("45%", "45 percent")]),
        ("45 Prozent", [("45 Prozent", "45 percent")]),
        ("um 5 Prozentpunkte", [("5 Prozentpunkte", "5 points")]),
        ("5 %-Punkte", [("5 %-Punkte", "5 points")]),
        ("1,2 Mio. €", [("1,2 Mio. €", "1200000 other")]),
        ("500 Tsd. Zugriffe, 10k", [("500 Tsd.", "500000"), ("10k", "10000")]),
        ("zwei Millionen Euro", [("zwei Millionen Euro", "2000000 other")]),
        ("2-4 Stunden", [("2", "2"), ("4 Stunden", "4 time")]),
        ("3-fach, 4-fache", [("3-fach", "3 factor"), ("4-fache", "4 factor")]),
        ("3x, 3 ×", [("3x", "3 factor"), ("3 ×", "3 factor")]),
        ("-39 % und −39 %", [("39 %", "39 percent"), ("39 %", "39 percent")]),
        ("1990er, 90er, 19. Jahrhundert", [("1990er", "1990"), ("90er", "90"), ("19", "19")]),
        ("214\u00a0000 und 12’000", [("214\u00a0000", "214000"), ("12’000", "12000")]),
        ("99.95%", [("99.95%", "99.95 percent")]),
        ("am 18. März 2025", [("18", "18"), ("März", "3 month"), ("2025", "2025")]),
        ("15.08.2023", [(_DAY, "15"), (_DAY, "8 month"), (_DAY, "2023")]),
    ],
)  # fmt: skip
def test_numbers_of_a_german_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "de") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,250 and 1,250.5", [("1,250", "1250"), ("1,250.5", "1250.5")]),
        ("1.500", [("1.500", "1.5|1500")]),
        ("45 percent, 45%", [("45 percent", "45 percent"), ("45%", "45 percent")]),
        ("5 percentage points, 5 pp", [("5 percentage points", "5 points"), ("5 pp", "5 points")]),
        ("€1.2M and $840K/mo", [("€1.2M", "1200000 other"), ("$840K", "840000 other")]),
        ("1.2 million euros", [("1.2 million euros", "1200000 other")]),
        ("a million, two thousand", [("a million", "1000000"), ("two thousand", "2000")]),
        ("30-minute, 300ms", [("30-minute", "30 time"), ("300ms", "300 time")]),
        ("March 18th, 2025", [("March", "3 month"), ("18th", "18"), ("2025", "2025")]),
        ("the 1990s, the 21st", [("1990s", "1990"), ("21st", "21")]),
        ("2023-08", [("2023-08", "8 month"), ("2023-08", "2023")]),
    ],
)
def test_numbers_of_an_english_text(text: str, expected: list[tuple[str, str]]) -> None:
    assert said(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "S3, k8s, EC2, GPT-4, ERC-1155, S7-1500, Q4, log4j2",
        "IEC 62443, ISO 27001, RFC 9110, HTTP 404, #123",
        "4K, 5G, 3D, 429s",
        "1.2.3, v2.0, 10.0.0.1/24",
        "https://example.org/2023/45?x=7, mail@host24.example",
        "15:40, 15:40 Uhr, um 6 Uhr, zwischen 14 und 16 Uhr",
        "+49 30 23125418",
        "{{ 7 * 7 }}",
    ],
)
def test_names_addresses_and_times_are_no_numbers(text: str) -> None:
    assert said(text, "de") == []


def test_times_of_day_in_english_are_no_numbers() -> None:
    assert said("at 6 a.m., 3:40 p.m., between 2 and 4 p.m., 9 o'clock", "en") == []


def test_a_version_is_known_by_the_name_before_it() -> None:
    texts = ("Log4j 2.17", "Python 3.11", "PostgreSQL 15", "Zone 45", "Kosten 45 %")
    versions = [read_running_numbers(text, spec())[0].is_version for text in texts]
    assert versions == [True, True, True, False, False]


def test_the_last_digit_has_a_worth() -> None:
    steps = {
        q.written: str(q.step.normalize())
        for q in read_running_numbers("9,4 und 45 und 1,2 Mio.", spec())
    }
    assert steps == {"9,4": "0.1", "45": "1", "1,2 Mio.": "1E+5"}


def test_places_lead_to_the_words() -> None:
    text = "Von 1,2 Mio. € auf 45 %, am 3. Mai 2024, zwei Millionen"
    for one in read_running_numbers(text, spec()):
        assert text[one.start : one.end] == one.written


def test_words_are_numbers_too() -> None:
    assert sorted(map(int, numbers_in_words("Drei von zwölf, und fünfundzwanzig", spec()))) == [
        3,
        12,
        25,
    ]
    assert sorted(map(int, numbers_in_words("Twenty-five or three", spec("en")))) == [3, 5, 20, 25]


def test_a_month_has_a_capital_and_may_stand_beside_a_day() -> None:
    found = [(month, beside) for *_, month, beside in months_in_words("Im Mai, am 3. Juni; may 2")]
    assert found == [(5, False), (6, True)]
