"""How full each page of a layout is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.pdf.printing import Layout


def fills_of(layout: Layout) -> tuple[float, ...]:
    """Return the share of each page's type area above its last line or image, 0 to 1."""
    return tuple(_fill(page._page_box) for page in layout.document.pages)


def _fill(area: Any) -> float:  # noqa: ANN401 - WeasyPrint has no types
    if not area.height:
        return 0.0
    lowest = max(_ends(area), default=area.content_box_y())
    return float((lowest - area.content_box_y()) / area.height)


def _ends(box: Any) -> Iterator[float]:  # noqa: ANN401 - WeasyPrint has no types
    """Yield where lines and images end, but for those in margins."""
    for placed in getattr(box, "children", ()):
        # What is placed freely is represented by a placeholder.
        child = getattr(placed, "_box", placed)
        name = type(child).__name__
        if name == "MarginBox":
            continue
        if name == "LineBox" or "Replaced" in name:
            yield child.position_y + child.height
        else:
            yield from _ends(child)
