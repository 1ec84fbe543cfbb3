"""Drafts: left out, or taken in with a mark that is neither text nor tag."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from tests.end_to_end.command import run_casedoc

from casedoc.proof.second_opinion import failures_of

STUDY = """---
title: Ein Umzug
date: 2024-03
technologies: [Python]
%s---

## Problem

Der Umzug dauerte neun Tage, und niemand wusste, warum.

## Ergebnisse

- **40 %%** weniger Ausfälle
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A finished study and the same as a draft, as one-pagers, booklet and CV."""
    root = tmp_path_factory.mktemp("drafts")
    (root / "content/de").mkdir(parents=True)
    (root / "content/de/finished.md").write_text(STUDY % "", "utf-8")
    (root / "content/de/unfinished.md").write_text(STUDY % "draft: true\n", "utf-8")
    (root / "content/profile.yaml").write_text("basics: {name: Anna}\n")
    done = run_casedoc("build", "--drafts", "--format", "pdf", "--format", "html", cwd=root)
    assert done.code == 0, done.err
    return root


def words(path: Path) -> str:
    read = ["/usr/bin/pdftotext", "-bbox", str(path), "-"]
    return subprocess.run(read, capture_output=True, check=True).stdout.decode()


def marks_of(path: Path) -> list[bool]:
    with pikepdf.open(path) as pdf:
        return [b"/draft-mark gs" in _drawn(page) for page in pdf.pages]


def _drawn(page: pikepdf.Page) -> bytes:
    """Return all that is drawn on a page."""
    contents: Any = page.obj.Contents
    parts = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"".join(part.read_bytes() for part in parts)


def test_drafts_are_told_by_their_names_and_the_manifest(made: Path) -> None:
    entries = json.loads((made / "output/manifest.json").read_text())["files"]
    drafts = {entry["file"]: entry["draft"] for entry in entries if entry["format"] == "pdf"}
    assert drafts == {
        "cv.de-draft.pdf": True,
        "finished.de.pdf": False,
        "portfolio.de-draft.pdf": True,
        "unfinished.de-draft.pdf": True,
    }


def test_the_mark_changes_neither_words_nor_places(made: Path) -> None:
    draft, finished = made / "output/unfinished.de-draft.pdf", made / "output/finished.de.pdf"
    assert words(draft) == words(finished)
    assert "ENTWURF" not in words(draft)
    assert marks_of(draft) == [True]
    assert marks_of(finished) == [False]


def test_the_mark_is_an_artifact_of_curves(made: Path) -> None:
    with pikepdf.open(made / "output/unfinished.de-draft.pdf") as pdf:
        last = pdf.pages[0].Contents[-1].read_bytes().decode()
    assert last.startswith("Q /Artifact BMC")
    assert last.rstrip().endswith("EMC")
    assert " c\n" in last
    assert "Tj" not in last


def test_only_its_own_pages_of_the_booklet_carry_it(made: Path) -> None:
    marks = marks_of(made / "output/portfolio.de-draft.pdf")
    text = ["/usr/bin/pdftotext", str(made / "output/portfolio.de-draft.pdf"), "-"]
    pages = subprocess.run(text, capture_output=True, check=True).stdout.decode().split("\f")
    assert marks[0] is False
    marked = [page for page, mark in zip(pages, marks, strict=False) if mark]
    assert 1 <= len(marked) <= 2
    assert any("Fallstudie 2 von 2" in page for page in marked)
    assert not any("Fallstudie 1 von 2" in page for page in marked)


@pytest.mark.parametrize("profile", ["2a", "ua1"])
def test_drafts_keep_to_their_standards(made: Path, profile: str) -> None:
    for name in ("unfinished.de-draft.pdf", "portfolio.de-draft.pdf"):
        data = (made / "output" / name).read_bytes()
        rules = {rule for rule, _told in failures_of(data, profile)}
        assert {rule for rule in rules if "STREAM-LENGTH-001" not in rule} == set()


def test_html_carries_it_without_an_element(made: Path) -> None:
    draft = (made / "output/unfinished.de-draft.html").read_text("utf-8")
    finished = (made / "output/finished.de.html").read_text("utf-8")
    assert "center / 80vmin no-repeat fixed" in draft
    assert "center / 80vmin" not in finished
    bodies = [text.partition("</head>")[2] for text in (draft, finished)]
    assert bodies[0].count("<svg") == bodies[1].count("<svg")


def test_the_next_build_without_drafts_removes_them(tmp_path: Path) -> None:
    (tmp_path / "content/de").mkdir(parents=True)
    (tmp_path / "content/de/a.md").write_text(STUDY % "draft: true\n", "utf-8")
    (tmp_path / "content/de/b.md").write_text(STUDY % "", "utf-8")
    alone = run_casedoc("build", "a", cwd=tmp_path)
    assert alone.code == 1
    assert "--drafts" in alone.err
    assert run_casedoc("build", "a", "--drafts", cwd=tmp_path).code == 0
    assert (tmp_path / "output/a.de-draft.pdf").exists()
    assert run_casedoc("build", "b", cwd=tmp_path).code == 0
    assert sorted(path.name for path in (tmp_path / "output").glob("*.pdf")) == ["b.de.pdf"]


def _drafts(root: Path, *slugs: str) -> None:
    (root / "content/de").mkdir(parents=True, exist_ok=True)
    for slug in slugs:
        (root / f"content/de/{slug}.md").write_text(STUDY % "draft: true\n", "utf-8")


def _made_in(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "output").glob("*.pdf"))


def test_a_draft_does_not_stay_beside_the_finished_file(tmp_path: Path) -> None:
    _drafts(tmp_path, "a")
    assert run_casedoc("build", "a", "--drafts", cwd=tmp_path).code == 0
    assert _made_in(tmp_path) == ["a.de-draft.pdf"]
    (tmp_path / "content/de/a.md").write_text(STUDY % "", "utf-8")
    assert run_casedoc("build", "a", "--drafts", cwd=tmp_path).code == 0
    assert _made_in(tmp_path) == ["a.de.pdf"]
    assert "draft" not in (tmp_path / "output/SHA256SUMS").read_text()


def test_a_draft_stays_while_drafts_are_asked_for(tmp_path: Path) -> None:
    _drafts(tmp_path, "a", "c")
    assert run_casedoc("build", "a", "--drafts", cwd=tmp_path).code == 0
    assert run_casedoc("build", "c", "--drafts", cwd=tmp_path).code == 0
    assert _made_in(tmp_path) == ["a.de-draft.pdf", "c.de-draft.pdf"]
