import os
from pathlib import Path

import pytest

from casedoc.base.disk import DiskWorld
from casedoc.base.world import Entry, ReadFailure, ReadProblem


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("not yours", encoding="utf-8")
    inside = tmp_path / "workspace"
    (inside / "content").mkdir(parents=True)
    (inside / "content" / "a.md").write_bytes(b"words")
    return inside


def problem_of(world: DiskWorld, path: str, limit: int = 100) -> ReadProblem | None:
    answer = world.read(path, limit)
    return answer.problem if isinstance(answer, ReadFailure) else None


@pytest.mark.parametrize(
    ("path", "problem"),
    [
        ("content/missing.md", ReadProblem.MISSING),
        ("content/a.md/further", ReadProblem.MISSING),
        ("content", ReadProblem.UNREADABLE),
        ("../secret.txt", ReadProblem.OUTSIDE),
        ("content/../../secret.txt", ReadProblem.OUTSIDE),
        ("/etc/passwd", ReadProblem.OUTSIDE),
        ("content\\..\\..\\secret.txt", ReadProblem.OUTSIDE),
        ("content/a.md\0", ReadProblem.OUTSIDE),
        ("http://example.com/a.png", ReadProblem.REMOTE),
        ("//example.com/a.png", ReadProblem.REMOTE),
        ("data:text/plain,x", ReadProblem.REMOTE),
        ("file:///etc/passwd", ReadProblem.REMOTE),
    ],
)
def test_the_door_refuses(root: Path, path: str, problem: ReadProblem) -> None:
    assert problem_of(DiskWorld(root), path) is problem


def test_the_door_opens_for_what_lies_inside(root: Path) -> None:
    assert DiskWorld(root).read("content/../content/./a.md") == b"words"
    assert DiskWorld(root).list("content") == (Entry("a.md", is_folder=False),)
    assert DiskWorld(root).list("nowhere") == ()


def test_links_are_followed_to_their_end(root: Path) -> None:
    (root / "out.md").symlink_to(root.parent / "secret.txt")
    (root / "in.md").symlink_to(root / "content" / "a.md")
    (root / "ring.md").symlink_to(root / "ring.md")
    (root / "elsewhere").symlink_to(root.parent)
    world = DiskWorld(root)
    assert problem_of(world, "out.md") is ReadProblem.OUTSIDE
    assert problem_of(world, "elsewhere/secret.txt") is ReadProblem.OUTSIDE
    assert world.read("in.md") == b"words"
    assert problem_of(world, "ring.md") is not None
    listed = world.list("elsewhere")
    assert isinstance(listed, ReadFailure)
    assert listed.problem is ReadProblem.OUTSIDE


def test_a_file_may_be_as_large_as_the_limit(root: Path) -> None:
    (root / "large.md").write_bytes(b"x" * 101)
    answer = DiskWorld(root).read("large.md", 100)
    assert answer == ReadFailure(ReadProblem.TOO_LARGE, size=101)
    assert DiskWorld(root).read("large.md", 101) == b"x" * 101


def test_a_pipe_is_no_file_and_nobody_waits_for_it(root: Path) -> None:
    os.mkfifo(root / "pipe.md")
    assert problem_of(DiskWorld(root), "pipe.md") is ReadProblem.UNREADABLE


def test_a_workspace_file_wins_over_a_builtin_one_in_fonts_only(root: Path, tmp_path: Path) -> None:
    builtin = tmp_path / "builtin"
    for folder in ("templates", "fonts", "content"):
        (builtin / folder).mkdir(parents=True)
        (builtin / folder / "one").write_bytes(b"built-in")
        (builtin / folder / "two").write_bytes(b"built-in")
    (root / "fonts").mkdir()
    (root / "fonts" / "one").write_bytes(b"own")
    world = DiskWorld(root, builtin)
    assert world.read("fonts/one") == b"own"
    assert world.read("fonts/two") == b"built-in"
    assert problem_of(world, "templates/one") is ReadProblem.MISSING
    assert problem_of(world, "content/one") is ReadProblem.MISSING
    both = (Entry("one", is_folder=False), Entry("two", is_folder=False))
    assert world.list("fonts") == both
    assert world.list("templates") == ()


def test_builtin_files_are_there_whatever_the_workspace_has(root: Path, tmp_path: Path) -> None:
    builtin = tmp_path / "builtin"
    (builtin / "templates").mkdir(parents=True)
    (builtin / "templates" / "one").write_bytes(b"built-in")
    (root / "templates").mkdir()
    (root / "templates" / "one").write_bytes(b"own")
    world = DiskWorld(root, builtin)
    assert world.read("<built-in>/templates/one") == b"built-in"
    assert world.list("<built-in>/templates") == (Entry("one", is_folder=False),)
    assert problem_of(world, "<built-in>/../one") is ReadProblem.MISSING
    assert problem_of(world, "<built-in>/templates/two") is ReadProblem.MISSING
    assert problem_of(DiskWorld(root), "<built-in>/templates/one") is ReadProblem.MISSING
