"""A program that builds over an existing output again and again, and is killed each time.

It forks before each build, so that each is a process of its own that begins with everything
imported, and is killed by a real signal: before each step on the output folder in turn, and in the
middle of writing. Beside the workspace it leaves `states/N/`, a copy of the output as the kill left
it, and `repaired/N/`, the output after one more build.

Usage: killed_build.py WORKSPACE OLD NEW
       where OLD is the output before, and NEW the folder in which to leave what a whole build makes
"""

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace

STEPS = ("open", "os.rename", "os.remove", "os.scandir")
SIZES = (0, 1, 700, 5_000)


def build_all(root: Path, output: Path) -> None:
    """Build as `casedoc build --kind one-pager --jobs 1` does."""
    workspace = open_workspace(root, {}).value
    assert workspace is not None
    build(workspace, BuildRequest(kinds=(DocumentKind.ONE_PAGER,), output=output, jobs=1))


def in_a_child(work: Callable[[], None]) -> int:
    """Do something in a process of its own; return the signal that ended it, or 0."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    _pid, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) <= 0
    return -os.waitstatus_to_exitcode(status)


def killed_at_step(number: int, folder: Path) -> None:
    """Let this process be killed before a step on a folder, counted from 0."""
    left = [number]

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event in STEPS and str(arguments[0]).startswith(str(folder)):
            if left[0] == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left[0] -= 1

    sys.addaudithook(hook)


def killed_behind(size: int) -> None:
    """Let this process be killed once it has written so many bytes of a file."""
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def main() -> None:
    """Kill builds until one comes through."""
    root, old, new = (Path(argument) for argument in sys.argv[1:])
    output = root / "output"
    shutil.copytree(old, new)
    build_all(root, new)
    number = 0

    def attempt(prepare: Callable[[], None]) -> int:
        nonlocal number
        shutil.rmtree(output, ignore_errors=True)
        shutil.copytree(old, output)

        def work() -> None:
            prepare()
            build_all(root, output)

        ended_by = in_a_child(work)
        shutil.copytree(output, root / "states" / str(number))
        assert in_a_child(lambda: build_all(root, output)) == 0
        shutil.copytree(output, root / "repaired" / str(number))
        number += 1
        return ended_by

    for size in SIZES:
        assert attempt(partial(killed_behind, size)) == signal.SIGXFSZ
    step = 0
    while attempt(partial(killed_at_step, step, output)) == signal.SIGKILL:
        step += 1


if __name__ == "__main__":
    main()
