"""`casedoc check`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casedoc.build.build import check
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.session import open_here

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic


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
    checked = [file.path for file in project.files]
    if paths:
        found = tuple(one for one in found if _concerns(one, paths, workspace.root))
        checked = [path for path in checked if _is_below(path, paths, workspace.root)]
    reporter.diagnostics(found, workspace.world)
    reporter.summary(found)
    if not found:
        count = len(checked)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found)
    return exit_code(found, strict=strict)


def _concerns(found: Diagnostic, paths: list[Path], root: Path) -> bool:
    """Tell whether a diagnostic, or a place that belongs to it, is in one of the paths."""
    if found.span is None:
        return True
    spans = (found.span, *(related.span for related in found.related))
    return any(_is_below(span.path, paths, root) for span in spans)


def _is_below(path: str, paths: list[Path], root: Path) -> bool:
    """Tell whether a file of the workspace is one of the paths or below one."""
    place = (root / path).resolve()
    return any(place.is_relative_to(one.resolve()) for one in paths)
