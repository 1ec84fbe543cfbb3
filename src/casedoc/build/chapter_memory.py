"""A chapter that was set of the same before comes from the cache; a booklet is bound anew of them.

It is known by all that it shows, the theme with its fonts, and the program with its libraries; the
images it shows are read again before it is believed.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.diagnostic import has_errors
from casedoc.base.recording import ask_again, digest_of_all

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.build.chapter import Chapter
    from casedoc.build.sealed_cache import SealedCache

_KIND: Final = "chapter"


@dataclass(frozen=True, slots=True)
class ChapterMemory:
    """Chapters that were set before."""

    cache: SealedCache | None = None
    """Where they are kept; none where nothing is remembered."""
    grounds: str = ""
    """As in `MadeMemory`."""
    is_asked: bool = True
    """As in `MadeMemory`."""

    def recall(self, shown: object, world: World) -> Chapter | None:
        """Return a chapter that was set of the same before; none where it was not.

        Args:
            shown: All that it shows; its `repr` says it.
            world: The door to the disk, for what is read while it is set.
        """
        if self.cache is None or not self.is_asked:
            return None
        content = self.cache.record(_KIND, self._name(shown))
        if content is None:
            return None
        try:
            chapter: Chapter = pickle.loads(content)  # noqa: S301 - sealed
            is_same = ask_again(chapter.readings, world) == chapter.readings
        except Exception:  # noqa: BLE001 - whatever another version of a class may raise
            return None
        return chapter if is_same else None

    def keep(self, shown: object, chapter: Chapter) -> None:
        """Keep a chapter for the next time.

        Args:
            shown: All that it shows; its `repr` says it.
            chapter: The chapter.
        """
        if self.cache is not None and not has_errors(chapter.diagnostics):
            content = pickle.dumps(chapter, pickle.HIGHEST_PROTOCOL)
            self.cache.keep(_KIND, self._name(shown), content)

    def _name(self, shown: object) -> str:
        return digest_of_all(self.grounds, shown)[:32]


FORGETFUL: Final = ChapterMemory()
"""Nothing is remembered."""
