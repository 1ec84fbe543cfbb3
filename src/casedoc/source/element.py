"""The text of a case study as a tree of plain elements, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedoc.base.span import Span


class Kind(Enum):
    """What an element is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET_LIST = "bullet-list"
    ORDERED_LIST = "ordered-list"
    ITEM = "item"
    QUOTE = "quote"
    CODE_BLOCK = "code-block"
    TABLE = "table"
    TABLE_HEAD = "table-head"
    TABLE_BODY = "table-body"
    ROW = "row"
    HEADER_CELL = "header-cell"
    CELL = "cell"
    SEPARATOR = "separator"
    DEFINITION_LIST = "definition-list"
    TERM = "term"
    DEFINITION = "definition"
    FOOTNOTES = "footnotes"
    FOOTNOTE = "footnote"

    TEXT = "text"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    VALUE = "value"
    """A typed value: what was written in its role; from `content` on, what is printed."""
    LINK = "link"
    IMAGE = "image"
    SOFT_BREAK = "soft-break"
    HARD_BREAK = "hard-break"
    SUBSCRIPT = "subscript"
    SUPERSCRIPT = "superscript"
    KEYBOARD = "keyboard"
    MARK = "mark"
    ABBREVIATION = "abbreviation"
    SPAN = "span"
    FOOTNOTE_REFERENCE = "footnote-reference"
    NO_BREAK = "no-break"
    """A stretch of text inside which no line may end; made by `view`."""


INLINE_LEAVES = frozenset({Kind.TEXT, Kind.CODE, Kind.VALUE})
"""Inline elements that carry text of their own."""


@dataclass(frozen=True, slots=True)
class Element:
    """One node of the tree."""

    kind: Kind
    """What it is."""
    span: Span
    """Where it stands in the source."""
    text: str = ""
    """Its own text: of text, code, values and code blocks; the alternative text of an image."""
    children: tuple[Element, ...] = ()
    """What it contains, in reading order."""
    attributes: Mapping[str, str] = field(default_factory=dict)
    """`href` and `title` of links, `src` and `title` of images, `level` of headings, `start` of
    ordered lists, `info` of code blocks, `align` of cells, `number` of footnotes, `tight` of
    lists, `role` of values, and what the author gave in braces (`class`, `id`, ...)."""

    def get(self, name: str) -> str:
        """Return an attribute, or nothing."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Element]:
        """Yield this element and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def with_children(self, children: tuple[Element, ...]) -> Element:
        """Return a copy with other children."""
        return replace(self, children=children)


def text_elements(text: str | None, span: Span) -> tuple[Element, ...]:
    """Return a text without markup as inline elements; nothing where there is none."""
    return (Element(Kind.TEXT, span, text),) if text else ()


def plain_text(elements: tuple[Element, ...]) -> str:
    """Return the words of inline elements without any markup; breaks become spaces."""
    return "".join(_plain(element) for element in elements)


def _plain(element: Element) -> str:
    if element.kind in {Kind.SOFT_BREAK, Kind.HARD_BREAK}:
        return " "
    if element.kind in INLINE_LEAVES:
        return element.text
    return plain_text(element.children)
