"""A world in whose listings some files are not seen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.world import LARGEST_FILE, Entry, ReadFailure, World

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True)
class NarrowWorld:
    """A world in whose listings some files are not seen; who asks for one by name may have it."""

    world: World
    """The world that answers."""
    hidden: frozenset[str]
    """Paths of the files that are not listed."""

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes | ReadFailure:
        """Pass the question on."""
        return self.world.read(path, limit)

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Return the names in a folder that are seen."""
        entries = self.world.list(path)
        if isinstance(entries, ReadFailure):
            return entries
        return tuple(entry for entry in entries if f"{path}/{entry.name}" not in self.hidden)

    def today(self) -> datetime.date:
        """Pass the question on."""
        return self.world.today()
