"""Where the pieces of a paragraph stand in the file.

*Why*: the parser tells the lines of a block, but of its inline tokens it tells nothing. Their words
are therefore looked for in the lines of the block, each behind the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.span import Position, Span

if TYPE_CHECKING:
    from collections.abc import Sequence


class BodyPlaces:
    """The lines of a body, and how far each has been used."""

    def __init__(self, path: str, body: str, first_line: int) -> None:
        """Prepare for a body that begins on `first_line` of its file."""
        self.path = path
        self._lines = body.split("\n")
        self._first_line = first_line
        self._used: dict[int, int] = {}

    def block(self, lines: Sequence[int] | None) -> Span | None:
        """Return the span of a block from the parser's line numbers, or none without them."""
        if not lines:
            return None
        first, last = lines[0], max(lines[0], lines[1] - 1)
        return Span(self.path, self._indented(first), self._end(last))

    def inline(self, content: str, lines: Sequence[int] | None, fallback: Span) -> InlinePlaces:
        """Return the places of a block's text, which the parser has freed of indentation."""
        if not lines:
            return InlinePlaces(self.path, content, [fallback.start])
        starts: list[Position] = []
        for number, line in enumerate(content.split("\n"), lines[0]):
            source = self._lines[number] if number < len(self._lines) else ""
            column = source.find(line.strip(), self._used.get(number, 0))
            if column < 0:
                column = self._used.get(number, len(source) - len(source.lstrip()))
            else:
                self._used[number] = column + len(line.strip())
            starts.append(Position(number + self._first_line, column + 1))
        return InlinePlaces(self.path, content, starts)

    def _indented(self, number: int) -> Position:
        line = self._lines[number] if number < len(self._lines) else ""
        return Position(number + self._first_line, len(line) - len(line.lstrip()) + 1)

    def _end(self, number: int) -> Position:
        line = self._lines[number] if number < len(self._lines) else ""
        return Position(number + self._first_line, len(line.rstrip()) + 1)


class InlinePlaces:
    """The places of the inline tokens of one block, asked for in reading order."""

    def __init__(self, path: str, content: str, starts: list[Position]) -> None:
        """Prepare for a text whose lines begin at `starts`."""
        self._path = path
        self._content = content
        self._starts = starts
        self._at = 0

    def next(self, written: str) -> Span:
        """Return where `written` stands next, or where it should stand if it can't be found.

        Escapes and entities are written otherwise than they read: then the first word that can be
        found counts.
        """
        for wanted in (written, *written.split()):
            start = self._content.find(wanted, self._at) if wanted else -1
            if start >= 0:
                self._at = start + len(wanted)
                return self._span(start, self._at)
        return self._span(self._at, self._at)

    def here(self, length: int = 1) -> Span:
        """Return the span of the next `length` characters without moving on."""
        return self._span(self._at, min(self._at + length, len(self._content)))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, self._position(start), self._position(end))

    def _position(self, offset: int) -> Position:
        line = min(self._content.count("\n", 0, offset), len(self._starts) - 1)
        column = offset - (self._content.rfind("\n", 0, offset) + 1)
        start = self._starts[line]
        return Position(start.line, start.column + column)
