"""What was read of each file the last time comes back where nothing of it has changed.

*Why*: of a hundred files one is changed, and reading the others again takes longer than printing
it. What is remembered of a file is right as long as all that was asked while it was read has the
same answer, the clock included where a consent has an end, and the grounds it was judged on, such
as names in other files, are the same.
"""

from __future__ import annotations

import gc
import pickle
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

from casedoc.base.recording import Reading, RecordingWorld, ask_again, digest_of_all

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedoc.base.world import World
    from casedoc.build.sealed_cache import SealedCache

T = TypeVar("T")

_KIND: Final = "content"


@dataclass(frozen=True, slots=True)
class _Step:
    """What came of one step of reading a file."""

    grounds: str
    """What it was judged on, beside what was asked."""
    readings: tuple[Reading, ...]
    """What was asked, and the answers."""
    value: Any
    """What came of it."""


@dataclass(slots=True)
class ContentMemory:
    """What is known of files from the last time."""

    cache: SealedCache | None
    """Where it is kept; none where nothing is remembered."""
    grounds: str = ""
    """What all files are judged on: the program, and for whom they are read."""
    known: dict[str, dict[str, _Step]] = field(default_factory=dict)
    """What is known, by path and step."""
    is_asked: bool = True
    """Whether what is known is used; what is made anew is kept in any case."""
    changed: set[str] = field(default_factory=set)
    """Paths of which something else is known now."""

    def once(
        self,
        step: str,
        path: str,
        grounds: tuple[object, ...],
        world: World,
        make: Callable[[World], T],
    ) -> tuple[T, str]:
        """Return what comes of a step of reading a file, remembered or made.

        Args:
            step: Name of the step.
            path: The file.
            grounds: What it is judged on, beside what is asked of the world; each says with its
                `repr` all that it is.
            world: The door to the disk; it is asked the same, remembered or not.
            make: Makes it.

        Returns:
            It, and a digest of all that it was made of.
        """
        if self.cache is None:
            return make(world), ""
        ground = digest_of_all(self.grounds, step, path, grounds)
        steps = self._steps(path)
        known = steps.get(step)
        if (
            known is None
            or known.grounds != ground
            or ask_again(known.readings, world) != known.readings
        ):
            recording = RecordingWorld(world)
            value = make(recording)
            known = steps[step] = _Step(ground, recording.readings(), value)
            self.changed.add(path)
        value = known.value
        return value, digest_of_all(known.grounds, known.readings)

    def save(self) -> None:
        """Keep what was made now for the next time."""
        if self.cache is None:
            return
        for path in sorted(self.changed):
            content = pickle.dumps(self.known[path], pickle.HIGHEST_PROTOCOL)
            self.cache.keep(_KIND, self._name(path), content)
        self.changed.clear()

    def _steps(self, path: str) -> dict[str, _Step]:
        if path not in self.known:
            content = None
            if self.cache is not None and self.is_asked:
                content = self.cache.record(_KIND, self._name(path))
            self.known[path] = _loaded(content) if content is not None else {}
        return self.known[path]

    def _name(self, path: str) -> str:
        return digest_of_all(self.grounds, path)[:32]


def _loaded(content: bytes) -> dict[str, _Step]:
    """Return what a record says. It is sealed, so that nobody but casedoc can have written it."""
    # Most of the time would go to looking through what is growing for what could be freed.
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        known: dict[str, _Step] = pickle.loads(content)  # noqa: S301 - sealed
    except Exception:  # noqa: BLE001 - whatever another version of a class may raise
        return {}
    finally:
        if was_enabled:
            gc.enable()
    return known


FORGETFUL: Final = ContentMemory(None)
"""Nothing is remembered."""
