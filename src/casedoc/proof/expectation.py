"""What a document is to say: the words of its HTML in order, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.markup.page import HtmlPage

_SILENT: Final = frozenset({"head", "style", "script", "svg"})
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "wbr", "col", "input"})


@dataclass(frozen=True, slots=True)
class Expected:
    """A stretch of text that must be on paper."""

    text: str
    """Its characters as they stand in the HTML."""
    span: Span | None
    """Where it comes from; none where the nearest place is not known."""


def expected_text(page: HtmlPage) -> tuple[Expected, ...]:
    """Return all text of a page in order."""
    reader = _Reader(page)
    reader.feed(page.html)
    reader.close()
    return tuple(reader.found)


class _Reader(HTMLParser):
    """Gathers text with the nearest element before it whose place is known."""

    def __init__(self, page: HtmlPage) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Expected] = []
        self._spans = page.spans
        self._open: list[tuple[str, Span | None]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        if tag in _VOID:
            return
        outer = self._open[-1][1] if self._open else None
        own = self._spans.get(dict(attrs).get("id") or "")
        self._open.append((tag, own or outer))
        self._silent += tag in _SILENT

    def handle_endtag(self, tag: str) -> None:
        """Forget an element, and those in it that were left open."""
        while self._open:
            last, _span = self._open.pop()
            self._silent -= last in _SILENT
            if last == tag:
                return

    def handle_data(self, data: str) -> None:
        """Take a stretch of text."""
        if not self._silent and data.strip():
            self.found.append(Expected(data, self._open[-1][1] if self._open else None))
