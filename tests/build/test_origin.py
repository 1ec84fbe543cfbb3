"""What is remembered of a workspace counts for that workspace alone."""

from pathlib import Path

import pytest
from tests.end_to_end.command import write_files

from casedoc.build.origin import Origin
from casedoc.build.workspace import open_workspace


def origin_at(start: Path, **variables: str) -> tuple[Origin, Path]:
    opened = open_workspace(start, variables).value
    assert opened is not None
    return opened.origin, opened.root


def test_it_holds_where_it_was_made(tmp_path: Path) -> None:
    below = tmp_path / "deep" / "down"
    write_files(tmp_path, {"casedoc.toml": "", "deep/down/a.txt": ""})
    origin, root = origin_at(below, CASEDOC_PAPER="letter", HOME="/")
    assert root == tmp_path
    assert origin.holds(below, root, {"CASEDOC_PAPER": "letter", "CASEDOC_STRICT": "1"})
    assert not origin.holds(below, root, {})
    assert not origin.holds(below, root, {"CASEDOC_PAPER": "letter", "CASEDOC_ACCENT": "#123456"})
    assert not origin.holds(below, tmp_path / "deep", {"CASEDOC_PAPER": "letter"})


def test_what_nobody_searched_holds_nowhere(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    write_files(mine, {"casedoc.toml": ""})
    assert not Origin((), ()).holds(mine, tmp_path, {})
    assert not Origin(((),), ()).holds(mine, mine, {})


@pytest.mark.parametrize("depth", [1, 3])
def test_a_workspace_without_settings_may_move_below_one_with_some(
    tmp_path: Path, depth: int
) -> None:
    write_files(tmp_path, {"w/content/a.md": ""})
    origin, root = origin_at(tmp_path / "w")
    assert origin.holds(tmp_path / "w", root, {})
    moved = tmp_path.joinpath("other", *("x" * depth), "w")
    write_files(tmp_path / "other", {"casedoc.toml": ""})
    moved.mkdir(parents=True)
    assert not origin.holds(moved, moved, {})
