"""Where pages are printed: in a process that is warm, and in workers forked from it.

*Why* processes: WeasyPrint holds the interpreter, and its fonts must not be shared by threads. Each
worker has the theme, its fonts and parsed stylesheets, and the patterns of hyphenation at once. One
that dies, or takes too long, costs its own document only.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar

from casedoc.build.binding import set_front
from casedoc.build.chapter import SetBooklet
from casedoc.build.chapters import chapter_of
from casedoc.build.document import compose_booklet_of, make
from casedoc.build.kinds import DocumentKind
from casedoc.build.warm_process import follow_parent
from casedoc.pdf.engine import prepare_engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pebble import ProcessPool

    from casedoc.base.outcome import Outcome
    from casedoc.build.chapter import Chapter, Front
    from casedoc.build.job import Job
    from casedoc.build.made import Made
    from casedoc.build.order import Order
    from casedoc.view.booklet import BookletView

MOST_DOCUMENTS: Final = 200
"""Documents that a worker makes before another takes its place. *Why*: each leaves some 0.3 MB."""

Answer: TypeAlias = "tuple[int, Made | None]"
"""Which document of an order was made, counted from 0, and what came of it; none: it was lost."""

T = TypeVar("T")

_order: list[Order] = []
"""What this process and those forked from it are about to print."""
_booklets: dict[int, Outcome[BookletView]] = {}
"""What the booklets among its documents show. *Why* here: workers that are forked know it, too."""


def make_ready() -> None:
    """Import all that printing needs, before it is known what is printed."""
    prepare_engine()


def carry_out(order: Order) -> Iterator[Answer]:
    """Make the documents of an order, in this process and in workers forked from it."""
    _order[:] = [order]
    left = list(range(len(order.jobs)))
    first = next((at for at in left if _warms(order.jobs[at])), None)
    if order.is_warmed and first is not None and order.timeout is None:
        left.remove(first)
        yield first, _make(first)
    if left:
        yield from _in_pool(left, order)


def _warms(job: Job) -> bool:
    """Tell whether a document may be made before workers are forked, to warm all of them.

    A booklet would take too long. And the validator of a full proof begins threads that a forked
    process lacks, and would wait for.
    """
    return job.kind is DocumentKind.ONE_PAGER and not job.edition.full_proof


def _in_pool(numbers: Sequence[int], order: Order) -> Iterator[Answer]:
    from pebble import ProcessPool

    _booklets.clear()
    _booklets.update(
        (at, compose_booklet_of(order.jobs[at]))
        for at in numbers
        if order.jobs[at].kind is DocumentKind.BOOKLET
    )
    count = sum(len(_chapters(at)) or 1 for at in numbers)
    context = multiprocessing.get_context("fork")
    folder = tempfile.gettempdir()
    workers = min(order.workers, count)
    pool = ProcessPool(workers, MOST_DOCUMENTS, follow_parent, (folder,), context)
    try:
        yield from _Desk(pool, order.timeout).answers(numbers)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


class _Desk:
    """Hands documents to workers: booklets chapter by chapter, and then their binding."""

    def __init__(self, pool: ProcessPool, timeout: float | None) -> None:
        self._pool, self._timeout = pool, timeout
        self._documents: dict[Future[Made], int] = {}
        self._parts: dict[Future[Any], int] = {}
        self._set: dict[int, list[Future[Outcome[Chapter]]]] = {}
        self._fronts: dict[int, Future[Front | None]] = {}

    def answers(self, numbers: Sequence[int]) -> Iterator[Answer]:
        """Yield what comes of each document as soon as it is known."""
        # What takes longest comes first.
        for at in sorted(numbers, key=lambda at: not _chapters(at)):
            self._begin(at)
        while self._documents or self._parts:
            left: list[Future[Any]] = [*self._documents, *self._parts]
            done, _left = wait(left, return_when=FIRST_COMPLETED)
            for future in done:
                if future in self._documents:
                    yield self._documents.pop(future), _result(future)
                else:
                    yield from self._go_on(self._parts.pop(future))

    def _begin(self, at: int) -> None:
        numbers = _chapters(at)
        if not numbers:
            self._make(at)
            return
        self._fronts[at] = self._pool.schedule(_set_front, (at,), timeout=self._timeout)
        self._set[at] = [
            self._pool.schedule(_set_chapter, (at, number), timeout=self._timeout)
            for number in numbers
        ]
        self._parts |= dict.fromkeys((self._fronts[at], *self._set[at]), at)

    def _go_on(self, at: int) -> Iterator[Answer]:
        """Bind a booklet once all its chapters are set."""
        # The last ones may have ended at the same time.
        if at not in self._set or at in self._parts.values():
            return
        chapters = [_result(one) for one in self._set.pop(at)]
        front = _result(self._fronts.pop(at))
        set_ = [one for one in chapters if one is not None]
        if len(set_) == len(chapters):
            self._make(at, set_, front)
        else:
            yield at, None

    def _make(
        self, at: int, chapters: Sequence[Outcome[Chapter]] = (), front: Front | None = None
    ) -> None:
        future = self._pool.schedule(_make, (at, chapters, front), timeout=self._timeout)
        self._documents[future] = at


def _view(at: int) -> BookletView | None:
    """Return what a booklet shows; none for other documents."""
    composed = _booklets.get(at)
    return composed.value if composed is not None else None


def _chapters(at: int) -> range:
    """Return the numbers of the chapters that are set by themselves."""
    view = _view(at)
    return range(len(view.chapters) if view is not None else 0)


def _set_chapter(at: int, number: int) -> Outcome[Chapter]:
    order, view = _order[0], _view(at)
    if view is None:
        raise AssertionError(at)
    return chapter_of(order.jobs[at], view, number, order.theme, order.world, order.memory)


def _set_front(at: int) -> Front | None:
    order, view = _order[0], _view(at)
    if view is None:
        raise AssertionError(at)
    return set_front(view, order.theme, order.world, order.memory)


def _make(at: int, chapters: Sequence[Outcome[Chapter]] = (), front: Front | None = None) -> Made:
    order = _order[0]
    booklet = SetBooklet(_booklets[at], tuple(chapters), front) if chapters else None
    return make(order.jobs[at], order.theme, order.world, order.memory, booklet)


def _result(future: Future[T]) -> T | None:
    """Return what a worker made, or none where it died or took too long."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except (ProcessExpired, TimeoutError):
        return None
