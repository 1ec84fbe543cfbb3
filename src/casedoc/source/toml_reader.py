"""TOML as plain data with places.

*Why* tomlkit: it keeps each key, value and blank as it was written, so that places follow from
adding up what came before, and digits survive; the standard library's reader keeps neither.
"""

from __future__ import annotations

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Item, String, Table

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Position, Span
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

DEEPEST = 40
"""Brackets inside one another."""


def read_toml(text: str, path: str, first_line: int = 1) -> Outcome[Value]:
    """Read one TOML document.

    Args:
        text: The document.
        path: Path of the file it stands in.
        first_line: Line of the file on which it begins, counted from 1.

    Returns:
        Its mapping, or `FRONT_MATTER_SYNTAX` with the place.
    """
    try:
        if _depth(text) <= DEEPEST:
            document = tomlkit.parse(text)
            return Outcome(_Reader(text, path, first_line).mapping(document))
        problem = f"more than {DEEPEST} brackets inside one another"
        span = Span.within(path, first_line, 1)
    except ParseError as error:
        line, column = error.line, error.col
        problem = str(error).rsplit(" at line", 1)[0]
        span = Span.within(path, line + first_line - 1, column + 1)
    except TOMLKitError as error:
        problem, span = str(error), Span.within(path, first_line, 1)
    message = f"broken TOML: {problem[:1].lower()}{problem[1:]}"
    return Outcome(None, (Diagnostic(Code.FRONT_MATTER_SYNTAX, message, span),))


def _depth(text: str) -> int:
    """Return an upper bound for how deeply brackets are nested."""
    depth = deepest = 0
    for character in text:
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth = max(depth - 1, 0)
    return deepest


class _Reader:
    """Walks the parsed document and its text side by side.

    Keys and values are met in the order of the text, so each is looked for behind the one before.
    """

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = text
        self._path = path
        self._first_line = first_line
        self._at = 0

    def mapping(self, container: Container) -> Mapping:
        """Return a table and all below it."""
        start = self._at
        pairs: dict[str, Pair] = {}
        for key, item in container.body:
            if key is None:
                self._at += len(item.as_string())
                continue
            key_span = self._find(key.as_string())
            value = self._value(item)
            known = pairs.get(key.key)
            if known and isinstance(known.value, Mapping) and isinstance(value, Mapping):
                # A table may be continued further down the file.
                value = Mapping(known.value.pairs + value.pairs, known.value.span)
                key_span = known.key_span
            pairs[key.key] = Pair(key.key, key_span, value)
        return Mapping(tuple(pairs.values()), self._span(start, self._at))

    def _value(self, item: object) -> Value:
        if isinstance(item, (Table, InlineTable)):
            return self.mapping(item.value)
        if isinstance(item, (AoT, Array)):
            start = self._at
            entries = item.body if isinstance(item, AoT) else list(item)
            values = tuple(self._value(entry) for entry in entries)
            return Sequence(values, self._span(start, self._at))
        written = item.as_string() if isinstance(item, Item) else str(item)
        span = self._find(written)
        if isinstance(item, String):
            return Scalar(str(item), True, span)  # noqa: FBT003 - the meaning of the field
        return Scalar(written, False, span)  # noqa: FBT003 - the meaning of the field

    def _find(self, written: str) -> Span:
        start = self._text.find(written, self._at)
        if start < 0:
            start = self._at
        self._at = start + len(written)
        return self._span(start, self._at)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, self._position(start), self._position(end))

    def _position(self, offset: int) -> Position:
        line = self._text.count("\n", 0, offset)
        column = offset - (self._text.rfind("\n", 0, offset) + 1)
        return Position(line + self._first_line, column + 1)
