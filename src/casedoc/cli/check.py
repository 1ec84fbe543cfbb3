"""`casedoc check`.

*Why* the check itself is elsewhere: as long as all is as it was, this module and what it imports
are enough. What reads content is in `casedoc.cli.fresh_check`.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.build.check_memory import recall
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.loading import load
from casedoc.cli.output import OutputFormat, Reporter

if TYPE_CHECKING:
    from casedoc.build.check_report import CheckReport


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
    memory = recall(Path.cwd(), os.environ)
    if memory is not None and not memory.changed:
        return _tell(memory.report, paths, reporter, strict=strict)
    report: CheckReport | ExitCode = load("fresh_check", "fresh_check")(reporter, memory)
    if isinstance(report, ExitCode):
        return report
    return _tell(report, paths, reporter, strict=strict)


def _tell(
    report: CheckReport, paths: list[Path] | None, reporter: Reporter, *, strict: bool
) -> ExitCode:
    """Write what was found, or what of it concerns some files and folders."""
    found, checked = report.diagnostics, tuple(file.path for file in report.files)
    if paths:
        found = tuple(
            one for one in found if not one.span or _is_below(one.span.path, paths, report.root)
        )
        checked = tuple(path for path in checked if _is_below(path, paths, report.root))
    reporter.diagnostics(found, DiskWorld(report.root, builtin_root()))
    reporter.summary(found)
    if not found:
        count = len(checked)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found)
    return exit_code(found, strict=strict)


def _is_below(path: str, paths: list[Path], root: Path) -> bool:
    """Tell whether a file of the workspace is one of the paths or below one."""
    place = (root / path).resolve()
    return any(place.is_relative_to(one.resolve()) for one in paths)
