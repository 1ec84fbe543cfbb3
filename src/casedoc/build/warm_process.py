"""A process that makes itself ready to print while the content is still being read.

*Why*: importing what lays pages out takes as long as reading a workspace, and there is more than
one core. Workers are forked from it, so that each has all of that at once.
"""

from __future__ import annotations

import atexit
import gc
import multiprocessing
import multiprocessing.util
import os
import shutil
import signal
import tempfile
import threading
import time
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

_ROOM: Final = "casedoc.build.composing_room"
"""The module that sets pages; it is imported in the new process alone."""
_OFFICE: Final = "casedoc.build.office"
"""The module that makes whole documents; it is imported once some are to be expected."""


class ProcessLost(Exception):  # noqa: N818 - it says what happened
    """The process died."""


class WarmProcess:
    """A process that prints what it is sent."""

    makes_documents: bool = False
    """Whether it was told to; else it sets pages, of a document or two that is made elsewhere."""

    def __init__(self) -> None:
        """Fork it. *Raises* `OSError` where there is no room for another process."""
        # An interrupt must wait until this is known, and the new process has learned to ignore it.
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._start()
        finally:
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def _start(self) -> None:
        context = multiprocessing.get_context("fork")
        # What it leaves behind, however it ends, is swept up with this folder.
        self._folder = tempfile.mkdtemp(prefix="casedoc-")
        self._connection, other = context.Pipe()
        arguments = (other, self._connection, self._folder)
        self._process = context.Process(target=_serve, args=arguments)
        # Whatever comes in between, it is ended with this program.
        _open.append(self)
        self._process.start()
        # It and its workers are a group, so that all of them can be ended at once.
        if self._process.pid is not None:
            with suppress(OSError):
                os.setpgid(self._process.pid, self._process.pid)
        other.close()

    def ask(self, order: object, meanwhile: Callable[[], object] = lambda: None) -> Iterator[Any]:
        """Send an order, and yield the answers as they come.

        Args:
            order: What is asked for.
            meanwhile: Done as soon as it is sent.

        Raises:
            ProcessLost: It died before the last one.
        """
        try:
            self._connection.send(order)
            meanwhile()
            while True:
                is_last, answer = self._connection.recv()
                if isinstance(answer, BaseException):
                    raise answer
                if is_last:
                    return
                yield answer
        except (EOFError, OSError) as error:
            raise ProcessLost from error

    def expect_documents(self) -> None:
        """Let it get ready to make whole documents."""
        self.makes_documents = True
        with suppress(OSError):
            self._connection.send(None)

    def close(self) -> None:
        """End it, whatever it is about to do."""
        with suppress(OSError):
            self._connection.close()
        if self._process.pid is not None:
            with suppress(OSError):
                os.killpg(self._process.pid, signal.SIGKILL)
            self._process.kill()
            self._process.join()
        _sweep(self._folder)
        if self in _open:
            _open.remove(self)


_open: list[WarmProcess] = []
"""All that were not closed yet."""
_early: list[WarmProcess] = []
"""What was started before it was known what for."""


def has_free_core() -> bool:
    """Tell whether a core is free: where none is, two processes that import the same lose time."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    try:
        return os.getloadavg()[0] < (cores or 1)
    except OSError:
        return True


def start_early() -> None:
    """Start a process before it is known what for; where there is no room, none."""
    if not has_free_core():
        return
    with suppress(OSError):
        _early.append(WarmProcess())


def started() -> WarmProcess | None:
    """Return a process that gets ready to print; none where there is no room for one."""
    if _early:
        return _early.pop()
    if has_free_core():
        with suppress(OSError):
            return WarmProcess()
    return None


# Registered behind that of multiprocessing, imported above, which would wait for what is open.
@atexit.register
def _end_all() -> None:
    """End what an interrupt, or a command that printed nothing, has left open."""
    while _open:
        _open[0].close()


def end_with(parent: BaseProcess, folder: str) -> None:
    """Wait for the parent's end, and follow it.

    *Why*: a killed one would leave its workers waiting for ever.
    """
    parent.join()
    # What still prints would make the folder anew.
    for child in multiprocessing.active_children():
        child.kill()
        child.join()
    _sweep(folder)
    os._exit(1)


def _sweep(folder: str) -> None:
    """Remove a folder into which a worker that ends just now may still write."""
    for _again in range(50):
        shutil.rmtree(folder, ignore_errors=True)
        if not os.path.exists(folder):  # noqa: PTH110 - a path as text
            return
        time.sleep(0.02)


def follow_parent(folder: str) -> None:
    """Prepare a process: an interrupt is its parent's to answer, whose end is its own, too.

    Args:
        folder: Where it puts its temporary files.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    tempfile.tempdir = folder
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=end_with, args=(parent, folder), daemon=True).start()


def _serve(connection: Connection, parents: Connection, folder: str) -> None:
    """Get ready, and answer orders one after the other."""
    parents.close()
    follow_parent(folder)
    # What is imported stays; looking through it while it grows takes a fifth of the time.
    gc.disable()
    room = import_module(_ROOM)
    room.make_ready()
    if not connection.poll():
        room.pass_time()
    while True:
        try:
            order = connection.recv()
        except EOFError:
            return
        place = room if room.sets(order) else import_module(_OFFICE)
        gc.freeze()
        if order is None:
            continue
        gc.enable()
        try:
            for answer in place.carry_out(order):
                connection.send((False, answer))
            connection.send((True, None))
        except OSError:
            return
        except Exception as error:  # noqa: BLE001 - a bug is the parent's to tell
            connection.send((True, error))
