"""How the index of a booklet is set: by itself to be measured, or in columns that are known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.markup.booklet_form import INDEX

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.markup.booklet_form import BookletForm, IndexRun
    from casedoc.view.booklet import IndexEntry, IndexGroup

LONG_GROUP = 24
"""Entries from which on a group may go on in another column."""


@dataclass(frozen=True, slots=True)
class IndexPart:
    """The entries of one letter that stand together."""

    letter: str
    """The letter; empty where they go on from another column."""
    entries: tuple[IndexEntry, ...]
    """The entries."""
    number: int
    """Number of the group, from 0."""
    is_whole: bool = False
    """Whether columns must not break between them."""
    goes_on: bool = False
    """Whether more of them stand in another column."""


@dataclass(frozen=True, slots=True)
class IndexSetting:
    """How the index is set."""

    pages: tuple[tuple[tuple[IndexPart, ...], ...], ...]
    """What stands in each column of each page; one column where they break by themselves."""
    style: str
    """Declarations for the columns of a page; none where they break by themselves."""
    is_measured: bool
    """Whether it is set to be measured."""


def set_index(groups: Sequence[IndexGroup], form: BookletForm) -> IndexSetting:
    """Set the index.

    Args:
        groups: What stands in it.
        form: The form of the booklet.
    """
    is_measured = form.only == INDEX
    if not form.index.pages:
        whole = tuple(
            IndexPart(one.letter, one.entries, number, is_whole=len(one.entries) < LONG_GROUP)
            for number, one in enumerate(groups)
        )
        return IndexSetting(((whole,),), "", is_measured)
    pages = tuple(
        tuple(tuple(_part(groups[run.group], run) for run in column) for column in page)
        for page in form.index.pages
    )
    most = max(len(page) for page in form.index.pages)
    width = f" {form.index.column_mm:.4f}mm"
    style = f"columns: auto; display: grid; grid-template-columns:{width * most}"
    return IndexSetting(pages, style, is_measured)


def _part(group: IndexGroup, run: IndexRun) -> IndexPart:
    return IndexPart(
        letter="" if run.first else group.letter,
        entries=group.entries[run.first : run.end],
        number=run.group,
        goes_on=run.end < len(group.entries),
    )
