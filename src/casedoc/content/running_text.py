"""The running text of a checked study, a paragraph at a time, with the way back to its places.

*Why* apart from `casedoc.content.passages`: that needs the file's own text, and looks at each
character as it is typed; here it is enough to know what a text says, and where.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.span import Position, Span
from casedoc.content.passages import paragraphs
from casedoc.locale.characters import OBJECT
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.source.values import Scalar

_NO_TEXT = frozenset({Kind.CODE, Kind.KEYBOARD, Kind.SUBSCRIPT, Kind.SUPERSCRIPT})


@dataclass(frozen=True, slots=True)
class RunningText:
    """The text of one paragraph, heading, cell or field."""

    text: str
    """Its characters; an object character stands for each of what is no text, such as code."""
    pieces: tuple[tuple[int, Span], ...]
    """Where in the text each stretch begins, and where that stands in the file."""

    def place(self, start: int, end: int) -> Span:
        """Return where characters of the text stand in the file.

        Where a stretch is written otherwise than it reads, with escapes or over several lines, that
        is where the whole stretch stands.
        """
        number = max(at for at, piece in enumerate(self.pieces) if piece[0] <= start)
        offset, span = self.pieces[number]
        ends = [piece[0] for piece in self.pieces[number + 1 :]] or [len(self.text)]
        if span.start.line != span.end.line or span.end.column - span.column != ends[0] - offset:
            return span
        column = span.column + start - offset
        last = min(column + end - start, span.end.column)
        return Span(span.path, Position(span.line, column), Position(span.line, last))


def running_texts_of(blocks: Iterable[Element]) -> Iterator[RunningText]:
    """Yield the text of blocks in reading order; code blocks have none.

    The words of an image, alternative text and caption, are texts of their own.
    """
    for block in paragraphs(blocks):
        yield from running_text_of(block.children)


def running_text_in(scalar: Scalar) -> RunningText:
    """Return the text of a value of the front matter."""
    span = scalar.span
    if scalar.quoted and span.start.line == span.end.line:
        start = Position(span.line, span.column + 1)
        end = Position(span.line, max(span.end.column - 1, start.column))
        span = Span(span.path, start, end)
    return RunningText(scalar.text, ((0, span),))


def running_text_of(inline: tuple[Element, ...]) -> Iterator[RunningText]:
    """Yield the text of inline elements, and the words of the images in it."""
    texts: list[str] = []
    pieces: list[tuple[int, Span]] = []
    length = 0
    for element, text in _leaves(inline):
        if element.kind is Kind.IMAGE:
            words = (element.text, element.get("title"))
            yield from (RunningText(one, ((0, element.span),)) for one in words if one)
            continue
        texts.append(text)
        pieces.append((length, element.span))
        length += len(text)
    if length:
        yield RunningText("".join(texts), tuple(pieces))


def _leaves(inline: tuple[Element, ...]) -> Iterator[tuple[Element, str]]:
    """Yield what has text of its own, with that text."""
    for element in inline:
        if element.kind in _NO_TEXT:
            yield element, OBJECT
        elif element.kind in {Kind.SOFT_BREAK, Kind.HARD_BREAK}:
            yield element, " "
        elif element.kind is Kind.IMAGE or not element.children:
            yield element, element.text
        else:
            yield from _leaves(element.children)
