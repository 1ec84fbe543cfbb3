"""A percentage and its own change: what is wrong is told, what may be right is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.reading import brief, checked

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.claims import find_claims


def claims(body: str, language: str = "de", matter: str = "title: X") -> list[Diagnostic]:
    study = checked(matter, body, f"content/{language}/x.md").value
    assert study is not None
    return list(find_claims(study))


RIGHT = {
    "de": (
        "**45% weniger** Schwund im ersten vollen Jahr (von 9,4% auf 5,2%)",
        "**67% weniger Rückfragen** an die Betreuung (von 1.150 auf 380 im Monat)",
        "**37% weniger** Durchfluss (von 76,0 auf 47,6 m³/h)",
        "**83 % weniger** Zeit (von 2 Stunden auf 20 Minuten)",
        "**90% weniger** Zeit (von 2-4 Stunden auf 20 Minuten)",
        "**99,9 % weniger** (von 3 Tagen auf 5 Minuten)",
        "Rund 60 % weniger (von 58 auf 22 Fälle)",
        "**18 % weniger** Kilometer (von 6,7 auf 5,5 Mio. km)",
        "Um 20 % von 1,0 auf 1,2 Mio. € gestiegen.",
        "**25 % weniger** (von 1,2 Mio. auf 900.000)",
        "Fast 90 % weniger (von 2 Stunden auf 20 Minuten)",
        "Bis zu 80 % weniger (von 2 bis 4 Tagen auf 1 Tag)",
        "Die Zeit sank um 60 % von 10 auf 4 Minuten.",
        "Die Zeit sank von 10 auf 4 Minuten (60 % weniger).",
        "**200 % mehr** Nutzer (von 100 auf 300)",
        "**300 % schneller** (von 30 auf 10 Minuten)",
        "Auf 38 % gesenkt (von 58 auf 22)",
        "Nur noch 22 % (von 58 % auf 22 %)",
        "Um 5 Prozentpunkte gestiegen (von 10 % auf 15 %)",
        "Um 50 % gestiegen (von 10 % auf 15 %)",
        "**25 %** weniger (von 1,2 Mio. € auf 900.000 €)",
    ),
    "en": (
        "**62% fewer** abandoned searches (from 58% to 22%)",
        "**80% reduction** in time (from 2 hours to 20 minutes)",
        "Costs fell by 64 percent, from $840K to $300K.",
        "**400% longer** (from 4 to 20 minutes)",
        "up 5 percentage points (from 10% to 15%)",
    ),
}
UNCLEAR = {
    "de": (
        "20 % weniger Kosten, und die Laufzeit sank von 10 auf 4 Minuten.",
        "20 % weniger Kosten und kürzere Laufzeit (von 10 auf 4 Minuten)",
        "20 % der Kosten von 5 Projekten auf 3 Servern",
        "20 % weniger und 30 % mehr (von 10 auf 4 Minuten)",
        "20 % weniger (von 10 auf 4 Minuten, von 8 auf 2 Stunden)",
        "20 % weniger (von 1,500 auf 4)",
        "20 % weniger (von 0 auf 4)",
        "20 % weniger (von 10 GB auf 4 Minuten)",
        "20 % weniger. Die Zeit sank (von 10 auf 4 Minuten).",
        "20 % weniger (von drei auf zwei Wochen)",
        "Das Netz von 2019 auf 2024 um 20 % gewachsen",
        "Plus 40 % von 2019 auf 2021.",
    ),
    "en": (
        "Revenue grew 40% from 2019 to 2021.",
        "40% more (from May 2019 to May 2021)",
        "cut costs 20% and build time (from 10 to 4 minutes)",
        "20% less cost, build time from 10 to 4 minutes",
        "20% of the load moved from 5 projects to 3 servers",
        "20% less `from 10 to 4`",
    ),
}
WRONG = [
    ("de", "**70% Reduzierung** der Zeit (von 2-4 Stunden auf 20 Minuten)",
     "`70%` does not fit: `von 2-4 Stunden auf 20 Minuten` is a drop of 83 to 92 %"),
    ("de", "**54% weniger** (von 9,4% auf 5,2%)",
     "`54%` does not fit: `von 9,4% auf 5,2%` is a drop of 45 %"),
    ("de", "Die Zeit sank von 10 auf 4 Minuten (50 % weniger).",
     "`50 %` does not fit: `von 10 auf 4 Minuten` is a drop of 60 %"),
    ("de", "**40 % weniger** Server (von 4 auf 2)",
     "`40 %` does not fit: `von 4 auf 2` is a drop of 50 %"),
    ("de", "Rund 30 % weniger (von 58 auf 22)",
     "`30 %` does not fit: `von 58 auf 22` is a drop of 62 %"),
    ("de", "**62,5 %** weniger (von 1.000 € auf 400 €)",
     "`62,5 %` does not fit: `von 1.000 € auf 400 €` is a drop of 60.0 %"),
    ("en", "**52% fewer** abandoned searches (from 58% to 22%)",
     "`52%` does not fit: `from 58% to 22%` is a drop of 62 %"),
    ("en", "**80% more** (from 100 users to 300 users)",
     "`80%` does not fit: `from 100 users to 300` is a rise of 200 %"),
]  # fmt: skip
POINTS = [
    ("de", "Um 5 % gestiegen (von 10 % auf 15 %)", "write `5 Prozentpunkte`"),
    ("de", "Um 1 % gesunken (von 3 % auf 2 %)", "write `1 Prozentpunkt`"),
    ("de", "Um 4,2 % gesunken (von 9,4% auf 5,2%)", "write `4,2 Prozentpunkte`"),
    ("en", "grew by 5% (from 10% to 15%)", "write `5 percentage points`"),
    ("en", "The share fell 36% from 58% to 22%.", "write `36 percentage points`"),
]


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in RIGHT for text in RIGHT[language]]
)
def test_what_is_right_is_not_told(language: str, text: str) -> None:
    assert claims(f"- {text}\n", language) == []


@pytest.mark.parametrize(
    ("language", "text"), [(language, text) for language in UNCLEAR for text in UNCLEAR[language]]
)
def test_what_may_be_said_of_something_else_is_not_told(language: str, text: str) -> None:
    assert claims(text, language) == []


@pytest.mark.parametrize(("language", "text", "message"), WRONG)
def test_what_is_wrong_says_what_it_would_be(language: str, text: str, message: str) -> None:
    (found,) = claims(text, language)
    assert (found.code, found.message) == (Code.CLAIM_PERCENT, message)
    assert not found.is_error


@pytest.mark.parametrize(("language", "text", "hint"), POINTS)
def test_a_difference_of_percentages_is_in_points(language: str, text: str, hint: str) -> None:
    (found,) = claims(text, language)
    assert (found.code, found.hint) == (Code.CLAIM_POINTS, hint)


def test_a_claim_is_told_at_its_percentage() -> None:
    body = "Vorweg.\n\n- Ein Punkt\n- Die Fälle sind **54% weniger**\n  (von 9,4% auf 5,2%)\n"
    assert [brief(one) for one in claims(body)] == ["CD270 8:20"]


def test_declared_metrics_are_looked_at() -> None:
    matter = (
        'title: X\nmetrics:\n  - value: "52%"\n    label: fewer\n    before: 58 %\n'
        "    after: 22 %\n"
        '  - value: "5 %"\n    before: 10%\n    after: 15 %\n  - value: 50\n    before: 3\n'
        '  - value: "70 %"\n    label: less\n    reference: from 10 to 4 days\n'
        '  - value: "60 %"\n    label: less\n    before: 10.5\n    after: 4.2'
    )
    found = [brief(one) for one in claims("", "en", matter)]
    assert found == ["CD270 4:13", "CD271 8:13", "CD270 13:13"]
    typed = 'title: X\nmetrics: [{value: "70 %", before: 2 hours, after: 20 minutes}]'
    assert [brief(one) for one in claims("", "en", typed)] == ["CD270 3:20"]


def test_the_summary_is_looked_at() -> None:
    matter = "title: X\nsummary: Um 5 % gestiegen (von 10 % auf 15 %)"
    assert [brief(one) for one in claims("", "de", matter)] == ["CD271 3:13"]


@given(before=st.integers(2, 100_000), after=st.integers(1, 100_000))
def test_what_was_computed_from_the_change_fits(before: int, after: int) -> None:
    percent = round(abs(before - after) / before * 100)
    text = f"{percent} % anders (von {before} auf {after})"
    found = claims(text)
    assert [one for one in found if one.code is Code.CLAIM_PERCENT] == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Eins & zwei um 62 % (von 58 % auf 42 %)", "CD270 5:16"),
        ("Eins &amp; zwei um 62 % (von 58 % auf 42 %)", "CD270 5:1"),
        ("*Eins &amp; zwei* um 62 % (von 58 % auf 42 %)", "CD270 5:22"),
    ],
)
def test_a_place_is_exact_or_that_of_the_whole_stretch(body: str, place: str) -> None:
    assert [brief(one) for one in claims(body)] == [place]
