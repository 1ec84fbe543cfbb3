"""From a layout to the finished file: written, proven, and made the edition that was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.build.attached import attached_source, day_of
from casedoc.build.drafts import draft_mark
from casedoc.build.made import Written
from casedoc.pdf.imposition import saddle_stitched
from casedoc.pdf.press import print_edition
from casedoc.pdf.standards import Standard
from casedoc.proof.expectation import Expectation, expectation_of
from casedoc.proof.expectation_data import expectation_data
from casedoc.proof.fields import fields_of
from casedoc.proof.proof import identify, prove

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.world import World
    from casedoc.build.edition import Edition
    from casedoc.build.job import Job
    from casedoc.markup.theme import Theme
    from casedoc.pdf.attachments import Attachment
    from casedoc.pdf.pdf_file import PdfFile
    from casedoc.pdf.printing import Layout
    from casedoc.view.booklet import BookletView
    from casedoc.view.cv import CvView
    from casedoc.view.one_pager import OnePagerView


def write(
    job: Job, view: OnePagerView | BookletView | CvView, layout: Layout, theme: Theme, world: World
) -> Outcome[Written]:
    """Write and prove one file.

    Args:
        job: What it is, and for what.
        view: What it shows.
        layout: Its layout.
        theme: How it looks, and what it is printed on.
        world: The door to the disk, for sources.

    Returns:
        The file; none where it can't be written, or the proof forbids it.
    """
    edition = job.edition
    attached: Outcome[tuple[Attachment, ...]] = Outcome(())
    if edition.attach_source:
        attached = attached_source(view, job.studies, job.profile, job.language.tag, world)
    files = attached.value or ()
    is_print = edition.standard is Standard.PRINT
    file = layout.write(written_standard(edition), files, draft_mark(job, layout, theme))
    found = (*layout.diagnostics, *attached.diagnostics, *file.diagnostics)
    if file.value is None or has_errors(found):
        return Outcome(None, tuple(dict.fromkeys(found)))
    names = tuple(one.name for one in files)
    is_imposed = edition.imposition is not None
    # Of pages that are put on sheets, the single ones are proven.
    proven = Standard.PLAIN if is_imposed and is_print else edition.standard
    expectation = expectation_of(layout, fields_of(view), proven, names)
    finish = _imposed if is_imposed else _single
    written = finish(job, file.value, expectation, theme)
    found = (*found, *_new(written.diagnostics, found))
    return Outcome(None if has_errors(found) else written.value, tuple(dict.fromkeys(found)))


def written_standard(edition: Edition) -> Standard:
    """Return what is written at first: what goes to a press is made of the plain file."""
    return Standard.PLAIN if edition.standard is Standard.PRINT else edition.standard


def _single(job: Job, file: PdfFile, expectation: Expectation, theme: Theme) -> Outcome[Written]:
    """Finish a file whose pages are single."""
    data, standards = file.data, file.standards
    if expectation.standard is Standard.PRINT:
        printed = _print(job, data, theme)
        if printed.value is None:
            return Outcome(None, printed.diagnostics)
        data, standards = printed.value, Standard.PRINT.names()
    proof = prove(data, expectation, full=job.edition.full_proof)
    written = Written(
        data,
        standards,
        expectation.attached,
        identify(data),
        expectation_data(expectation),
    )
    return Outcome(written, proof.diagnostics)


def _imposed(job: Job, file: PdfFile, expectation: Expectation, theme: Theme) -> Outcome[Written]:
    """Finish a file whose pages are put on sheets, once they are proven."""
    found = prove(file.data, expectation, full=job.edition.full_proof).diagnostics
    data = saddle_stitched(file.data)
    if job.edition.standard is not Standard.PRINT:
        return Outcome(Written(data, (), ()), found)
    printed = _print(job, data, theme)
    if printed.value is None:
        return Outcome(None, (*found, *printed.diagnostics))
    found = (*found, *prove(printed.value).diagnostics)
    return Outcome(Written(printed.value, Standard.PRINT.names(), ()), found)


def _print(job: Job, data: bytes, theme: Theme) -> Outcome[bytes]:
    """Make the print edition of a file."""
    if theme.press is None:
        raise AssertionError(job)
    try:
        return Outcome(print_edition(data, theme.press, day_of(job.studies)))
    except ValueError as error:
        hint = "use even colours in drawings, or `--standard archive`"
        return Outcome(None, (Diagnostic(Code.PRINTING_FAILED, str(error), None, hint),))


def _new(proven: Iterable[Diagnostic], found: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """Yield what the proof finds and the layout has not told already, and better."""
    told = {one.code for one in found}
    return (one for one in proven if one.code not in told)
