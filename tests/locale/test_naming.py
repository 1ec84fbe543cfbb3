"""Words for a client in the place of its name: case, article, gender, compounds' nouns."""

import pytest

from casedoc.locale.naming import named, phrase_of

RETAILER = "führender Möbelhändler"


def said(words: str, before: str, name: str = "Beispiel AG", tail: str = "") -> str:
    naming = named(words, name, before, tail, "de", is_label=False)
    return before[: len(before) - naming.taken] + naming.text


@pytest.mark.parametrize(
    ("before", "name", "tail", "expected"),
    [
        ("die Server der ", "Beispiel AG", "", "die Server des führenden Möbelhändlers"),
        ("Wir waren bei der ", "Beispiel AG", "", "Wir waren bei dem führenden Möbelhändler"),
        ("Wir waren beim ", "Beispiel", "", "Wir waren beim führenden Möbelhändler"),
        ("Wir fuhren zur ", "Beispiel GmbH", "", "Wir fuhren zum führenden Möbelhändler"),
        ("Wir kamen vom ", "Beispiel e. V.", "", "Wir kamen vom führenden Möbelhändler"),
        ("Wir bauten für die ", "Beispiel AG", "", "Wir bauten für den führenden Möbelhändler"),
        ("Wir bauten für ", "Beispiel", "", "Wir bauten für den führenden Möbelhändler"),
        ("Wir halfen dem ", "Beispiel Verlag", "", "Wir halfen dem führenden Möbelhändler"),
        ("", "Beispiel", "s", "Des führenden Möbelhändlers"),
        ("", "Beispiel", "", "Der führende Möbelhändler"),
        ("Dann. ", "Beispiel", "", "Dann. Der führende Möbelhändler"),
        ("Sie sagte: „", "Beispiel", "", "Sie sagte: „Der führende Möbelhändler"),
        ("Die ", "Beispiel AG", "", "Der führende Möbelhändler"),
        ("seitens der ", "Beispiel AG", "", "seitens des führenden Möbelhändlers"),
    ],
)
def test_german_cases(before: str, name: str, tail: str, expected: str) -> None:
    assert said(RETAILER, before, name, tail) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ein führender Möbelhändler", "die Server des führenden Möbelhändlers"),
        ("eine regionale Bank", "die Server der regionalen Bank"),
        ("großes Möbelhaus", "die Server des großen Möbelhauses"),
        ("norddeutsche Stadtwerke", "die Server der norddeutschen Stadtwerke"),
        ("ein Kunde", "die Server des Kunden"),
        ("der Produzent von Ventilen", "die Server des Produzenten von Ventilen"),
        ("ein Berliner Verlag", "die Server des Berliner Verlags"),
        ("Versicherung", "die Server der Versicherung"),
    ],
)
def test_genders_and_declensions(words: str, expected: str) -> None:
    assert said(words, "die Server der ") == expected


@pytest.mark.parametrize(
    ("words", "is_doubtful"),
    [(RETAILER, True), ("eine Bank", False), ("großes Möbelhaus", False), ("ein Xyzzy", True)],
)
def test_a_case_that_can_not_be_told_is_doubtful(words: str, is_doubtful: bool) -> None:  # noqa: FBT001
    naming = named(words, "Beispiel AG", "Seit 2020 betreibt die ", "", "de", is_label=False)
    assert naming.is_doubtful is is_doubtful


def test_a_label_has_no_article() -> None:
    naming = named(RETAILER, "Beispiel", "", "", "de", is_label=True)
    assert naming.text == "Führender Möbelhändler"


@pytest.mark.parametrize(
    ("words", "before", "tail", "expected"),
    [
        ("maker of valves", "For ", "", "For the maker of valves"),
        ("a maker of valves", "For ", "", "For a maker of valves"),
        ("a maker", "", "’s", "A maker’s"),
        ("a maker", "the ", "", "the maker"),
        ("owner of hotels", "An ", "", "An owner of hotels"),
        ("two banks", "We helped ", "’s", "We helped the two banks’"),
    ],
)
def test_english(words: str, before: str, tail: str, expected: str) -> None:
    naming = named(words, "Example", before, tail, "en", is_label=False)
    assert before[: len(before) - naming.taken] + naming.text == expected


def test_the_parts_of_a_phrase() -> None:
    phrase = phrase_of("ein sehr großer Händler von Möbeln", "de")
    assert (phrase.adjectives, phrase.noun, phrase.rest) == (
        ("sehr", "großer"),
        "Händler",
        " von Möbeln",
    )
    assert (phrase.is_definite, phrase.gender) == (False, "m")


def test_a_region_has_the_grammar_of_its_language() -> None:
    naming = named("ein Händler", "Beispiel AG", "die Server der ", "", "de-AT", is_label=False)
    assert naming.text == "des Händlers"
    assert named("a shop", "Example", "", "", "fr", is_label=False).text == "A shop"


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("ein Sportverein", "Die Server des Sportvereins"),
        ("eine Bäckerin", "Die Server der Bäckerin"),
        ("ein Verein", "Die Server des Vereins"),
    ],
)
def test_the_article_and_the_longest_ending_tell_the_gender(alias: str, expected: str) -> None:
    before = "Die Server der "
    naming = named(alias, "Quast AG", before, "", "de", is_label=False)
    assert before[: len(before) - naming.taken] + naming.text == expected


def test_behind_a_word_that_is_no_article_it_is_doubtful() -> None:
    naming = named("ein Händler", "Quast AG", "Das ist unsere ", "", "de", is_label=False)
    assert naming.is_doubtful
    assert "der" not in naming.text.split()
