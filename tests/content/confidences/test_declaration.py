"""Which names a file declares as those of a client that must not be named."""

import pytest
from tests.content.reading import source_of

from casedoc.content.confidences.declaration import secret_of


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
    "name", ["Nord GmbH & Co. KGaA", "Nord & Co.", "Nord e.K.", "Nord Limited"]
)
def test_further_legal_forms(name: str) -> None:
    source, _world = source_of(f"client: {{name: '{name}', confidential: true}}")
    secret = secret_of("sample", source.fields)
    assert secret is not None
    assert secret.shortened == ("Nord",)


def test_what_counts_in_its_own_studies_and_what_everywhere() -> None:
    source, _world = source_of(
        "client: {name: Nordlicht Möbel AG, also: [Lumora], people: Ida Wolf, confidential: true,"
        " alias: {de: ein Händler, en: a retailer}}"
    )
    secret = secret_of("sample", source.fields, "de")
    assert secret is not None
    assert secret.names == ("Nordlicht Möbel AG", "Lumora")
    assert secret.people == ("Ida Wolf",)
    assert (secret.shortened, secret.first) == (("Nordlicht Möbel",), ("Nordlicht",))
    assert secret.aliases == (("de", "ein Händler"), ("en", "a retailer"))


@pytest.mark.parametrize("said", ["ordinary: [nordlicht]", "alias: Anbieter wie Nordlicht"])
def test_a_first_word_that_says_nothing(said: str) -> None:
    client = f"{{name: Nordlicht Möbel, confidential: true, {said}}}"
    source, _world = source_of(f"client: {client}")
    secret = secret_of("sample", source.fields, "de")
    assert secret is not None
    assert secret.first == ()


def test_by_consent_a_client_is_no_secret_but_its_people_are() -> None:
    source, _world = source_of("client: {name: Nord AG, people: [Ida Wolf], confidential: true}")
    secret = secret_of("sample", source.fields, allowed=frozenset({"name"}))
    assert secret is not None
    assert (secret.names, secret.shortened, secret.people) == ((), (), ("Ida Wolf",))
    both = frozenset({"name", "contact"})
    assert secret_of("sample", source.fields, allowed=both) is None


@pytest.mark.parametrize("client", ["Nord AG", "{name: Nord AG}"])
def test_where_nobody_is_named_every_client_is_a_secret(client: str) -> None:
    source, _world = source_of(f"title: A\nclient: {client}")
    secret = secret_of("sample", source.fields, always=True)
    assert secret is not None
    assert secret.names == ("Nord AG",)
