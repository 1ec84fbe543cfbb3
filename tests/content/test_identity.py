"""Which study a file is, and in which language."""

import pytest
from tests.content.reading import checked, study_of, told

from casedoc.content.identity import slug_from


@pytest.mark.parametrize(
    ("path", "lang", "expected"),
    [
        ("content/de/a.md", "", "de"),
        ("content/en/a.md", "", "en"),
        ("content/a.en.md", "", "en"),
        ("content/de/a.en.md", "", "en"),
        ("content/de/a.en.md", "de-AT", "de-AT"),
        ("content/en/web/a.md", "", "en"),
        ("content/a.md", "", "de"),
        ("content/de-CH/a.md", "", "de-CH"),
        ("content/a.md", "EN_gb", "en-GB"),
    ],
)
def test_language(path: str, lang: str, expected: str) -> None:
    study = study_of(f"title: A\n{f'lang: {lang}' if lang else ''}", path=path)
    assert (study.locale.tag, study.slug) == (expected, "a")


def test_the_workspaces_first_language_is_that_of_files_that_declare_none() -> None:
    value = checked("title: A", path="content/a.md", languages=("en", "de")).value
    assert value is not None
    assert value.locale.tag == "en"


def test_an_unknown_language_is_an_error() -> None:
    outcome = checked("title: A\nlang: klingonisch")
    assert outcome.value is None
    assert told(outcome) == ["CD313 3:7"]
    assert "`de`" in (outcome.diagnostics[0].hint or "")


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("k8s-migration", "k8s-migration"),
        ("Größere Übung", "groessere-uebung"),
        ("A\u0308rger", "aerger"),
        ("2023_Neues Portal (v2)", "2023-neues-portal-v2"),
        ("Café.é", "cafe-e"),
        ("v1.2", "v1-2"),
    ],
)
def test_slug_from_a_file_name(name: str, slug: str) -> None:
    assert study_of(path=f"content/de/{name}.md").slug == slug


def test_slugs_are_made_of_any_text() -> None:
    assert slug_from("x" * 79 + " yz") == "x" * 79
    assert slug_from("日本") == ""


@pytest.mark.parametrize(
    ("slug", "hint"),
    [
        ("a/b", "write `b`"),
        ("../Neues Portal", "write `neues-portal`"),
        ("/etc/passwd", "write `passwd`"),
        ("Großes", "write `grosses`"),
        ("a--b", "write `a-b`"),
        ("-a", "write `a`"),
        ("a_b", "write `a-b`"),
        ("..", "write `sample`"),
    ],
)
def test_other_slugs_are_refused(slug: str, hint: str) -> None:
    outcome = checked(f"title: A\nslug: {slug}")
    assert outcome.value is None
    assert told(outcome) == ["CD310 3:7"]
    assert outcome.diagnostics[0].hint == hint


def test_a_file_name_without_letters_needs_a_slug() -> None:
    outcome = checked("title: A", path="content/de/日本.md")
    assert told(outcome) == ["CD310 1:1"]
    assert outcome.diagnostics[0].hint == "add `slug: …`"


@pytest.mark.parametrize("slug", ["portfolio", "cv", "projects"])
def test_reserved_slugs(slug: str) -> None:
    assert told(checked(f"title: A\nslug: {slug}")) == ["CD311 3:7"]
    assert told(checked("title: A", path=f"content/de/{slug}.md")) == ["CD311 1:1"]


def test_slugs_have_at_most_80_characters() -> None:
    assert study_of(f"title: A\nslug: {'a' * 80}").slug == "a" * 80
    assert told(checked(f"title: A\nslug: {'a' * 81}")) == ["CD310 3:7"]
