"""A world without a disk, so that most tests need none."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.world import (
    LARGEST_FILE,
    Entry,
    ReadFailure,
    ReadProblem,
    is_remote,
    normalise,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class MemoryWorld:
    """A world that exists only in memory, for tests."""

    files: Mapping[str, bytes]
    """Contents by path."""
    day: datetime.date = datetime.date(2024, 1, 1)
    """The day it is said to be."""

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes | ReadFailure:
        """Return the bytes of a file of at most `limit` bytes, or why there are none."""
        if is_remote(path):
            return ReadFailure(ReadProblem.REMOTE)
        name = normalise(path)
        if name is None:
            return ReadFailure(ReadProblem.OUTSIDE)
        if name not in self.files:
            return ReadFailure(ReadProblem.MISSING)
        content = self.files[name]
        if len(content) > limit:
            return ReadFailure(ReadProblem.TOO_LARGE, size=len(content))
        return content

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Return the names in a folder, sorted, hidden ones left out; none without a folder."""
        name = normalise(path)
        if name is None:
            return ReadFailure(ReadProblem.OUTSIDE)
        prefix = f"{name}/" if name else ""
        found: dict[str, bool] = {}
        for file in self.files:
            if file.startswith(prefix):
                head, separator, _rest = file[len(prefix) :].partition("/")
                found[head] = found.get(head, False) or bool(separator)
        return tuple(Entry(one, found[one]) for one in sorted(found) if not one.startswith("."))

    def today(self) -> datetime.date:
        """Return the day it is said to be."""
        return self.day
