"""`casedoc proof`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.disk import DiskWorld
from casedoc.base.recording import digest_of
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure
from casedoc.build.kept_proofs import kept_expectation
from casedoc.build.publish import publish
from casedoc.build.workspace import open_workspace
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter, count_of
from casedoc.proof.expectation_data import expectation_from
from casedoc.proof.findings import Finding
from casedoc.proof.proof import Proof, identify, prove_stranger
from casedoc.proof.report import Judged, report_data, report_html
from casedoc.proof.second_opinion import is_there, lacking

_NOT_KEPT = "what it must say is not known here, so its words were not compared"
_BUILD = "`casedoc build` keeps it in `.casedoc/cache`; build the document again"


@guarded
def proof_command(
    files: Annotated[
        list[Path], typer.Argument(metavar="PDF…", help="The files, made by `casedoc build`.")
    ],
    report: Annotated[
        Path | None,
        typer.Option(
            "--report",
            metavar="FILE",
            help="Write what was found as HTML, with pictures of the pages concerned.",
        ),
    ] = None,
    strict: options.Strict = False,
    output_format: options.Form = OutputFormat.TEXT,
) -> ExitCode:
    """Judge finished PDFs: words, structure, places, fonts, links, standards.

    `casedoc build` does so with each document, and keeps what the words are compared with.

    For example: `casedoc proof output/*.pdf --report proof.html`
    """
    reporter = Reporter(output_format)
    opened = open_workspace(Path.cwd(), os.environ).value
    root = opened.root if opened else Path.cwd()
    judged = [_judged(file, root) for file in files]
    found = [one for file in judged for one in _diagnostics(file)]
    if not is_there():
        found.append(lacking(is_asked=False))
    if report is not None:
        html = report_html(judged).encode()
        failure = publish(report.absolute().parent, report.name, html)
        found += [failure] if failure else []
    reporter.diagnostics(found, opened.world if opened else None)
    if not found:
        reporter.line(f"nothing wrong with {count_of(len(files), 'file')}")
    reporter.data(found, files=[report_data(one) for one in judged])
    return exit_code(found, strict=strict)


def _judged(file: Path, root: Path) -> Judged:
    """Judge one file, by what is kept of it if anything is."""
    data = DiskWorld(file.absolute().parent).read(file.name)
    if isinstance(data, ReadFailure):
        finding = Finding(Code.PROOF_UNREADABLE, f"`{file}` can't be read: {data.reason}", hint="")
        proof = Proof((("file", (finding,)),), 0, ())
        return Judged(file.as_posix(), "", b"", proof, is_known=False)
    identifier = identify(data)
    around = open_workspace(file.absolute().parent, os.environ).value
    expected = expectation_from(kept_expectation(root, identifier))
    if expected is None and around is not None:
        # Who calls from elsewhere still means the workspace that the file lies in.
        expected = expectation_from(kept_expectation(around.root, identifier))
    proof = prove_stranger(data, expected, full=is_there())
    return Judged(file.as_posix(), digest_of(data), data, proof, expected is not None)


def _diagnostics(judged: Judged) -> list[Diagnostic]:
    """Return what is wrong with one file, at its place in the source where that is known."""
    here = Span.of_file(judged.name)
    in_file = Related("in this file", here)
    found = [
        replace(one, related=(in_file,)) if one.span else replace(one, span=here)
        for one in judged.proof.diagnostics
    ]
    if judged.proof.pages and not judged.is_known:
        found.append(Diagnostic(Code.PROOF_IN_PART, _NOT_KEPT, here, _BUILD))
    return found
