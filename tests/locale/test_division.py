"""Where words are divided."""

from itertools import pairwise
from pathlib import Path

import pytest
from pyphen import Pyphen

from casedoc.locale.division import MARK, NO_EXCEPTIONS, Exceptions, divisions_of, marked

ACCEPTED = [
    line
    for line in (Path(__file__).parent / "divisions.de.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
PATTERNS = Pyphen(lang="de_DE").hd.positions


def divided(word: str, exceptions: Exceptions = NO_EXCEPTIONS) -> str:
    """A word with marks where it may be divided."""
    points = (0, *divisions_of("de", exceptions).points(word, PATTERNS), len(word))
    parts = (word[start:end] for start, end in pairwise(points))
    return MARK.join(parts)


def test_the_list_is_long_and_has_each_word_once() -> None:
    words = [line.replace(MARK, "") for line in ACCEPTED]
    assert len(words) >= 800
    assert len(set(words)) == len(words)
    assert sum(line.count(MARK) for line in ACCEPTED) > 1300


def test_no_division_that_an_editor_would_strike_out() -> None:
    divisions = divisions_of("de", NO_EXCEPTIONS)
    forbidden = [
        divided(line.replace(MARK, ""))
        for line in ACCEPTED
        if set(divisions.points(line.replace(MARK, ""), PATTERNS)) - set(marked(line)[1])
    ]
    assert forbidden == []


def test_most_of_the_accepted_divisions_are_found() -> None:
    found = sum(divided(line.replace(MARK, "")).count(MARK) for line in ACCEPTED)
    assert found / sum(line.count(MARK) for line in ACCEPTED) > 0.9


@pytest.mark.parametrize(
    "written",
    [
        "Über|gang",
        "Infra|struktur|kosten",
        "Mate|rial|bedarfs|lauf",
        "Deploy|ment|prozess",
        "Micro|service|archi|tektur",
        "Über|bereit|stel|lung",
        "Vertriebs|innen|dienst",
        "Apotheken|rechen|zentrum",
    ],
)
def test_what_the_patterns_divide_badly(written: str) -> None:
    assert divided(written.replace(MARK, "")) == written


@pytest.mark.parametrize("word", ["TimescaleDB", "PostgreSQL", "Log4j", "OpenTelemetry", "HTTPS"])
def test_what_looks_technical_is_not_divided(word: str) -> None:
    assert divided(word) == word


def test_a_names_words_stay_whole_and_their_compounds_are_divided_beside_them() -> None:
    names = Exceptions(whole=frozenset({"Apache Zookeeper", "Beispielhausener Werke"}))
    assert divided("Beispielhausener", names) == "Beispielhausener"
    assert divided("Zookeepers", names) == "Zookeepers"
    assert divided("Zookeepercluster", names) == "Zookeeper|cluster"


def test_exceptions_of_the_workspace_come_first() -> None:
    own = Exceptions((("de", ("Infrast|ruktur", "Verfügbarkeit", "Schoko|laden|guss")), ("en", ())))
    assert divided("Infrastruktur", own) == "Infrast|ruktur"
    assert divided("Infrastrukturkosten", own) == "Infrast|ruktur|kosten"
    assert divided("Verfügbarkeiten", own) == "Verfügbarkeiten"
    assert divided("Schokoladenguss", own) == "Schoko|laden|guss"
    assert divided("Verfügbarkeit", Exceptions((("en", ("Verfügbarkeit",)),))) == "Verfüg|bar|keit"


def test_a_language_without_a_list_is_divided_by_its_patterns() -> None:
    patterns = Pyphen(lang="fr").hd.positions
    points = divisions_of("fr", NO_EXCEPTIONS).points("organisation", patterns)
    assert points == (4, 6, 8)
