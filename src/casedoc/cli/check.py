"""`casedoc check`.

*Why* so few imports: where nothing was changed, what was remembered and the digests of the files
are enough. What reads content is in `casedoc.cli.fresh_check`, what corrects it in
`casedoc.cli.mending`.
"""

from __future__ import annotations

import os
from functools import partial
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
from casedoc.cli.narrowing import is_meant, refuse_strangers
from casedoc.cli.output import OutputFormat, Reporter, folder_in_repository

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.check_report import CheckReport
    from casedoc.cli.mending import Mended


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
    watch: options.Watch = False,
    output_format: options.Form = OutputFormat.TEXT,
    quiet: options.Quiet = False,
) -> ExitCode:
    """Say everything that is wrong with the content, and print nothing to paper."""
    reporter = Reporter(output_format, quiet=quiet, to_stdout=True)
    if watch:
        tell = partial(_tell, paths=paths, reporter=reporter, mended=None)
        watched: ExitCode = load("watched_check", "watched_check")(
            reporter, tell, corrects=fix or diff
        )
        return watched
    mended: Mended | ExitCode | None = None
    if fix or diff:
        mended = load("mending", "mend_content")(reporter, paths, only_show=diff)
    if isinstance(mended, ExitCode):
        return mended
    outcome_of_diff = ExitCode.CONTENT if mended and mended.fixes else ExitCode.FINE
    if diff and output_format is OutputFormat.TEXT:
        return outcome_of_diff
    report = _report(reporter)
    if isinstance(report, ExitCode):
        return report
    refuse_strangers(paths, report.root)
    reporter.folder = folder_in_repository(report.root, os.environ)
    found = _tell(report, paths, reporter, mended)
    return outcome_of_diff if diff else exit_code(found, strict=strict)


def _report(reporter: Reporter) -> CheckReport | ExitCode:
    """Return what is remembered, or what a check finds where anything was changed."""
    memory = recall(Path.cwd(), os.environ)
    if memory is not None and not memory.changed:
        return memory.report
    report: CheckReport | ExitCode = load("fresh_check", "fresh_check")(reporter, memory)
    return report


def _tell(
    report: CheckReport, paths: list[Path] | None, reporter: Reporter, mended: Mended | None
) -> tuple[Diagnostic, ...]:
    """Write what was found, or what of it concerns some files and folders, and return it."""
    reporter.secrets = tuple(one.secret for one in report.files if one.secret is not None)
    wanted = partial(is_meant, paths=paths, root=report.root)
    found = tuple(one for one in report.diagnostics if any(map(wanted, _paths_of(one))))
    found = (*(mended.failures if mended else ()), *found)
    reporter.diagnostics(found, DiskWorld(report.root, builtin_root()))
    reporter.summary(found)
    if not found:
        count = sum(wanted(file.path) for file in report.files)
        reporter.line(f"{count} case stud{'y' if count == 1 else 'ies'}, nothing to complain of")
    reporter.data(found, **({"fixes": list(mended.fixes)} if mended else {}))
    return found


def _paths_of(found: Diagnostic) -> tuple[str, ...]:
    """Return the files that a diagnostic is about, those of its other places included."""
    spans = (found.span, *(related.span for related in found.related))
    return tuple(span.path for span in spans if span is not None)
