"""One document: what it is, and making it from its case studies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from casedoc.base.diagnostic import has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.recording import Reading, RecordingWorld
from casedoc.base.span import Span
from casedoc.build.fit import fit
from casedoc.markup.standalone import standalone_html
from casedoc.proof.expectation import expectation_of
from casedoc.proof.fields import fields_of
from casedoc.proof.proof import prove
from casedoc.view.compose_booklet import NO_GROUPS, compose_booklet
from casedoc.view.compose_cv import compose_cv, compose_projects
from casedoc.view.compose_one_pager import compose_one_pager

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.world import World
    from casedoc.content.case_study import CaseStudy
    from casedoc.content.profile import Profile
    from casedoc.locale.spec import LocaleSpec
    from casedoc.markup.theme import Theme
    from casedoc.view.booklet import BookletView
    from casedoc.view.cv import CvView
    from casedoc.view.grouping import Grouping
    from casedoc.view.one_pager import OnePagerView


class DocumentKind(Enum):
    """What can be made."""

    ONE_PAGER = "one-pager"
    BOOKLET = "booklet"
    CV = "cv"
    PROJECTS = "projects"


class Format(Enum):
    """In which form."""

    PDF = "pdf"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make; all that a worker needs to know."""

    kind: DocumentKind
    """What it is."""
    language: LocaleSpec
    """The language it is made in."""
    studies: tuple[CaseStudy, ...]
    """Its case studies in order; one for a one-pager."""
    profile: Profile | None
    """The author, if known."""
    targets: tuple[tuple[Format, str], ...]
    """The forms it is wanted in, and the file name of each."""
    overflow_is_error: bool
    """Whether a one-pager of two pages is an error."""
    grouping: Grouping = NO_GROUPS
    """What the case studies of a booklet are put together by."""


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document."""

    files: tuple[tuple[str, Format, bytes], ...]
    """File name, form and content of each; none where errors forbade it."""
    pages: int
    """Number of pages."""
    fit: str
    """The setting it was fitted to, such as `-1` or `-3 dense`."""
    readings: tuple[Reading, ...]
    """What was read while it was made: its images."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed."""


def make(job: Job, theme: Theme, world: World) -> Made:
    """Make one document: compose, lay out, print.

    Args:
        job: What is to be made.
        theme: How it looks.
        world: The door to the disk, for images.
    """
    recording = RecordingWorld(world)
    composed = _compose(job)
    if composed.value is None:
        return Made((), 0, "", (), composed.diagnostics)
    fitted = fit(composed.value, theme, recording, strict=job.overflow_is_error)
    found = (*composed.diagnostics, *fitted.diagnostics)
    if fitted.value is None:
        return Made((), 0, "", recording.readings(), _once(job, found))
    layout, page = fitted.value.layout, fitted.value.page
    files: list[tuple[str, Format, bytes]] = []
    # The PDF is written in any case: only writing tells whether all characters have glyphs.
    written = layout.write()
    found = (*found, *written.diagnostics)
    if written.value is not None:
        expectation = expectation_of(layout, fields_of(composed.value))
        proof = prove(written.value.data, expectation)
        found = (*found, *_new(proof.diagnostics, found))
    if written.value is not None and not has_errors(found):
        for form, name in job.targets:
            is_pdf = form is Format.PDF
            content = written.value.data if is_pdf else standalone_html(page).encode()
            files.append((name, form, content))
    said = fitted.value.setting.name
    return Made(tuple(files), layout.measure.pages, said, recording.readings(), _once(job, found))


def _new(proven: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what the proof finds and the layout has not told already, and better."""
    told = {one.code for one in found}
    return (one for one in proven if one.code not in told)


def _compose(job: Job) -> Outcome[OnePagerView | BookletView | CvView]:
    if job.kind is DocumentKind.ONE_PAGER:
        one_pager = compose_one_pager(job.studies[0], job.profile, job.language)
        return Outcome(one_pager.value, one_pager.diagnostics)
    if job.kind is DocumentKind.BOOKLET:
        booklet = compose_booklet(job.studies, job.profile, job.language, job.grouping)
        return Outcome(booklet.value, booklet.diagnostics)
    compose = compose_cv if job.kind is DocumentKind.CV else compose_projects
    return Outcome(compose(job.studies, job.profile, job.language))


def _once(job: Job, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return diagnostics each once; those without a place get the study's, if there is but one."""
    if len(job.studies) == 1:
        place = Span.of_file(job.studies[0].path)
        found = tuple(one if one.span else replace(one, span=place) for one in found)
    return tuple(dict.fromkeys(found))
