"""`casedoc init`."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from casedoc.build.starting import Wanted, start
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, locale_spec

SOMEBODY = "Alex Example"
"""Whose workspace it is where nobody can be asked."""
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")


@guarded
def init_command(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where; the folder is made if it is missing.")
    ] = Path(),
    name: Annotated[str | None, typer.Option(metavar="NAME", help="Your name.")] = None,
    lang: Annotated[
        list[str] | None,
        typer.Option(metavar="TAG", help="A language; repeatable. The first is the usual one."),
    ] = None,
    accent: Annotated[
        str | None, typer.Option(metavar="COLOUR", help="Such as `#9a2f1c`. Default: the theme's.")
    ] = None,
) -> ExitCode:
    """Write a new workspace that builds at once.

    For example: `casedoc init portfolio --name "Alex Example" --lang de --lang en`. Without these
    it asks, on a terminal. Files that are there already are never replaced.
    """
    reporter = Reporter(OutputFormat.TEXT)
    asks = sys.stdin.isatty() and sys.stdout.isatty()
    if name is None:
        name = typer.prompt("Your name") if asks else SOMEBODY
    if not lang:
        usual = "de" if os.environ.get("LANG", "").startswith("de") else "en"
        known = f"Languages, the usual one first ({', '.join(KNOWN_TAGS)})"
        lang = re.split(r"[\s,]+", typer.prompt(known, default=usual).strip()) if asks else [usual]
    if accent is None and asks:
        accent = typer.prompt("Accent, such as #9a2f1c; empty for the theme's", default="") or None
    if accent is not None and not _COLOUR.fullmatch(accent):
        message = f"`{accent}` is no colour such as `#9a2f1c`"
        raise typer.BadParameter(message, param_hint="--accent")
    done = start(folder, Wanted(name.strip() or SOMEBODY, _locales(lang), accent))
    reporter.diagnostics(done.diagnostics, None)
    for path in done.value or ():
        reporter.line(str(folder / path))
    if done.value:
        go = "" if folder == Path() else f"cd {folder} && "
        reporter.line(f"next: {go}casedoc build", style="bold")
    return exit_code(done.diagnostics, strict=False)


def _locales(tags: list[str]) -> tuple[LocaleSpec, ...]:
    """Return the languages that are meant, each once."""
    found = []
    for tag in dict.fromkeys(tags):
        spec = locale_spec(tag)
        if spec is None:
            message = f"unknown language `{tag}`; known are {', '.join(KNOWN_TAGS)}"
            raise typer.BadParameter(message, param_hint="--lang")
        found.append(spec)
    return tuple(found)
