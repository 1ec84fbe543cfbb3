"""Whole files without names: what is replaced, what is told, and what is an error."""

import pytest
from tests.content.reading import brief, source_of

from casedoc.base.secret import Secret, merged
from casedoc.content.confidences.declaration import secret_of
from casedoc.content.confidences.files import Discreet, without_names
from casedoc.content.confidences.masking import masked
from casedoc.content.confidences.mentions import Discretion
from casedoc.source.element import plain_text
from casedoc.source.values import Scalar

MATTER = (
    "title: Ein Fall\n"
    "client:\n"
    "  name: Nordlicht Möbel GmbH & Co. KG\n"
    "  alias: führender Möbelhändler\n"
    "  confidential: true\n"
    "  also: [Lumora, lumora.example, Ida]"
)
"""Front matter of six lines: the body begins on line 10."""
OTHER = Secret("other", ("Kontor Eins AG",), ("Kontor",), (), (), (("de", "ein Händler"),))


def discreet(body: str, matter: str = MATTER, *more: Secret) -> Discreet:
    source, _world = source_of(matter, body)
    own = secret_of("sample", source.fields, "de")
    secrets = (*((own,) if own else ()), *more)
    discretion = Discretion(merged(secrets), ("de", "en"))
    return without_names(source, "sample", "de", discretion, is_hidden=own is not None)


def words(body: str, matter: str = MATTER) -> str:
    (block,) = discreet(body, matter).source.blocks
    return plain_text(block.children)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Für Nordlicht Möbel gebaut.", "Für den führenden Möbelhändler gebaut."),
        ("Das **Nord**licht *Möbel*", "Der führende Möbelhändler"),
        ("Die Nordlicht-Möbel-Filialen.", "Die Möbelhändler-Filialen."),
        ("der Lumorashop", "der Möbelhändler-Shop"),
        ("mit dem Ex-Lumora-Team", "mit dem Ex-Möbelhändler-Team"),
        ("bei Nordlicht Möbel\nGmbH & Co. KG", "bei dem führenden Möbelhändler"),
        ("Mail an post@lumora.example.", "Mail an den führenden Möbelhändler."),
        ("Mit Ida, nicht in Idaho.", "Mit dem führenden Möbelhändler, nicht in Idaho."),
        ("Text mit `lumora_x`", "Text mit fuehrender_moebelhaendler_x"),
        ("in LUMORAS Lager", "in des führenden Möbelhändlers Lager"),
    ],
)
def test_the_alias_takes_its_place(body: str, expected: str) -> None:
    assert words(body) == expected
    assert discreet(body).diagnostics == ()


def test_marks_around_a_name_stay() -> None:
    (block,) = discreet("Für **Lumora** gebaut.").source.blocks
    assert [child.kind.value for child in block.children] == ["text", "strong", "text"]


def test_a_link_that_names_somebody_is_left_out_with_a_warning() -> None:
    found = discreet("[Mehr](https://lumora.example/x) und [hier](https://a.example).")
    assert [brief(one) for one in found.diagnostics] == ["CD505 10:1"]
    assert [one.kind.value for one in found.source.blocks[0].children].count("link") == 1


def test_what_can_not_be_replaced_is_an_error_at_its_line() -> None:
    body = "Gut.\n\nDas Neunordlichtmöbel.\n\nText.\n"
    matter = MATTER.replace("also: [Lumora", "also: [Nordlichtmöbel, Lumora")
    found = discreet(body, matter).diagnostics
    assert [brief(one) for one in found] == ["CD502 12:1"]
    assert all(one.is_error and "ordlicht" not in one.message for one in found)


def test_without_an_alias_in_the_language_the_name_is_an_error() -> None:
    matter = MATTER.replace("alias: führender Möbelhändler", "alias: {en: a retailer}")
    assert [brief(one) for one in discreet("Für Lumora.", matter).diagnostics] == ["CD502 10:1"]


def test_an_alias_that_names_the_client_is_an_error() -> None:
    matter = MATTER.replace("führender Möbelhändler", "Marke Lumora")
    assert [brief(one) for one in discreet("Text", matter).diagnostics] == ["CD502 5:10"]


def test_a_word_of_anothers_name_is_an_error_only_where_it_is_written_so() -> None:
    found = discreet("Ein Kontor.\n\nein kontor", MATTER, OTHER).diagnostics
    assert [brief(one) for one in found] == ["CD502 10:1"]
    assert "ordinary" in (found[0].hint or "")


def test_the_name_of_a_fact_may_name_a_client_because_it_is_not_printed() -> None:
    found = discreet(
        "Lumora hatte {fact}`lumora-umsatz`.", f"{MATTER}\nfacts: {{lumora-umsatz: 5}}"
    )
    assert found.diagnostics == ()
    (block,) = found.source.blocks
    assert [one.text for one in block.children if one.kind.value == "value"] == ["lumora-umsatz"]


def test_a_case_that_can_not_be_told_is_a_warning() -> None:
    found = discreet("Damals betrieb die Nordlicht Möbel GmbH & Co. KG Läden.").diagnostics
    assert [brief(one) for one in found] == ["CD509 10:1"]


