"""The manifest describes the output folder, and what must no longer be there goes."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.build.studies import build_here, codes_of, study, workspace_at
from tests.end_to_end.command import sums_of, write_files

from casedoc.base.recording import digest_of
from casedoc.build.kinds import DocumentKind
from casedoc.build.manifest import read_manifest

CLIENT = "client: {name: Hafenlicht AG, alias: ein Betreiber, confidential: true}"
FILES = {"content/one.md": study("Eins", "date: 2020"), "content/two.md": study("Zwei")}
ONE, TWO = "one.de.pdf", "two.de.pdf"


def names_in(root: Path) -> set[str]:
    return {path.name for path in (root / "output").iterdir()} - {"manifest.json", "SHA256SUMS"}


def assert_true(root: Path, names: set[str]) -> None:
    """Manifest and sums list these files, and say the truth about them."""
    output = root / "output"
    assert set(read_manifest(output)) == names
    digests = {name: digest_of((output / name).read_bytes()) for name in names}
    assert {name: entry["sha256"] for name, entry in read_manifest(output).items()} == digests
    assert sums_of(output) == digests


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace with two studies, built."""
    report = build_here(workspace_at(tmp_path, FILES))
    assert codes_of(report.diagnostics) == []
    assert_true(tmp_path, {ONE, TWO})
    return tmp_path


def test_an_entry_says_what_a_file_is_made_of(root: Path) -> None:
    picture = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'
    )
    files: dict[str, str | bytes] = {
        "content/one.md": study("Eins", body="![Ein Strich](a.svg)\n"),
        "content/a.svg": picture,
        "content/profile.yaml": "basics: {name: Anna Beispiel}\n",
    }
    (entry,) = build_here(workspace_at(root, files), "one").documents
    content = (root / "output" / ONE).read_bytes()
    assert entry == read_manifest(root / "output")[ONE]
    assert entry == {
        "file": ONE,
        "kind": "one-pager",
        "format": "pdf",
        "language": "de",
        "profile": None,
        "case_studies": ["one"],
        "pages": 1,
        "fit": entry["fit"],
        "standard": "PDF/A-2a, PDF/UA-1",
        "draft": False,
        "attached": [],
        "bytes": len(content),
        "sha256": digest_of(content),
        "sources": [
            {"path": path, "sha256": digest_of((root / path).read_bytes())}
            for path in ("content/a.svg", "content/one.md", "content/profile.yaml")
        ],
        "diagnostics": [],
    }


def test_a_run_merges_its_files_in(root: Path) -> None:
    write_files(root, {"content/one.md": study("Neu")})
    before = read_manifest(root / "output")
    report = build_here(workspace_at(root), "one")
    assert [entry["file"] for entry in report.documents] == [ONE]
    after = read_manifest(root / "output")
    assert after[TWO] == before[TWO]
    assert after[ONE] != before[ONE]
    assert_true(root, {ONE, TWO})


def test_files_that_are_gone_leave_the_manifest(root: Path) -> None:
    (root / "output" / TWO).unlink()
    build_here(workspace_at(root), "one")
    assert_true(root, {ONE})


def test_files_of_others_stay_and_are_not_listed(root: Path) -> None:
    write_files(root, {f"output/{TWO}": "my own", "output/notes.txt": "mine, too"})
    (root / "content" / "two.md").unlink()
    build_here(workspace_at(root))
    assert names_in(root) == {ONE, TWO, "notes.txt"}
    assert (root / "output" / TWO).read_text() == "my own"
    assert_true(root, {ONE})


@pytest.mark.parametrize(
    "change",
    [
        None,
        study("Zwei", "draft: true"),
        study("Zwei", CLIENT),
        study("Zwei", "client: {name: Hafenlicht AG, confidential: true}"),
        study("Zwei", CLIENT, "date: 2023-02-30"),
    ],
    ids=["removed", "draft", "confidential", "without an alias", "confidential and broken"],
)
def test_what_must_no_longer_be_there_goes(root: Path, change: str | None) -> None:
    if change is None:
        (root / "content" / "two.md").unlink()
    else:
        write_files(root, {"content/two.md": change})
    build_here(workspace_at(root), "one")
    assert names_in(root) == {ONE}
    assert_true(root, {ONE})


def test_it_goes_even_where_nothing_is_made(root: Path) -> None:
    for name in FILES:
        write_files(root, {name: study("Entwurf", "draft: true")})
    assert codes_of(build_here(workspace_at(root)).diagnostics) == ["CD702"]
    assert names_in(root) == set()
    assert_true(root, set())


