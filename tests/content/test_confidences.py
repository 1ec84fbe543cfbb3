"""A confidential client's name is found wherever it stands."""

import pytest
from tests.content.reading import PATH, brief, source_of

from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure
from casedoc.content.confidences import Secret, find_names, secret_of
from casedoc.source.source import read_source

MATTER = (
    "title: Ein Fall\n"
    "client:\n"
    "  name: Nordlicht Möbel GmbH & Co. KG\n"
    "  alias: führender Möbelhändler\n"
    "  confidential: true\n"
    "  also: [Lumora, lumora.example, Ida]"
)
"""Front matter of six lines: the body begins on line 10."""


def named(body: str, matter: str = MATTER) -> list[Diagnostic]:
    source, _world = source_of(matter, body)
    secret = secret_of("sample", source.fields)
    assert secret is not None
    return find_names(source, "sample", [secret])


def places(body: str, matter: str = MATTER) -> list[str]:
    return [brief(one) for one in named(body, matter)]


def test_the_declaration_itself_may_name_it() -> None:
    assert places("Der führende Möbelhändler wuchs.") == []


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("Für Nordlicht Möbel GmbH & Co. KG.", "10:5"),
        ("Für Nordlicht Möbel gebaut.", "10:5"),
        ("# Bei Nordlicht Möbel", "10:7"),
        ("[hier](https://lumora.example/x)", "10:16"),
        ("[hier](https://shop.lumora.example)", "10:21"),
        ("Text\n\n<!-- für Lumora -->\n", "12:10"),
        ("**Nord**licht Möbel", "10:3"),
        ("Nord*licht* Möbel", "10:1"),
        ("Nord\u00adlicht Mö\u00adbel", "10:1"),
        ("Nord&shy;licht Möbel", "10:1"),
        ("NORDLICHT MÖBEL", "10:1"),
        ("Nordlicht Mo\u0308bel", "10:1"),
        ("Nordlicht\nMöbel", "10:1"),
        ("die Nordlicht-Möbel-Filialen", "10:5"),
        ("Lumoras Lager", "10:1"),
        ("das Lumora-Lager", "10:5"),
        ("der Lumorashop", "10:5"),
        ("`lumora`", "10:2"),
        ("| a |\n| - |\n| Lumora |", "12:3"),
        ("Text[^a].\n\n[^a]: Lumora.", "12:7"),
    ],
)
def test_the_name_is_found(body: str, place: str) -> None:
    assert places(body) == [f"CD502 {place}"]


@pytest.mark.parametrize("body", ["Das Idaho-Projekt", "Die Idee von Lumor", "Ein Nordlicht"])
def test_other_words_are_not(body: str) -> None:
    assert places(body) == []


def test_a_short_name_counts_as_a_word_of_its_own() -> None:
    assert places("Mit Ida gebaut") == ["CD502 10:5"]


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("summary: Für Lumora", "8:14"),
        ("tags: [Lumora]", "8:8"),
        ("links: [lumora.example]", "8:9"),
        ("# Lumora", "8:3"),
        ("foo: lumora", "8:6"),
    ],
)
def test_front_matter_is_looked_at_too(line: str, place: str) -> None:
    assert places("Text", f"{MATTER}\n{line}") == [f"CD502 {place}"]


def test_an_alias_must_not_contain_the_name() -> None:
    matter = MATTER.replace("führender Möbelhändler", "Marke Lumora")
    assert places("Text", matter) == ["CD502 5:16"]


def test_the_complaint_does_not_repeat_the_name() -> None:
    found = named("Lumora und Ida\n\nNordlicht Möbel\n")
    assert [brief(one) for one in found] == ["CD502 10:1", "CD502 12:1"]
    for one in found:
        said = f"{one.message} {one.hint}".casefold()
        assert not any(name in said for name in ("lumora", "ida", "nordlicht", "möbel"))
        assert one.is_error


def test_another_file_must_not_name_it_either() -> None:
    source, _world = source_of(MATTER)
    secret = secret_of("sample", source.fields)
    assert secret is not None
    english, _world = source_of(
        "title: A", "For Lumora.\n\nFor Nordlicht Möbel GmbH & Co. KG.", "content/en/sample.md"
    )
    own = find_names(english, "sample", [secret])
    assert [brief(one) for one in own] == ["CD502 5:5", "CD502 7:5"]
    assert [one.span.path for one in own if one.span] == ["content/en/sample.md"] * 2
    assert [brief(one) for one in find_names(english, "other", [secret])] == [
        "CD502 5:5",
        "CD502 7:5",
    ]
    assert [brief(one) for one in find_names(english, None, [secret])] == ["CD502 5:5", "CD502 7:5"]


def test_the_shortened_name_counts_in_its_own_study_only() -> None:
    source, _world = source_of("title: A", "Ein Nordlicht Möbel Fan.")
    secret = Secret("sample", ("Nordlicht Möbel GmbH",), ("Nordlicht Möbel",))
    assert len(find_names(source, "sample", [secret])) == 1
    assert find_names(source, "other", [secret]) == []