def test_the_client_itself_has_no_name_any_more() -> None:
    client = discreet("Text").source.fields.find("client")
    assert client is not None
    texts = [one.text for one in _scalars(client.value)]
    assert texts == ["führender Möbelhändler", "führender Möbelhändler", "true"]


def test_the_slug_is_the_same_in_all_languages() -> None:
    source, _world = source_of(MATTER, "Text", "content/en/lumora-shop.md")
    secret = Secret("lumora-shop", ("Lumora",), (), (), (), (("de", "Händler"), ("en", "retailer")))
    discretion = Discretion((secret,), ("de", "en"))
    for language in ("de", "en"):
        read = without_names(source, "lumora-shop", language, discretion, is_hidden=True)
        assert read.slug == "haendler-shop"


def test_paths_and_complaints_are_masked() -> None:
    secret = Secret("a", ("Lumora",), (), (), (), (("de", "Händler"),))
    discretion = Discretion((secret,), ("de",))
    assert masked("content/de/lumora-shop.md", discretion) == "content/de/haendler-shop.md"
    assert masked("`Neulumora` in Oberlumorastadt", discretion) == "`Neulumora` in Oberlumorastadt"
    longer = Discretion((Secret("a", ("Lumorana",), (), ()),), ("de",))
    assert masked("Neulumoranas Haus", longer) == "Neu…s Haus"
    assert masked("nichts", longer) == "nichts"


def _scalars(value: object) -> list[Scalar]:
    if isinstance(value, Scalar):
        return [value]
    pairs = getattr(value, "pairs", ())
    return [one for pair in pairs for one in _scalars(pair.value)]


UMLAUTS = (
    "title: Ein Fall\n"
    "client: {name: Köhler Fördertechnik und Söhne AG, alias: ein Händler, confidential: true}"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Koehler Fördertechnik & Söhne baute.", "Ein Händler baute."),
        ("Köhler Foerdertechnik und Soehne baute.", "Ein Händler baute."),
        ("Kohler Foerdertechnik & Söhne AG baute.", "Ein Händler baute."),
        ("`koehler_foerdertechnik_und_söhne`", "ein-haendler"),
        (
            "Die Köhler Fördertechnik und Söhne Aktiengesellschaft baute.",
            "Der Händler baute.",
        ),
    ],
)
def test_each_umlaut_may_be_written_its_own_way(body: str, expected: str) -> None:
    found = discreet(body, UMLAUTS)
    assert [one.code.number for one in found.diagnostics if one.is_error] == []
    (block,) = found.source.blocks
    assert plain_text(block.children).replace("_", "-") == expected


SHORT = Secret("elsewhere", ("Beispiel GmbH",), ("Beispiel",), (), (), (("de", "ein Händler"),))


@pytest.mark.parametrize(
    ("word", "is_told"),
    [
        ("Beispiel", True),
        ("Beispiels", True),
        ("BEISPIEL", True),
        ("Bei\u00adspiel", True),
        ("Bei**spiel**s", True),
        ("Beispielserver", True),
        ("Beispiel-Server", True),
        ("beispiel", False),
        ("Beispielsweise", False),
        ("beispielhaft", False),
        ("Zubeispiel", False),
    ],
)
def test_a_word_of_another_s_name_is_told_however_it_ends(word: str, *, is_told: bool) -> None:
    body = f"Bei uns: {word} und mehr.\n"
    source, _world = source_of("title: A", body)
    found = without_names(source, "a", "de", Discretion((SHORT,), ("de",)), is_hidden=False)
    assert [one.code.number for one in found.diagnostics] == (["CD502"] if is_told else [])


PEOPLE = "title: A\nclient: {name: C&A, alias: ein Händler, confidential: true, people: [Klein]}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Eine kleine Lösung, ca. 30 Nutzer.", "Eine kleine Lösung, ca. 30 Nutzer."),
        ("Mit Klein und Kleins Team.", "Mit der Ansprechperson und der Ansprechperson Team."),
        ("Für C & A gebaut.", "Für einen Händler gebaut."),
        ("Für C und A gebaut.", "Für einen Händler gebaut."),
        ("Das Projekt ‚C&A’ lief.", "Das Projekt ‚Händler’ lief."),
        ("Die C&A- und Musterwelt.", "Die Händler- und Musterwelt."),
    ],
)
def test_ordinary_words_stay(body: str, expected: str) -> None:
    assert words(body, PEOPLE) == expected


DOTTED = (
    "title: A\nclient: {name: E.ON SE, alias: ein Versorger, confidential: true,"
    " people: [Ida Wolf, Ida]}"
)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Für E.ON gebaut.", "Für einen Versorger gebaut."),
        ("Für die E.ON SE gebaut.", "Für den Versorger gebaut."),
        ("Für EON gebaut.", "Für einen Versorger gebaut."),
        ("Für E-ON gebaut.", "Für einen Versorger gebaut."),
        ("Von ida.wolf@example.org kam es.", "Von der Ansprechperson kam es."),
        ("`ida-wolf`", "die-ansprechperson"),
        ("`ida`", "die-ansprechperson"),
    ],
)
def test_short_words_with_signs_are_names_all_the_same(body: str, expected: str) -> None:
    assert words(body, DOTTED) == expected
