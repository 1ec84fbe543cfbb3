"""The command `casedoc`."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

import casedoc
from casedoc.cli.commands import MARKUP, Commands

app = typer.Typer(
    name="casedoc",
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=MARKUP,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"casedoc {casedoc.__version__}")
        raise typer.Exit


@app.callback()
def _casedoc(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show version.")
    ] = False,
) -> None:
    """Turn case studies in Markdown into print-quality PDFs."""
    del version


def main() -> None:
    """Run the command line."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            # A terminal that can't show a character must not end the command.
            stream.reconfigure(errors="backslashreplace")
    app()
