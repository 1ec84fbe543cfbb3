"""The journey from a folder of Markdown to a folder of PDFs."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.coverage import with_coverage
from casedoc.build.document import DocumentKind, Job, Made
from casedoc.build.manifest import Entry, entry_of, read_manifest, update_folder
from casedoc.build.plan import Plan, make_plan
from casedoc.build.printing import print_all
from casedoc.build.project import Project, read_project
from casedoc.build.publish import prepare_folder, publish
from casedoc.build.request import BuildReport, BuildRequest
from casedoc.markup.theme import Theme, ThemeChoice, load_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from casedoc.base.outcome import Outcome
    from casedoc.build.workspace import Workspace
    from casedoc.content.settings import Settings

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each document: how many are done, of how many, and its file name."""

STOPPING = frozenset({Code.USAGE, Code.TARGET_TWICE})
"""What keeps a build from being begun."""


def build(
    workspace: Workspace, request: BuildRequest, progress: Progress | None = None
) -> BuildReport:
    """Make the documents that were asked for.

    Args:
        workspace: Where.
        request: What.
        progress: Told after each document.

    Returns:
        All that was noticed and all that was made. Documents that fail don't keep the others from
        being made, nor do they cost an older file.
    """
    theme = read_theme(workspace)
    project = read_project(workspace.world, workspace.settings.languages)
    if theme.value is not None:
        project = with_coverage(project, theme.value.fonts)
    plan = make_plan(project, workspace.settings, request)
    folder = output_folder(workspace, request)
    found = [*theme.diagnostics, *_of_content(project, request), *plan.diagnostics]
    ignored = workspace.settings.check.ignore
    stopped = any(one.code in STOPPING for one in plan.diagnostics)
    if theme.value is None or stopped or not plan.jobs or _profile_is_broken(project):
        # What must no longer be there goes even where nothing new takes its place.
        found.extend(update_folder(folder, {}, project) if read_manifest(folder) else ())
        return BuildReport(in_order(found, ignored), (), None)
    blocked = prepare_folder(folder)
    if blocked is not None:
        return BuildReport(in_order([*found, blocked], ignored), (), None)
    jobs, kept = _without_losses(plan, project, folder)
    found.extend(kept)
    entries: dict[str, Entry] = {}
    workers = request.jobs or os.cpu_count() or 1
    finished = print_all(jobs, theme.value, workspace.world, workers)
    try:
        for number, (job, made) in enumerate(finished, 1):
            told = replace(made, diagnostics=in_order(made.diagnostics, ignored))
            found.extend(told.diagnostics)
            found.extend(_publish(folder, job, told, project, entries))
            if progress is not None:
                progress(number, len(jobs), job.targets[0][1])
    finally:
        # An interrupt or a bug must not leave files that the manifest does not know.
        found.extend(update_folder(folder, entries, project))
    documents = tuple(entries[name] for name in sorted(entries))
    return BuildReport(in_order(found, ignored), documents, folder)


def check(workspace: Workspace) -> tuple[Project, tuple[Diagnostic, ...]]:
    """Say all that is wrong with a workspace, and print nothing.

    Returns:
        The content, and all that was noticed.
    """
    theme = read_theme(workspace)
    project = read_project(workspace.world, workspace.settings.languages)
    if theme.value is not None:
        project = with_coverage(project, theme.value.fonts)
    everything = BuildRequest()
    found = [*theme.diagnostics, *_of_content(project, everything)]
    return project, in_order(found, workspace.settings.check.ignore)


def read_theme(workspace: Workspace) -> Outcome[Theme]:
    """Read the theme that the settings choose."""
    return load_theme(workspace.world, _choice(workspace.settings))


def _choice(settings: Settings) -> ThemeChoice:
    return ThemeChoice(
        name=settings.theme,
        accent=settings.accent,
        paper=settings.paper,
        cover=settings.booklet.cover,
        booklet_level=settings.booklet.level,
    )


def output_folder(workspace: Workspace, request: BuildRequest) -> Path:
    """Return where a build publishes."""
    return request.output or workspace.root / workspace.settings.output


def in_order(
    diagnostics: Iterable[Diagnostic], ignored: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place, each once; those without a place last.

    Args:
        diagnostics: All that was noticed.
        ignored: Codes of warnings that are left out. What has become an error is told all the same.
    """

    def key(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str]:
        span = diagnostic.span
        if span is None:
            return (True, "", 0, 0, diagnostic.code.number)
        return (False, span.path, span.line, span.column, diagnostic.code.number)

    told = (one for one in diagnostics if one.is_error or one.code.number not in ignored)
    return tuple(sorted(dict.fromkeys(told), key=key))


def _profile_is_broken(project: Project) -> bool:
    """Tell whether there is a profile that can't be used: documents without it would be wrong."""
    return any(one.is_error for one in project.profile_diagnostics)


def _of_content(project: Project, request: BuildRequest) -> list[Diagnostic]:
    """Return what is wrong with the content; of named studies only what concerns them."""
    named = request.selection.slugs
    files = [file for file in project.files if not named or file.slug in named]
    return [
        *project.diagnostics,
        *project.profile_diagnostics,
        *(one for file in files for one in file.diagnostics),
    ]


def _without_losses(
    plan: Plan, project: Project, folder: Path
) -> tuple[list[Job], list[Diagnostic]]:
    """Leave documents of many studies as they are where a study they hold has errors now."""
    before = read_manifest(folder)
    jobs: list[Job] = []
    found = []
    for job in plan.jobs:
        held = {path for _form, name in job.targets for path in _sources(before.get(name))}
        broken = sorted(
            file.slug for file in project.files if file.study is None and file.path in held
        )
        if job.kind is DocumentKind.ONE_PAGER or not broken:
            jobs.append(job)
            continue
        targets = tuple(target for target in job.targets if target[1] not in before)
        names = ", ".join(f"`{name}`" for _form, name in job.targets if name in before)
        message = f"{names} is left as it is, because `{broken[0]}` has errors"
        hint = "it would lose that case study; correct the errors first"
        found.append(Diagnostic(Code.NOT_PUBLISHED, message, None, hint))
        if targets:
            jobs.append(replace(job, targets=targets))
    return jobs, found


def _sources(entry: Entry | None) -> list[str]:
    return [source["path"] for source in entry["sources"]] if entry else []


def _publish(
    folder: Path, job: Job, made: Made, project: Project, entries: dict[str, Entry]
) -> list[Diagnostic]:
    found = []
    for name, form, content in made.files:
        failure = publish(folder, name, content)
        if failure is None:
            entries[name] = entry_of(name, form, content, job, made, project.profile_source)
        else:
            found.append(failure)
    return found
