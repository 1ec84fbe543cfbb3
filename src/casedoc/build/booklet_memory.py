"""Parts of booklets that were set of the same before come from the cache.

A chapter is known by all that it shows, the theme with its fonts, and the program with its
libraries; the images it shows are read again before it is believed. What stands around the chapters
is known by its HTML and by what it must know of their pages.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.diagnostic import has_errors
from casedoc.base.recording import ask_again, digest_of, digest_of_all

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.build.chapter import Chapter
    from casedoc.build.sealed_cache import SealedCache
    from casedoc.markup.page import HtmlPage

_CHAPTER: Final = "chapter"


@dataclass(frozen=True, slots=True)
class BookletMemory:
    """Parts of booklets that were set before."""

    cache: SealedCache | None = None
    """Where they are kept; none where nothing is remembered."""
    grounds: str = ""
    """As in `MadeMemory`."""
    is_asked: bool = True
    """As in `MadeMemory`."""

    def recall_chapter(self, shown: object, world: World) -> Chapter | None:
        """Return a chapter that was set of the same before; none where it was not.

        Args:
            shown: All that it shows; its `repr` says it.
            world: The door to the disk, for what is read while it is set.
        """
        chapter: Chapter | None = self.recall(_CHAPTER, shown)
        if chapter is None or ask_again(chapter.readings, world) != chapter.readings:
            return None
        return chapter

    def keep_chapter(self, shown: object, chapter: Chapter) -> None:
        """Keep a chapter for the next time.

        Args:
            shown: All that it shows; its `repr` says it.
            chapter: The chapter.
        """
        if not has_errors(chapter.diagnostics):
            self.keep(_CHAPTER, shown, chapter)

    def recall(self, kind: str, shown: object) -> Any:  # noqa: ANN401 - whatever was kept
        """Return what was made of the same before; none where nothing was.

        Args:
            kind: What it is; a lower-case word.
            shown: All that it is made of; its `repr` says it.
        """
        if self.cache is None or not self.is_asked:
            return None
        content = self.cache.record(kind, self._name(shown))
        try:
            return None if content is None else pickle.loads(content)  # noqa: S301 - sealed
        except Exception:  # noqa: BLE001 - whatever another version of a class may raise
            return None

    def keep(self, kind: str, shown: object, value: object) -> None:
        """Keep what was made for the next time.

        Args:
            kind: What it is; a lower-case word.
            shown: All that it is made of; its `repr` says it.
            value: The thing itself.
        """
        if self.cache is not None:
            content = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
            self.cache.keep(kind, self._name(shown), content)

    def _name(self, shown: object) -> str:
        return digest_of_all(self.grounds, shown)[:32]


FORGETFUL: Final = BookletMemory()
"""Nothing is remembered."""


def said_by(page: HtmlPage) -> str:
    """Return a digest of all on which the layout of a page depends, and what is told of it."""
    return digest_of_all(
        page.kind.value,
        page.html,
        page.stylesheets,
        [(name, digest_of(page.resources[name])) for name in sorted(page.resources)],
        page.exceptions.divided,
        sorted(page.exceptions.whole),
        sorted((name, repr(span)) for name, span in page.spans.items()),
    )
