"""`casedoc new`."""

from __future__ import annotations

from typing import Annotated

import typer

from casedoc.build.check import read_content
from casedoc.build.new_study import write_study, write_translation
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.session import locale_of, open_here


@guarded
def new_command(
    slug: Annotated[
        str, typer.Argument(metavar="SLUG", help="The case study's name, as in `my-project`.")
    ],
    lang: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="Its language. Default: the workspace's first."),
    ] = None,
    title: Annotated[str | None, typer.Option(metavar="TEXT", help="Its title.")] = None,
    translated: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="TAG", help="Make it the skeleton of a translation from there."
        ),
    ] = None,
) -> ExitCode:
    """Write a new case study with comments that guide, or the skeleton of a translation.

    For example: `casedoc new my-project --lang de`, and later
    `casedoc new my-project --lang en --from de`. It is a draft until you delete that line.
    """
    reporter = Reporter(OutputFormat.TEXT)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    spec = locale_of(lang, workspace.settings)
    project = read_content(workspace, None)
    if translated is None:
        words = slug.replace("-", " ")
        done = write_study(workspace, project, slug, spec, title or words[:1].upper() + words[1:])
    else:
        if title is not None:
            message = "a translation has the title of its original until you translate it"
            raise typer.BadParameter(message, param_hint="--title")
        original = locale_of(translated, workspace.settings)
        done = write_translation(workspace, project, slug, spec, original)
    reporter.diagnostics(done.diagnostics, workspace.world)
    if done.value is not None:
        reporter.line(done.value)
    return exit_code(done.diagnostics, strict=False)
