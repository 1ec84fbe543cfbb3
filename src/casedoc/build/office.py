"""Where pages are printed: in a process that is warm, and in workers forked from it.

*Why* processes: WeasyPrint holds the interpreter, and its fonts must not be shared by threads. Each
worker has the theme, its fonts and parsed stylesheets, and the patterns of hyphenation at once. One
that dies, or takes too long, costs its own document only.
"""

from __future__ import annotations

import multiprocessing
import tempfile
from concurrent.futures import Future, as_completed
from typing import TYPE_CHECKING, Final, TypeAlias

from casedoc.build.document import make
from casedoc.build.kinds import DocumentKind
from casedoc.build.warm_process import follow_parent
from casedoc.pdf.engine import prepare_engine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedoc.build.job import Job
    from casedoc.build.made import Made
    from casedoc.build.order import Order

MOST_DOCUMENTS: Final = 200
"""Documents that a worker makes before another takes its place. *Why*: each leaves some 0.3 MB."""

Answer: TypeAlias = "tuple[int, Made | None]"
"""Which document of an order was made, counted from 0, and what came of it; none: it was lost."""

_order: list[Order] = []
"""What this process and those forked from it are about to print."""


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

    context = multiprocessing.get_context("fork")
    folder = tempfile.gettempdir()
    workers = min(order.workers, len(numbers))
    pool = ProcessPool(workers, MOST_DOCUMENTS, follow_parent, (folder,), context)
    try:
        futures: dict[Future[Made], int] = {
            pool.schedule(_make, (at,), timeout=order.timeout): at for at in numbers
        }
        for future in as_completed(futures):
            yield futures[future], _result(future)
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _make(number: int) -> Made:
    order = _order[0]
    return make(order.jobs[number], order.theme, order.world)


def _result(future: Future[Made]) -> Made | None:
    """Return what a worker made, or none where it died or took too long."""
    from pebble import ProcessExpired

    try:
        return future.result()
    except (ProcessExpired, TimeoutError):
        return None
