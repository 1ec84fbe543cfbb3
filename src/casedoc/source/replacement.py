"""Changes to a file, made in its bytes: what is not replaced stays as it is, to the last byte."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.source.decode import BYTE_ORDER_MARK

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.span import Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)?")


@dataclass(frozen=True, slots=True)
class Replacement:
    """One change."""

    span: Span
    """What is replaced, within one line; an empty stretch where something is put in."""
    before: str
    """What stands there."""
    after: str
    """What stands there afterwards."""


def replaced(content: bytes, replacements: Iterable[Replacement]) -> bytes:
    """Return a file's bytes with changes made.

    Args:
        content: The bytes of a file that `decode` accepts.
        replacements: The changes, in any order, none overlapping another.

    Raises:
        ValueError: If something else stands at the place of a change, which is a bug.
    """
    text = content.decode("utf-8")
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = _LINE.findall(text.removeprefix(mark))
    for one in sorted(replacements, key=lambda one: one.span, reverse=True):
        line = lines[one.span.line - 1]
        start, end = one.span.column - 1, one.span.end.column - 1
        if one.span.end.line != one.span.line or line[start:end] != one.before:
            raise ValueError(one)
        lines[one.span.line - 1] = line[:start] + one.after + line[end:]
    return (mark + "".join(lines)).encode("utf-8")
