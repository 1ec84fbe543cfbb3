"""The one door to disk and clock: what can be asked, and how a refusal reads.

*Why* one door: what a document is made of can only be told, checked and kept inside bounds where
every read passes the same place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import datetime

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes; nothing larger is read, whatever it is."""

BUILT_IN = "<built-in>"
"""The first part of paths that lead to files of casedoc itself, whatever the workspace has."""


class ReadProblem(Enum):
    """Why a read was not answered with bytes."""

    MISSING = "there is no such file"
    OUTSIDE = "it lies outside the workspace"
    REMOTE = "nothing is fetched from the network"
    TOO_LARGE = "it is too large"
    UNREADABLE = "it can't be read"


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """A read that was not answered with bytes."""

    problem: ReadProblem
    """Why not."""
    detail: str = ""
    """The system's own words, where there are any."""
    size: int | None = None
    """Bytes, where the file was too large."""

    @property
    def reason(self) -> str:
        """Say why, with the system's own words where there are any."""
        return f"{self.problem.value} ({self.detail})" if self.detail else self.problem.value


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One name in a folder."""

    name: str
    """The name without its folder."""
    is_folder: bool
    """Whether it is a folder, symbolic links followed."""


class World(Protocol):
    """What can be asked of the disk and the clock. Paths are relative, with forward slashes."""

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes | ReadFailure:
        """Return the bytes of a file of at most `limit` bytes, or why there are none."""
        ...

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Return the names in a folder, sorted, hidden ones left out; none without a folder."""
        ...

    def today(self) -> datetime.date:
        """Return the day it is."""
        ...


def normalise(path: str) -> str | None:
    """Return `path` without `.` and `..`, or none where it leaves the root or is absolute."""
    if path.startswith("/") or "\\" in path or "\0" in path:
        return None
    parts: list[str] = []
    for part in PurePosixPath(path).parts:
        if part == "..":
            if not parts:
                return None
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def is_remote(address: str) -> bool:
    """Tell whether an address names a scheme or a host instead of a file."""
    head = address.split("/", 1)[0]
    return address.startswith("//") or (":" in head and len(head.split(":", 1)[0]) > 1)
