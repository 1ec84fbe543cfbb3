"""A build from the beginning, for `casedoc.cli.build`: whatever reads content is imported here."""

from __future__ import annotations

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casedoc.build.again import differences
from casedoc.build.build import build
from casedoc.build.build_memory import remember_build
from casedoc.build.edition import USUAL_DPI, Edition
from casedoc.build.kinds import Format
from casedoc.build.request import BuildRequest
from casedoc.cli.edition_options import Executor, is_full
from casedoc.cli.exit_codes import ExitCode
from casedoc.cli.loading import load
from casedoc.cli.output import OutputFormat
from casedoc.cli.selection_reading import selection_of
from casedoc.cli.session import as_of, open_here

if TYPE_CHECKING:
    from casedoc.build.build_report import BuildReport
    from casedoc.build.warm_process import WarmProcess
    from casedoc.cli.asked import Asked
    from casedoc.cli.output import Reporter


def fresh_build(
    asked: Asked, reporter: Reporter, warm: WarmProcess | None
) -> BuildReport | ExitCode:
    """Build, and keep the report for the next time.

    Args:
        asked: What was asked for.
        reporter: Told where the settings can't be used.
        warm: A process that is ready to print.

    Returns:
        The report; or the exit code where the settings can't be used, which is said then.
    """
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    request = _request(asked)
    is_text = asked.output_format is OutputFormat.TEXT and not asked.quiet
    is_seen = reporter.errors.is_terminal and is_text
    if is_seen:
        with load("progress_bar", "progress_bar")(reporter.errors) as told:
            report = build(workspace, request, told, warm)
    else:
        report = build(workspace, request, None, warm)
    if asked.check_reproducible and report.documents:
        again = differences(workspace.root, request, report.documents)
        report = replace(report, diagnostics=(*report.diagnostics, *again))
    remember_build(report, workspace.origin, Path.cwd(), asked.words())
    return report


def _scheduler(asked: Asked) -> str | None:
    """Return the address of the cluster that prints; none where this machine does."""
    if asked.executor is Executor.LOCAL:
        return None
    if find_spec("distributed") is None:
        message = "Dask is not installed: `pip install 'casedoc[dask]'`"
        raise typer.BadParameter(message, param_hint="--executor")
    if asked.scheduler is None:
        message = "say where the scheduler listens, such as `--scheduler tcp://10.0.0.1:8786`"
        raise typer.BadParameter(message, param_hint="--scheduler")
    if asked.timeout is not None:
        message = "the workers of a cluster can't be told how long a document may take"
        raise typer.BadParameter(message, param_hint="--timeout")
    return asked.scheduler


def _request(asked: Asked) -> BuildRequest:
    formats = tuple(dict.fromkeys(asked.form or (Format.PDF,)))
    # What is no picture is the same at any.
    dpi = asked.dpi if Format.PNG in formats else USUAL_DPI
    selected = (asked.slugs, asked.featured, asked.category, asked.technology, asked.tag)
    return BuildRequest(
        selection=selection_of(*selected, asked.since, asked.until, asked.drafts),
        languages=tuple(asked.lang or ()),
        kinds=tuple(dict.fromkeys(asked.kind or ())),
        formats=formats,
        output=asked.output,
        fallback=asked.fallback,
        jobs=asked.jobs,
        full_proof=is_full(asked.proof),
        edition=Edition(asked.standard, asked.attach_source, asked.impose, dpi=dpi),
        profiles=tuple(asked.profile or ()),
        as_of=as_of(asked.as_of),
        timeout=asked.timeout,
        scheduler=_scheduler(asked),
        remembers=True,
        recalls=not asked.force,
    )
