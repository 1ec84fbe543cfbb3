"""One document is made of its case studies."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.recording import RecordingWorld
from casedoc.base.span import Span
from casedoc.build.binding import bind, in_one_piece
from casedoc.build.chapter_memory import FORGETFUL, ChapterMemory
from casedoc.build.chapters import chapter_of
from casedoc.build.fit import fit
from casedoc.build.forms import further_forms
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.made import Made
from casedoc.build.writing import write
from casedoc.content.confidences.terms import holds
from casedoc.pdf.insert import UnfitError
from casedoc.proof.leaks import leaks_in
from casedoc.view.booklet import BookletView
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv, compose_projects
from casedoc.view.compose_one_pager import compose_one_pager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from casedoc.base.world import World
    from casedoc.build.chapters import Chapter
    from casedoc.build.fitted import Fitted
    from casedoc.markup.theme import Theme
    from casedoc.view.cv import CvView
    from casedoc.view.one_pager import OnePagerView


def make(
    job: Job,
    theme: Theme,
    world: World,
    memory: ChapterMemory = FORGETFUL,
    composed: Outcome[OnePagerView | BookletView | CvView] | None = None,
    chapters: Sequence[Outcome[Chapter]] | None = None,
) -> Made:
    """Make one document: compose, lay out, print.

    Args:
        job: What is to be made.
        theme: How it looks.
        world: The door to the disk, for images.
        memory: Chapters of booklets that were set before.
        composed: What it shows, where that is known already.
        chapters: Those of this booklet, where they are known already.
    """
    composed = composed or compose(job)
    if composed.value is None:
        return Made((), 0, "", (), composed.diagnostics)
    view = composed.value
    if not isinstance(view, BookletView):
        return _made(job, composed, theme, world, partial(fit, view, strict=job.overflow_is_error))
    if chapters is None:
        chapters = [
            chapter_of(job, view, at, theme, world, memory) for at in range(len(view.chapters))
        ]
    found = tuple(told for one in chapters for told in one.diagnostics)
    set_ = [one.value for one in chapters if one.value is not None]
    if len(set_) < len(chapters):
        return Made((), 0, "", (), _once(job, (*composed.diagnostics, *found)))
    for binding in (bind, in_one_piece):
        with suppress(UnfitError):
            return _made(job, composed, theme, world, partial(binding, view, set_))
    raise AssertionError(job)


def _made(
    job: Job,
    composed: Outcome[OnePagerView | BookletView | CvView],
    theme: Theme,
    world: World,
    lay_out: Callable[[Theme, World], Outcome[Fitted]],
) -> Made:
    """Lay a document out and print it."""
    if composed.value is None:
        raise AssertionError(job)
    recording = RecordingWorld(world)
    fitted = lay_out(theme, recording)
    found = (*composed.diagnostics, *fitted.diagnostics)
    if fitted.value is None:
        return Made((), 0, "", recording.readings(), _once(job, found))
    layout = fitted.value.layout
    # The PDF is written in any case: only writing tells whether all characters have glyphs.
    written = write(job, composed.value, layout, theme, recording)
    found = _once(job, (*found, *written.diagnostics))
    if written.value is None or has_errors(found):
        return Made((), layout.measure.pages, "", recording.readings(), found)
    forms = further_forms(job, composed.value, fitted.value, theme, recording)
    found = _once(job, (*found, *forms.diagnostics))
    contents = {Format.PDF: written.value.data, **(forms.value or {})}
    files = tuple((name, form, contents[form]) for form, name in job.targets)
    said = fitted.value.setting.name
    pages, readings = layout.measure.pages, recording.readings()
    leaked = _once(job, tuple(_leaks(job, files)))
    if leaked:
        return Made((), pages, said, readings, (*found, *leaked))
    return Made(files, pages, said, readings, found, written.value)


def _leaks(job: Job, files: Iterable[tuple[str, Format, bytes]]) -> Iterator[Diagnostic]:
    """Yield an error for each file that names somebody whom it must not name; it names nobody."""
    if not job.hidden:
        return
    names_somebody = partial(holds, names=job.hidden)
    for _name, form, data in files:
        places = leaks_in(_name, data, names_somebody)
        if places:
            message = f"the {form.value.upper()} would name a confidential client: in {places[0]}"
            if len(places) > 1:
                message += f" and {len(places) - 1} more places"
            hint = (
                "it is not published; take the name out of content, settings and images, or name an"
                " ordinary word of it in the client's `ordinary`"
            )
            yield Diagnostic(Code.CLIENT_LEAKED, message, None, hint)


def compose(job: Job) -> Outcome[OnePagerView | BookletView | CvView]:
    """Return what a document shows."""
    if job.kind is DocumentKind.ONE_PAGER:
        one_pager = compose_one_pager(job.studies[0], job.profile, job.language, job.tailoring)
        return Outcome(one_pager.value, one_pager.diagnostics)
    if job.kind is DocumentKind.BOOKLET:
        booklet = compose_booklet(
            job.studies, job.profile, job.language, job.grouping, job.tailoring
        )
        return Outcome(booklet.value, booklet.diagnostics)
    composing = compose_cv if job.kind is DocumentKind.CV else compose_projects
    return Outcome(composing(job.studies, job.profile, job.language, job.tailoring))


def _once(job: Job, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return diagnostics each once; those without a place get the study's, if there is but one."""
    if len(job.studies) == 1:
        place = Span.of_file(job.studies[0].path)
        found = tuple(one if one.span else replace(one, span=place) for one in found)
    return tuple(dict.fromkeys(found))
