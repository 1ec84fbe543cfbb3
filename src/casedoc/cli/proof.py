"""`casedoc proof`."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.disk import DiskWorld
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter, count_of
from casedoc.proof.proof import prove


@guarded
def proof_command(
    files: Annotated[
        list[Path], typer.Argument(metavar="PDF…", help="The files, made by `casedoc build`.")
    ],
    output_format: options.Form = OutputFormat.TEXT,
) -> ExitCode:
    """Judge finished PDFs: structure, fonts, links, and what they say of themselves.

    `casedoc build` does so with each document, and also compares each word with the source.

    For example: `casedoc proof output/*.pdf`
    """
    reporter = Reporter(output_format)
    found = [one for file in files for one in _judged(file)]
    reporter.diagnostics(found, None)
    if not found:
        reporter.line(f"nothing wrong with {count_of(len(files), 'file')}")
    reporter.data(found)
    return exit_code(found, strict=False)


def _judged(file: Path) -> list[Diagnostic]:
    """Return what is wrong with one file, with its name as the place."""
    place = Span.of_file(file.as_posix())
    data = DiskWorld(file.absolute().parent).read(file.name)
    if isinstance(data, ReadFailure):
        message = f"`{file}` can't be read: {data.reason}"
        return [Diagnostic(Code.PROOF_UNREADABLE, message, place)]
    return [replace(one, span=place) for one in prove(data).diagnostics]
