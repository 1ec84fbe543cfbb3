"""Finished files get their names: whole or not at all."""

import os
from pathlib import Path

import pytest

from casedoc.base.codes import Code
from casedoc.base.span import Span
from casedoc.build.publish import prepare_folder, publish, published, remove, rewrite

FAR_AWAY = 4_000_000
"""A process number that Linux never gives."""


def test_a_file_appears_with_its_content_alone(tmp_path: Path) -> None:
    assert prepare_folder(tmp_path / "deep" / "output") is None
    folder = tmp_path / "deep" / "output"
    assert publish(folder, "a.pdf", b"one") is None
    assert publish(folder, "a.pdf", b"two") is None
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"a.pdf": b"two"}
    assert published(folder, "a.pdf") == b"two"
    assert remove(folder, "a.pdf") is None
    assert remove(folder, "a.pdf") is None
    assert published(folder, "a.pdf") is None


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    output = tmp_path / "output"
    output.mkdir()
    (output / "a.pdf").symlink_to(outside)
    assert publish(output, "a.pdf", b"new") is None
    assert outside.read_text() == "mine"
    assert not (output / "a.pdf").is_symlink()


@pytest.mark.parametrize("name", ["taken", "x" * 300, "with\0nul"])
def test_what_is_in_the_way_is_told_and_nothing_is_left(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").mkdir()
    failure = publish(tmp_path, name, b"content")
    assert failure is not None
    assert failure.code is Code.NOT_PUBLISHED
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


@pytest.mark.parametrize("name", ["taken", "taken/below", "with\0nul"])
def test_an_output_folder_that_can_not_be_one(tmp_path: Path, name: str) -> None:
    (tmp_path / "taken").write_text("a file")
    failure = prepare_folder(tmp_path / name)
    assert failure is not None
    assert failure.code is Code.NOT_PUBLISHED


def test_only_what_killed_builds_left_is_cleaned_away(tmp_path: Path) -> None:
    names = {
        f".casedoc-{FAR_AWAY}-a.pdf.part": False,
        f".casedoc-{os.getpid()}-a.pdf.part": False,
        f".casedoc-{os.getppid()}-a.pdf.part": True,
        ".casedoc-x-a.pdf.part": True,
        f".casedoc-{FAR_AWAY}-a.pdf": True,
        f"casedoc-{FAR_AWAY}-a.pdf.part": True,
        f".casedoc-{'9' * 30}-a.pdf.part": True,
        "a.pdf": True,
    }
    for name in names:
        (tmp_path / name).write_text("x")
    assert prepare_folder(tmp_path) is None
    assert {path.name for path in tmp_path.iterdir()} == {n for n, stays in names.items() if stays}


def test_a_rewritten_file_keeps_its_permissions_and_its_place(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("old")
    (tmp_path / "content/a.md").chmod(0o604)
    (tmp_path / "content" / f".casedoc-{FAR_AWAY}-a.md.part").write_text("killed")
    (tmp_path / "a.md").symlink_to("content/a.md")
    assert rewrite(tmp_path, "a.md", b"new") is None
    assert (tmp_path / "a.md").is_symlink()
    assert [path.name for path in (tmp_path / "content").iterdir()] == ["a.md"]
    assert (tmp_path / "content/a.md").read_bytes() == b"new"
    assert (tmp_path / "content/a.md").stat().st_mode & 0o777 == 0o604


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing.md", "no such file or directory"),
        ("folder", "is a directory"),
        ("outside.md", "operation not permitted"),
        ("../outside.md", "operation not permitted"),
        ("ring.md", "too many levels of symbolic links"),
    ],
)
def test_what_can_not_be_rewritten_is_told(tmp_path: Path, path: str, reason: str) -> None:
    root = tmp_path / "work"
    (root / "folder").mkdir(parents=True)
    (tmp_path / "outside.md").write_text("mine")
    (root / "outside.md").symlink_to("../outside.md")
    (root / "ring.md").symlink_to("ring.md")
    failure = rewrite(root, path, b"new")
    assert failure is not None
    assert failure.code is Code.NOT_PUBLISHED
    assert failure.message == f"can't write the corrected file: {reason}"
    assert failure.span == Span.of_file(path)
    assert (tmp_path / "outside.md").read_text() == "mine"


def test_a_corrected_file_keeps_its_owner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("old")
    owners: list[tuple[int, int]] = []
    monkeypatch.setattr("os.chown", lambda _path, user, group: owners.append((user, group)))
    assert rewrite(tmp_path, "content/a.md", b"new") is None
    status = (tmp_path / "content/a.md").stat()
    assert owners == [(status.st_uid, status.st_gid)]
