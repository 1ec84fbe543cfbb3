"""What was read decides, and nothing else, whether a build is made again."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.build.studies import study, workspace_at
from tests.conftest import REPOSITORY
from tests.end_to_end.command import write_files

from casedoc.base.program import builtin_root
from casedoc.build.build import build
from casedoc.build.build_memory import recall_build, remember_build
from casedoc.build.build_report import BuildReport
from casedoc.build.cache import FOLDER
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace

PICTURE = "![Ein Bild](../bild.svg)\n"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4z"/></svg>\n'
FILES = {
    "casedoc.toml": 'languages = ["de"]\n',
    "content/de/a.md": study("A", "technologies: [Python]"),
    "content/de/b.md": study("B", body=f"## Problem\n\nEin Text.\n\n{PICTURE}"),
    "content/bild.svg": DRAWING,
    "content/profile.yaml": "basics: {name: Anna}\n",
    "templates/css/own.css": "@layer theme { .kicker { letter-spacing: .01em } }\n",
    "templates/themes/mine/theme.toml": 'extends = "beleg"\n',
}
REQUEST = BuildRequest(kinds=(DocumentKind.ONE_PAGER,), jobs=1, remembers=True, recalls=True)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """A workspace of which a build is remembered."""
    root = tmp_path_factory.mktemp("remembered")
    workspace = workspace_at(root, FILES)
    report = build(workspace, REQUEST)
    assert [entry["file"] for entry in report.documents] == ["a.de.pdf", "b.de.pdf"]
    remember_build(report, workspace.origin, root, "all")
    return root, report


def is_known(root: Path, asked: str = "all") -> bool:
    return recall_build(root, {}, asked) is not None


@contextmanager
def changed(path: Path, content: bytes | None) -> Iterator[None]:
    """A file that says something else for a moment, or is not there."""
    before = path.read_bytes() if path.exists() else None
    if content is None:
        path.unlink()
    else:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    try:
        yield
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_bytes(before)


def test_what_was_made_is_told_as_it_was(built: tuple[Path, BuildReport]) -> None:
    root, report = built
    again = recall_build(root, {}, "all")
    assert again is not None
    assert again.documents == report.documents
    assert again.diagnostics == report.diagnostics
    assert again.kept == {"a.de.pdf", "b.de.pdf"}
    assert not is_known(root, "something else")
    assert recall_build(root, {"CASEDOC_ACCENT": "#123456"}, "all") is None


@settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_byte_that_was_read_decides(
    built: tuple[Path, BuildReport], data: st.DataObject
) -> None:
    root, report = built
    read = [one.path for one in report.readings if one.kind == "file"]
    there = sorted({*(path for path in read if (root / path).is_file()), "casedoc.toml"})
    assert {"content/de/a.md", "content/de/b.md", "content/bild.svg"} <= {*there}
    path = root / data.draw(st.sampled_from(there))
    content = bytearray(path.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    content[at] ^= data.draw(st.integers(1, 255))
    with changed(path, bytes(content)):
        assert not is_known(root)
    assert is_known(root)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_what_was_not_read_does_not(built: tuple[Path, BuildReport], data: st.DataObject) -> None:
    root, _report = built
    name = data.draw(
        st.sampled_from(
            ["notes.txt", "content/.hidden.md", "docs/a.md", ".git/HEAD", "output/mine.pdf"]
        )
    )
    with changed(root / name, data.draw(st.binary(max_size=50))):
        for path in root.rglob("*.md"):
            os.utime(path, (data.draw(st.integers(0, 2_000_000_000)),) * 2)
        assert is_known(root)


@pytest.mark.parametrize(
    "path",
    ["content/de/c.md", "content/c.md", "templates/css/more.css", "templates/one-pager.html",
     "content/private.yaml", "pyproject.toml"],
)  # fmt: skip
def test_a_file_that_was_not_there_decides(built: tuple[Path, BuildReport], path: str) -> None:
    root, _report = built
    # A settings file beside the one that was found is not asked for.
    with changed(root / path, b"---\ntitle: C\n---\n\nText.\n"):
        assert is_known(root) is (path == "pyproject.toml")
    assert is_known(root)


def test_so_does_what_lies_in_the_output(built: tuple[Path, BuildReport]) -> None:
    root, _report = built
    for name in ("a.de.pdf", "manifest.json", "SHA256SUMS"):
        for content in (None, b"", b"other"):
            with changed(root / "output" / name, content):
                assert not is_known(root)
    assert is_known(root)


def test_a_file_of_the_program_decides(
    built: tuple[Path, BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, report = built
    assert any(one.path.startswith("<built-in>/") for one in report.readings)
    assert builtin_root() == REPOSITORY
    monkeypatch.setattr("casedoc.build.sealed_cache.program_digest", lambda: "another")
    monkeypatch.setattr("casedoc.build.sealed_cache._program", lambda: "another")
    assert not is_known(root)


def test_a_record_of_another_user_is_not_believed(
    built: tuple[Path, BuildReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    root, _report = built
    monkeypatch.setenv("CASEDOC_CACHE_KEY", "somebody else's")
    assert not is_known(root)


def test_only_what_a_document_was_made_of_makes_it_anew(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path, FILES)
    assert build(workspace, REQUEST).kept == frozenset()
    assert build(workspace, REQUEST).kept == {"a.de.pdf", "b.de.pdf"}
    for path, content, kept in (
        ("content/de/a.md", study("A", "technologies: [Go]"), {"b.de.pdf"}),
        ("content/bild.svg", DRAWING.replace("8v4", "8v3"), {"a.de.pdf"}),
        ("content/de/c.md", study("C"), {"a.de.pdf", "b.de.pdf"}),
        ("content/profile.yaml", "basics: {name: Berta}\n", set()),
        ("templates/css/own.css", "@layer theme { .kicker { letter-spacing: 0 } }\n", set()),
        ("casedoc.toml", 'languages = ["de"]\n# nothing\n', {"a.de.pdf", "b.de.pdf", "c.de.pdf"}),
    ):
        write_files(tmp_path, {path: content})
        opened = open_workspace(tmp_path, {}).value
        assert opened is not None
        assert build(opened, REQUEST).kept == kept, path


def test_what_comes_from_the_cache_is_the_same(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path, FILES)
    first = build(workspace, REQUEST)
    made = {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()}
    for path in (tmp_path / "output").iterdir():
        path.unlink()
    again = build(workspace, REQUEST)
    assert again.kept == {"a.de.pdf", "b.de.pdf"}
    assert {path.name: path.read_bytes() for path in (tmp_path / "output").iterdir()} == made
    assert again.documents == first.documents


@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_broken_entries_are_made_anew(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    root = tmp_path_factory.mktemp("broken")
    workspace = workspace_at(root, {**FILES, "casedoc.toml": 'languages = ["de"]\n'})
    build(workspace, REQUEST)
    made = {path.name: path.read_bytes() for path in (root / "output").iterdir()}
    entries = sorted(path for path in (root / FOLDER).iterdir() if path.suffix != "")
    for path in data.draw(st.lists(st.sampled_from(entries), min_size=1, unique=True)):
        content = path.read_bytes()
        cut = data.draw(st.integers(0, len(content) - 1))
        path.write_bytes(content[:cut] + data.draw(st.sampled_from([b"", b"x", content[:40]])))
    for path in (root / "output").iterdir():
        path.unlink()
    report = build(workspace, REQUEST)
    assert [entry["file"] for entry in report.documents] == ["a.de.pdf", "b.de.pdf"]
    assert {path.name: path.read_bytes() for path in (root / "output").iterdir()} == made
