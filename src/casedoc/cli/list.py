"""`casedoc list`."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from casedoc.build.check import in_order, read_content
from casedoc.build.profiles import tailored, unknown_profiles
from casedoc.build.request import ALL_LANGUAGES, BuildRequest
from casedoc.build.selection import in_order as studies_in_order
from casedoc.build.selection import meant
from casedoc.build.translations import versions_of
from casedoc.cli import options, selection_options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.selection_reading import selection_of
from casedoc.cli.session import as_of as as_of_day
from casedoc.cli.session import open_here
from casedoc.content.case_study import newest_date
from casedoc.content.confidences.masking import masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.build.profiles import Tailored
    from casedoc.build.project import Project
    from casedoc.locale.dates import PartialDate


@guarded
def list_command(
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
    as_of: selection_options.AsOf = None,
    output_format: options.Form = OutputFormat.TEXT,
) -> ExitCode:
    """List the case studies, their languages, and which of them the selection takes."""
    reporter = Reporter(output_format)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    unknown = unknown_profiles(workspace.settings, profile or ())
    if unknown:
        reporter.diagnostics(unknown, workspace.world)
        reporter.data(unknown)
        return exit_code(unknown, strict=False)
    selection = selection_of(slugs, featured, category, technology, tag, since, until, drafts)
    request = BuildRequest(selection, tuple(lang or ()), profiles=tuple(profile or ()))
    tailors = tailored(workspace, request)
    project = read_content(workspace, None, stance=tailors[0].stance)
    reporter.secrets = project.discretion.secrets
    day = as_of_day(as_of) or newest_date(project.studies)
    tailors = [replace(one, request=_meant(one.request, project)) for one in tailors]
    rows = _rows(project, tailors, day)
    found = in_order(
        [*project.diagnostics, *project.profile_diagnostics]
        + [one for file in project.files for one in file.diagnostics],
        workspace.settings.check.ignore,
    )
    errors = [one for one in found if one.is_error]
    reporter.diagnostics(errors, workspace.world)
    if output_format is not OutputFormat.JSON:
        reporter.results.print(_table(rows))
    reporter.data(found, case_studies=rows)
    return exit_code(errors, strict=False)


def _meant(request: BuildRequest, project: Project) -> BuildRequest:
    return replace(request, selection=meant(request.selection, project))


def _rows(
    project: Project, tailors: Sequence[Tailored], day: PartialDate | None
) -> list[dict[str, Any]]:
    """Return what is told of each study; whether the first profile takes it, and each of them."""
    chosen = {one.name: _chosen(project, one, day) for one in tailors}
    rows: dict[str, dict[str, Any]] = {}
    rank = {tag: number for number, tag in enumerate(project.languages)}
    studies = studies_in_order(project.studies, day)
    for study in sorted(studies, key=lambda one: rank.get(one.locale.tag, len(rank))):
        row = rows.setdefault(
            study.slug,
            {
                "slug": study.slug,
                "title": study.title,
                "date": study.last_date.iso if study.last_date else None,
                "category": study.category or None,
                "featured": study.featured,
                "draft": study.draft,
                "languages": {},
                "missing": [],
                "stale": [],
                "selected": [],
                "profiles": {},
            },
        )
        tag = study.locale.tag
        row["languages"][tag] = masked(study.path, project.discretion)
        for tailor in tailors:
            languages = _languages_of(project, tailor)
            if tag not in languages:
                continue
            selection = tailor.request.selection
            is_chosen = study.path in chosen[tailor.name]
            reason = selection.objection(study, day) or ("" if is_chosen else "beyond the first")
            if is_chosen and tag not in row["selected"]:
                row["selected"].append(tag)
            if tailor.name is not None:
                said = row["profiles"].setdefault(tailor.name, {})
                said[tag] = reason or "taken"
    for versions in versions_of(project):
        if versions.slug in rows:
            found = {"missing": versions.missing(project.languages), "stale": versions.stale()}
            rows[versions.slug].update(found)
    return list(rows.values())


def _languages_of(project: Project, tailor: Tailored) -> tuple[str, ...]:
    wanted = tailor.request.languages or project.languages[:1]
    return project.languages if ALL_LANGUAGES in wanted else wanted


def _chosen(project: Project, tailor: Tailored, day: PartialDate | None) -> set[str]:
    """Return the files that a profile takes."""
    selection = tailor.request.selection
    found: set[str] = set()
    for tag in _languages_of(project, tailor):
        meant = [
            study
            for study in project.studies
            if study.locale.tag == tag and selection.takes(study, day)
        ]
        found |= {study.path for study in selection.choose(meant, day)}
    return found


def _languages(row: dict[str, Any]) -> str:
    """Return the languages of a study in one cell, with what is wrong with them."""
    there = [f"{tag} (stale)" if tag in row["stale"] else tag for tag in sorted(row["languages"])]
    return ", ".join([*there, *(f"no {tag}" for tag in row["missing"])])


def _said(reasons: dict[str, str]) -> str:
    """Return why a profile takes a study or not, once where it is so in all languages."""
    said = set(reasons.values())
    if len(said) == 1:
        return said.pop()
    return ", ".join(f"{tag}: {reason}" for tag, reason in sorted(reasons.items()))


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    names = list(dict.fromkeys(name for row in rows for name in row["profiles"]))
    for heading in ("", "slug", "languages", "date", "category", "title", *names):
        table.add_column(heading, no_wrap=heading in {"slug", "date"})
    for row in rows:
        marks = "*" if row["selected"] else " "
        notes = " (draft)" if row["draft"] else " (featured)" if row["featured"] else ""
        cells = (
            marks,
            row["slug"],
            _languages(row),
            row["date"] or "",
            row["category"] or "",
            f"{row['title']}{notes}",
            *(_said(row["profiles"].get(name, {})) for name in names),
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table
