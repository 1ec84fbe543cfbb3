"""Table rows with more cells than the head, of which the parser drops the rest in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown_it.rules_block.table import escapedSplit

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock

    from casedoc.source.places import BodyPlaces

_LONG_ROWS = "long rows"


def watch_rows(parser: MarkdownIt) -> None:
    """Let the parser leave in its environment the lines of rows that are too long."""
    rules = parser.block.ruler
    table = rules.getRules("")[rules.get_active_rules().index("table")]

    def watched(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
        if not table(state, start, end, silent):
            return False
        if not silent:
            columns = len(_cells(state, start))
            rows = range(start + 2, state.line)
            long = [
                row for row in rows if any(cell.strip() for cell in _cells(state, row)[columns:])
            ]
            state.env.setdefault(_LONG_ROWS, []).extend(long)
        return True

    rules.at("table", watched, {"alt": ["paragraph", "reference"]})


def long_rows(environment: Mapping[str, object], places: BodyPlaces) -> list[Diagnostic]:
    """Return `TABLE_CELLS` for each row of a parsed text that has more cells than its head."""
    rows = environment.get(_LONG_ROWS, [])
    message = "a table row has more cells than the head; they would not be printed"
    hint = "add a heading for them, or write `\\|` for a bar inside a cell"
    return [
        Diagnostic(Code.TABLE_CELLS, message, places.block([row, row + 1]), hint)
        for row in (rows if isinstance(rows, list) else [])
    ]


def _cells(state: StateBlock, line: int) -> list[str]:
    """Return the cells of a line, without the empty ones outside its outer bars."""
    text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()
    return escapedSplit(text.removeprefix("|").removesuffix("|"))
