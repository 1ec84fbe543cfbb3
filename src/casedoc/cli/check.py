"""`casedoc check`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.base.diagnostic import Diagnostic
from casedoc.build.build import check
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
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
    strict: options.Strict = False,
    output_format: options.Form = OutputFormat.TEXT,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say everything that is wrong with the content, and print nothing to paper."""
    reporter = Reporter(output_format, quiet=quiet, to_stdout=True)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    project, found = check(workspace)
    if paths:
        found = tuple(one for one in found if _concerns(one, paths, workspace.root))
    reporter.diagnostics(found, workspace.world)
    reporter.summary(found)
    if not found:
        count = len(project.files)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found)
    return exit_code(found, strict=strict)


def _concerns(diagnostic: Diagnostic, paths: list[Path], root: Path) -> bool:
    """Tell whether a complaint is about one of the paths."""
    if diagnostic.span is None:
        return True
    place = (root / diagnostic.span.path).resolve()
    return any(place.is_relative_to(path.resolve()) for path in paths)
