"""The index of a booklet is divided into columns by the heights that its entries turn out to have.

It is set once in one long column. Then all pages but the last are filled, and the columns of the
last one are made as low as they can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from casedoc.markup.booklet_form import IndexForm, IndexRun
from casedoc.markup.index import LONG_GROUP
from casedoc.pdf.extents import columns_of, extents_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from casedoc.pdf.extents import Extent
    from casedoc.pdf.printing import Layout
    from casedoc.view.booklet import IndexGroup


class Chunk(NamedTuple):
    """Entries that stay together."""

    run: IndexRun
    """The entries."""
    height_mm: float
    """How high they are, a heading included."""


def index_form(groups: Sequence[IndexGroup], measured: Layout, area_mm: float) -> IndexForm:
    """Return how the entries of an index stand in columns.

    Args:
        groups: What stands in it.
        measured: The layout of it in one column.
        area_mm: Height of the type area.

    Returns:
        The columns; none where the layout does not tell them.
    """
    columns = columns_of(measured, "--columns")
    if columns is None:
        return IndexForm()
    ids = {_group(number) for number in range(len(groups))}
    ids |= {
        _entry(number, at) for number, one in enumerate(groups) for at in range(len(one.entries))
    }
    extents = {name: parts[0] for name, parts in extents_of(measured, ids).items()}
    if set(extents) != ids:
        return IndexForm()
    chunks = [
        chunk
        for number, one in enumerate(groups)
        for chunk in _chunks(number, len(one.entries), extents, area_mm)
    ]
    pages = pages_of(chunks, columns.count, area_mm - columns.top_mm, area_mm)
    return IndexForm(columns.width_mm, pages)


def _chunks(number: int, count: int, extents: Mapping[str, Extent], most_mm: float) -> list[Chunk]:
    """Return what of a group stays together: all of it, or each entry where it is long."""
    group = extents[_group(number)]
    if count < LONG_GROUP and group.height_mm < most_mm:
        return [Chunk(IndexRun(number, 0, count), group.height_mm)]
    # The first entry stays with the heading, and the last one with the space below.
    rooms = [extents[_entry(number, at)].room_mm for at in range(count - 1)]
    edges = [group.room_mm + group.height_mm, *rooms, group.room_mm]
    return [Chunk(IndexRun(number, at, at + 1), edges[at] - edges[at + 1]) for at in range(count)]


def pages_of(
    chunks: Sequence[Chunk], count: int, first_mm: float, next_mm: float
) -> tuple[tuple[tuple[IndexRun, ...], ...], ...]:
    """Divide chunks into columns.

    Args:
        chunks: All of them in order.
        count: Columns on a page.
        first_mm: Height of the columns on the first page.
        next_mm: Height of those on the pages after it.

    Returns:
        The runs of each column of each page.
    """
    pages: list[tuple[tuple[IndexRun, ...], ...]] = []
    left = list(chunks)
    height = first_mm
    while left:
        columns = _filled(left, height)
        if len(columns) <= count:
            columns = _balanced(left, count, height)
        pages.append(tuple(_joined(column) for column in columns[:count]))
        left = left[sum(len(column) for column in columns[:count]) :]
        height = next_mm
    return tuple(pages)


def _filled(chunks: Sequence[Chunk], height_mm: float) -> list[list[Chunk]]:
    """Fill columns of a height one after the other."""
    columns: list[list[Chunk]] = []
    used = 0.0
    for chunk in chunks:
        if not columns or used + chunk.height_mm > height_mm + _TOLERANCE_MM:
            columns.append([])
            used = 0.0
        columns[-1].append(chunk)
        used += chunk.height_mm
    return columns


def _balanced(chunks: Sequence[Chunk], count: int, most_mm: float) -> list[list[Chunk]]:
    """Fill columns that are as low as they can be."""
    low, high = 0.0, most_mm
    while high - low > _TOLERANCE_MM:
        middle = (low + high) / 2
        if len(_filled(chunks, middle)) <= count:
            high = middle
        else:
            low = middle
    return _filled(chunks, high)


def _joined(column: Sequence[Chunk]) -> tuple[IndexRun, ...]:
    """Return the entries of a column, those of one group together."""
    runs: list[IndexRun] = []
    for chunk in column:
        run = chunk.run
        if runs and runs[-1].group == run.group:
            run = IndexRun(run.group, runs.pop().first, run.end)
        runs.append(run)
    return tuple(runs)


_TOLERANCE_MM = 0.05


def _group(number: int) -> str:
    return f"--group-{number}"


def _entry(number: int, at: int) -> str:
    return f"--entry-{number}-{at}"
