"""The journey from a folder of Markdown to a folder of PDFs."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.recording import RecordingWorld, digest_of_all
from casedoc.build.build_report import BuildReport, Entry
from casedoc.build.check import in_order, of_content, read_content, read_theme
from casedoc.build.content_memory import ContentMemory
from casedoc.build.job import Job
from casedoc.build.judging import Judge
from casedoc.build.kept_proofs import keep_expectations
from casedoc.build.kinds import DocumentKind, first_file
from casedoc.build.letters import FOR_ALL, read_tailor
from casedoc.build.made_memory import MadeMemory, grounds_of
from casedoc.build.manifest import lasting, read_manifest, update_folder
from casedoc.build.plan import Plan, make_plan, targets_twice
from casedoc.build.printing import Printers, get_ready
from casedoc.build.production import Production, Progress
from casedoc.build.profiles import Tailored, tailored, unknown_profiles
from casedoc.build.project import Project
from casedoc.build.publish import prepare_folder
from casedoc.build.request import BuildRequest
from casedoc.build.sealed_cache import SealedCache, open_cache
from casedoc.build.selection import meant
from casedoc.build.timings import Stopwatch
from casedoc.build.translations import compare_versions
from casedoc.content.confidences.masking import masked
from casedoc.pdf.standards import Standard
from casedoc.proof.second_opinion import is_there, lacking

if TYPE_CHECKING:
    from pathlib import Path

    from casedoc.build.warm_process import WarmProcess
    from casedoc.build.workspace import Workspace
    from casedoc.content.settings import Settings
    from casedoc.markup.theme import Theme

STOPPING = frozenset({Code.USAGE, Code.TARGET_TWICE, Code.PROOF_IN_PART, Code.CLIENT_UNREADABLE})
"""What keeps a build from being begun."""


def build(
    workspace: Workspace,
    request: BuildRequest,
    progress: Progress | None = None,
    warm: WarmProcess | None = None,
) -> BuildReport:
    """Make the documents that were asked for.

    Args:
        workspace: Where.
        request: What.
        progress: Told after each document.
        warm: A process that is ready to print.

    Returns:
        All that was noticed and made. A document that fails costs no other, nor an older file.
    """
    request, lack = _with_proof(request)
    unknown = unknown_profiles(workspace.settings, request.profiles)
    if unknown:
        return BuildReport(tuple(unknown), (), None, root=workspace.root)
    watch, folder = Stopwatch(), output_folder(workspace, request)
    world = RecordingWorld(workspace.world)
    cache = open_cache(workspace.root) if request.remembers else None
    with watch.part("reading"):
        seen = replace(workspace, world=world)
        runs = [_prepare(one, cache) for one in tailored(seen, request)]
        project = _usual(runs, seen)
    jobs = [job for run in runs for job in run.plan.jobs]
    found = [*lack, *targets_twice(jobs)]
    stopped = any(one.code in STOPPING for one in found if one.is_error)
    found += [one for run in runs for one in run.diagnostics]
    ignored = workspace.settings.check.ignore
    secrets = project.discretion.secrets
    judge = _judge(project, runs, workspace.settings, drafts=request.selection.drafts)
    if stopped or any(run.is_stopped for run in runs) or not jobs:
        # What must no longer be there goes even where nothing new takes its place.
        if read_manifest(folder):
            found.extend(update_folder(folder, {}, judge))
        return BuildReport(in_order(found, ignored), (), None, secrets, root=workspace.root)
    workers = request.jobs or os.cpu_count() or 1
    printers = Printers(workers, request.timeout, warm, request.scheduler)
    get_ready(printers, jobs)
    if blocked := prepare_folder(folder):
        found = [*found, blocked]
        return BuildReport(in_order(found, ignored), (), None, secrets, root=workspace.root)
    production = Production(folder, ignored, printers, world, watch, progress, found)
    try:
        for run in runs:
            made, kept = _without_losses(run.plan, run.project, folder, judge)
            found.extend(kept)
            _produce(production, run, made, request, cache)
    finally:
        # An interrupt or a bug must not leave files that the manifest does not know.
        with watch.part("publishing"):
            found.extend(update_folder(folder, production.entries, judge))
            keep_expectations(workspace.root, production.proven)
            if cache is not None:
                cache.tidy()
    return production.report(workspace.root, in_order(found, ignored), secrets)


@dataclass(frozen=True, slots=True)
class _Run:
    """What is made for one profile."""

    workspace: Workspace
    theme: Theme | None
    project: Project
    plan: Plan
    diagnostics: tuple[Diagnostic, ...]
    names_nobody: bool
    name: str | None

    @property
    def is_stopped(self) -> bool:
        """Whether it must not be begun."""
        stopped = any(one.code in STOPPING for one in self.diagnostics if one.is_error)
        return self.theme is None or stopped or _profile_is_broken(self.project)


def _produce(
    production: Production,
    run: _Run,
    jobs: list[Job],
    request: BuildRequest,
    cache: SealedCache | None,
) -> None:
    """Make the documents of one profile."""
    if run.theme is None:
        raise AssertionError(run)
    memory = MadeMemory(
        cache,
        grounds_of(cache.program if cache else "", run.theme),
        {file.path: file.made_of for file in run.project.files},
        production.world,
        production.folder,
        is_asked=request.recalls,
    )
    production.make(jobs, run.theme, run.project, run.plan, memory)


def _prepare(tailor: Tailored, cache: SealedCache | None) -> _Run:
    """Read all that is needed for one profile, and plan."""
    workspace, request = tailor.workspace, tailor.request
    grounds = digest_of_all(cache.program if cache else "", tailor.name)
    memory = ContentMemory(cache, grounds, is_asked=request.recalls)
    theme = read_theme(workspace, for_press=request.edition.standard is Standard.PRINT)
    project = read_content(workspace, theme.value, stance=tailor.stance, memory=memory)
    memory.save()
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
    return _Run(workspace, theme.value, project, plan, found, names_nobody, tailor.name)


def _judge(project: Project, runs: list[_Run], settings: Settings, *, drafts: bool) -> Judge:
    """Return who judges what lies in the folder."""
    own = {run.name for run in runs}
    others = tuple(run.project for run in runs if run.project is not project)
    profiles = settings.profiles.items()
    anonymous = {name for name, one in profiles if one.clients == "anonymous"} - own
    return Judge((project, *others), drafts, frozenset(anonymous))


def _usual(runs: list[_Run], workspace: Workspace) -> Project:
    """Return the content in which clients are named as far as they agree.

    *Why*: what lies in the folder is judged by it, whoever it was made for.
    """
    usual = next((run.project for run in runs if not run.names_nobody), None)
    return usual if usual is not None else read_content(workspace, None)


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


def _without_losses(
    plan: Plan, project: Project, folder: Path, judge: Judge
) -> tuple[list[Job], list[Diagnostic]]:
    """Leave documents of many studies as they are where a study they hold has errors now."""
    several = (job for job in plan.jobs if job.kind is not DocumentKind.ONE_PAGER)
    before = lasting(
        folder, {first_file(*target) for job in several for target in job.targets}, judge
    )
    jobs: list[Job] = []
    found = []
    for job in plan.jobs:
        held = {
            path for target in job.targets for path in _sources(before.get(first_file(*target)))
        }
        broken = sorted(
            file.slug
            for file in project.files
            if file.study is None and masked(file.path, project.discretion) in held
        )
        if job.kind is DocumentKind.ONE_PAGER or not broken:
            jobs.append(job)
            continue
        targets = tuple(one for one in job.targets if first_file(*one) not in before)
        there = (first_file(*one) for one in job.targets if first_file(*one) in before)
        names = ", ".join(f"`{name}`" for name in there)
        message = f"{names} is left as it is, because `{broken[0]}` has errors"
        hint = "it would lose that case study; correct the errors first"
        found.append(Diagnostic(Code.NOT_PUBLISHED, message, None, hint))
        if targets:
            jobs.append(replace(job, targets=targets))
    return jobs, found


def _sources(entry: Entry | None) -> list[str]:
    return [source["path"] for source in entry["sources"]] if entry else []
