"""Numbers in running text that are not written in the language of their file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Position, Span
from casedoc.locale.typography import FindingCode, lint
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.locale.spec import LocaleSpec


def foreign_numbers(blocks: Iterable[Element], spec: LocaleSpec) -> Iterator[Diagnostic]:
    """Complain of decimals with the separator of another language; they print as typed.

    Args:
        blocks: The body; code is not text.
        spec: Its language.
    """
    for block in blocks:
        for element in block.walk():
            if element.kind is not Kind.TEXT:
                continue
            for finding in lint(element.text, spec):
                if finding.code is FindingCode.FOREIGN_DECIMAL:
                    message = "a number with the decimal separator of another language"
                    hint = f"write `{finding.suggestion}`"
                    place = _place(element, finding.start, finding.end)
                    yield Diagnostic(Code.NUMBER_FORM, message, place, hint)


def _place(element: Element, start: int, end: int) -> Span:
    line, column = element.span.line, element.span.column
    return Span(element.span.path, Position(line, column + start), Position(line, column + end))
