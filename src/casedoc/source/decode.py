"""Bytes become text: strict UTF-8, one kind of line end, no byte order mark."""

from __future__ import annotations

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Position, Span

BYTE_ORDER_MARK = "\ufeff"


def decode(path: str, content: bytes) -> Outcome[str]:
    """Return the text of a file with line feeds as its only line ends.

    Args:
        path: Path of the file, for the diagnostics.
        content: The file's bytes.

    Returns:
        The text, or `NOT_UTF8` or `NUL_BYTE` with the place of the first offending byte.
    """
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        span = _span_behind(path, content[: error.start].decode("utf-8"))
        message = f"not valid UTF-8: byte 0x{content[error.start]:02x}"
        hint = "save the file as UTF-8; your editor calls this its encoding"
        return Outcome(None, (Diagnostic(Code.NOT_UTF8, message, span, hint),))
    if "\0" in text:
        span = _span_behind(path, text[: text.index("\0")])
        hint = "remove it; is this a text file, saved as UTF-8?"
        return Outcome(None, (Diagnostic(Code.NUL_BYTE, "NUL byte in a text file", span, hint),))
    return Outcome(_one_line_end(text).removeprefix(BYTE_ORDER_MARK))


def _one_line_end(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _span_behind(path: str, before: str) -> Span:
    """Return the span of the one character that follows the text `before`."""
    lines = _one_line_end(before).removeprefix(BYTE_ORDER_MARK).split("\n")
    start = Position(len(lines), len(lines[-1]) + 1)
    return Span(path, start, Position(start.line, start.column + 1))
