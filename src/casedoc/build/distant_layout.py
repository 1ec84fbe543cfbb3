"""Pages set by a warm process, for the one that makes their document.

*Why* for a document or two: all that content and templates need is imported here in any case. The
other process imports what lays out and nothing else, so that neither waits for the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from casedoc.base.outcome import Outcome
from casedoc.markup.page import HtmlPage
from casedoc.pdf.attachments import Attachment
from casedoc.pdf.draft_mark import DraftMark
from casedoc.pdf.printing import Layout
from casedoc.pdf.standards import Standard
from casedoc.proof.proof import get_ready

if TYPE_CHECKING:
    from casedoc.build.fit import LayOut
    from casedoc.build.warm_process import WarmProcess
    from casedoc.pdf.pdf_file import PdfFile


@dataclass(frozen=True, slots=True)
class PageOrder:
    """Ask for the layout of a page."""

    page: HtmlPage
    """The page."""


@dataclass(frozen=True, slots=True)
class FileOrder:
    """Ask for the file of a page that was laid out before."""

    number: int
    """Which layout, counted from 0."""
    standard: Standard
    """What it is made for."""
    attachments: tuple[Attachment, ...]
    """The files that are put into it."""
    mark: DraftMark | None
    """What is drawn across it."""


@dataclass(frozen=True, slots=True)
class DistantLayout(Layout):
    """A layout in another process; `document` is none."""

    areas: tuple[tuple[float, float, float, float], ...] = ()
    ladders: frozenset[str] = frozenset()
    number: int = 0
    """Which of its layouts it is."""
    process: Any = None
    """The process; set where the layout is received."""

    def write(
        self,
        standard: Standard = Standard.ARCHIVE,
        attachments: Sequence[Attachment] = (),
        mark: DraftMark | None = None,
    ) -> Outcome[PdfFile]:
        """Let it write the PDF."""
        order = FileOrder(self.number, standard, tuple(attachments), mark)
        written: Outcome[PdfFile]
        (written,) = self.process.ask(order)
        return written


def laid_out_by(process: WarmProcess) -> LayOut:
    """Return what lays pages out in another process.

    *Raises* `ProcessLost` when called and the process dies.
    """
    return partial(_lay_out, process)


def _lay_out(process: WarmProcess, page: HtmlPage) -> Outcome[Layout]:
    (laid_out,) = process.ask(PageOrder(page), get_ready)
    if laid_out.value is None:
        return Outcome(None, laid_out.diagnostics)
    measure, diagnostics, areas, ladders, number = laid_out.value
    layout = DistantLayout(
        page,
        measure,
        diagnostics,
        None,
        areas=areas,
        ladders=ladders,
        number=number,
        process=process,
    )
    return Outcome(layout, laid_out.diagnostics)
