"""`casedoc build`.

*Why* so few imports: where nothing was changed, what was remembered and the digests of the files
are enough. What begins to build is in `casedoc.cli.begun_build`, what reads content in
`casedoc.cli.fresh_build`.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.build.build_memory import recall_build
from casedoc.build.edition import USUAL_DPI
from casedoc.build.timings import Stopwatch
from casedoc.cli import edition_options, options, selection_options
from casedoc.cli.asked import Asked
from casedoc.cli.edition_options import Executor
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.loading import load
from casedoc.cli.output import OutputFormat, Reporter, count_of, folder_in_repository
from casedoc.pdf.standards import Standard

_NAMES = {"docx": "Word", "md": "Markdown"}
"""What forms without pages are called."""

if TYPE_CHECKING:
    from casedoc.build.build_report import BuildReport


@guarded
def build_command(
    slugs: selection_options.Slugs = None,
    profile: selection_options.Profile = None,
    featured: selection_options.Featured = False,
    category: selection_options.Category = None,
    technology: selection_options.Technology = None,
    tag: selection_options.Tag = None,
    since: selection_options.Since = None,
    until: selection_options.Until = None,
    drafts: selection_options.Drafts = False,
    lang: selection_options.Lang = None,
    kind: edition_options.Kind = None,
    form: edition_options.Form = None,
    dpi: edition_options.Dpi = USUAL_DPI,
    standard: edition_options.MadeFor = Standard.ARCHIVE,
    impose: edition_options.Impose = None,
    attach_source: edition_options.AttachSource = False,
    proof: edition_options.Proof = None,
    check_reproducible: edition_options.CheckReproducible = False,
    fallback: options.Fallback = False,
    output: options.Output = None,
    jobs: options.Jobs = None,
    timeout: edition_options.Timeout = None,
    executor: edition_options.Executors = Executor.LOCAL,
    scheduler: edition_options.Scheduler = None,
    as_of: selection_options.AsOf = None,
    strict: options.Strict = False,
    force: edition_options.Force = False,
    timings: edition_options.Timings = False,
    watch: options.Watch = False,
    output_format: options.Form = OutputFormat.TEXT,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> ExitCode:
    """Make the documents of the selected case studies.

    For example: `casedoc build --featured --lang de`, or one study alone: `casedoc build my-slug`.
    """
    asked = Asked(**locals())
    reporter = Reporter(output_format, quiet=quiet)
    if watch:
        watched: ExitCode = load("watched_build", "watched_build")(asked, reporter, told)
        return watched
    report = _report(asked, reporter)
    return report if isinstance(report, ExitCode) else told(asked, reporter, report)


def told(asked: Asked, reporter: Reporter, report: BuildReport) -> ExitCode:
    """Tell what came of a build, and return its exit code.

    Args:
        asked: What was asked for.
        reporter: Tells it.
        report: What came of it.
    """
    reporter.secrets = report.secrets
    world = None
    if report.root is not None:
        reporter.folder = folder_in_repository(report.root, os.environ)
        world = DiskWorld(report.root, builtin_root())
    reporter.diagnostics(report.diagnostics, world)
    _tell(reporter, report, detailed=asked.verbose > 0)
    reporter.summary(report.diagnostics)
    kept = sorted(report.kept)
    folder = str(report.folder) if report.folder is not None else None
    data = {"documents": list(report.documents), "up_to_date": kept, "folder": folder}
    if asked.timings:
        data["timings"] = dict(report.timings)
    reporter.data(report.diagnostics, **data)
    if asked.timings:
        _tell_timings(reporter, report)
    return exit_code(report.diagnostics, strict=asked.strict)


def _report(asked: Asked, reporter: Reporter) -> BuildReport | ExitCode:
    """Return what is remembered, or what a build makes where anything was changed."""
    if not asked.force and not asked.check_reproducible:
        watch = Stopwatch()
        with watch.part("looking for changes"):
            known = recall_build(Path.cwd(), os.environ, asked.words())
        if known is not None:
            return replace(known, timings=tuple(watch.seconds.items()))
    report: BuildReport | ExitCode = load("begun_build", "begun_build")(asked, reporter)
    return report


def _tell(reporter: Reporter, report: BuildReport, *, detailed: bool) -> None:
    made = [one for one in report.documents if one["file"] not in report.kept]
    for entry in report.documents if detailed else made:
        pages = entry["pages"]
        details = _NAMES[entry["format"]] if pages is None else count_of(pages, "page")
        if detailed:
            details += f", level {entry['fit']}, {entry['bytes'] / 1000:.0f} kB"
        if entry["file"] in report.kept:
            details += ", up to date"
        reporter.line(f"{report.folder}/{entry['file']}  ({details})")
    kept = len(report.documents) - len(made)
    if kept:
        are = "is" if kept == 1 else "are"
        reporter.line(f"{count_of(kept, 'file')} in {report.folder} {are} up to date")


def _tell_timings(reporter: Reporter, report: BuildReport) -> None:
    for name, seconds in report.timings:
        reporter.line(f"{seconds:8.2f} s  {name}", even_quiet=True)
