"""YAML as plain data with places.

*Why* a reader of our own above PyYAML's parser: its loader forgets where a value stood, turns
`99.950` into a float and `2023-08-15` into a date, builds whatever a tag names, and lets aliases
unfold without bound. The events it parses carry all that is needed, and they come one by one, so
that neither depth nor aliases can exhaust memory.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.outcome import Outcome
from casedoc.base.span import Lines, Position, Span
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_VALUES = 10_000
"""Values one file may have once its aliases are unfolded."""
DEEPEST = 40
"""Lists and mappings inside one another."""

_PLAIN_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}"
    for name in ("str", "int", "float", "bool", "null", "timestamp", "seq", "map")
)


@dataclass(slots=True)
class _Open:
    """A list or mapping that has not ended yet."""

    is_mapping: bool
    start: Position
    anchor: str | None
    values: list[Value] = field(default_factory=list)


class _Refusal(Exception):  # noqa: N818 - never leaves this module
    """Carries a diagnostic out of the middle of a file."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def read_yaml(text: str, path: str, first_line: int = 1) -> Outcome[Value]:
    """Read one YAML document.

    Args:
        text: The document.
        path: Path of the file it stands in.
        first_line: Line of the file on which it begins, counted from 1.

    Returns:
        Its value, an empty mapping for an empty document; or `FRONT_MATTER_SYNTAX`, `..._TAG`,
        `..._EXPANDS`, `..._DUPLICATE` with the place.
    """
    lines = Lines(text, first_line)
    reader = _Reader(path, lines)
    try:
        value = reader.read(yaml.parse(text, Loader=yaml.SafeLoader))
    except _Refusal as refusal:
        return Outcome(None, (refusal.diagnostic,))
    except yaml.MarkedYAMLError as error:
        return Outcome(None, (reader.syntax_error(error),))
    except yaml.YAMLError as error:
        place = lines.position(getattr(error, "position", 0))
        span = Span.within(path, place.line, place.column)
        message = "a character that YAML does not allow"
        return Outcome(None, (Diagnostic(Code.FRONT_MATTER_SYNTAX, message, span),))
    return Outcome(value)


class _Reader:
    """Builds values from parser events, without recursion."""

    def __init__(self, path: str, lines: Lines) -> None:
        self._path = path
        self._lines = lines
        self._open: list[_Open] = []
        self._anchors: dict[str, tuple[Value, int]] = {}
        self._count = 0
        self._root: Value | None = None

    def read(self, events: Iterator[yaml.Event]) -> Value:
        """Return the value that the events describe."""
        for event in events:
            if isinstance(event, yaml.NodeEvent):
                self._node(event)
            elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
                self._close(event)
            elif isinstance(event, yaml.DocumentStartEvent) and self._root is not None:
                message = "a second YAML document"
                raise self._refuse(
                    Code.FRONT_MATTER_SYNTAX, message, event, "remove the `---` line"
                )
        start = self._lines.position(0)
        return self._root or Mapping((), Span(self._path, start, start))

    def syntax_error(self, error: yaml.MarkedYAMLError) -> Diagnostic:
        """Return the parser's complaint in our form."""
        mark = error.problem_mark or error.context_mark
        start = self._position(mark) if mark else self._lines.position(0)
        problem = (error.problem or "broken syntax").replace("'", "`")
        context = f", {error.context}" if error.context else ""
        span = Span(self._path, start, Position(start.line, start.column + 1))
        hint = "put values with `:`, `#` or quotes in them into quotes"
        if "'`'" in (error.problem or ""):
            hint = "put a text that begins with a backtick, or with a role in braces, into quotes"
        return Diagnostic(Code.FRONT_MATTER_SYNTAX, f"broken YAML: {problem}{context}", span, hint)

    def _node(self, event: yaml.NodeEvent) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._alias(event)
            return
        tag = getattr(event, "tag", None)
        if tag is not None and tag not in _PLAIN_TAGS and tag != "!":
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            hint = "write the value without a tag"
            raise self._refuse(Code.FRONT_MATTER_TAG, f"tag `{shown}` is not allowed", event, hint)
        if isinstance(event, yaml.ScalarEvent):
            quoted = event.style is not None or tag is not None
            value = Scalar(event.value, quoted, self._span(event))
            self._add(value, 1, event.anchor, event)
            return
        if len(self._open) >= DEEPEST:
            message = f"more than {DEEPEST} lists or mappings inside one another"
            raise self._refuse(Code.FRONT_MATTER_EXPANDS, message, event)
        start = self._position(event.start_mark)
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        self._open.append(_Open(is_mapping, start, event.anchor))

    def _alias(self, event: yaml.AliasEvent) -> None:
        known = self._anchors.get(event.anchor or "")
        if known is None:
            message = f"alias `*{event.anchor}` has no anchor before it"
            raise self._refuse(Code.FRONT_MATTER_SYNTAX, message, event)
        self._add(known[0], known[1], None, event)

    def _add(self, value: Value, count: int, anchor: str | None, event: yaml.Event) -> None:
        """Put a finished value where it belongs."""
        self._count += count
        if self._count > MOST_VALUES:
            message = f"more than {MOST_VALUES} values"
            hint = "write repeated values out instead of using aliases"
            raise self._refuse(Code.FRONT_MATTER_EXPANDS, message, event, hint)
        if anchor is not None:
            self._anchors[anchor] = (value, count)
        if self._open:
            self._open[-1].values.append(value)
        else:
            self._root = value

    def _close(self, event: yaml.Event) -> None:
        done = self._open.pop()
        span = Span(self._path, done.start, self._position(event.end_mark))
        if done.is_mapping:
            value: Value = Mapping(self._pairs(done.values), span)
        else:
            value = Sequence(tuple(done.values), span)
        # Its parts were counted as they came; an alias to it counts all of them again.
        self._add(value, 0, None, event)
        if done.anchor is not None:
            self._anchors[done.anchor] = (value, _size(value, MOST_VALUES))

    def _pairs(self, values: list[Value]) -> tuple[Pair, ...]:
        pairs: dict[str, Pair] = {}
        for key, value in zip(values[::2], values[1::2], strict=True):
            if not isinstance(key, Scalar):
                message = "a key must be a word, not a list or mapping"
                raise _Refusal(Diagnostic(Code.FRONT_MATTER_SYNTAX, message, key.span))
            if key.text in pairs:
                message = f"key `{key.text}` is given twice"
                related = (Related("first given here", pairs[key.text].key_span),)
                raise _Refusal(
                    Diagnostic(Code.FRONT_MATTER_DUPLICATE, message, key.span, related=related)
                )
            pairs[key.text] = Pair(key.text, key.span, value)
        return tuple(pairs.values())

    def _refuse(
        self, code: Code, message: str, event: yaml.Event, hint: str | None = None
    ) -> _Refusal:
        return _Refusal(Diagnostic(code, message, self._span(event), hint))

    def _span(self, event: yaml.Event) -> Span:
        return Span(self._path, self._position(event.start_mark), self._position(event.end_mark))

    def _position(self, mark: Any) -> Position:  # noqa: ANN401 - two kinds without a common type
        # By its index: the parser's line numbers count characters that end no line elsewhere.
        return self._lines.position(mark.index)


def _size(value: Value, most: int) -> int:
    """Count the values inside `value`, stopping above `most`."""
    count = 0
    waiting: list[Value] = [value]
    while waiting and count <= most:
        current = waiting.pop()
        count += 1
        if isinstance(current, Sequence):
            waiting.extend(current.items)
        elif isinstance(current, Mapping):
            waiting.extend(pair.value for pair in current.pairs)
    return count
