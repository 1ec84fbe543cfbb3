"""`--watch` runs a command again after each change that matters, and ends cleanly."""

import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import pytest
from tests.build.studies import study
from tests.end_to_end.command import environment, run_casedoc, write_files

PATIENCE = 60
QUIET = 2.0
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from casedoc.__main__ import main
main()
"""
"""What is started in the background of a script ignores interrupts, and so does what it starts."""
BUILD = ("build", "--watch", "--kind", "one-pager", "--format", "html", "--jobs", "1")


DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4z"/></svg>\n'


class Watching:
    """A command that goes on, and the lines that it has said so far."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, args=(process.stdout,))
        self._reader.start()

    def _read(self, stream: TextIO) -> None:
        with stream:
            for line in stream:
                self._lines.put(line.rstrip("\n"))

    def end(self) -> None:
        """Let nothing of it be left."""
        self.process.kill()
        self.process.wait()
        self._reader.join()

    def until(self, words: str) -> list[str]:
        """Return all lines up to the one with these words."""
        found: list[str] = []
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                found.append(self._lines.get(timeout=0.1))
            except queue.Empty:
                assert self.process.poll() is None, found
                continue
            if words in found[-1]:
                return found
        raise AssertionError(found)

    def is_silent(self) -> bool:
        """Tell whether nothing is said for a while."""
        time.sleep(QUIET)
        return self._lines.empty()


@contextmanager
def watching(root: Path, *arguments: str) -> Iterator[Watching]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=root,
        env=environment(PYTHONUNBUFFERED="1"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    watch = Watching(process)
    try:
        yield watch
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=PATIENCE) == 130
    finally:
        watch.end()


def test_a_build_follows_every_change_that_matters(tmp_path: Path) -> None:
    body = "## Problem\n\nEin Bild.\n\n![Ein Bild](bild.svg)\n"
    write_files(tmp_path, {"content/a.md": study("A"), "content/b.md": study("B")})
    page = tmp_path / "output/a.de.html"
    with watching(tmp_path, *BUILD) as watch:
        first = watch.until("watching")
        assert sum(line.endswith("(1 page)") for line in first) == 2

        write_files(tmp_path, {"content/a.md": study("Anders")})
        said = watch.until(" → ")
        assert len(said) == 1
        assert "content/a.md → a.de.html  (" in said[0]
        assert "Anders" in page.read_text("utf-8")

        # What nothing was read of does not matter, nor does the same content again.
        write_files(tmp_path, {"notes.txt": "x", "content/a.md": study("Anders")})
        assert watch.is_silent()

        # A mistake is told, and the last good page stays.
        write_files(tmp_path, {"content/a.md": study("Anders", body=body)})
        said = watch.until(" → ")
        assert any("content/a.md:9:" in line and "error[" in line for line in said)
        assert "1 error" in said[-1]
        assert "Ein Bild" not in page.read_text("utf-8")

        # A file that was not there is waited for.
        write_files(tmp_path, {"content/bild.svg": DRAWING})
        watch.until("a.de.html")
        assert "Ein Bild" in page.read_text("utf-8")

        # Renamed and new files.
        (tmp_path / "content/b.md").rename(tmp_path / "content/c.md")
        watch.until("c.de.html")
        assert not (tmp_path / "output/b.de.html").exists()

        # Settings, even wrong ones.
        write_files(tmp_path, {"casedoc.toml": "accent = 3\n"})
        watch.until("casedoc.toml → the settings can't be used")
        write_files(tmp_path, {"casedoc.toml": 'accent = "#9a2f1c"\n'})
        watch.until(" → ")
        assert "#9a2f1c" in page.read_text("utf-8")


def test_a_check_follows_changes(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("A")})
    with watching(tmp_path, "check", "--watch") as watch:
        assert "nothing to complain of" in watch.until("watching")[0]
        write_files(tmp_path, {"content/a.md": study("A", "date: 2023-02-30")})
        said = watch.until(" → ")
        assert "content/a.md → 1 error  (" in said[-1]
        write_files(tmp_path, {"content/a.md": study("A")})
        watch.until("nothing to complain of")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--watch", "--output-format", "json"),
        ("build", "--watch", "--check-reproducible"),
        ("check", "--watch", "--fix"),
        ("check", "-w", "--diff"),
        ("check", "--watch", "--output-format", "github"),
    ],
)
def test_what_makes_no_sense_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    write_files(tmp_path, {"content/a.md": study("A")})
    done = run_casedoc(*arguments, cwd=tmp_path)
    assert done.code == 2
    assert "--watch" in done.err
    assert not (tmp_path / "output").exists()
