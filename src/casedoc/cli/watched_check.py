"""`casedoc check --watch`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casedoc.build.check_memory import recall
from casedoc.cli.exit_codes import ExitCode
from casedoc.cli.fresh_check import fresh_check
from casedoc.cli.output import OutputFormat
from casedoc.cli.session import open_here
from casedoc.cli.watching import counts_of, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.check_report import CheckReport
    from casedoc.cli.output import Reporter


def watched_check(
    reporter: Reporter, told: Callable[[CheckReport], tuple[Diagnostic, ...]], *, corrects: bool
) -> ExitCode:
    """Check, and again after each change of anything that was read, until an interrupt.

    Args:
        reporter: Told what came of it.
        told: Tells what was found, and returns it.
        corrects: Whether files are to be corrected, too.
    """
    if reporter.form is not OutputFormat.TEXT or corrects:
        message = "goes on until you end it; it tells text, and corrects nothing"
        raise typer.BadParameter(message, param_hint="--watch")
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    report = fresh_check(reporter, recall(Path.cwd(), os.environ))
    if not isinstance(report, ExitCode):
        told(report)

    def check_again() -> Sequence[str] | None:
        memory = recall(Path.cwd(), os.environ)
        if memory is not None and not memory.changed:
            return None
        report = fresh_check(reporter, memory)
        if isinstance(report, ExitCode):
            return ["the settings can't be used"]
        return counts_of(told(report))

    made_in = [workspace.root / workspace.settings.output]
    return follow(reporter, workspace.root, lambda: made_in, check_again)
