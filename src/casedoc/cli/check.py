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
from casedoc.cli.mending import Mended, fix_data, mend_content
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
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace

    wanted = partial(_is_below, paths=paths, root=workspace.root)
    mended = Mended()
    if fix or diff:
        mended = mend_content(reporter, workspace, wanted, only_show=diff)
    if diff and output_format is OutputFormat.TEXT:
        return ExitCode.CONTENT if mended.mendings else ExitCode.FINE
    project, found = check(workspace)
    checked = [file.path for file in project.files]
    found = tuple(one for one in found if not one.span or wanted(one.span.path))
    found = in_order((*found, *mended.failures))
    checked = [path for path in checked if wanted(path)]
    reporter.diagnostics(found, workspace.world)
    reporter.summary(found)
    if not found:
        count = len(checked)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found, **({"fixes": fix_data(mended.mendings)} if fix or diff else {}))
    if diff:
        return ExitCode.CONTENT if mended.mendings else ExitCode.FINE
    return exit_code(found, strict=strict)


def _is_below(path: str, paths: list[Path] | None, root: Path) -> bool:
    """Tell whether a file of the workspace is one of the paths or below one; all are without."""
    if not paths:
        return True
    place = (root / path).resolve()
    return any(place.is_relative_to(one.resolve()) for one in paths)
