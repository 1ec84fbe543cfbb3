"""Which documents a build makes, and what their files are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.letters import FOR_ALL, Tailor
from casedoc.build.request import ALL_LANGUAGES, KINDS_OF_NAMED, USUAL_KINDS, BuildRequest
from casedoc.build.selection import in_order, select, unknown_slugs
from casedoc.content.case_study import newest_date
from casedoc.content.identity import slug_from
from casedoc.locale.spec import KNOWN_TAGS, LocaleSpec, Regions, locale_spec
from casedoc.pdf.standards import Standard
from casedoc.view.grouping import Grouping
from casedoc.view.skills import SkillChoice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedoc.build.project import Project
    from casedoc.content.case_study import CaseStudy
    from casedoc.content.settings import Settings
    from casedoc.locale.dates import PartialDate

NAMES = {
    DocumentKind.BOOKLET: "portfolio",
    DocumentKind.CV: "cv",
    DocumentKind.PROJECTS: "projects",
}
"""Names of the documents that are not called after a case study."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made."""

    jobs: tuple[Job, ...]
    """The documents, the longest work first."""
    diagnostics: tuple[Diagnostic, ...]
    """What is missing or can't be."""


def make_plan(
    project: Project,
    settings: Settings,
    request: BuildRequest,
    tailor: Tailor = FOR_ALL,
) -> Plan:
    """Decide what is made.

    Args:
        project: All content.
        settings: The workspace's settings.
        request: What was asked for.
        tailor: For whom it is made.

    Returns:
        The plan; with `USAGE` and `TARGET_TWICE` where it must not be begun, `NOTHING_SELECTED`
        where it is empty.
    """
    specs, found = _languages(project, request.languages, settings.locales)
    found = [
        *found,
        *unknown_slugs(project, request.selection.slugs, drafts=request.selection.drafts),
    ]
    as_of = request.as_of or newest_date(project.studies)
    jobs: list[Job] = []
    for spec in specs:
        studies, missing = select(
            project, request.selection, spec.tag, as_of, fallback=request.fallback
        )
        found.extend(missing)
        tailoring = tailor.tailoring(spec.tag)
        if settings.technologies.matrix:
            aliases = settings.technologies.aliases.items()
            choice = SkillChoice(as_of, tuple((name.casefold(), meant) for name, meant in aliases))
            tailoring = replace(tailoring, skills=choice)
        made = _jobs(project, settings, request, spec, studies, as_of)
        jobs.extend(replace(job, tailoring=tailoring) for job in made if job.targets)
    found.extend(_senseless(request, jobs))
    if not jobs and not has_errors(found) and not _is_explained(project, request):
        message = "the selection contains no case study, so nothing is made"
        hint = "`casedoc list` shows what there is; case studies lie in `content/`"
        found.append(Diagnostic(Code.NOTHING_SELECTED, message, None, hint))
    return Plan(tuple(jobs), tuple(found))


