"""WeasyPrint's log becomes diagnostics."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LOGGERS: Final = ("weasyprint", "fontTools", "fontTools.subset", "PIL")
_PLACE: Final = re.compile(r" at (\d+):(\d+)")
_FAILED_IMAGE: Final = "Failed to load image"
_SVG_IMAGE: Final = "Failed to render SVG image"
_NO_GLYPH: Final = ".notdef glyph"


class _Gathering(logging.Handler):
    """Keeps records instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)


@contextmanager
def gathered_messages(path: str | None = None) -> Iterator[list[Diagnostic]]:
    """Gather what WeasyPrint and its libraries log, as diagnostics.

    Args:
        path: The stylesheet that is being read, if one is: messages then name line and column.
    """
    handler = _Gathering()
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    earlier = [(logger.propagate, logger.level) for logger in loggers]
    diagnostics: list[Diagnostic] = []
    loggers[0].addHandler(handler)
    for logger in loggers:
        logger.propagate = False
        logger.setLevel(logging.WARNING)
    try:
        yield diagnostics
    finally:
        loggers[0].removeHandler(handler)
        for logger, (propagate, level) in zip(loggers, earlier, strict=True):
            logger.propagate = propagate
            logger.setLevel(level)
        messages = (record.getMessage() for record in handler.records)
        # Missing glyphs are told in full once the file is written.
        diagnostics.extend(
            _diagnostic(message, path) for message in messages if not message.startswith(_NO_GLYPH)
        )


def _diagnostic(message: str, path: str | None) -> Diagnostic:
    """Return a log message as a diagnostic."""
    if message.startswith((_FAILED_IMAGE, _SVG_IMAGE)):
        return Diagnostic(Code.IMAGE_BROKEN, _clause(message))
    span = None
    if path is not None:
        place = _PLACE.search(message)
        span = Span.of_file(path)
        if place:
            span = Span.within(path, int(place[1]), int(place[2]), 0)
            message = message.replace(place[0], "")
    return Diagnostic(Code.STYLE_IGNORED, _clause(message), span)


def _clause(message: str) -> str:
    """Return a message in the form of our own: one clause in lower case, literals in backticks."""
    words = re.sub(r"'([^']*)'", r"`\1`", " ".join(message.split())).rstrip(".,")
    return words[:1].lower() + words[1:]
