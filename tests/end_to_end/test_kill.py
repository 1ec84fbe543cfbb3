"""A build killed at any moment leaves the old or the new file under each name, never a part."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pypdf
import pytest
from tests.conftest import made_once
from tests.end_to_end.command import command_line, environment, run_casedoc, sums_of, write_files

from casedoc.base.recording import digest_of

HERE = Path(__file__).parent
RECORDS = ("manifest.json", "SHA256SUMS")


def study(title: str, text: str) -> str:
    return f"---\ntitle: {title}\ndate: 2023\n---\n\n## Problem\n\n{text}\n"


BEFORE = {
    "content/one.md": study("Eins", "Der alte Text."),
    "content/two.md": study("Zwei", "Auch hier steht der alte Text."),
    "content/gone.md": study("Drei", "Dieser Text wird bald entfernt."),
}
AFTER = {
    "content/one.md": study("Eins", "Der neue Text ist etwas länger als der alte."),
    "content/two.md": study("Zwei", "Auch hier steht nun etwas anderes."),
}


def files_of(folder: Path) -> dict[str, bytes]:
    """All files of a folder, hidden ones included."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="session")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with an output in `old/`, edited since."""

    def make(root: Path) -> None:
        write_files(root, BEFORE)
        done = run_casedoc("build", "--kind", "one-pager", "-o", root / "old", cwd=root)
        assert done.code == 0
        write_files(root, AFTER)
        (root / "content" / "gone.md").unlink()

    return made_once(tmp_path_factory, "edited", make)


@pytest.fixture(scope="session")
def killed(edited: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, with what builds left behind that were killed at each step, and `new/`."""

    def make(root: Path) -> None:
        shutil.copytree(edited, root, dirs_exist_ok=True)
        arguments = [root, root / "old", root / "new"]
        program = [sys.executable, str(HERE / "killed_build.py"), *map(str, arguments)]
        subprocess.run(program, check=True, cwd=root, env=environment(), timeout=300)

    return made_once(tmp_path_factory, "killed", make)


def assert_old_or_new(
    state: dict[str, bytes], old: dict[str, bytes], new: dict[str, bytes]
) -> None:
    """Under each name is a whole file of one of the two builds."""
    digests = {digest_of(content) for content in (*old.values(), *new.values())}
    listed = {
        line.split("  ")[0]
        for sums in (old["SHA256SUMS"], new["SHA256SUMS"])
        for line in sums.decode().splitlines()
    }
    for name, content in state.items():
        if name.startswith(".casedoc-") and name.endswith(".part"):
            continue
        assert content in {old.get(name), new.get(name)}, name
        assert digest_of(content) in digests
        if name not in RECORDS:
            assert digest_of(content) in listed
    assert set(new) <= set(state)


def assert_whole(folder: Path, names: set[str]) -> None:
    """The folder holds these documents and nothing else, and its records are true."""
    state = files_of(folder)
    assert set(state) == {*names, *RECORDS}
    assert sums_of(folder) == {name: digest_of(state[name]) for name in names}
    entries = json.loads(state["manifest.json"])["files"]
    assert {entry["file"]: entry["sha256"] for entry in entries} == sums_of(folder)
    for name in names:
        assert len(pypdf.PdfReader(folder / name).pages) == 1


def numbered(folder: Path) -> list[Path]:
    return sorted(folder.iterdir(), key=lambda path: int(path.name))


def test_the_two_builds_differ(killed: Path) -> None:
    old, new = files_of(killed / "old"), files_of(killed / "new")
    assert set(old) == {"one.de.pdf", "two.de.pdf", "gone.de.pdf", *RECORDS}
    assert set(new) == {"one.de.pdf", "two.de.pdf", *RECORDS}
    assert all(old[name] != new[name] for name in new)


def test_each_name_is_old_or_new_wherever_the_kill_came(killed: Path) -> None:
    old, new = files_of(killed / "old"), files_of(killed / "new")
    states = [files_of(path) for path in numbered(killed / "states")]
    for state in states:
        assert_old_or_new(state, old, new)
    # The moments were different ones: unfinished files, documents of both builds, old records.
    assert len(states) > 15
    assert any(name.endswith(".part") for state in states for name in state)
    mixed = [(state["one.de.pdf"] == new["one.de.pdf"], state["two.de.pdf"] == new["two.de.pdf"])
             for state in states]  # fmt: skip
    assert set(mixed) == {(False, False), (True, False), (True, True)}
    assert states[-1] == new


def test_the_next_build_repairs_everything(killed: Path) -> None:
    new = files_of(killed / "new")
    repaired = [files_of(path) for path in numbered(killed / "repaired")]
    assert len(repaired) == len(numbered(killed / "states"))
    assert [state == new for state in repaired] == [True] * len(repaired)
    assert_whole(killed / "new", {"one.de.pdf", "two.de.pdf"})


def listen_to_interrupts() -> None:
    """Undo what a shell does to commands in the background: their children ignore interrupts."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@contextmanager
def started(root: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Begin a build with two workers in a session and with a temporary folder of its own.

    What it says is kept in `said`.
    """
    (root / "temporary").mkdir()
    with (root / "said").open("wb") as said:
        process = subprocess.Popen(
            command_line("build", "--kind", "one-pager", "--jobs", "2", *arguments),
            cwd=root,
            env=environment(TMPDIR=str(root / "temporary")),
            stdout=said,
            stderr=said,
            start_new_session=True,
            preexec_fn=listen_to_interrupts,  # noqa: PLW1509 - no thread runs here yet
        )
    try:
        yield process
    finally:
        # Whatever the test found, nothing is left running.
        for one in members(process.pid):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        process.wait()


def members(session: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _parent, _group, own = path.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(own) == session and state != "Z":
            found.append(int(path.parent.name))
    return found


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait, half a minute at most."""
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def wait_for_printing(process: subprocess.Popen[bytes], output: Path) -> None:
    """Wait until a build has begun to print: its folder is made once everything is read."""
    wait_until(lambda: output.exists() or process.poll() is not None)
    assert process.poll() is None, (output.parent / "said").read_text()


def test_a_killed_program_takes_its_workers_along(edited: Path, tmp_path: Path) -> None:
    shutil.copytree(edited / "content", tmp_path / "content")
    # With an end to wait for, all documents are left to workers; a warm process forks them.
    with started(tmp_path, "--timeout", "60") as process:
        wait_for_printing(process, tmp_path / "output")
        wait_until(lambda: len(members(process.pid)) == 4)
        process.kill()
        process.wait()
        wait_until(lambda: members(process.pid) == [])
    assert files_of(tmp_path / "output") == {}
    assert list((tmp_path / "temporary").iterdir()) == []
    assert run_casedoc("build", "--kind", "one-pager", cwd=tmp_path).code == 0
    assert_whole(tmp_path / "output", {"one.de.pdf", "two.de.pdf"})


@pytest.mark.parametrize("workers", [False, True])
def test_an_interrupt_is_quiet(edited: Path, tmp_path: Path, *, workers: bool) -> None:
    shutil.copytree(edited / "content", tmp_path / "content")
    asked = ["--timeout", "60"] if workers else ["--jobs", "1", "--kind", "booklet"]
    with started(tmp_path, *asked) as process:
        wait_for_printing(process, tmp_path / "output")
        os.killpg(process.pid, signal.SIGINT)
        assert process.wait(60) == 130
        assert members(process.pid) == []
    assert (tmp_path / "said").read_text() == "interrupted\n"
    assert list((tmp_path / "temporary").iterdir()) == []
    assert not [name for name in files_of(tmp_path / "output") if name.endswith(".part")]
