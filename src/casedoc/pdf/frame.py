"""What stands around pages that were set by themselves, once it is written.

The file has empty pages in their place. Where on them links lead and headings stand is filled in
with the pages, so that it stays good while no more than that changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import unquote

from casedoc.pdf.insert_fonts import joined_uses

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.markup.page import HtmlPage
    from casedoc.pdf.boxes import Edges
    from casedoc.pdf.insert import Insert, InsertPage, Placed
    from casedoc.pdf.pdf_file import Measure
    from casedoc.pdf.standards import Standard

_LINK: Final = re.compile(r"""href\s*=\s*(["']?)#(.+?)(?:\1|[\s>])""", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Frame:
    """A written document with empty pages."""

    data: bytes
    """The file; empty where it can't be written."""
    standard: Standard
    """What it is made for."""
    measure: Measure
    """How it came out."""
    areas: tuple[Edges, ...]
    """The type area of each page."""
    shifts: tuple[tuple[int, tuple[tuple[float, float], ...]], ...]
    """The first page of each insert and its shifts, as in `Placed`."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed."""


def shifts_of(placed: Iterable[Placed]) -> tuple[tuple[int, tuple[tuple[float, float], ...]], ...]:
    """Return what a frame keeps of the places of inserts."""
    return tuple((one.first, one.shifts) for one in placed)


def known_of(inserts: Iterable[Insert], page: HtmlPage) -> tuple[Any, ...]:
    """Return all that a frame depends on of the inserts it is made for; its `repr` says it.

    Args:
        inserts: The inserts in order.
        page: The HTML of the frame.
    """
    found = (unquote(unescape(name)) for _quote, name in _LINK.findall(page.html))
    wanted = frozenset(found)
    inserts = tuple(inserts)
    pages = [[_known_of(one, wanted) for one in insert.pages] for insert in inserts]
    return pages, list(joined_uses(inserts).values())


def _known_of(page: InsertPage, wanted: frozenset[str]) -> tuple[Any, ...]:
    anchors = sorted(wanted.intersection(page.anchors))
    bookmarks = [(level, label, state) for level, label, _place, state in page.bookmarks]
    return (
        page.name,
        page.side,
        page.is_blank,
        page.size,
        page.area,
        page.has_ground,
        anchors,
        bookmarks,
    )
