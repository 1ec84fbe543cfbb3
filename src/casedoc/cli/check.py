"""`casedoc check`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from casedoc.build.build import check, in_order
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.mending import mend_content
from casedoc.cli.narrowing import is_meant
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.session import open_here


@guarded
def check_command(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...", exists=True, help="Files and folders. Default: all content."
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Correct spaces, dashes, quotes and the like in the files."),
    ] = False,
    diff: Annotated[
        bool,
        typer.Option("--diff", help="Only show what `--fix` would do; exit with 1 if anything."),
    ] = False,
    strict: options.Strict = False,
    output_format: options.Form = OutputFormat.TEXT,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say everything that is wrong with the content, and print nothing to paper."""
    reporter = Reporter(output_format, quiet=quiet, to_stdout=True)
    mended = mend_content(reporter, paths, only_show=diff) if fix or diff else None
    if isinstance(mended, ExitCode):
        return mended
    outcome_of_diff = ExitCode.CONTENT if mended and mended.fixes else ExitCode.FINE
    if diff and output_format is OutputFormat.TEXT:
        return outcome_of_diff
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    project, found = check(workspace)
    wanted = partial(is_meant, paths=paths, root=workspace.root)
    found = tuple(one for one in found if not one.span or wanted(one.span.path))
    found = in_order((*found, *(mended.failures if mended else ())))
    reporter.diagnostics(found, workspace.world)
    reporter.summary(found)
    if not found:
        count = sum(wanted(file.path) for file in project.files)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found, **({"fixes": list(mended.fixes)} if mended else {}))
    return outcome_of_diff if diff else exit_code(found, strict=strict)
