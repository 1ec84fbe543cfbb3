"""Where pages are set, and nothing else: in a process that imports no content and no templates."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.base.outcome import Outcome
from casedoc.build.distant_layout import FileOrder, PageOrder
from casedoc.pdf.engine import prepare_engine
from casedoc.pdf.printing import lay_out
from casedoc.pdf.rehearsal import rehearse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.pdf.printing import Layout

_layouts: Final[list[Layout]] = []
"""All that were made; a document takes a few, and there are few documents."""


def make_ready() -> None:
    """Import what lays out, before there is a page."""
    prepare_engine()


def pass_time() -> None:
    """Do what saves the first page time, while nothing is ordered."""
    rehearse()


def sets(order: object) -> bool:
    """Tell whether an order is for here."""
    return isinstance(order, PageOrder | FileOrder)


def carry_out(order: PageOrder | FileOrder) -> Iterator[Outcome[Any]]:
    """Lay a page out, or write one that was laid out."""
    if isinstance(order, FileOrder):
        yield _layouts[order.number].write(order.standard, order.attachments, order.mark)
        return
    laid_out = lay_out(order.page)
    layout = laid_out.value
    if layout is None:
        yield laid_out
        return
    _layouts.append(layout)
    told = (layout.measure, layout.diagnostics, layout.areas, layout.ladders, len(_layouts) - 1)
    yield Outcome(told, laid_out.diagnostics)
