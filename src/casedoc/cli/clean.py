"""`casedoc clean`."""

from __future__ import annotations

from typing import Annotated

import typer

from casedoc.build.cleaning import clean
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter, count_of
from casedoc.cli.session import open_here


@guarded
def clean_command(
    cache: Annotated[bool, typer.Option("--cache", help="Only the cache.")] = False,
    output: options.Output = None,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Remove the cache, and the files that were made.

    Other files in the output folder stay, and so do those that were changed since.
    """
    reporter = Reporter(OutputFormat.TEXT, quiet=quiet)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    folder = output or workspace.root / workspace.settings.output
    done = clean(workspace.root, None if cache else folder)
    reporter.diagnostics(done.diagnostics, None)
    said = [count_of(done.entries, "file") and f"{count_of(done.entries, 'file')} of the cache"]
    said += [count_of(done.files, "file") and f"{count_of(done.files, 'file')} of {folder}"]
    gone = " and ".join(filter(None, said))
    reporter.line(f"removed {gone}" if gone else "there is nothing to remove")
    return exit_code(done.diagnostics, strict=False)
