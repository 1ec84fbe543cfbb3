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
from casedoc.build.booklet_memory import FORGETFUL, BookletMemory
from casedoc.build.chapter import SetBooklet
from casedoc.build.chapters import chapter_of
from casedoc.build.fit import LayOut, fit
from casedoc.build.forms import further_forms
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind, Format, file_of_page
from casedoc.build.made import Made
from casedoc.build.writing import write, written_standard
from casedoc.content.confidences.terms import holds
from casedoc.pdf.insert import UnfitError
from casedoc.pdf.printing import lay_out
from casedoc.proof.leaks import leaks_in
from casedoc.view.booklet import BookletView
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv, compose_projects
from casedoc.view.compose_one_pager import compose_one_pager

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from casedoc.base.world import World
    from casedoc.build.fitted import Fitted
    from casedoc.markup.theme import Theme
    from casedoc.view.cv import CvView
    from casedoc.view.one_pager import OnePagerView


def make(
    job: Job,
    theme: Theme,
    world: World,
    memory: BookletMemory = FORGETFUL,
    booklet: SetBooklet | None = None,
    lay_out: LayOut = lay_out,
) -> Made:
    """Make one document: compose, lay out, print.

    Args:
        job: What is to be made.
        theme: How it looks.
        world: The door to the disk, for images.
        memory: Parts of booklets that were set before.
        booklet: The booklet, where its chapters are set already.
        lay_out: Lays the pages of others than booklets out.
    """
    if job.kind is not DocumentKind.BOOKLET:
        composed = compose(job)
        if composed.value is None or isinstance(composed.value, BookletView):
            return Made((), 0, "", (), composed.diagnostics)
        fitting = partial(fit, composed.value, lay_out=lay_out, strict=job.overflow_is_error)
        return _made(job, composed, theme, world, fitting)
    booklet = booklet or _with_chapters(job, theme, world, memory)
    view, found = booklet.composed.value, booklet.composed.diagnostics
    if view is None or any(one.value is None for one in booklet.chapters):
        told = tuple(told for one in booklet.chapters for told in one.diagnostics)
        return Made((), 0, "", (), _once(job, (*found, *told)))
    is_marked = any(study.draft for study in job.studies)
    is_plain = not (job.edition.attach_source or is_marked)
    standard = written_standard(job.edition) if is_plain else None
    with suppress(UnfitError):
        binding = partial(bind, booklet, standard=standard, memory=memory)
        return _made(job, booklet.composed, theme, world, binding)
    return _made(job, booklet.composed, theme, world, partial(in_one_piece, booklet))


def _with_chapters(job: Job, theme: Theme, world: World, memory: BookletMemory) -> SetBooklet:
    """Set all chapters of a booklet."""
    composed = compose_booklet_of(job)
    view = composed.value
    count = len(view.chapters) if view is not None else 0
    chapters = (
        chapter_of(job, view, at, theme, world, memory) for at in range(count) if view is not None
    )
    return SetBooklet(composed, tuple(chapters))


def _made(
    job: Job,
    composed: Outcome[OnePagerView | BookletView | CvView] | Outcome[BookletView],
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
    data = written.value.data
    forms = further_forms(job, composed.value, fitted.value, theme, recording, data)
    found = _once(job, (*found, *forms.diagnostics))
    files = tuple(_files(job, {Format.PDF: (data,), **(forms.value or {})}))
    said = fitted.value.setting.name
    pages, readings = layout.measure.pages, recording.readings()
    leaked = _once(job, tuple(_leaks(job, files)))
    if leaked:
        return Made((), pages, said, readings, (*found, *leaked))
    return Made(files, pages, said, readings, found, written.value)


def _files(
    job: Job, contents: Mapping[Format, Sequence[bytes]]
) -> Iterator[tuple[str, Format, bytes]]:
    """Yield name, form and content of each file."""
    for form, name in job.targets:
        if form is Format.PNG:
            for page, picture in enumerate(contents[form], 1):
                yield file_of_page(name, page), form, picture
        else:
            yield name, form, contents[form][0]


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
        booklet = compose_booklet_of(job)
        return Outcome(booklet.value, booklet.diagnostics)
    composing = compose_cv if job.kind is DocumentKind.CV else compose_projects
    return Outcome(composing(job.studies, job.profile, job.language, job.tailoring))


def compose_booklet_of(job: Job) -> Outcome[BookletView]:
    """Return what a booklet shows."""
    return compose_booklet(job.studies, job.profile, job.language, job.grouping, job.tailoring)


def _once(job: Job, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return diagnostics each once; those without a place get the study's, if there is but one."""
    if len(job.studies) == 1:
        place = Span.of_file(job.studies[0].path)
        found = tuple(one if one.span else replace(one, span=place) for one in found)
    return tuple(dict.fromkeys(found))
