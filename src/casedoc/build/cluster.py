"""Documents are made by the workers of a Dask cluster, on this machine or others.

What a document needs travels with it: its case studies, the theme with its fonts, the files that
it reads. A worker that is lost costs nothing but time: the scheduler gives its documents to others.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.base.program import program_digest
from casedoc.base.recording import RecordingWorld
from casedoc.base.world import ReadFailure
from casedoc.build.chapter import SetBooklet
from casedoc.build.chapters import chapter_of
from casedoc.build.document import compose, compose_booklet_of, make
from casedoc.build.kinds import DocumentKind
from casedoc.build.made import Made
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.view.booklet import BookletView

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedoc.base.outcome import Outcome
    from casedoc.base.world import World
    from casedoc.build.chapter import Chapter
    from casedoc.build.job import Job
    from casedoc.markup.theme import Theme

_PATIENCE: Final = 30
"""Seconds in which a scheduler has to answer."""
_TURN: Final = threading.Lock()
"""WeasyPrint's fonts must not be shared by threads, and workers may have several."""


def print_on_cluster(
    jobs: Sequence[Job], theme: Theme, world: World, address: str
) -> Iterator[tuple[Job, Made]]:
    """Make all documents, and yield each as soon as it is done.

    Args:
        jobs: The documents.
        theme: How they look.
        world: The door to the disk.
        address: Where the scheduler listens, such as `tcp://10.0.0.1:8786`.
    """
    import distributed

    # The library has no types.
    dask: Any = distributed
    try:
        client = dask.Client(address, timeout=_PATIENCE)
    except (OSError, ValueError) as error:
        message = f"no scheduler answers at `{address}`"
        yield from _failed(jobs, message, str(error) or type(error).__name__)
        return
    with client:
        if {*client.run(program_digest).values()} - {program_digest()}:
            message = "the workers of the cluster have another casedoc, Python or other libraries"
            yield from _failed(jobs, message, "install the same versions on all machines")
            return
        look = client.scatter(theme, broadcast=True)
        futures = {_submitted(client, job, look, files_of(job, theme, world)): job for job in jobs}
        for future in dask.as_completed(list(futures)):
            job = futures[future]
            if future.status == "finished":
                yield job, future.result()
            else:
                told = str(future.exception()).splitlines()
                message = "the cluster could not print the document"
                yield from _failed([job], message, told[0] if told else "try again")


def _submitted(client: Any, job: Job, look: Any, files: Mapping[str, bytes]) -> Any:  # noqa: ANN401
    """Send a document to the cluster: a booklet chapter by chapter, and then their binding."""
    if job.kind is not DocumentKind.BOOKLET:
        return client.submit(make_from, job, look, files, pure=False)
    composed = compose_booklet_of(job)
    view = composed.value
    if view is None:
        return client.submit(bound_from, job, look, files, composed, [], pure=False)
    shown, read = client.scatter([view, files])
    chapters = [
        client.submit(chapter_from, job, shown, at, look, read, pure=False)
        for at in range(len(view.chapters))
    ]
    return client.submit(bound_from, job, look, files, composed, chapters, pure=False)


def chapter_from(
    job: Job, view: BookletView, at: int, theme: Theme, files: Mapping[str, bytes]
) -> Outcome[Chapter]:
    """Set a chapter of a booklet with what has travelled with it.

    Args:
        job: The booklet.
        view: What it shows.
        at: Number of the chapter, from 0.
        theme: How it looks.
        files: What it reads, by path.
    """
    with _TURN:
        return chapter_of(job, view, at, theme, MemoryWorld(files))


def bound_from(
    job: Job,
    theme: Theme,
    files: Mapping[str, bytes],
    composed: Outcome[BookletView],
    chapters: Sequence[Outcome[Chapter]],
) -> Made:
    """Bind a booklet of what has travelled with it.

    Args:
        job: The booklet.
        theme: How it looks.
        files: What it reads, by path.
        composed: What it shows.
        chapters: What came of its chapters.
    """
    booklet = SetBooklet(composed, tuple(chapters))
    with _TURN:
        return make(job, theme, MemoryWorld(files), booklet=booklet)


def make_from(job: Job, theme: Theme, files: Mapping[str, bytes]) -> Made:
    """Make a document of what has travelled with it.

    Args:
        job: The document.
        theme: How it looks.
        files: What it reads, by path.
    """
    with _TURN:
        return make(job, theme, MemoryWorld(files))


def files_of(job: Job, theme: Theme, world: World) -> dict[str, bytes]:
    """Return the files that are read while a document is made, by path."""
    recording = RecordingWorld(world)
    composed = compose(job)
    if composed.value is not None:
        render_page(composed.value, theme, FitSetting(), recording)
    paths = {one.path for one in recording.readings() if one.kind == "file"}
    if job.edition.attach_source:
        paths |= {study.path for study in job.studies}
    read = {path: world.read(path) for path in sorted(paths)}
    return {path: one for path, one in read.items() if not isinstance(one, ReadFailure)}


def _failed(jobs: Sequence[Job], message: str, hint: str) -> Iterator[tuple[Job, Made]]:
    for job in jobs:
        found = (Diagnostic(Code.PRINTING_FAILED, message, None, hint),)
        yield job, Made((), 0, "", (), found)
