"""What a document is to say and to be, known from its layout before the file is written.

The words of its HTML in order, each with its place in the source; where its links lead; its pages
and their type areas; and what a parser must find.
"""

from __future__ import annotations

from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final

from casedoc.pdf.standards import Standard
from casedoc.proof.findings import Box

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.markup.page import HtmlPage
    from casedoc.pdf.printing import Layout
    from casedoc.proof.fields import Field

_SILENT: Final = frozenset({"head", "style", "script", "svg"})
_VOID: Final = frozenset({"br", "hr", "img", "meta", "link", "wbr", "col", "input"})
OUTSIDE: Final = ("http://", "https://", "mailto:", "tel:")
"""What the address of a link begins with that leads out of the file."""


@dataclass(frozen=True, slots=True)
class Expected:
    """A stretch of text that must be on paper."""

    text: str
    """Its characters as they stand in the HTML."""
    span: Span | None
    """Where it comes from; none where the nearest place is not known."""


@dataclass(frozen=True, slots=True)
class Expectation:
    """All that is expected of one file."""

    texts: tuple[Expected, ...]
    """Its text in order."""
    links: tuple[tuple[str, Span | None], ...]
    """Where its links lead outside, each address once, with its place."""
    areas: tuple[Box, ...]
    """The type area of each page."""
    families: frozenset[str]
    """Names of the fonts that it may be set in."""
    fields: tuple[tuple[Field, ...], ...]
    """What a parser must find, in groups that follow one another."""
    standard: Standard
    """The standard it keeps to."""
    attached: tuple[str, ...] = ()
    """Names of the files inside it."""

    @property
    def pages(self) -> int:
        """Return the number of its pages."""
        return len(self.areas)


def expectation_of(
    layout: Layout,
    fields: tuple[tuple[Field, ...], ...] = (),
    standard: Standard = Standard.ARCHIVE,
    attached: tuple[str, ...] = (),
) -> Expectation:
    """Return what is expected of the file that a layout is written to.

    Args:
        layout: The layout.
        fields: What a parser must find.
        standard: The standard it is written to.
        attached: Names of the files that are put into it.
    """
    reader = _Reader(layout.page)
    reader.feed(layout.page.html)
    reader.close()
    return Expectation(
        texts=tuple(reader.texts),
        # On paper nobody follows a link.
        links=() if standard is Standard.PRINT else tuple(reader.links.items()),
        areas=tuple(Box(*area) for area in layout.areas),
        families=layout.page.font_families,
        fields=fields,
        standard=standard,
        attached=attached,
    )


class _Reader(HTMLParser):
    """Gathers text and links with the nearest element before them whose place is known."""

    def __init__(self, page: HtmlPage) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[Expected] = []
        self.links: dict[str, Span | None] = {}
        self._spans = page.spans
        self._open: list[tuple[str, Span | None]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Remember an element."""
        attributes = dict(attrs)
        outer = self._open[-1][1] if self._open else None
        place = self._spans.get(attributes.get("id") or "") or outer
        if tag == "a" and (attributes.get("href") or "").startswith(OUTSIDE):
            self.links.setdefault(attributes["href"] or "", place)
        if tag not in _VOID:
            self._open.append((tag, place))
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
            self.texts.append(Expected(data, self._open[-1][1] if self._open else None))
