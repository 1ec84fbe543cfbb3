"""`casedoc build --watch`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.build.build_memory import recall_build
from casedoc.build.build_report import BuildReport
from casedoc.build.warm_process import start_early
from casedoc.cli.begun_build import begun_build
from casedoc.cli.exit_codes import ExitCode
from casedoc.cli.output import OutputFormat
from casedoc.cli.session import open_here
from casedoc.cli.watching import counts_of, few, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.cli.asked import Asked
    from casedoc.cli.output import Reporter


def watched_build(
    asked: Asked, reporter: Reporter, told: Callable[[Asked, Reporter, BuildReport], ExitCode]
) -> ExitCode:
    """Build, and again after each change of anything that was read, until an interrupt.

    Args:
        asked: What was asked for.
        reporter: Told what came of it.
        told: Tells what came of the first build.
    """
    if asked.output_format is not OutputFormat.TEXT or asked.check_reproducible:
        message = "goes on until you end it; its results are told as text, and made once"
        raise typer.BadParameter(message, param_hint="--watch")
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    root = workspace.root
    made_in = [(asked.output or root / workspace.settings.output).absolute()]
    report = begun_build(asked, reporter)
    if isinstance(report, BuildReport):
        told(asked, reporter, report)
    start_early()

    def build_again() -> Sequence[str] | None:
        # What was built last is remembered with all that was read: nothing else matters.
        if recall_build(Path.cwd(), os.environ, asked.words()) is not None:
            return None
        report = begun_build(asked, reporter)
        start_early()
        if not isinstance(report, BuildReport):
            return ["the settings can't be used"]
        made_in[:] = [(report.folder or made_in[0]).absolute()]
        reporter.secrets = report.secrets
        reporter.diagnostics(report.diagnostics, DiskWorld(root, builtin_root()))
        made = [one["file"] for one in report.documents if one["file"] not in report.kept]
        return [*few(made), *counts_of(report.diagnostics)]

    return follow(reporter, root, lambda: made_in, build_again)
