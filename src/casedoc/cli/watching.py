"""A command runs again whenever something below the workspace changes, until it is interrupted.

Everything that can be read lies there; whether a change matters is a question of the memory of
builds and checks, which knows by digests what was read, files that are not there included.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from watchfiles import Change, watch

from casedoc.cli.output import count_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.cli.output import Reporter

_NEVER: Final = frozenset({".casedoc", ".git", ".venv", "__pycache__", "node_modules"})
"""Folders in which nothing is written by an author."""
_DEBOUNCE_MS: Final = 400
_STEP_MS: Final = 40
_TURN_MS: Final = 200
"""An editor writes a file in several steps; a change counts once there was none for this long."""


def changes_below(root: Path, outside: Callable[[], Sequence[Path]]) -> Iterator[tuple[str, ...]]:
    """Yield the paths, from a folder, of what was changed there, each time there is something.

    The first time they are none mostly: from then on nothing is missed, and what was changed before
    is for the caller to find.

    Args:
        root: The folder.
        outside: Tells which folders below it don't count: what is made lies there.
    """

    def counts(_change: Change, path: str) -> bool:
        place = Path(path)
        if not place.is_relative_to(root) or _NEVER & {*place.relative_to(root).parts}:
            return False
        return not any(place.is_relative_to(folder) for folder in outside())

    is_first = True
    for changes in watch(
        root,
        watch_filter=counts,
        debounce=_DEBOUNCE_MS,
        step=_STEP_MS,
        rust_timeout=_TURN_MS,
        yield_on_timeout=True,
        ignore_permission_denied=True,
    ):
        # What was changed before the first look was not seen.
        if changes or is_first:
            yield tuple(sorted({str(Path(path).relative_to(root)) for _change, path in changes}))
        is_first = False


def follow(
    reporter: Reporter,
    root: Path,
    outside: Callable[[], Sequence[Path]],
    run: Callable[[], Sequence[str] | None],
) -> NoReturn:
    """Run something again after each change below a folder, until an interrupt.

    Args:
        reporter: Told one line of each run.
        root: The folder.
        outside: Tells which folders below it don't count: what is made lies there.
        run: Runs, and says what came of it; none where nothing that it reads has changed.
    """
    is_first = True
    for changed in changes_below(root, outside):
        began = time.monotonic()
        told = run()
        if told is not None:
            said = ", ".join(filter(None, told)) or "nothing new"
            places = ", ".join(few(changed)) or "a change"
            took = time.monotonic() - began
            reporter.line(f"{places} → {said}  ({took:.1f} s)", style="bold")
        if is_first:
            reporter.line(f"watching {root}, until Ctrl-C", style="dim")
        is_first = False
    raise KeyboardInterrupt


def counts_of(found: Sequence[Diagnostic]) -> tuple[str, str]:
    """Return how many errors and warnings there were; nothing for none."""
    errors = sum(one.is_error for one in found)
    return count_of(errors, "error"), count_of(len(found) - errors, "warning")


def few(names: Sequence[str], most: int = 3) -> list[str]:
    """Return the first names, and how many more there are."""
    shown = list(names[:most])
    return [*shown, f"{len(names) - most} more"] if len(names) > most else shown
