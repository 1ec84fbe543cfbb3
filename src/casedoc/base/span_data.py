"""Places as plain data, and back.

What comes back is looked at in every part: a cache may have been cut off or tampered with.
"""

from __future__ import annotations

from casedoc.base.span import Position, Span
from casedoc.base.world import normalise

FURTHEST = 2**21
"""More lines or columns than any text has that is read."""


def span_data(span: Span) -> list[str | int]:
    """Return a place as plain data."""
    return [span.path, span.start.line, span.start.column, span.end.line, span.end.column]


def span_of(data: object) -> Span:
    """Return the place that is told by plain data.

    Raises:
        ValueError: Where the data tells none.
    """
    match data:
        case [str(path), int(line), int(column), int(end_line), int(end_column)] if (
            min(line, column, end_line, end_column) >= 1
            and max(line, column, end_line, end_column) <= FURTHEST
        ):
            return Span(sound_path(path), Position(line, column), Position(end_line, end_column))
    raise ValueError


def sound_path(path: str) -> str:
    """Return a path that a file may have.

    Raises:
        ValueError: Where no file can be called so, such as with a NUL.
    """
    if normalise(path) is None:
        raise ValueError
    # What no file name decodes to is a ValueError, too.
    path.encode("utf-8", "surrogateescape")
    return path
