"""`casedoc build`."""

from __future__ import annotations

from dataclasses import replace

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from casedoc.build.again import differences
from casedoc.build.build import build
from casedoc.build.edition import Edition
from casedoc.build.job import Format
from casedoc.build.request import BuildReport, BuildRequest
from casedoc.build.workspace import Workspace
from casedoc.cli import edition_options, options, selection_options
from casedoc.cli.edition_options import is_full
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.selection_options import selection_of
from casedoc.cli.session import as_of as as_of_day
from casedoc.cli.session import open_here
from casedoc.pdf.standards import Standard


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
    standard: edition_options.MadeFor = Standard.ARCHIVE,
    impose: edition_options.Impose = None,
    attach_source: edition_options.AttachSource = False,
    proof: edition_options.Proof = None,
    check_reproducible: edition_options.CheckReproducible = False,
    fallback: options.Fallback = False,
    output: options.Output = None,
    jobs: options.Jobs = None,
    as_of: selection_options.AsOf = None,
    strict: options.Strict = False,
    force: edition_options.Force = False,
    output_format: options.Form = OutputFormat.TEXT,
    quiet: options.Quiet = False,
    verbose: options.Verbose = 0,
) -> ExitCode:
    """Make the documents of the selected case studies.

    For example: `casedoc build --featured --lang de`, or one study alone: `casedoc build my-slug`.
    """
    del force
    reporter = Reporter(output_format, quiet=quiet)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    request = BuildRequest(
        selection=selection_of(slugs, featured, category, technology, tag, since, until, drafts),
        languages=tuple(lang or ()),
        kinds=tuple(dict.fromkeys(kind or ())),
        formats=tuple(dict.fromkeys(form or (Format.PDF,))),
        output=output,
        fallback=fallback,
        jobs=jobs,
        full_proof=is_full(proof),
        edition=Edition(standard, attach_source, impose),
        profiles=tuple(profile or ()),
        as_of=as_of_day(as_of),
    )
    is_seen = reporter.errors.is_terminal and output_format is OutputFormat.TEXT and not quiet
    report = _build(workspace, request, reporter, is_seen=is_seen)
    if check_reproducible and report.documents:
        again = differences(workspace.root, request, report.documents)
        report = replace(report, diagnostics=(*report.diagnostics, *again))
    reporter.diagnostics(report.diagnostics, workspace.world)
    _tell(reporter, report, detailed=verbose > 0)
    reporter.summary(report.diagnostics)
    reporter.data(report.diagnostics, documents=list(report.documents))
    return exit_code(report.diagnostics, strict=strict)


def _build(
    workspace: Workspace, request: BuildRequest, reporter: Reporter, *, is_seen: bool
) -> BuildReport:
    """Build with a bar that shows how far it is, and tell the reporter who must not be named."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(
        *columns,
        TimeRemainingColumn(),
        console=reporter.errors,
        transient=True,
        disable=not is_seen,
    ) as bar:
        task = bar.add_task("reading", total=None)

        def told(done: int, total: int, name: str) -> None:
            bar.update(task, completed=done, total=total, description=name)

        report = build(workspace, request, told)
    reporter.secrets = report.secrets
    return report


def _tell(reporter: Reporter, report: BuildReport, *, detailed: bool) -> None:
    for entry in report.documents:
        pages = entry["pages"]
        details = "Word" if pages is None else f"{pages} page{'' if pages == 1 else 's'}"
        if detailed:
            details += f", level {entry['fit']}, {entry['bytes'] / 1000:.0f} kB"
        reporter.line(f"{report.folder}/{entry['file']}  ({details})")
