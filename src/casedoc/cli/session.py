"""What every command begins with: the workspace around the current folder."""

from __future__ import annotations

import datetime
import os
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from casedoc.build.project import DEFAULT_LANGUAGES
from casedoc.build.workspace import Workspace, open_workspace
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.output import folder_in_repository
from casedoc.cli.selection_reading import date_of
from casedoc.locale.dates import PartialDate
from casedoc.locale.spec import KNOWN_TAGS, locale_spec

if TYPE_CHECKING:
    from casedoc.cli.output import Reporter
    from casedoc.content.settings import Settings
    from casedoc.locale.spec import LocaleSpec


def open_here(reporter: Reporter) -> Workspace | ExitCode:
    """Open the workspace around the current folder, or say what is wrong with its settings."""
    opened = open_workspace(Path.cwd(), os.environ)
    if opened.value is None:
        reporter.diagnostics(opened.diagnostics, None)
        reporter.data(opened.diagnostics)
        return exit_code(opened.diagnostics, strict=False)
    reporter.folder = folder_in_repository(opened.value.root, os.environ)
    return opened.value


def locale_of(option: str | None, settings: Settings) -> LocaleSpec:
    """Return the language that is meant: the option, else the workspace's first."""
    tag = option or (settings.languages or DEFAULT_LANGUAGES)[0]
    spec = locale_spec(tag, settings.locales)
    if spec is None:
        message = f"unknown language `{tag}`; known are {', '.join(KNOWN_TAGS)}"
        raise typer.BadParameter(message, param_hint="--lang")
    return spec


def as_of(option: str | None) -> PartialDate | None:
    """Return what today means: the option, else `SOURCE_DATE_EPOCH`, else none."""
    if option is not None:
        return date_of(option, "--as-of")
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return None
    try:
        day = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    except (ValueError, OverflowError, OSError):
        message = f"`{epoch}` is no number of seconds since 1970"
        raise typer.BadParameter(message, param_hint="SOURCE_DATE_EPOCH") from None
    return PartialDate(day.year, day.month, day.day)
