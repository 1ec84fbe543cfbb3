"""Our divisions in the place of WeasyPrint's."""

from collections.abc import Iterator

import pyphen
import pytest

from casedoc.locale.division import NO_EXCEPTIONS, Exceptions
from casedoc.pdf.dictionaries import Dictionary, take_over


@pytest.fixture
def dictionaries() -> Iterator[tuple[Dictionary, ...]]:
    """Dictionaries of this test alone."""
    before = dict(pyphen.hdcache)
    yield take_over()
    pyphen.hdcache.clear()
    pyphen.hdcache.update(before)


@pytest.mark.usefixtures("dictionaries")
@pytest.mark.parametrize("lang", ["de", "de-DE", "de-AT", "de-CH"])
def test_german_is_divided_alike_in_all_countries(lang: str) -> None:
    divider = pyphen.Pyphen(lang=lang, left=4, right=4)
    assert divider.inserted("Materialbedarfslauf", "|") == "Mate|rial|bedarfs|lauf"
    assert divider.inserted("Infrastruktur", "|") == "Infra|struktur"


@pytest.mark.usefixtures("dictionaries")
def test_its_patterns_are_read_once() -> None:
    tables = {pyphen.Pyphen(lang=lang).hd for lang in ("de", "de-DE", "de-AT", "de-CH")}
    assert len(tables) == 1


def test_patterns_are_read_when_a_word_needs_them(dictionaries: tuple[Dictionary, ...]) -> None:
    assert {dictionary.table for dictionary in dictionaries} == {None}
    pyphen.Pyphen(lang="de").inserted("Infrastruktur")
    assert {dictionary.table for dictionary in dictionaries} == {None}


def test_each_document_has_its_own_words(dictionaries: tuple[Dictionary, ...]) -> None:
    divider = pyphen.Pyphen(lang="de", left=4, right=4)
    for exceptions, expected in (
        (Exceptions((("de", ("Daten|bank",)),)), "Daten|bank"),
        (Exceptions(whole=frozenset({"Datenbank"})), "Datenbank"),
        (NO_EXCEPTIONS, "Daten|bank"),
    ):
        for dictionary in dictionaries:
            dictionary.use(exceptions)
        assert divider.inserted("Datenbank", "|") == expected


@pytest.mark.usefixtures("dictionaries")
def test_divisions_that_change_the_spelling_keep_it() -> None:
    divider = pyphen.Pyphen(lang="hu", left=2, right=2)
    assert divider.inserted("asszonnyal", "-") == "asszony-nyal"
