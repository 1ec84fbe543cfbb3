"""Whole processes by the clock, and the memory they hold."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PATIENCE_SECONDS = 1800
"""After so long a process is taken to hang."""


class FailedError(Exception):
    """A command did not do what it was started for; the text says why in one line."""


def nothing() -> None:
    """Prepare nothing."""


@dataclass(frozen=True, slots=True)
class Course:
    """A command that is timed."""

    command: Sequence[str]
    cwd: Path
    prepare: Callable[[], object] = nothing
    """What is done before each run, and not timed."""


@dataclass(slots=True)
class Bench:
    """Measures, and keeps what it has measured."""

    root: Path
    runs: int
    seconds: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    def time(
        self,
        name: str,
        command: Sequence[str],
        cwd: Path,
        prepare: Callable[[], object] = nothing,
        runs: int | None = None,
    ) -> float:
        """Note the median of some runs in seconds."""
        for error in self.take_turns({name: Course(command, cwd, prepare)}, runs).values():
            raise error
        return self.seconds[name]

    def take_turns(
        self, courses: dict[str, Course], runs: int | None = None
    ) -> dict[str, FailedError]:
        """Note the medians of commands that run in turn, and return which failed.

        *Why in turn:* what else the machine does meanwhile burdens all of them alike.
        """
        found: dict[str, list[float]] = {name: [] for name in courses}
        failed: dict[str, FailedError] = {}
        for _ in range(min(runs or self.runs, self.runs)):
            for name, course in courses.items():
                if name in failed:
                    continue
                course.prepare()
                begun = time.perf_counter()
                try:
                    run(course.command, course.cwd)
                except FailedError as error:
                    failed[name] = error
                found[name].append(time.perf_counter() - begun)
        for name in [name for name in found if name not in failed]:
            self.seconds[name] = statistics.median(found[name])
            print(f"  {name}: {self.seconds[name]:.2f} s", flush=True)
        return failed

    def peak(self, name: str, command: Sequence[str], cwd: Path) -> float:
        """Note the most memory that a command and its processes have had at once, in MiB."""
        process = subprocess.Popen(
            command, cwd=cwd, env=plain(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        most = [0.0]
        watching = threading.Thread(target=_watch, args=(process, most))
        watching.start()
        process.wait()
        watching.join()
        self.memory[name] = most[0]
        print(f"  {name}: {most[0]:.0f} MiB", flush=True)
        return most[0]


def _watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], _held_by(process.pid))
        time.sleep(0.02)


def _held_by(session: int) -> float:
    """Return the proportional set size of a session's processes in MiB. *Source:* proc(5)."""
    held = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[3]) == session:
                match = re.search(
                    r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE
                )
                held += int(match[1]) / 1024 if match else 0
        except OSError:
            continue
    return held


def plain() -> dict[str, str]:
    """Return the environment without what would change the answers."""
    left_out = ("CASEDOC_", "PYTHONDONTWRITEBYTECODE", "CI")
    return {name: text for name, text in os.environ.items() if not name.startswith(left_out)}


def run(command: Sequence[str], cwd: Path) -> str:
    """Run a command to its end, and return what it printed; warnings are no failure."""
    try:
        done = subprocess.run(
            command, cwd=cwd, env=plain(), capture_output=True, check=False,
            stdin=subprocess.DEVNULL, timeout=PATIENCE_SECONDS,
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise FailedError(f"took more than {PATIENCE_SECONDS} s") from error
    except OSError as error:
        raise FailedError(str(error)) from error
    printed = done.stdout.decode(errors="replace")
    if done.returncode not in {0, 3}:
        lines = (printed + done.stderr.decode(errors="replace")).strip().splitlines()
        said = " ".join(lines[-1].split()) if lines else "nothing"
        raise FailedError(f"`{Path(command[0]).name}` ended with {done.returncode}: {said}")
    return printed
