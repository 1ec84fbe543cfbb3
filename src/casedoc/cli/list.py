"""`casedoc list`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rich.table import Table
from rich.text import Text

from casedoc.build.check import in_order, read_content
from casedoc.build.selection import in_order as studies_in_order
from casedoc.build.translations import versions_of
from casedoc.cli import options, selection_options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.cli.selection_options import selection_of
from casedoc.cli.session import as_of as as_of_day
from casedoc.cli.session import open_here
from casedoc.content.case_study import newest_date

if TYPE_CHECKING:
    from casedoc.build.project import Project
    from casedoc.build.selection import Selection
    from casedoc.locale.dates import PartialDate


@guarded
def list_command(
    slugs: selection_options.Slugs = None,
    featured: selection_options.Featured = False,
    category: selection_options.Category = None,
    technology: selection_options.Technology = None,
    tag: selection_options.Tag = None,
    since: selection_options.Since = None,
    until: selection_options.Until = None,
    lang: selection_options.Lang = None,
    as_of: selection_options.AsOf = None,
    output_format: options.Form = OutputFormat.TEXT,
) -> ExitCode:
    """List the case studies, their languages, and which of them the selection takes."""
    reporter = Reporter(output_format)
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    project = read_content(workspace, None)
    selection = selection_of(slugs, featured, category, technology, tag, since, until)
    day = as_of_day(as_of) or newest_date(project.studies)
    wanted = tuple(lang or project.languages[:1])
    rows = _rows(project, selection, day, project.languages if "all" in wanted else wanted)
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


def _rows(
    project: Project, selection: Selection, day: PartialDate | None, wanted: tuple[str, ...]
) -> list[dict[str, Any]]:
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
            },
        )
        tag = study.locale.tag
        row["languages"][tag] = study.path
        if tag in wanted and selection.takes(study, day):
            row["selected"].append(tag)
    for versions in versions_of(project):
        if versions.slug in rows:
            found = {"missing": versions.missing(project.languages), "stale": versions.stale()}
            rows[versions.slug].update(found)
    return list(rows.values())


def _languages(row: dict[str, Any]) -> str:
    """Return the languages of a study in one cell, with what is wrong with them."""
    there = [f"{tag} (stale)" if tag in row["stale"] else tag for tag in sorted(row["languages"])]
    return ", ".join([*there, *(f"no {tag}" for tag in row["missing"])])


def _table(rows: list[dict[str, Any]]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("", "slug", "languages", "date", "category", "title"):
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
        )
        table.add_row(*(Text(cell) for cell in cells))
    return table
