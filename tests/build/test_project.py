"""All content of a workspace, read and checked together."""

from pathlib import Path

import pytest
from tests.build.studies import codes_of, project_of, study

from casedoc.base.disk import DiskWorld
from casedoc.build.project import read_project
from casedoc.source.element import plain_text


def test_a_flat_file_without_settings_and_profile() -> None:
    project = project_of({"k8s-migration.md": study("Umzug")})
    (file,) = project.files
    assert (file.path, file.slug, codes_of(file.diagnostics)) == (
        "content/k8s-migration.md", "k8s-migration", []
    )  # fmt: skip
    assert project.languages == ("de",)
    assert (project.profile, project.profile_source, project.profile_diagnostics) == (
        None, None, ()
    )  # fmt: skip


@pytest.mark.parametrize(
    ("path", "lines", "expected"),
    [
        ("one.md", (), ("one", "de")),
        ("en/one.md", (), ("one", "en")),
        ("one.en.md", (), ("one", "en")),
        ("one.md", ("lang: en",), ("one", "en")),
        ("en/one.de.md", (), ("one", "de")),
        ("en/one.md", ("lang: de",), ("one", "de")),
        ("clients/en/deep/one.markdown", (), ("one", "en")),
        ("ONE.MD", (), ("one", "de")),
        ("Größe über alles.md", (), ("groesse-ueber-alles", "de")),
        ("one.md", ("slug: another-name",), ("another-name", "de")),
    ],
)
def test_slug_and_language(path: str, lines: tuple[str, ...], expected: tuple[str, str]) -> None:
    project = project_of({path: study("A", *lines)}, "de", "en")
    assert [(one.slug, one.locale.tag) for one in project.studies] == [expected]
    assert codes_of(project.files[0].diagnostics) == []


def test_languages_in_use_are_the_languages_where_none_are_set() -> None:
    assert project_of({"one.en.md": study("A"), "b.md": study("B")}).languages == ("de", "en")
    assert project_of({"one.md": study("A")}, "en", "de").studies[0].locale.tag == "en"


def test_a_language_that_is_not_listed_is_told() -> None:
    (file,) = project_of({"en/one.md": study("A")}, "de").files
    assert codes_of(file.diagnostics) == ["CD314"]
    assert file.study is not None


def test_names_that_are_not_content() -> None:
    left_out = ("_note.md", ".hidden.md", "_more/one.md", ".git/one.md", "one.txt", "one.md.bak")
    assert project_of({name: study("A") for name in left_out}).files == ()


def test_twins_name_each_other_and_both_are_left_out() -> None:
    project = project_of({"a/one.md": study("A"), "b/one.md": study("B"), "c.md": study("C")})
    assert [one.slug for one in project.studies] == ["c"]
    (first,), (second,) = (file.diagnostics for file in project.files[:2])
    assert codes_of((first, second)) == ["CD312", "CD312"]
    for found, other in ((first, "content/b/one.md"), (second, "content/a/one.md")):
        assert other in found.message
        assert [one.span.path for one in found.related] == [other]


def test_one_slug_in_two_languages_is_a_translation() -> None:
    project = project_of({"de/one.md": study("A"), "en/one.md": study("B")}, "de", "en")
    assert [one.locale.tag for one in project.studies] == ["de", "en"]


def test_a_file_with_mistakes_keeps_its_slug() -> None:
    (file,) = project_of({"some-file.md": study("A", "slug: real-name", "date: 2023-02-30")}).files
    assert (file.study, file.slug) == (None, "real-name")


def test_secrets_count_in_all_files_and_in_the_profile() -> None:
    client = "client: {name: Hafenlicht AG, alias: ein Betreiber, confidential: true}"
    project = project_of(
        {
            "a.md": study("A", client, "date: 2023-02-30"),
            "b.md": study("B", body="Wie bei Hafenlicht AG gesehen."),
            "profile.yaml": "basics: {name: Anna, summary: Beraterin der Hafenlicht AG}\n",
        }
    )
    assert [codes_of(file.diagnostics) for file in project.files] == [["CD221"], []]
    assert project.files[0].is_confidential
    (block,) = project.studies[0].sections[0].blocks
    assert plain_text(block.children) == "Wie bei einem Betreiber gesehen."
    assert project.studies[0].is_discreet
    assert project.profile is not None
    assert project.profile.basics.summary == "Beraterin des Betreibers"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("- a list\n", "CD115"),
        ("basics: [\n", "CD111"),
        ("basics: {name: [1]}\n", "CD303"),
        (b"basics: {name: \xff}\n", "CD103"),
    ],
)
def test_a_broken_profile_is_told(text: str | bytes, code: str) -> None:
    project = project_of({"profile.yaml": text, "a.md": study("A")})
    assert codes_of(project.profile_diagnostics) == [code]
    assert project.profile is None


def test_a_ring_of_links_ends(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / "one.md").write_text(study("A"))
    (content / "ring").symlink_to(content)
    project = read_project(DiskWorld(tmp_path), None)
    assert "content/one.md" in {file.path for file in project.files}
    assert len(project.files) < 15


FACTS = ("facts:", "  users: 12000", "  lead-time: 20 minutes")
BODY = "Für {fact}`users` in {fact}`lead-time`.\n"


def test_a_fact_of_one_language_counts_in_all_of_its_slug() -> None:
    project = project_of(
        {"de/a.md": study("A", *FACTS, body="Text.\n"), "en/a.md": study("A", body=BODY)}
    )
    assert [codes_of(file.diagnostics) for file in project.files] == [[], []]
    _german, english = project.studies
    assert [one.printed for one in english.values] == ["12,000", "20\u00a0minutes"]


def test_a_fact_counts_in_no_other_slug() -> None:
    project = project_of(
        {"de/a.md": study("A", *FACTS, body=BODY), "de/b.md": study("B", body=BODY)}
    )
    assert [codes_of(file.diagnostics) for file in project.files] == [[], ["CD242", "CD242"]]


def test_a_fact_that_is_two_in_two_languages_is_an_error_in_both() -> None:
    other = ("facts: {users: 12001}",)
    project = project_of(
        {"de/a.md": study("A", *FACTS, body=BODY), "en/a.md": study("A", *other, body=BODY)}
    )
    assert [codes_of(file.diagnostics) for file in project.files] == [["CD243"], ["CD243"]]
    assert project.studies == ()


def test_facts_of_a_file_with_other_mistakes_count() -> None:
    broken = study("A", *FACTS, "date: 2023-02-30", body="Text.\n")
    project = project_of({"de/a.md": broken, "en/a.md": study("A", body=BODY)})
    assert [codes_of(file.diagnostics) for file in project.files] == [["CD221"], []]


def test_a_slug_finds_an_alias_in_a_language_that_is_not_the_workspace_s() -> None:
    client = "client: {name: Quast AG, alias: {en: a maker}, confidential: true}"
    project = project_of({"en/quast-ag.md": study("A", client, body="Text.\n")})
    assert [file.slug for file in project.files] == ["a-maker"]
