"""`casedoc check --fix`: what would change is shown, and then changed, if nobody objects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import unified_diff
from functools import partial
from typing import TYPE_CHECKING, Any

from casedoc.build.mending import Mending, find_mendings, mend
from casedoc.cli.exit_codes import ExitCode
from casedoc.cli.narrowing import is_meant, refuse_strangers
from casedoc.cli.output import OutputFormat, count_of, visible
from casedoc.cli.session import open_here

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.cli.output import Reporter

SHOWN_NO_BREAK_SPACE = "\u237d"
"""What stands for a no-break space in a diff, where it could not be told from a space."""
CONTEXT = 3
"""Unchanged lines that a diff shows around each change."""
_STYLES = {"-": "red", "+": "green", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of `--fix` or `--diff`."""

    fixes: tuple[dict[str, Any], ...] = ()
    """What was corrected, with `--diff` what would be, in the documented shape; the places are
    those before any of it."""
    failures: tuple[Diagnostic, ...] = ()
    """What could not be written."""


def mend_content(
    reporter: Reporter, paths: Sequence[Path] | None, *, only_show: bool
) -> Mended | ExitCode:
    """Show what can be corrected, and correct it; on a terminal only if the reader agrees.

    Args:
        reporter: Writes the diff, in text only.
        paths: Files and folders that are meant; none for all content.
        only_show: Whether nothing is written.

    Returns:
        What came of it; or the exit code where the settings can't be used, which is said then.
    """
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    refuse_strangers(paths, workspace.root)
    mendings = find_mendings(workspace, partial(is_meant, paths=paths, root=workspace.root))
    _show(reporter, mendings)
    if only_show:
        reporter.line(_told("would correct", mendings))
        return Mended(_data(mendings))
    if not mendings or not _agreed(reporter, len(mendings)):
        return Mended()
    failures = mend(workspace, mendings)
    left = {failure.span.path for failure in failures if failure.span}
    written = tuple(one for one in mendings if one.path not in left)
    if written:
        reporter.line(_told("corrected", written))
    return Mended(_data(written), failures)


def _data(mendings: Sequence[Mending]) -> tuple[dict[str, Any], ...]:
    return tuple(
        {
            "path": mending.path,
            "line": one.span.line,
            "column": one.span.column,
            "before": one.before,
            "after": one.after,
        }
        for mending in mendings
        for one in mending.replacements
    )


def _told(what: str, mendings: Sequence[Mending]) -> str:
    count = sum(len(one.replacements) for one in mendings)
    if not count:
        return "nothing to correct"
    return f"{what} {count_of(count, 'place')} in {count_of(len(mendings), 'file')}"


def _show(reporter: Reporter, mendings: Sequence[Mending]) -> None:
    lines = [line for mending in mendings for line in _diff(mending)]
    if any(SHOWN_NO_BREAK_SPACE in line for line in lines):
        said = f"{SHOWN_NO_BREAK_SPACE} stands for a no-break space"
        reporter.line(said, "dim", even_quiet=True)
    for line in lines:
        is_head = line.startswith(("--- ", "+++ "))
        style = "bold" if is_head else _STYLES.get(line[:1], "")
        reporter.line(line, style, even_quiet=True)


def _agreed(reporter: Reporter, count: int) -> bool:
    """Ask, where there is somebody to answer."""
    if reporter.form is not OutputFormat.TEXT or not reporter.results.is_terminal:
        return True
    try:
        answer = reporter.errors.input(f"rewrite {count_of(count, 'file')}? [y/N] ", markup=False)
    except EOFError:
        return False
    return answer.strip().lower() in {"y", "yes"}


def _diff(mending: Mending) -> Iterator[str]:
    """Yield the lines of a unified diff, as they may be shown.

    A file that names a confidential client shows no line around its changes.
    """
    before, after = (_lines(content) for content in (mending.before, mending.after))
    around = 0 if mending.is_confidential else CONTEXT
    path = mending.path
    for line in unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="", n=around):
        yield visible(line.replace("\u00a0", SHOWN_NO_BREAK_SPACE))


def _lines(content: bytes) -> list[str]:
    """Return the lines of a file, without what ends them."""
    text = content.decode("utf-8").removeprefix("\ufeff")
    return re.sub(r"\r\n?", "\n", text).removesuffix("\n").split("\n")
