"""Places in files: the way back from any complaint to the words it is about."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """One character's place in a text file."""

    line: int
    """Line number, counted from 1."""
    column: int
    """Column in code points, counted from 1."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text file, from the first character to just behind the last."""

    path: str
    """Path relative to the workspace root, with forward slashes."""
    start: Position
    """The first character of the stretch."""
    end: Position
    """The place just behind its last character."""

    @classmethod
    def of_file(cls, path: str) -> Span:
        """Return the span of a whole file, for complaints that belong to no single line."""
        return cls(path, Position(1, 1), Position(1, 1))

    @classmethod
    def within(cls, path: str, line: int, column: int, length: int = 1) -> Span:
        """Return the span of `length` characters on one line."""
        return cls(path, Position(line, column), Position(line, column + length))

    def contains(self, other: Span) -> bool:
        """Tell whether another stretch lies within this one."""
        return self.path == other.path and self.start <= other.start and other.end <= self.end

    @property
    def line(self) -> int:
        """First line, counted from 1."""
        return self.start.line

    @property
    def column(self) -> int:
        """First column, counted from 1."""
        return self.start.column


class Lines:
    """Turns offsets in a text into places, quickly enough for a question about every word."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        """Prepare for a text that begins on `first_line` of its file; only line feeds end lines."""
        self._first_line = first_line
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        """Return the place of the character at `offset`, counted from 0."""
        number = bisect_right(self._starts, offset) - 1
        return Position(number + self._first_line, offset - self._starts[number] + 1)

    def offset(self, position: Position) -> int:
        """Return the offset of the character at a place: the inverse of `position`."""
        return self._starts[position.line - self._first_line] + position.column - 1
