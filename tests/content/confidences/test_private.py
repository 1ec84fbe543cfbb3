"""What must not lie in a repository: from a file, from variables, or not at all."""

from pathlib import Path

import pytest
from tests.content.reading import mapping_of
from tests.end_to_end.command import run_casedoc, write_files

from casedoc.build.check import read_content
from casedoc.build.workspace import open_workspace
from casedoc.content.confidences.private import Private, private_of

FILE = """phone: "+49 30 1"
address: Am Ufer 3, 10115 Berlin
clients:
  valves: [Quast AG, Ventilwelt]
  ships: {name: Werft AG, also: [Kahn], people: Ida}
"""


def test_the_file_and_the_variables_that_win() -> None:
    read = private_of(
        mapping_of(FILE),
        {"CASEDOC_PRIVATE_PHONE": "+49 40 2", "CASEDOC_PRIVATE_CLIENT_THE_BANK": "Bank AG; Geld"},
    )
    assert read.diagnostics == ()
    assert read.value == Private(
        phone="+49 40 2",
        address="Am Ufer 3, 10115 Berlin",
        clients={
            "valves": ("Quast AG", "Ventilwelt"),
            "ships": ("Werft AG", "Kahn", "Ida"),
            "the-bank": ("Bank AG", "Geld"),
        },
    )


def test_what_is_no_part_of_it_is_an_error() -> None:
    read = private_of(mapping_of("phone: 1\niban: DE1\nclients: {a: A AG}"), {})
    assert read.value is not None
    assert read.value.names_of("a") == ("A AG",)
    assert [one.code.number for one in read.diagnostics] == ["CD303"]


STUDY = """---
title: Ein Fall
client: {key: valves, alias: {de: ein Hersteller}, confidential: true}
---

Text %s.
"""


def _project(root: Path, text: str, variables: dict[str, str]) -> tuple[str, list[str], str]:
    (root / "content" / "de").mkdir(parents=True, exist_ok=True)
    (root / "content/de/a.md").write_text(STUDY % text, "utf-8")
    (root / "content/profile.yaml").write_text("basics: {name: Anna, location: {city: Bonn}}\n")
    opened = open_workspace(root, variables).value
    assert opened is not None
    project = read_content(opened, None)
    (study,) = project.studies
    assert study.client is not None
    assert project.profile is not None
    city = project.profile.basics.location.city
    (block,) = study.sections[0].blocks
    words = "".join(one.text for one in block.children)
    assert isinstance(city, str)
    return words, sorted(project.discretion.names), city


def test_a_workspace_without_it_works_with_aliases(tmp_path: Path) -> None:
    assert _project(tmp_path, "für alle", {}) == ("Text für alle.", [], "Bonn")


def test_with_it_the_names_are_known_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/private.yaml").write_text(FILE, "utf-8")
    words, names, city = _project(tmp_path, "für Ventilwelt", {})
    assert (words, names) == ("Text für einen Hersteller.", ["Quast AG", "Ventilwelt"])
    assert city == "Am Ufer 3, 10115 Berlin"


def test_variables_are_kept_as_digests_alone(tmp_path: Path) -> None:
    variables = {"CASEDOC_PRIVATE_CLIENT_VALVES": "Quast AG"}
    words, names, _city = _project(tmp_path, "für die Quast AG", variables)
    assert (words, names) == ("Text für den Hersteller.", ["Quast AG"])
    opened = open_workspace(tmp_path, variables).value
    assert opened is not None
    assert "Quast" not in str(opened.origin)


def test_consent_names_nobody_whose_name_is_not_known(tmp_path: Path) -> None:
    consent = ", consent: {scope: [name]}, confidential: true"
    (tmp_path / "content/de").mkdir(parents=True)
    text = (STUDY % "für alle").replace(", confidential: true", consent)
    (tmp_path / "content/de/a.md").write_text(text, "utf-8")
    opened = open_workspace(tmp_path, {}).value
    assert opened is not None
    (study,) = read_content(opened, None).studies
    assert study.client is not None
    assert study.client.printed == "ein Hersteller"


def test_that_nobody_knows_a_name_is_told(tmp_path: Path) -> None:
    def codes(variables: dict[str, str]) -> list[str]:
        opened = open_workspace(tmp_path, variables).value
        assert opened is not None
        (file,) = read_content(opened, None).files
        return [one.code.number for one in file.diagnostics]

    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text(STUDY % "für alle", "utf-8")
    assert codes({}) == ["CD510"]
    assert codes({"CASEDOC_PRIVATE_CLIENT_VALVE": "Quast AG"}) == ["CD510"]
    assert codes({"CASEDOC_PRIVATE_CLIENT_VALVES": "Quast AG"}) == []


@pytest.mark.parametrize("key", ["big-co", "big_co", "Big Co", "BIG-CO"])
def test_a_key_may_be_written_in_every_way(key: str) -> None:
    from_file = private_of(mapping_of(f"clients: {{{key}: Quast AG}}"), {}).value
    from_variable = private_of(None, {"CASEDOC_PRIVATE_CLIENT_BIG_CO": "Quast AG"}).value
    assert from_file is not None
    assert from_variable is not None
    assert from_file.names_of("big_co") == from_variable.names_of(key) == ("Quast AG",)


def test_with_mistakes_in_it_nothing_is_published(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "content/private.yaml": "phnoe: 1\nclients: {valves: Quast AG}\n",
            "content/de/a.md": STUDY % "für die Quast AG",
            "content/de/b.md": "---\ntitle: B\n---\n\nText.\n",
        },
    )
    for asked in (("build",), ("build", "b")):
        done = run_casedoc(*asked, cwd=tmp_path)
        assert done.code == 1
        assert "CD511" in done.err
        assert not (tmp_path / "output").exists()


def test_nothing_is_published_beside_a_file_that_may_hide_a_client(tmp_path: Path) -> None:
    broken = "---\ntitle: A\n client: {name: Quast AG, confidential: true}\n---\n\nText.\n"
    other = "---\ntitle: B\n---\n\nWie bei der Quast AG.\n"
    write_files(tmp_path, {"content/de/a.md": broken, "content/de/b.md": other})
    for asked in (("build",), ("build", "b"), ("export", "b", "--json-resume", "-o", "r.json")):
        done = run_casedoc(*asked, cwd=tmp_path)
        assert done.code == 1
        assert "content/de/a.md:1:1: error[CD511]" in done.err
    assert {path.name for path in tmp_path.iterdir()} <= {"content", ".casedoc"}
    write_files(tmp_path, {"content/de/a.md": broken.replace("confidential", "quiet")})
    assert run_casedoc("build", "b", cwd=tmp_path).code == 0
