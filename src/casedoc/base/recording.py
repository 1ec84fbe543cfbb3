"""What a document was made of: every question asked of the world, with a digest of the answer."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casedoc.base.world import LARGEST_FILE, Entry, ReadFailure, World, normalise

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One thing that was asked of the world, and a digest of the answer."""

    path: str
    """Path within the world; `@today` for the clock."""
    kind: str
    """`file`, `folder` or `clock`."""
    digest: str
    """SHA-256 of the answer in hexadecimal, or what kept it from being given."""


UNSTEADY = "it changed in between"
"""Stands for the digest of what was asked for twice and answered differently."""


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
        digest = _refusal(answer) if isinstance(answer, ReadFailure) else digest_of(answer)
        self._note(normalise(path) or path, "file", digest)
        return answer

    def list(self, path: str) -> tuple[Entry, ...] | ReadFailure:
        """Pass the question on and note the answer."""
        answer = self.world.list(path)
        if isinstance(answer, ReadFailure):
            digest = _refusal(answer)
        else:
            lines = "".join(f"{entry.name}\0{entry.is_folder}\n" for entry in answer)
            digest = digest_of(lines.encode("utf-8", "surrogateescape"))
        self._note(path, "folder", digest)
        return answer

    def today(self) -> datetime.date:
        """Pass the question on and note the answer."""
        answer = self.world.today()
        self.noted[("@today", "clock")] = answer.isoformat()
        return answer

    def _note(self, path: str, kind: str, digest: str) -> None:
        """Note an answer; two that differ are none that could be met again."""
        if self.noted.setdefault((path, kind), digest) != digest:
            self.noted[(path, kind)] = UNSTEADY

    def take(self, readings: Iterable[Reading]) -> None:
        """Note what was asked elsewhere."""
        for one in readings:
            self._note(one.path, one.kind, one.digest)

    def readings(self) -> tuple[Reading, ...]:
        """Return what was asked so far, sorted by path."""
        return tuple(
            sorted(Reading(path, kind, digest) for (path, kind), digest in self.noted.items())
        )


def ask_again(readings: Iterable[Reading], world: World) -> tuple[Reading, ...]:
    """Put the same questions to the world once more; the same answers give the same readings."""
    recording = RecordingWorld(world)
    for one in readings:
        if one.kind == "file":
            recording.read(one.path)
        elif one.kind == "folder":
            recording.list(one.path)
        else:
            recording.today()
    return recording.readings()


def _refusal(failure: ReadFailure) -> str:
    """Return what a diagnostic would say of a refusal, down to the size in bytes."""
    parts = (failure.problem.name, failure.detail, failure.size)
    return " ".join(str(part) for part in parts if part not in {"", None})


def digest_of_all(*parts: object) -> str:
    """Return the SHA-256 of what `repr` says of parts, in hexadecimal."""
    return digest_of(repr(parts).encode("utf-8", "backslashreplace"))


def digest_of(content: bytes) -> str:
    """Return the SHA-256 of `content` in hexadecimal."""
    return hashlib.sha256(content).hexdigest()
