"""Where elements stand on the pages of a layout."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from casedoc.pdf.printing import Layout

_MM_PER_PX: Final = 25.4 / 96


@dataclass(frozen=True, slots=True)
class Extent:
    """The part of an element that stands on one page."""

    page: int
    """Number of the page, from 1."""
    height_mm: float
    """Height of the part."""
    room_mm: float
    """From its lower edge down to that of the type area; less than 0 where it stands out."""


def extents_of(layout: Layout, ids: Collection[str]) -> Mapping[str, tuple[Extent, ...]]:
    """Return the parts of the elements with the given ids, in the order of the pages."""
    found: dict[str, list[Extent]] = {}
    for number, page in enumerate(layout.document.pages, start=1):
        box = page._page_box
        bottom = box.content_box_y() + box.height
        seen: set[str] = set()
        for name, part in _named(box, ids):
            if name not in seen:
                seen.add(name)
                height = part.margin_height()
                room = bottom - part.position_y - height
                extent = Extent(number, height * _MM_PER_PX, room * _MM_PER_PX)
                found.setdefault(name, []).append(extent)
    return {name: tuple(parts) for name, parts in found.items()}


def _named(box: Any, ids: Collection[str]) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    """Yield boxes of the elements, outer ones before inner ones."""
    for child in getattr(box, "children", ()):
        if child.element is None or not hasattr(child, "margin_height"):
            continue
        name = child.element.get("id")
        if name in ids:
            yield name, child
        yield from _named(child, ids)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of an element. Lengths in millimetres."""

    count: int
    """How many there are on a page."""
    width_mm: float
    """Width of each."""
    top_mm: float
    """From the upper edge of the type area down to them."""


def columns_of(layout: Layout, name: str) -> Columns | None:
    """Return the columns of the element with an id; none where it has none.

    Args:
        layout: A layout.
        name: The id.
    """
    for page in layout.document.pages:
        for _name, box in _named(page._page_box, {name}):
            count = box.style["column_count"]
            if count == "auto" or not box.children:
                return None
            top = box.position_y - page._page_box.content_box_y()
            return Columns(int(count), box.children[0].width * _MM_PER_PX, top * _MM_PER_PX)
    return None
