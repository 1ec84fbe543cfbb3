"""Documents are made by other processes, as many at once as there are processors.

One that takes its process along is tried once more, alone, and then told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.booklet_memory import FORGETFUL, BookletMemory
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind
from casedoc.build.made import Made
from casedoc.build.order import Order
from casedoc.build.warm_process import ProcessLost, WarmProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.world import World
    from casedoc.markup.theme import Theme

_FEW: Final = 2
"""Documents up to which another process only sets pages: it makes the first one before all others
in any case."""


@dataclass(frozen=True, slots=True)
class Printers:
    """Who prints."""

    workers: int = 1
    """Documents made at once."""
    timeout: float | None = None
    """Seconds that one document may take; none without an end."""
    warm: WarmProcess | None = None
    """A process that was made ready; none where printing begins here."""
    scheduler: str | None = None
    """Address of a Dask scheduler whose workers print; none where this machine does."""


def get_ready(printers: Printers, jobs: Sequence[Job]) -> None:
    """Import what prints, where this process is to do it.

    *Why* before anything is published: an interrupt while modules are made ends Python as a signal
    does, whatever catches it.

    Args:
        printers: Who prints.
        jobs: The documents at most.
    """
    if printers.scheduler is None and (_is_alone(printers, jobs) or _sends_pages(printers, jobs)):
        import casedoc.build.document  # noqa: F401 - it is used later


def _is_alone(printers: Printers, jobs: Sequence[Job]) -> bool:
    """Tell whether this process prints itself."""
    # Each chapter of a booklet can be a worker's.
    pieces = sum(len(job.studies) if job.kind is DocumentKind.BOOKLET else 1 for job in jobs)
    return printers.warm is None and min(printers.workers, pieces) <= 1


def _sends_pages(printers: Printers, jobs: Sequence[Job]) -> bool:
    """Tell whether this process makes all documents, and the other one sets their pages."""
    is_ready = printers.warm is not None and not printers.warm.makes_documents
    return is_ready and printers.timeout is None and len(jobs) <= _FEW


def print_all(
    jobs: Sequence[Job],
    theme: Theme,
    world: World,
    printers: Printers,
    memory: BookletMemory = FORGETFUL,
) -> Iterator[tuple[Job, Made]]:
    """Make all documents, and yield each as soon as it is done.

    Args:
        jobs: The documents.
        theme: How they look.
        world: The door to the disk.
        printers: Who prints.
        memory: Parts of booklets that were set before.
    """
    if not jobs:
        return
    if printers.scheduler is not None:
        from casedoc.build.cluster import print_on_cluster

        yield from print_on_cluster(jobs, theme, world, printers.scheduler)
        return
    if _is_alone(printers, jobs):
        # Where others are none to be asked, this process does it.
        from casedoc.build.document import make

        for job in jobs:
            yield job, make(job, theme, world, memory)
        return
    left = list(jobs)
    if printers.warm is not None and _sends_pages(printers, jobs):
        for job, made in _set_by(printers.warm, jobs, theme, world):
            left.remove(job)
            yield job, made
        printers = replace(printers, warm=None)
    if left:
        order = Order(tuple(left), theme, world, memory, printers.workers, printers.timeout)
        yield from _by_processes(order, printers)


def _set_by(
    warm: WarmProcess, jobs: Sequence[Job], theme: Theme, world: World
) -> Iterator[tuple[Job, Made]]:
    """Make documents whose pages another process sets, until it is lost."""
    from casedoc.build.distant_layout import laid_out_by
    from casedoc.build.document import make

    for job in jobs:
        try:
            made = make(job, theme, world, lay_out=laid_out_by(warm))
        except ProcessLost:
            return
        yield job, made


def _by_processes(order: Order, printers: Printers) -> Iterator[tuple[Job, Made]]:
    """Make documents in a warm process and in workers that are forked from it."""
    left = list(order.jobs)
    for warm in (printers.warm, None):
        lost: list[Job] = []
        for job, made in _printed(replace(order, jobs=tuple(left)), warm):
            left.remove(job)
            if made is None:
                lost.append(job)
            else:
                yield job, made
        # A document that took its worker along is tried once more, alone.
        for job in lost:
            alone = _printed(replace(order, jobs=(job,), workers=1), None)
            yield job, next((made for _job, made in alone), None) or _lost(printers.timeout)
        if not left:
            return
        # The process itself was lost: one that prints nothing itself goes on.
        order = replace(order, is_warmed=False)
    for job in left:
        yield job, _lost(printers.timeout)


def _printed(order: Order, warm: WarmProcess | None) -> Iterator[tuple[Job, Made | None]]:
    """Yield what another process makes; nothing more once it is lost."""
    try:
        process = warm or WarmProcess()
    except OSError:
        # There is no room for one.
        return
    try:
        for number, made in process.ask(order):
            yield order.jobs[number], made
    except ProcessLost:
        return
    finally:
        if warm is None:
            process.close()


def _lost(timeout: float | None) -> Made:
    message = "the process that printed the document died twice"
    hint = "is there enough memory? try `--jobs 1`"
    if timeout is not None:
        message = f"the document could not be printed in {timeout:g} seconds, or its process died"
        hint = "give it more by `--timeout`, or memory by `--jobs 1`"
    return Made((), 0, "", (), (Diagnostic(Code.PRINTING_FAILED, message, None, hint),))
