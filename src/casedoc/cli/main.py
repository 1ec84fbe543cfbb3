"""The command `casedoc`."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Annotated

import typer

import casedoc
from casedoc.cli.build import build_command
from casedoc.cli.check import check_command
from casedoc.cli.list import list_command
from casedoc.cli.schema import schema_command

app = typer.Typer(
    name="casedoc",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("build")(build_command)
app.command("check")(check_command)
app.command("list")(list_command)
app.command("schema")(schema_command)


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
