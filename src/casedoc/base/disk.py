"""The real disk behind the one door.

The door knows two layers of files: those of the workspace, and casedoc's own below `<built-in>`. In
`fonts`, a file of the workspace wins over a built-in one of the same name. It refuses the network
and whatever lies outside both, symbolic links resolved.
"""

from __future__ import annotations

import datetime
import os
import stat
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from casedoc.base.world import (
    BUILT_IN,
    LARGEST_FILE,
    Entry,
    ReadFailure,
    ReadProblem,
    is_remote,
    normalise,
)

OVERLAID = ("fonts",)
"""Folders in which a missing workspace file is looked for among the built-in ones."""


@dataclass(frozen=True, slots=True)
class DiskWorld:
    """The real disk, seen through a workspace folder and the built-in theme's folders."""

    root: Path
    """The workspace."""
    builtin: Path | None = None
    """The folder that holds the built-in `templates` and `fonts`."""

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes | ReadFailure:
        """Return the bytes of a file of at most `limit` bytes, or why there are none."""
        if is_remote(path):
            return ReadFailure(ReadProblem.REMOTE)
        name = normalise(path)
        if name is None:
            return ReadFailure(ReadProblem.OUTSIDE)
        if name.split("/", 1)[0] == BUILT_IN:
            return self._built_in(name, limit)
        answer = _read_inside(self.root, name, limit)
        missing = isinstance(answer, ReadFailure) and answer.problem is ReadProblem.MISSING
        if missing and self.builtin is not None and name.split("/", 1)[0] in OVERLAID:
            return _read_inside(self.builtin, name, limit)
        return answer

    def _built_in(self, name: str, limit: int) -> bytes | ReadFailure:
        """Return the bytes of a file of casedoc's own."""
        if self.builtin is None:
            return ReadFailure(ReadProblem.MISSING)
        return _read_inside(self.builtin, name.partition("/")[2], limit)

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Return the names in a folder, sorted, hidden ones left out; none without a folder."""
        name = normalise(path)
        if name is None:
            return ReadFailure(ReadProblem.OUTSIDE)
        found: dict[str, bool] = {}
        first, _, rest = name.partition("/")
        layers: list[tuple[Path | None, str]] = [(self.root, name)]
        if first == BUILT_IN:
            layers = [(self.builtin, rest)]
        elif first in OVERLAID:
            layers.insert(0, (self.builtin, name))
        for layer, folder in layers:
            if layer is not None:
                names = _names_inside(layer, folder)
                if isinstance(names, ReadFailure):
                    return names
                found.update(names)
        # Hidden names are an editor's or a system's, and come and go.
        return tuple(Entry(one, found[one]) for one in sorted(found) if not one.startswith("."))

    def today(self) -> datetime.date:
        """Return the day it is, in local time."""
        return datetime.date.today()  # noqa: DTZ011 - the one door to the clock


def _read_inside(root: Path, name: str, limit: int) -> bytes | ReadFailure:
    """Read one file below `root` without ever leaving it."""
    place = resolve_inside(root, name)
    if isinstance(place, ReadFailure):
        return place
    try:
        # O_NONBLOCK: opening a pipe or a device must not wait for its other end.
        handle = os.open(place, os.O_RDONLY | os.O_NONBLOCK | getattr(os, "O_CLOEXEC", 0))
        with os.fdopen(handle, "rb") as file:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                return ReadFailure(ReadProblem.UNREADABLE, "not a regular file")
            if status.st_size > limit:
                return ReadFailure(ReadProblem.TOO_LARGE, size=status.st_size)
            content = file.read(limit + 1)
    except (FileNotFoundError, NotADirectoryError):
        return ReadFailure(ReadProblem.MISSING)
    except OSError as error:
        return ReadFailure(ReadProblem.UNREADABLE, _words(error))
    if len(content) > limit:
        return ReadFailure(ReadProblem.TOO_LARGE, size=len(content))
    return content


def resolve_inside(root: Path, name: str) -> str | ReadFailure:
    """Follow all symbolic links of `root/name` and refuse what ends outside `root`.

    *Why* texts: this is asked with every file, and paths as objects would take as long again.
    """
    try:
        base = _resolved(root)
        place = os.path.realpath(f"{base}{os.sep}{name}")
    except (OSError, ValueError) as error:
        return ReadFailure(ReadProblem.UNREADABLE, _words(error))
    if place != base and not place.startswith(base.rstrip(os.sep) + os.sep):
        return ReadFailure(ReadProblem.OUTSIDE)
    return place


@lru_cache(maxsize=32)
def _resolved(root: Path) -> str:
    """Return a root without symbolic links, looked up once a process."""
    return os.path.realpath(root)


def _names_inside(root: Path, name: str) -> dict[str, bool] | ReadFailure:
    """Return the names in one folder below `root`, and whether each is a folder itself."""
    place = resolve_inside(root, name)
    if isinstance(place, ReadFailure):
        return place
    try:
        with os.scandir(place) as entries:
            return {entry.name: _is_folder(entry, place) for entry in entries}
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as error:
        return ReadFailure(ReadProblem.UNREADABLE, _words(error))


def _is_folder(entry: os.DirEntry[str], place: str) -> bool:
    """Tell whether an entry is a folder to go into; a link back up is none, nor is a broken one."""
    try:
        if entry.is_symlink() and Path(place).is_relative_to(Path(entry.path).resolve()):
            return False
        return entry.is_dir()
    except (OSError, RuntimeError):
        return False


def _words(error: Exception) -> str:
    """Return the system's words for an error, without the path they usually carry."""
    if isinstance(error, OSError) and error.errno is not None:
        return os.strerror(error.errno).lower()
    return str(error)
