"""TOML as plain data with places.

*Why* tomlkit: it keeps each key and value as it was written, so that digits survive and the places
follow from looking for each behind the one before; the standard library's reader keeps neither.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final

import tomlkit
from tomlkit.container import Container
from tomlkit.exceptions import KeyAlreadyPresent, ParseError, TOMLKitError
from tomlkit.items import AoT, Array, InlineTable, Item, String, Table

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Lines, Span
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

DEEPEST = 40
"""Brackets, or parts of a dotted key, inside one another."""

_OPAQUE: Final = re.compile(
    r"""#[^\n]*|\"{3}(?:\\.|[^\\])*?"{3,5}|'{3}.*?'{3,5}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'""", re.DOTALL
)
"""Comments and strings."""


def read_toml(text: str, path: str, first_line: int = 1) -> Outcome[Value]:
    """Read one TOML document.

    Args:
        text: The document.
        path: Path of the file it stands in.
        first_line: Line of the file on which it begins, counted from 1.

    Returns:
        Its mapping; or `FRONT_MATTER_SYNTAX`, `..._DUPLICATE`, `..._EXPANDS` with the place.
    """
    try:
        if _is_deep(text):
            message = f"more than {DEEPEST} brackets or parts of a key inside one another"
            return _refusal(Code.FRONT_MATTER_EXPANDS, message, Span.within(path, first_line, 1))
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        if _is_duplicate(error):
            line, column = _line_of_duplicate(text), 0
            code = Code.FRONT_MATTER_DUPLICATE
        else:
            line, column = (error.line, error.col) if isinstance(error, ParseError) else (1, 0)
            code = Code.FRONT_MATTER_SYNTAX
        span = Span.within(path, line + first_line - 1, column + 1)
        return _refusal(code, f"broken TOML: {_problem(error)}", span)
    return Outcome(_Reader(text, path, first_line).mapping(document))


def _refusal(code: Code, message: str, span: Span) -> Outcome[Value]:
    return Outcome(None, (Diagnostic(code, message, span),))


def _problem(error: TOMLKitError) -> str:
    """Return the parser's words in our form."""
    words = str(error).rsplit(" at line", 1)[0].rstrip(".").replace("'", "`").replace('"', "`")
    # The parser sees the end of the text as a NUL, which no text has inside.
    words = words.replace(r"character: `\x00`", "end of file")
    return f"{words[:1].lower()}{words[1:]}"


def _is_duplicate(error: TOMLKitError) -> bool:
    return isinstance(error, KeyAlreadyPresent) or isinstance(error.__cause__, KeyAlreadyPresent)


def _line_of_duplicate(text: str) -> int:
    """Return the line of a key that is given twice; the parser itself tells at most its table."""
    lines = text.split("\n")

    def has_duplicate(count: int) -> bool:
        try:
            tomlkit.parse("\n".join(lines[:count]))
        except TOMLKitError as error:
            return _is_duplicate(error)
        return False

    return bisect_left(range(1, len(lines) + 1), 1, key=has_duplicate) + 1


def _masked(text: str, *, strings: bool) -> str:
    """Return a text of equal length without the words of comments, and of strings if wanted."""

    def mask(match: re.Match[str]) -> str:
        word = match.group()
        if word.startswith("#"):
            return " " * len(word)
        return re.sub(r"[^\n]", "x", word) if strings else word

    return _OPAQUE.sub(mask, text)


def _is_deep(text: str) -> bool:
    """Tell whether brackets or dotted keys are nested too deeply for a parser that recurses."""
    plain = _masked(text, strings=True)
    depth = 0
    for bracket in re.findall(r"[][{}]", plain):
        depth = depth + 1 if bracket in "[{" else max(depth - 1, 0)
        if depth > DEEPEST:
            return True
    return re.search(rf"(?<![\w-])(?:[\w-]+[ \t]*\.[ \t]*){{{DEEPEST}}}", plain) is not None


class _Reader:
    """Walks the parsed document and its text side by side.

    Keys and values are met in the order of the text, so each is looked for behind the one before.
    """

    def __init__(self, text: str, path: str, first_line: int) -> None:
        self._text = _masked(text, strings=False)
        self._path = path
        self._lines = Lines(text, first_line)
        self._at = 0

    def mapping(self, container: Container) -> Mapping:
        """Return a table and all below it."""
        start = self._at
        pairs: dict[str, Pair] = {}
        for key, item in container.body:
            if key is None:
                self._at += len(item.as_string())
                continue
            key_span = self._find_key(key.as_string())
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
            values = tuple(self._entry(entry, number) for number, entry in enumerate(entries))
            return Sequence(values, self._span(start, self._at))
        written = item.as_string() if isinstance(item, Item) else str(item)
        span = self._find(written)
        if isinstance(item, String):
            return Scalar(str(item), True, span)  # noqa: FBT003 - the meaning of the field
        return Scalar(written, False, span)  # noqa: FBT003 - the meaning of the field

    def _entry(self, entry: object, number: int) -> Value:
        if isinstance(entry, Table) and number:
            # The key was found in the head of the first table; each further one has its own.
            self._at = self._text.index("]]", self._at) + len("]]")
        return self._value(entry)

    def _find_key(self, written: str) -> Span:
        """Find a key as a whole word: `a` stands in the head `[alias.a]` twice."""
        whole = re.compile(rf"(?<![\w-]){re.escape(written)}(?![\w-])")
        match = whole.search(self._text, self._at)
        start = match.start() if match else self._at
        self._at = start + len(written)
        return self._span(start, self._at)

    def _find(self, written: str) -> Span:
        start = self._text.find(written, self._at)
        if start < 0:
            start = self._at
        self._at = start + len(written)
        return self._span(start, self._at)

    def _span(self, start: int, end: int) -> Span:
        return Span(self._path, self._lines.position(start), self._lines.position(end))
