"""`casedoc export`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.build.check import in_order, of_content, read_content
from casedoc.build.profiles import tailored, unknown_profiles
from casedoc.build.publish import prepare_folder, publish
from casedoc.build.request import ALL_LANGUAGES, BuildRequest
from casedoc.build.resume import resume_of
from casedoc.build.selection import meant
from casedoc.cli import selection_options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.selection_reading import selection_of
from casedoc.cli.session import as_of as as_of_day
from casedoc.cli.session import locale_of, open_here


@guarded
def export_command(
    slugs: selection_options.Slugs = None,
    profile: Annotated[
        str | None,
        typer.Option(envvar="CASEDOC_PROFILE", metavar="NAME", help="For this profile."),
    ] = None,
    featured: selection_options.Featured = False,
    category: selection_options.Category = None,
    technology: selection_options.Technology = None,
    tag: selection_options.Tag = None,
    since: selection_options.Since = None,
    until: selection_options.Until = None,
    lang: Annotated[
        str | None,
        typer.Option(metavar="TAG", help="Language. Default: the workspace's first."),
    ] = None,
    as_of: selection_options.AsOf = None,
    json_resume: Annotated[
        bool, typer.Option("--json-resume", help="As JSON Resume has it.")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="Write it there, instead of printing."),
    ] = None,
) -> ExitCode:
    """Write profile and case studies as data for other programs.

    For example: `casedoc export --json-resume -o resume.json`. Confidential clients are called by
    their aliases.
    """
    if not json_resume:
        raise typer.BadParameter("say as what: add this", param_hint="--json-resume")
    reporter = Reporter(OutputFormat.TEXT)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    names = (profile,) if profile else ()
    unknown = unknown_profiles(workspace.settings, names)
    if unknown:
        reporter.diagnostics(unknown, None)
        return exit_code(unknown, strict=False)
    selection = selection_of(slugs, featured, category, technology, tag, since, until)
    (tailor,) = tailored(workspace, BuildRequest(selection, profiles=names))
    project = read_content(workspace, None, stance=tailor.stance)
    reporter.secrets = project.discretion.secrets
    wanted = next((tag for tag in tailor.request.languages if tag != ALL_LANGUAGES), None)
    language = locale_of(lang or wanted or project.languages[0], workspace.settings).tag
    chosen = meant(tailor.request.selection, project)
    made = resume_of(project, chosen, language, as_of_day(as_of))
    errors = [one for one in of_content(project, chosen.slugs) if one.is_error]
    found = [*errors, *made.diagnostics]
    text = made.value if not errors else None  # One that lacks a study would pass for whole.
    if text is not None and output is not None:
        folder, content = output.parent, text.encode()
        found += filter(None, [prepare_folder(folder) or publish(folder, output.name, content)])
    elif text is not None:
        reporter.results.out(text, highlight=False, end="")
    told = in_order(found, workspace.settings.check.ignore)
    reporter.diagnostics(told, workspace.world)
    return exit_code(told, strict=False)
