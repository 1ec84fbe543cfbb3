"""Where the pieces of a paragraph stand in the file.

*Why*: the parser tells the lines of a block, but of its inline tokens it tells nothing. Their words
are therefore looked for in the lines of the block, each behind the one before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.span import Position, Span
from casedoc.source.spelling import find_spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

_BLANKS = " \t"
# Other white space, such as a form feed, is text to Markdown.
_DESTINATION: Final = r"(?:<(?:\\.|[^<>\\\n])*>|(?:[^\s\\()]|\\.|\((?:[^\s\\()]|\\.)*\))*)"
_TITLE: Final = r"""(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\((?:\\.|[^()\\])*\))"""
_TARGET: Final = re.compile(
    rf"\](?:\(\s*{_DESTINATION}(?:\s+{_TITLE})?\s*\)|\[[^\]]*\])?", re.DOTALL
)
"""What stands behind the words of a link."""
_BRACKETS: Final = re.compile(r"\\.|[\[\]]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Line:
    """Where one line of a block's text stands."""

    start: Position
    """The first of its words."""
    last_column: int
    """The place just behind the whole line."""


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
        start = self._indented(first)
        return Span(self.path, start, max(start, self._end(last)))

    def pass_over(self, block: Span, written: str) -> Span:
        """Leave out what opens a block when its words are looked for; let the block begin there."""
        number = block.line - self._first_line
        column = max(self._lines[number].find(written), 0)
        self._used[number] = column + len(written)
        return Span(block.path, Position(block.line, column + 1), block.end)

    def inline(self, content: str, lines: Sequence[int] | None, fallback: Span) -> InlinePlaces:
        """Return the places of a block's text, which the parser has freed of indentation."""
        if not lines:
            return InlinePlaces.at(content, fallback)
        starts: list[_Line] = []
        for number, line in enumerate(content.split("\n"), lines[0]):
            source = self._lines[number] if number < len(self._lines) else ""
            words = line.strip(_BLANKS)
            column = source.find(words, self._used.get(number, 0))
            if column < 0:
                column = self._used.get(number, len(source) - len(source.lstrip()))
            else:
                self._used[number] = column + len(words)
            start = Position(number + self._first_line, column + 1)
            starts.append(_Line(start, len(source) + 1))
        return InlinePlaces(self.path, content, starts)

    def _indented(self, number: int) -> Position:
        line = self._lines[number] if number < len(self._lines) else ""
        return Position(number + self._first_line, len(line) - len(line.lstrip(_BLANKS)) + 1)

    def _end(self, number: int) -> Position:
        line = self._lines[number] if number < len(self._lines) else ""
        return Position(number + self._first_line, len(line.rstrip(_BLANKS)) + 1)


class InlinePlaces:
    """The places of the inline tokens of one block, asked for in reading order."""

    def __init__(self, path: str, content: str, lines: list[_Line]) -> None:
        """Prepare for a text whose lines stand at `lines`."""
        self._path = path
        self._content = content
        self._lines = lines
        self._offsets = [0, *(match.end() for match in re.finditer("\n", content))]
        self._at = 0

    @classmethod
    def at(cls, content: str, span: Span) -> InlinePlaces:
        """Return the places of a text of which no more is known than where it begins."""
        return cls(span.path, content, [_Line(span.start, span.start.column)])

    @classmethod
    def behind(cls, content: str, span: Span) -> InlinePlaces:
        """Return the places of a text that stands right behind something, if all on one line."""
        if span.start == span.end or "\n" in content:
            return cls.at(content, span)
        return cls(span.path, content, [_Line(span.end, span.end.column + len(content))])

    def next(self, written: str) -> Span:
        """Return where `written` stands next, or where it should stand if it can't be found.

        Escapes and entities are written otherwise than they read. Where they don't explain why it
        can't be found, the first word that can be found counts.
        """
        for wanted in (written, *written.split()):
            start, end = find_spelled(self._content, wanted, self._at) if wanted else (-1, -1)
            if start >= 0:
                self._at = end
                return self._span(start, end)
        return self._span(self._at, self._at)

    def pass_over(self, written: str) -> None:
        """Leave out what follows, which is no text, when the next words are looked for."""
        if self._content.startswith(written, self._at):
            self._at += len(written)

    def pass_target(self) -> None:
        """Leave out where a link or an image leads to, and its title."""
        target = _TARGET.search(self._content, self._at)
        self._at = target.end() if target else self._at

    def pass_brackets(self) -> None:
        """Leave out what follows to the end of the brackets that have just begun."""
        depth = 1
        for mark in _BRACKETS.finditer(self._content, self._at):
            depth += {"[": 1, "]": -1}.get(mark[0], 0)
            if depth == 0:
                self._at = mark.end()
                break

    def here(self, length: int = 1) -> Span:
        """Return the span of the next `length` characters without moving on."""
        return self._span(self._at, min(self._at + length, len(self._content)))

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, self._position(start), self._position(end))

    def _position(self, offset: int) -> Position:
        number = bisect_right(self._offsets, offset) - 1
        before = self._content[self._offsets[number] : offset]
        # The parser writes tabs ahead of a line as spaces, so only what follows is counted.
        indentation = len(before) - len(before.lstrip(_BLANKS))
        line = self._lines[min(number, len(self._lines) - 1)]
        column = line.start.column + len(before) - indentation
        return Position(line.start.line, min(column, line.last_column))
