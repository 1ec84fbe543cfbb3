"""`casedoc check --fix`: what would change is shown, and then changed, if nobody objects."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import unified_diff
from typing import TYPE_CHECKING, Any

from casedoc.build.mending import Mending, find_mendings, mend
from casedoc.cli.output import OutputFormat, count_of, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.workspace import Workspace
    from casedoc.cli.output import Reporter

SHOWN_NO_BREAK_SPACE = "\u237d"
"""What stands for a no-break space in a diff, where it could not be told from a space."""
CONTEXT = 3
"""Unchanged lines that a diff shows around each change."""
_STYLES = {"-": "red", "+": "green", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of `--fix` or `--diff`."""

    mendings: tuple[Mending, ...] = ()
    """What was written; with `--diff` what would be."""
    failures: tuple[Diagnostic, ...] = ()
    """What could not be written."""


def mend_content(
    reporter: Reporter,
    workspace: Workspace,
    is_wanted: Callable[[str], bool],
    *,
    only_show: bool,
) -> Mended:
    """Show what can be corrected, and correct it; on a terminal only if the reader agrees.

    Args:
        reporter: Writes the diff, in text only.
        workspace: Where.
        is_wanted: Whether a path was asked for.
        only_show: Whether nothing is written.
    """
    mendings = find_mendings(workspace, is_wanted)
    _show(reporter, mendings)
    if only_show:
        reporter.line(_told("would correct", mendings))
        return Mended(mendings)
    if not mendings or not _agreed(reporter, len(mendings)):
        return Mended()
    failures = mend(workspace, mendings)
    left = {failure.span.path for failure in failures if failure.span}
    written = tuple(one for one in mendings if one.path not in left)
    if written:
        reporter.line(_told("corrected", written))
    return Mended(written, failures)


def fix_data(mendings: Sequence[Mending]) -> list[dict[str, Any]]:
    """Return all corrections in the documented shape; places are those before any of them."""
    return [
        {
            "path": mending.path,
            "line": one.span.line,
            "column": one.span.column,
            "before": one.before,
            "after": one.after,
        }
        for mending in mendings
        for one in mending.replacements
    ]


def _told(what: str, mendings: Sequence[Mending]) -> str:
    count = sum(len(one.replacements) for one in mendings)
    if not count:
        return "nothing to correct"
    return f"{what} {count_of(count, 'place')} in {count_of(len(mendings), 'file')}"


def _show(reporter: Reporter, mendings: Sequence[Mending]) -> None:
    lines = [line for mending in mendings for line in _diff(mending)]
    if any(SHOWN_NO_BREAK_SPACE in line for line in lines):
        reporter.line(f"{SHOWN_NO_BREAK_SPACE} stands for a no-break space", "dim")
    for line in lines:
        is_head = line.startswith(("--- ", "+++ "))
        reporter.line(line, "bold" if is_head else _STYLES.get(line[:1], ""))


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
