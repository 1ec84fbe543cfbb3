"""The journey from a folder of Markdown to a folder of PDFs."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.check import in_order, of_content, read_content, read_theme
from casedoc.build.document import Made
from casedoc.build.job import DocumentKind, Job
from casedoc.build.kept_proofs import keep_expectations
from casedoc.build.letters import FOR_ALL, read_tailor
from casedoc.build.manifest import Entry, entry_of, obsolete, read_manifest, update_folder
from casedoc.build.plan import Plan, make_plan, targets_twice
from casedoc.build.printing import print_all
from casedoc.build.profiles import Tailored, tailored, unknown_profiles
from casedoc.build.project import Project
from casedoc.build.publish import prepare_folder, publish
from casedoc.build.request import BuildReport, BuildRequest
from casedoc.build.selection import meant
from casedoc.build.translations import compare_versions
from casedoc.content.confidences.masking import masked
from casedoc.pdf.standards import Standard
from casedoc.proof.second_opinion import is_there, lacking

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from casedoc.build.workspace import Workspace
    from casedoc.markup.theme import Theme
    from casedoc.proof.expectation import Expectation

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each document: how many are done, of how many, and its file name."""

STOPPING = frozenset({Code.USAGE, Code.TARGET_TWICE, Code.PROOF_IN_PART})
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
    request, lack = _with_proof(request)
    unknown = unknown_profiles(workspace.settings, request.profiles)
    folder = output_folder(workspace, request)
    if unknown:
        return BuildReport(tuple(unknown), (), None)
    runs = [_prepare(one) for one in tailored(workspace, request)]
    found = [*lack, *targets_twice([job for run in runs for job in run.plan.jobs])]
    stopped = any(one.code in STOPPING for one in found if one.is_error)
    found += [one for run in runs for one in run.diagnostics]
    ignored = workspace.settings.check.ignore
    project = _usual(runs, workspace)
    secrets, drafts = project.discretion.secrets, request.selection.drafts
    if stopped or any(run.is_stopped for run in runs) or not any(run.plan.jobs for run in runs):
        # What must no longer be there goes even where nothing new takes its place.
        if read_manifest(folder):
            found.extend(update_folder(folder, {}, project, drafts=drafts))
        return BuildReport(in_order(found, ignored), (), None, secrets)
    blocked = prepare_folder(folder)
    if blocked is not None:
        return BuildReport(in_order([*found, blocked], ignored), (), None, secrets)
    work = _Work(folder, ignored, found, progress)
    try:
        for run in runs:
            jobs, kept = _without_losses(run.plan, run.project, folder, drafts=drafts)
            found.extend(kept)
            work.total += len(jobs)
            work.do(run, jobs, request.jobs or os.cpu_count() or 1)
    finally:
        # An interrupt or a bug must not leave files that the manifest does not know.
        found.extend(update_folder(folder, work.entries, project, drafts=drafts))
        keep_expectations(workspace.root, work.proven)
    documents = tuple(work.entries[name] for name in sorted(work.entries))
    return BuildReport(in_order(found, ignored), documents, folder, secrets)


@dataclass(frozen=True, slots=True)
class _Run:
    """What is made for one profile."""

    workspace: Workspace
    theme: Theme | None
    project: Project
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    names_nobody: bool

    @property
    def is_stopped(self) -> bool:
        """Whether it must not be begun."""
        stopped = any(one.code in STOPPING for one in self.plan.diagnostics if one.is_error)
        return self.theme is None or stopped or _profile_is_broken(self.project)


