"""`casedoc import`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.build.resume import import_into
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.session import locale_of, open_here


@guarded
def import_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A resume as JSON Resume has it.")],
    lang: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="The language it is in. Default: the workspace's first."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace files that are there already.")
    ] = False,
) -> ExitCode:
    """Make a profile and stubs of case studies of a JSON Resume.

    For example: `casedoc import resume.json --lang en`. The stubs are files to go on with.
    """
    reporter = Reporter(OutputFormat.TEXT)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    spec = locale_of(lang, workspace.settings)
    done = import_into(workspace.root, file, spec, replaces=force)
    reporter.diagnostics(done.diagnostics, None)
    for path in done.value or ():
        reporter.line(path)
    return exit_code(done.diagnostics, strict=False)
