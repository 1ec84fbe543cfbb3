"""What lies in `.casedoc/cache/`."""

import os
from pathlib import Path

import pytest

from casedoc.build.cache import FOLDER, LARGEST_ENTRY, MOST_ENTRIES, read_entry, write_entry


def names_in(root: Path) -> set[str]:
    return {path.name for path in (root / FOLDER).iterdir()}


def test_an_entry_comes_back_as_it_was(tmp_path: Path) -> None:
    data = {"words": ["größe", None, 1], "a name that is no text": "\udcff"}
    write_entry(tmp_path, "check", "a1", data)
    assert read_entry(tmp_path, "check", "a1") == data
    assert read_entry(tmp_path, "check", "b2") is None
    assert names_in(tmp_path) == {".gitignore", "check-a1.json"}
    assert (tmp_path / FOLDER / ".gitignore").read_text() == "*\n"


@pytest.mark.parametrize(
    "content", [b"", b'{"a": [1, 2', b"\xff\xfe", b"[" * 200_000, b"1" * 5_000, b"\0" * 100]
)
def test_what_is_broken_is_as_if_it_were_not_there(tmp_path: Path, content: bytes) -> None:
    write_entry(tmp_path, "check", "a1", {})
    (tmp_path / FOLDER / "check-a1.json").write_bytes(content)
    assert read_entry(tmp_path, "check", "a1") is None


def test_the_oldest_of_too_many_go(tmp_path: Path) -> None:
    write_entry(tmp_path, "other", "a", {})
    for number in range(MOST_ENTRIES + 3):
        write_entry(tmp_path, "check", str(number), number)
        os.utime(tmp_path / FOLDER / f"check-{number}.json", (number, number))
    write_entry(tmp_path, "check", "face", {})
    (tmp_path / FOLDER / "check-list.md").write_text("not ours")
    write_entry(tmp_path, "check", "face", {})
    kept = {f"check-{number}.json" for number in range(4, MOST_ENTRIES + 3)}
    assert names_in(tmp_path) == {
        ".gitignore",
        "other-a.json",
        "check-face.json",
        "check-list.md",
        *kept,
    }


def test_nothing_is_written_where_there_is_no_room_for_it(tmp_path: Path) -> None:
    (tmp_path / ".casedoc").write_text("in the way")
    write_entry(tmp_path, "check", "a1", {})
    assert (tmp_path / ".casedoc").read_text() == "in the way"
    assert read_entry(tmp_path, "check", "a1") is None


def test_what_is_too_large_is_not_kept(tmp_path: Path) -> None:
    write_entry(tmp_path, "check", "a1", "x" * LARGEST_ENTRY)
    assert not (tmp_path / FOLDER).exists()


def test_no_link_leads_out_of_the_workspace(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    inside.mkdir()
    outside.mkdir()
    (inside / ".casedoc").symlink_to(outside)
    write_entry(inside, "check", "a1", {})
    assert list(outside.iterdir()) == []
    (outside / "cache").mkdir()
    (outside / "cache" / "check-a1.json").write_text("{}")
    assert read_entry(inside, "check", "a1") is None


def test_no_link_in_the_folder_is_written_through(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine")
    folder = tmp_path / "workspace" / FOLDER
    folder.mkdir(parents=True)
    for name in ("check-a1.json", f".casedoc-{os.getpid()}-check-a1.json.part"):
        (folder / name).symlink_to(precious)
    write_entry(tmp_path / "workspace", "check", "a1", {"new": 1})
    assert precious.read_text() == "mine"
    assert read_entry(tmp_path / "workspace", "check", "a1") == {"new": 1}
