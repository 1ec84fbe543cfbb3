"""Links: one annotation for each, however many elements it has inside.

WeasyPrint 70 makes one for every box inside a link, too, and such a box is no link in the tag tree.
*Source:* ISO 14289-1, 7.18.5: a link annotation belongs to a link element.
"""

from __future__ import annotations

from typing import Any


def keep_own_links(document: Any) -> None:  # noqa: ANN401 - WeasyPrint has no types
    """Take the annotations of boxes inside links off all pages."""
    for page in document.pages:
        kept: list[Any] = []
        for entry in page.links:
            _kind, _target, rectangle, box = entry
            is_repeated = (
                bool(kept)
                and kept[-1][3].element is box.element
                and _contains(kept[-1][2], rectangle)
            )
            if box.element_tag == "a" and not is_repeated:
                kept.append(entry)
        page.links[:] = kept


def _contains(outer: tuple[float, ...], inner: tuple[float, ...]) -> bool:
    """Tell whether a rectangle (left, top, right, bottom) lies inside another."""
    left, top, right, bottom = outer
    return left <= inner[0] and top <= inner[1] and inner[2] <= right and inner[3] <= bottom
