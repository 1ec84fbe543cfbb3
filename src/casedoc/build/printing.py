"""Documents are made in worker processes, as many at once as there are processors.

*Why* processes: WeasyPrint holds the interpreter, and its fonts must not be shared by threads. They
are forked, so that each has the theme at once. A worker that dies costs its own document only.
"""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING, TypeAlias

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.document import Made, make
from casedoc.build.job import Job

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.process import BaseProcess

    from casedoc.base.world import World
    from casedoc.markup.theme import Theme

_Shared: TypeAlias = "tuple[Theme, World, str]"
"""What a worker is given: theme, world and a folder for its temporary files."""

_shared: list[tuple[Theme, World]] = []
"""Theme and world of this process, if it is a worker."""


def print_all(
    jobs: Sequence[Job], theme: Theme, world: World, workers: int
) -> Iterator[tuple[Job, Made]]:
    """Make all documents, and yield each as soon as it is done.

    Args:
        jobs: The documents.
        theme: How they look.
        world: The door to the disk.
        workers: How many may be made at once.
    """
    if min(workers, len(jobs)) <= 1:
        for job in jobs:
            yield job, make(job, theme, world)
        return
    # Workers leave their unpacked fonts behind, however they end; the parent sweeps up.
    with tempfile.TemporaryDirectory(prefix="casedoc-") as folder:
        yield from _in_workers(jobs, min(workers, len(jobs)), (theme, world, folder))


def _in_workers(jobs: Sequence[Job], workers: int, shared: _Shared) -> Iterator[tuple[Job, Made]]:
    left = list(jobs)
    with _pool(workers, shared) as pool:
        futures = {pool.submit(_work, job): job for job in jobs}
        try:
            for future in as_completed(futures):
                made = _result(future)
                if made is not None:
                    left.remove(futures[future])
                    yield futures[future], made
        except BaseException:
            # An interrupt, or a bug: nobody waits for what is still being printed.
            for worker in multiprocessing.active_children():
                worker.terminate()
            pool.shutdown(cancel_futures=True)
            raise
    # A worker died and took its neighbours' work along: each is tried once more, alone.
    for job in left:
        with _pool(1, shared) as pool:
            yield job, _result(pool.submit(_work, job)) or _lost()


def _pool(workers: int, shared: _Shared) -> ProcessPoolExecutor:
    context = multiprocessing.get_context("fork")
    return ProcessPoolExecutor(workers, context, initializer=_begin, initargs=shared)


def _begin(theme: Theme, world: World, folder: str) -> None:
    """Prepare a worker; an interrupt is the parent's to answer, and its end is the worker's."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = folder
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent, folder), daemon=True).start()
    _shared[:] = [(theme, world)]


def _end_with(parent: BaseProcess, folder: str) -> None:
    """Wait for the parent's end. *Why*: a killed one would leave its workers waiting for ever."""
    parent.join()
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)


def _work(job: Job) -> Made:
    theme, world = _shared[0]
    return make(job, theme, world)


def _result(future: Future[Made]) -> Made | None:
    """Return what a worker made, or none where it died."""
    try:
        return future.result()
    except BrokenProcessPool:
        return None


def _lost() -> Made:
    message = "the process that printed the document died twice"
    hint = "is there enough memory? try `--jobs 1`"
    return Made((), 0, "", (), (Diagnostic(Code.PRINTING_FAILED, message, None, hint),))
