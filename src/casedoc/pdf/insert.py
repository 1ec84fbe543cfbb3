"""Pages that are set by themselves and put into a document later: the chapters of a booklet.

An insert is a PDF of its own but for its fonts, which the whole document has once, and for what
stands in the margins: running heads and page numbers belong to the document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from casedoc.pdf.boxes import Edges, prints_something, type_area

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

_TOLERANCE_PX: Final = 0.05
_PT_PER_PX: Final = 0.75


class UnfitError(Exception):
    """Pages can't be put into a document; it has to be set in one piece."""


class Area(NamedTuple):
    """Where the text of a page stands. Lengths in CSS pixels from the page's corner."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class InsertPage:
    """One page of an insert."""

    name: str
    """The page's name in stylesheets; may be empty."""
    side: str
    """`left` or `right`."""
    is_blank: bool
    """Whether it is there for the next one to begin on its side."""
    size: tuple[float, float]
    """Width and height in CSS pixels."""
    area: Area
    """Where its text stands."""
    has_ground: bool
    """Whether it has a ground of its own, over all of the sheet."""
    edges: Edges
    """Its type area with what is placed freely, as in `type_area`."""
    anchors: Mapping[str, tuple[float, ...]]
    """Where links lead; as WeasyPrint has them."""
    bookmarks: tuple[tuple[Any, ...], ...]
    """As WeasyPrint has them."""


@dataclass(frozen=True, slots=True)
class FontUse:
    """What pages show of one font."""

    name: str
    """Its name in resources."""
    family: str
    """The family."""
    weight: int
    """The weight, as in CSS."""
    is_italic: bool
    """Whether it is an italic."""
    widths: Mapping[int, int]
    """Widths of the glyphs that are shown, in thousandths of the size."""
    meanings: Mapping[int, str]
    """What these glyphs mean."""


@dataclass(frozen=True, slots=True)
class Insert:
    """Pages that were set by themselves."""

    data: bytes
    """A PDF of them, without fonts."""
    pages: tuple[InsertPage, ...]
    """What the document must know of them."""
    fonts: tuple[FontUse, ...]
    """What they show of fonts."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An insert in its place."""

    first: int
    """Number of its first page in the document, from 0."""
    insert: Insert
    """The pages."""
    shifts: tuple[tuple[float, float], ...]
    """How far the text of each page moves, right and down, in CSS pixels: on left pages the margins
    are others than on right ones."""


def strip_pages(document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Take off all pages what stands in their margins, which the whole document gives them."""
    for page in document.pages:
        box = page._page_box
        box.children = [one for one in box.children if type(one).__name__ != "MarginBox"]


def shifted(edges: Edges, shift: tuple[float, float]) -> Edges:
    """Return edges in points that were moved right and down by CSS pixels."""
    right, down = (length * _PT_PER_PX for length in shift)
    return edges[0] + right, edges[1] - down, edges[2] + right, edges[3] - down


def tell_apart(pdf: Any, name: str) -> None:  # noqa: ANN401 - pydyf has no types
    """Give the heads of tables, to which their cells refer, names that no other insert has."""
    for one in pdf.objects:
        if hasattr(one, "get") and one.get("Type") == "/StructElem" and "ID" in one:
            # Cells refer to the same object.
            one["ID"].string = f"{name}-{one['ID'].string}"


def insert_pages(document: Any) -> tuple[InsertPage, ...]:  # noqa: ANN401
    """Return what a document must know of the pages of WeasyPrint's that are put into it."""
    return tuple(
        InsertPage(
            name=page._page_box.page_type.name or "",
            side=page._page_box.page_type.side,
            is_blank=page._page_box.page_type.blank,
            size=(page.width, page.height),
            area=_area(page),
            has_ground=_has_ground(page),
            edges=type_area(page),
            anchors=dict(page.anchors),
            bookmarks=tuple(tuple(one) for one in page.bookmarks),
        )
        for page in document.pages
    )


def targets_of(document: Any) -> frozenset[str]:  # noqa: ANN401
    """Return the anchors to which links of a document of WeasyPrint's lead."""
    links = (link for page in document.pages for link in page.links)
    return frozenset(target for kind, target, _edges, _box in links if kind == "internal")


def place(document: Any, first: int, insert: Insert, wanted: Collection[str]) -> Placed:  # noqa: ANN401
    """Give the pages of an insert their place in a document that has empty ones for them.

    The document's pages take over its bookmarks, and those anchors to which the document's own
    links lead, and have no ground of their own.

    Args:
        document: WeasyPrint's.
        first: Number of the first page, from 0.
        insert: The insert.
        wanted: Where links of the document lead, as in `targets_of`.

    Raises:
        UnfitError: The empty pages are others than those of the insert, or not empty.
    """
    pages = document.pages[first : first + len(insert.pages)]
    if len(pages) != len(insert.pages):
        raise UnfitError
    shifts = []
    for page, own in zip(pages, insert.pages, strict=True):
        kind = page._page_box.page_type
        is_other = (kind.name or "", kind.blank) != (own.name, own.is_blank)
        area = _area(page)
        sizes = zip((*own.size, *own.area[2:]), (page.width, page.height, *area[2:]), strict=True)
        is_sized = all(abs(one - other) < _TOLERANCE_PX for one, other in sizes)
        right, down = area.left - own.area.left, area.top - own.area.top
        is_cut = own.has_ground and max(abs(right), abs(down)) > _TOLERANCE_PX
        if is_other or is_cut or not is_sized or prints_something(page):
            raise UnfitError
        page._page_box.background = page._page_box.canvas_background = None
        shifts.append((right, down))
        page.anchors = {
            name: (at[0] + right, at[1] + down, *at[2:])
            for name, at in own.anchors.items()
            if name in wanted
        }
        page.bookmarks = [
            (level, label, (at[0] + right, at[1] + down), state)
            for level, label, at, state in own.bookmarks
        ]
    return Placed(first, insert, tuple(shifts))


def _has_ground(page: Any) -> bool:  # noqa: ANN401
    box = page._page_box
    grounds = [one for one in (box.background, box.canvas_background) if one is not None]
    return any(one.color.alpha or any(layer.image for layer in one.layers) for one in grounds)


def _area(page: Any) -> Area:  # noqa: ANN401
    box = page._page_box
    return Area(box.content_box_x(), box.content_box_y(), box.width, box.height)