def _senseless(request: BuildRequest, jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Yield what was asked for and can't be had together."""
    edition = request.edition
    if {*request.kinds} == {DocumentKind.BOOKLET} and {*request.formats} == {Format.DOCX}:
        message = "a booklet is not made for Word"
        yield Diagnostic(Code.USAGE, message, None, "one-pagers and CVs are: `--kind cv`")
    if edition.attach_source and edition.standard is Standard.PRINT:
        message = "a print edition can't have files inside"
        yield Diagnostic(Code.USAGE, message, None, "leave `--attach-source` or `--standard` out")
    if edition.attach_source and edition.imposition is not None:
        message = "sheets of a booklet can't have files inside"
        yield Diagnostic(Code.USAGE, message, None, "leave `--attach-source` or `--impose` out")
    if edition.imposition is not None and not any(job.edition.imposition for job in jobs):
        message = "only the booklet can be put on sheets, and none is made"
        yield Diagnostic(Code.USAGE, message, None, "add `--kind booklet`")


def _is_explained(project: Project, request: BuildRequest) -> bool:
    """Tell whether mistakes in the files are why there is nothing to make."""
    named = request.selection.slugs
    broken = {file.slug for file in project.files if file.study is None}
    return bool(broken & set(named)) if named else bool(broken) and not project.studies


def _languages(
    project: Project, wanted: Sequence[str], regions: Regions
) -> tuple[list[LocaleSpec], list[Diagnostic]]:
    tags = list(wanted) or [project.languages[0]]
    if ALL_LANGUAGES in tags:
        tags = list(project.languages)
    specs: list[LocaleSpec] = []
    found = []
    for tag in dict.fromkeys(tags):
        spec = locale_spec(tag, regions)
        if spec is None:
            hint = f"known are {', '.join(f'`{known}`' for known in KNOWN_TAGS)} and `all`"
            found.append(Diagnostic(Code.USAGE, f"unknown language `{tag}`", None, hint))
        else:
            specs.append(spec)
    return specs, found


def _jobs(
    project: Project,
    settings: Settings,
    request: BuildRequest,
    spec: LocaleSpec,
    studies: tuple[CaseStudy, ...],
    as_of: PartialDate | None,
) -> Iterator[Job]:
    """Yield the documents of one language; those of many studies take longest, so they lead."""
    if not studies:
        return
    kinds = request.kinds or (KINDS_OF_NAMED if request.selection.slugs else USUAL_KINDS)
    strict = settings.one_pager.overflow == "error"

    def job(kind: DocumentKind, name: str, chosen: tuple[CaseStudy, ...]) -> Job:
        edition = request.edition
        if kind is not DocumentKind.BOOKLET:
            edition = replace(edition, imposition=None)
        if any(study.draft for study in chosen):
            edition = replace(edition, is_draft=True)
        stem = _file_name(settings, project, name, spec.tag, request.profile)
        targets = tuple(
            (form, f"{edition.stem(stem, form is Format.PDF)}.{form.value}")
            for form in dict.fromkeys(request.formats)
            if form is not Format.DOCX or kind is not DocumentKind.BOOKLET
        )
        hidden = project.hidden_in([study.slug for study in chosen])
        return Job(
            kind,
            spec,
            chosen,
            project.profile,
            targets,
            strict,
            edition=edition,
            audience=request.profile,
            hidden=hidden,
        )

    if DocumentKind.BOOKLET in kinds:
        within = request.selection.within
        is_ranked = within is not None and within.only and not request.selection.slugs
        chosen = studies if is_ranked else in_order(studies, as_of, settings.booklet.order)
        booklet = job(DocumentKind.BOOKLET, NAMES[DocumentKind.BOOKLET], chosen)
        yield replace(booklet, grouping=Grouping(settings.booklet.group_by, as_of))
    for kind in (DocumentKind.CV, DocumentKind.PROJECTS):
        if kind in kinds:
            yield job(kind, NAMES[kind], studies)
    if DocumentKind.ONE_PAGER in kinds:
        for study in studies:
            yield job(DocumentKind.ONE_PAGER, study.slug, (study,))


def _file_name(
    settings: Settings, project: Project, name: str, tag: str, profile: str | None
) -> str:
    """Fill the pattern in; what is empty takes its separator along."""
    author = slug_from(project.profile.basics.name) if project.profile else ""
    filled = settings.file_name.format(name=name, lang=tag, author=author, profile=profile or "")
    return re.sub(r"([-_.])[-_.]+", r"\1", filled).strip("-_.")


def targets_twice(jobs: Sequence[Job]) -> Iterator[Diagnostic]:
    """Yield an error for each file name that two documents would have."""
    targets: dict[str, Job] = {}
    for job in jobs:
        for _form, name in job.targets:
            if name in targets:
                message = f"two documents would be called `{name}`"
                hint = "give `file-name` the parts `{name}` and `{lang}`"
                yield Diagnostic(Code.TARGET_TWICE, message, None, hint)
            targets[name] = job
