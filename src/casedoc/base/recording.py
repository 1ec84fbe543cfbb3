"""What a document was made of: every question asked of the world, with a digest of the answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedoc.base.world import LARGEST_FILE, Entry, ReadFailure, World, normalise

if TYPE_CHECKING:
    import datetime


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One thing that was asked of the world, and a digest of the answer."""

    path: str
    """Path within the world; `@today` for the clock."""
    kind: str
    """`file`, `folder` or `clock`."""
    digest: str
    """SHA-256 of the answer in hexadecimal, or the problem's name where there was none."""


@dataclass(frozen=True, slots=True)
class RecordingWorld:
    """A world that notes all that is asked of it, absent files and listings included."""

    world: World
    """The world that answers."""
    noted: dict[tuple[str, str], str] = field(default_factory=dict)
    """Digests of the answers by path and kind."""

    def read(self, path: str, limit: int = LARGEST_FILE) -> bytes | ReadFailure:
        """Pass the question on and note the answer."""
        answer = self.world.read(path, limit)
        digest = answer.problem.name if isinstance(answer, ReadFailure) else digest_of(answer)
        self.noted[(normalise(path) or path, "file")] = digest
        return answer

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Pass the question on and note the answer."""
        answer = self.world.list(path)
        if isinstance(answer, ReadFailure):
            digest = answer.problem.name
        else:
            lines = "".join(f"{entry.name}\0{entry.is_folder}\n" for entry in answer)
            digest = digest_of(lines.encode("utf-8", "surrogateescape"))
        self.noted[(path, "folder")] = digest
        return answer

    def today(self) -> datetime.date:
        """Pass the question on and note the answer."""
        answer = self.world.today()
        self.noted[("@today", "clock")] = answer.isoformat()
        return answer

    def readings(self) -> tuple[Reading, ...]:
        """Return what was asked so far, sorted by path."""
        return tuple(
            sorted(Reading(path, kind, digest) for (path, kind), digest in self.noted.items())
        )


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