def test_a_booklet_goes_with_one_of_its_studies(root: Path) -> None:
    build_here(workspace_at(root), kinds=(DocumentKind.BOOKLET,))
    assert names_in(root) == {ONE, TWO, "portfolio.de.pdf"}
    (root / "content" / "two.md").unlink()
    build_here(workspace_at(root), "one")
    assert names_in(root) == {ONE}


@pytest.mark.parametrize("broken", [study("Zwei", "date: 2023-02-30"), "---\ntitle: [\n---\n"])
def test_an_older_good_file_outlives_a_mistake(root: Path, broken: str) -> None:
    before = (root / "output" / TWO).read_bytes()
    write_files(root, {"content/two.md": broken})
    build_here(workspace_at(root))
    assert (root / "output" / TWO).read_bytes() == before
    assert_true(root, {ONE, TWO})


def test_a_booklet_is_left_as_it_is_while_a_study_has_errors(root: Path) -> None:
    kinds = (DocumentKind.BOOKLET,)
    build_here(workspace_at(root), kinds=kinds)
    before = (root / "output" / "portfolio.de.pdf").read_bytes()
    write_files(root, {"content/two.md": study("Zwei", "date: 2023-02-30")})
    report = build_here(workspace_at(root), kinds=kinds)
    assert codes_of(report.diagnostics) == ["CD221", "CD703"]
    assert (root / "output" / "portfolio.de.pdf").read_bytes() == before


def test_a_mistake_in_one_language_costs_no_other_language_its_booklet(tmp_path: Path) -> None:
    files = {"casedoc.toml": 'languages = ["de", "en"]\n'}
    files |= {f"content/{tag}/one.md": study("Eins") for tag in ("de", "en")}
    kinds = (DocumentKind.CV,)
    build_here(workspace_at(tmp_path, files), kinds=kinds)
    write_files(tmp_path, {"content/en/one.md": study("One", "date: 2023-02-30")})
    report = build_here(workspace_at(tmp_path), kinds=kinds)
    assert codes_of(report.diagnostics) == ["CD221"]
    assert [entry["file"] for entry in report.documents] == ["cv.de.pdf"]


def test_a_folder_that_can_not_be_read_costs_nothing(root: Path) -> None:
    deep = "content/" + "/".join("abcdefgh") + "/three.md"
    build_here(workspace_at(root, {deep: study("Drei")}))
    assert names_in(root) == {ONE, TWO, "three.de.pdf"}
    # A folder that leads out of the workspace can't be listed, whoever asks.
    moved = root.parent / f"{root.name}-moved"
    (root / "content" / "a").rename(moved)
    (root / "content" / "a").symlink_to(moved)
    assert "CD101" in codes_of(build_here(workspace_at(root), "one").diagnostics)
    assert names_in(root) == {ONE, TWO, "three.de.pdf"}


def tampered(root: Path, change: dict[str, Any]) -> None:
    """Change the entry of `two.de.pdf`."""
    path = root / "output" / "manifest.json"
    data = json.loads(path.read_text())
    (entry,) = [one for one in data["files"] if one["file"] == TWO]
    entry.update(change)
    path.write_text(json.dumps(data))


@pytest.mark.parametrize("name", ["../precious.md", "/precious.md", "..", "", "a\\b", "SHA256SUMS"])
def test_names_that_leave_the_folder_are_ignored(root: Path, name: str) -> None:
    precious = root / "precious.md"
    precious.write_text("mine")
    (root / "content" / "two.md").unlink()
    tampered(root, {"file": name, "sha256": digest_of(b"mine")})
    build_here(workspace_at(root))
    assert precious.read_text() == "mine"
    assert_true(root, {ONE})


@pytest.mark.parametrize(
    "change",
    [
        {"file": 3},
        {"sha256": None},
        {"sources": None},
        {"sources": ["content/two.md"]},
        {"sources": [{"sha256": "x"}]},
        {"sources": [{"path": None}]},
    ],
)
def test_broken_entries_are_dropped(root: Path, change: dict[str, Any]) -> None:
    tampered(root, change)
    build_here(workspace_at(root), "one")
    assert_true(root, {ONE})


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"files": 3}', b'{"files": [1]}', b"\xff", b"[" * 100_000],
)
def test_a_broken_manifest_is_written_anew(root: Path, content: bytes) -> None:
    (root / "output" / "manifest.json").write_bytes(content)
    assert read_manifest(root / "output") == {}
    build_here(workspace_at(root), "one")
    assert_true(root, {ONE})