def _prepare(tailor: Tailored) -> _Run:
    """Read all that is needed for one profile, and plan."""
    workspace, request = tailor.workspace, tailor.request
    theme = read_theme(workspace, for_press=request.edition.standard is Standard.PRINT)
    project = read_content(workspace, theme.value, stance=tailor.stance)
    request = replace(request, selection=meant(request.selection, project))
    tailoring = read_tailor(tailor, project)
    plan = make_plan(project, workspace.settings, request, tailoring.value or FOR_ALL)
    if tailoring.value is None:
        plan = Plan((), plan.diagnostics)
    found = (
        *theme.diagnostics,
        *tailoring.diagnostics,
        *of_content(project, request.selection.slugs),
        *plan.diagnostics,
        *compare_versions(project, {study.slug for job in plan.jobs for study in job.studies}),
    )
    names_nobody = tailor.stance.names_nobody
    return _Run(workspace, theme.value, project, plan, found, names_nobody)


def _usual(runs: list[_Run], workspace: Workspace) -> Project:
    """Return the content in which clients are named as far as they agree.

    *Why*: what lies in the folder is judged by it, whoever it was made for.
    """
    usual = next((run.project for run in runs if not run.names_nobody), None)
    return usual if usual is not None else read_content(workspace, None)


@dataclass(slots=True)
class _Work:
    """Makes documents and publishes them."""

    folder: Path
    ignored: Sequence[str]
    found: list[Diagnostic]
    progress: Progress | None
    entries: dict[str, Entry] = field(default_factory=dict)
    proven: dict[str, Expectation] = field(default_factory=dict)
    done: int = 0
    total: int = 0

    def do(self, run: _Run, jobs: Sequence[Job], workers: int) -> None:
        """Make the documents of one profile."""
        if run.theme is None:
            raise AssertionError(run)
        for job, made in print_all(jobs, run.theme, run.workspace.world, workers):
            noticed = (*made.diagnostics, *_of_originals(run.plan, job))
            told = replace(made, diagnostics=in_order(noticed, self.ignored))
            self.found.extend(told.diagnostics)
            self.found.extend(_publish(self.folder, job, told, run.project, self.entries))
            if made.written is not None and made.written.expectation is not None:
                self.proven[made.written.identifier] = made.written.expectation
            self.done += 1
            if self.progress is not None:
                self.progress(self.done, self.total, job.targets[0][1])


def _with_proof(request: BuildRequest) -> tuple[BuildRequest, tuple[Diagnostic, ...]]:
    """Make all checks where they are asked for, as far as what they need is there."""
    if request.full_proof is False:
        return request, ()
    if is_there():
        edition = replace(request.edition, full_proof=True)
        return replace(request, edition=edition), ()
    return request, (lacking(is_asked=request.full_proof is True),)


def output_folder(workspace: Workspace, request: BuildRequest) -> Path:
    """Return where a build publishes."""
    return request.output or workspace.root / workspace.settings.output


def _profile_is_broken(project: Project) -> bool:
    """Tell whether there is a profile that can't be used: documents without it would be wrong."""
    return any(one.is_error for one in project.profile_diagnostics)


def _of_originals(plan: Plan, job: Job) -> list[Diagnostic]:
    """Return the warnings that a document holds an original in place of a translation."""
    paths = {study.path for study in job.studies if study.locale.tag != job.language.tag}
    missing = (one for one in plan.diagnostics if one.code is Code.TRANSLATION_MISSING)
    return [one for one in missing if one.span is not None and one.span.path in paths]


def _without_losses(
    plan: Plan, project: Project, folder: Path, *, drafts: bool
) -> tuple[list[Job], list[Diagnostic]]:
    """Leave documents of many studies as they are where a study they hold has errors now."""
    before = {
        name: entry
        for name, entry in read_manifest(folder).items()
        if not obsolete(entry, project, drafts=drafts)
    }
    jobs: list[Job] = []
    found = []
    for job in plan.jobs:
        held = {path for _form, name in job.targets for path in _sources(before.get(name))}
        broken = sorted(
            file.slug
            for file in project.files
            if file.study is None and masked(file.path, project.discretion) in held
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
            entries[name] = entry_of(name, form, content, job, made, project)
        else:
            found.append(failure)
    return found