@pytest.mark.parametrize(
    ("name", "shortened"),
    [
        ("Nord GmbH & Co. KG", "Nord"),
        ("Nord AG", "Nord"),
        ("Nord SE", "Nord"),
        ("Nord e.V.", "Nord"),
        ("Nord, Inc.", "Nord"),
        ("Nord Ltd", "Nord"),
        ("Nord", "Nord"),
        ("AGILE Nord", "AGILE Nord"),
    ],
)
def test_legal_forms(name: str, shortened: str) -> None:
    source, _world = source_of(f"client: {{name: '{name}', confidential: true}}")
    secret = secret_of("sample", source.fields)
    assert secret is not None
    assert (secret.names, secret.shortened) == ((name,), (shortened,))


@pytest.mark.parametrize("word", ["true", "ja", "vielleicht", "1", "'yes'"])
def test_a_broken_study_keeps_its_secret(word: str) -> None:
    source, _world = source_of(
        f"slug: [\n  kaputt]\ndate: 2023-02-30\nclient: {{name: Nord AG, confidential: {word}}}"
    )
    secret = secret_of("sample", source.fields)
    assert secret is not None
    assert secret.names == ("Nord AG",)


@pytest.mark.parametrize("key", ["company", "customer", "kunde"])
def test_a_client_under_another_name_keeps_its_secret(key: str) -> None:
    source, _world = source_of(f"title: A\n{key}: {{name: Nord AG, confidential: true}}")
    assert secret_of("sample", source.fields) is not None


@pytest.mark.parametrize(
    "client", ["Nord AG", "{name: Nord AG}", "{name: Nord AG, confidential: nein}"]
)
def test_other_clients_are_no_secret(client: str) -> None:
    source, _world = source_of(f"title: A\nclient: {client}")
    assert secret_of("sample", source.fields) is None


def test_the_path_must_not_name_it() -> None:
    path = "content/de/nordlicht-möbel.md"
    source, _world = source_of(MATTER, "Text", path)
    secret = secret_of("nordlicht-moebel", source.fields)
    assert secret is not None
    found = find_names(source, "nordlicht-moebel", [secret])
    assert [brief(one) for one in found] == ["CD502 1:1"]


def test_without_secrets_nothing_is_found() -> None:
    source, world = source_of("title: A", "Für Lumora.")
    assert find_names(source, "sample", []) == []
    assert not isinstance(world.read(PATH), ReadFailure)
    assert read_source(world, PATH).diagnostics == ()


def test_a_yaml_alias_of_the_name_is_shown_at_its_key() -> None:
    matter = MATTER.replace("name: Nordlicht", "name: &name Nordlicht") + "\nsubtitle: *name"
    assert places("Text", matter) == ["CD502 8:1"]


def test_an_escaped_name_is_shown_at_its_key() -> None:
    assert places("Text", MATTER + '\nsubtitle: "L\\u0075mora"') == ["CD502 8:1"]


@pytest.mark.parametrize(
    "client",
    [
        "client:\ncompany: {name: Nord AG, confidential: true}",
        "client: Werft\nkunde: {name: Nord AG, confidential: true}",
        "client: {name: Nord AG, confidential: }",
        "client: {name: Nord AG, confidential: {really: true}}",
    ],
)
def test_in_doubt_it_is_a_secret(client: str) -> None:
    source, _world = source_of(f"title: A\n{client}")
    secret = secret_of("sample", source.fields)
    assert secret is not None
    assert secret.names == ("Nord AG",)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("[hier](https://example.com/nordlicht-m%C3%B6bel)", "10:1"),
        ("[hier](https://nordlicht-moebel.example)", "10:16"),
        ("![L&#117;mora](x.png)", "10:1"),
        ("[hier](https://l%75mora.example)", "10:1"),
    ],
)
def test_addresses_are_read_as_they_are_printed(body: str, place: str) -> None:
    assert places(body) == [f"CD502 {place}"]


def test_letters_and_accents_are_one() -> None:
    assert places("Text", f"{MATTER}\nsummary: Nordlicht Mo\u0308bel") == ["CD502 8:10"]


@pytest.mark.parametrize(
    "name", ["Nord GmbH & Co. KGaA", "Nord & Co.", "Nord e.K.", "Nord Limited"]
)
def test_further_legal_forms(name: str) -> None:
    source, _world = source_of(f"client: {{name: '{name}', confidential: true}}")
    secret = secret_of("sample", source.fields)
    assert secret is not None
    assert secret.shortened == ("Nord",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Quast & Söhne", "Quast und Söhne"),
        ("Quast & Söhne", "Quast and Soehne"),
        ("Quast und Söhne", "Quast & Söhne"),
        ("Quast & Söhne GmbH", "Quast&Söhne"),
    ],
)
def test_a_sign_for_and_is_as_good_as_the_word(name: str, text: str) -> None:
    matter = f"title: A\nclient: {{name: {name}, alias: B, confidential: true}}"
    assert places(f"Für {text} gebaut.", matter) == ["CD502 6:5"]
