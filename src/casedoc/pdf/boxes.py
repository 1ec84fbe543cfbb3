"""Looking at a layout: the end mark, text outside the type area, and text over text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedoc.base.span import Span

END_MARK: Final = "end"
"""Id of the empty element behind the last block."""
_TOLERANCE_PX: Final = 1.5
_OUTDENT_EM: Final = 0.1
_SPACE_EM: Final = 0.25
_DESCENT_EM: Final = 0.25
_CAP_EM: Final = 0.66
_DEPTH_EM: Final = 0.1
"""What of a line is ink, roughly: capitals above the baseline, and most of what hangs below."""
_PX_PER_PT: Final = 96 / 72
"""Display type is set closer than its ascent and descent: its box is higher than its line."""


def fill_of(document: Any) -> float:  # noqa: ANN401 - WeasyPrint has no types
    """Return the share of the last page's type area above the end mark."""
    page = document.pages[-1]
    anchor = page.anchors.get(END_MARK)
    box = page._page_box
    if anchor is None or not box.height:
        return 0.0
    return float((anchor[1] - box.content_box_y()) / box.height)


Edges: TypeAlias = tuple[float, float, float, float]
"""Left, bottom, right, top; in points from the lower left corner of the trimmed page, as a file has
them."""


def type_area(page: Any) -> Edges:  # noqa: ANN401
    """Return the type area of a page.

    What is placed freely above or below, such as the footer of a one-pager, belongs to it.
    """
    box = page._page_box
    left, top = box.content_box_x(), box.content_box_y()
    bottom = top + box.height
    for child, _anchor, is_placed in _printed(box, "", is_placed=False):
        if is_placed:
            top = min(top, child.position_y)
            bottom = max(bottom, child.position_y + child.height)
    edges = (left, page.height - bottom, left + box.width, page.height - top)
    left, bottom, right, top = (float(edge / _PX_PER_PT) for edge in edges)
    return left, bottom, right, top


def prints_something(page: Any) -> bool:  # noqa: ANN401
    """Tell whether text or an image stands on a page, its margins left out."""
    return any(True for _one in _printed(page._page_box, "", is_placed=False))


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A stretch of text in one style on one line. Lengths in CSS pixels from the page's corner."""

    page: int
    """Number of its page, from 1."""
    text: str
    """Its characters."""
    size_pt: float
    """Font size in points."""
    left: float
    """Where it begins, spaces left out."""
    right: float
    """Where it ends, spaces left out."""
    baseline: float
    """Where it stands."""

    def covers(self, other: PrintedText) -> bool:
        """Tell whether the ink of both would touch."""
        own, its = self._ink(), other._ink()
        return all(
            min(own[end], its[end]) - max(own[start], its[start]) > _TOLERANCE_PX
            for start, end in ((0, 2), (1, 3))
        )

    def _ink(self) -> tuple[float, float, float, float]:
        size = self.size_pt * _PX_PER_PT
        top, bottom = self.baseline - _CAP_EM * size, self.baseline + _DEPTH_EM * size
        return self.left, top, self.right, bottom


def printed_texts(document: Any) -> Iterator[PrintedText]:  # noqa: ANN401
    """Yield all text of a document in the order of its file, that in margins left out."""
    for number, page in enumerate(document.pages, start=1):
        for box, _anchor, _is_placed in _printed(page._page_box, "", is_placed=False):
            text = getattr(box, "text", "")
            if text.strip():
                size = float(box.style["font_size"])
                space = _SPACE_EM * size
                yield PrintedText(
                    page=number,
                    text=text,
                    size_pt=size / _PX_PER_PT,
                    left=box.position_x + space * (len(text) - len(text.lstrip())),
                    right=box.position_x + box.width - space * (len(text) - len(text.rstrip())),
                    baseline=float(box.position_y + box.baseline),
                )


def collisions(document: Any) -> tuple[tuple[PrintedText, PrintedText], ...]:  # noqa: ANN401
    """Return the pairs of texts of which one stands over the other."""
    texts = sorted(printed_texts(document), key=lambda one: (one.page, one.baseline))
    found: list[tuple[PrintedText, PrintedText]] = []
    highest = max((one.size_pt for one in texts), default=0.0) * _PX_PER_PT
    for at, text in enumerate(texts):
        for other in texts[at + 1 :]:
            if other.page != text.page or other.baseline - text.baseline > highest:
                break
            if text.covers(other):
                found.append((text, other))
    return tuple(found)


def strays(document: Any, spans: Mapping[str, Span]) -> tuple[Diagnostic, ...]:  # noqa: ANN401
    """Return a warning for each stretch of text or image outside the type area."""
    found: dict[str, Diagnostic] = {}
    for number, page in enumerate(document.pages, start=1):
        box = page._page_box
        left, top = box.content_box_x(), box.content_box_y()
        area = left, top, left + box.width, top + box.height
        for child, anchor, is_placed in _printed(box, "", is_placed=False):
            if _is_outside(child, area, is_placed=is_placed):
                words = getattr(child, "text", "") or "an image"
                place = spans.get(anchor)
                message = f"`{words.strip()}` stands outside the type area"
                if place is None:
                    message += f" of page {number}"
                found.setdefault(anchor or message, Diagnostic(Code.OUTSIDE_AREA, message, place))
    return tuple(found.values())


def _printed(
    box: Any,  # noqa: ANN401 - WeasyPrint has no types
    anchor: str,
    *,
    is_placed: bool,
) -> Iterator[tuple[Any, str, bool]]:
    """Yield text and images with the nearest id above them, and whether they are placed freely."""
    for placed_child in getattr(box, "children", ()):
        # What is placed freely is represented by a placeholder.
        child = getattr(placed_child, "_box", placed_child)
        name = type(child).__name__
        if name == "MarginBox":
            continue
        own = child.element.get("id") if child.element is not None else None
        placed = is_placed or child.style["position"] in {"absolute", "fixed"}
        if name == "TextBox" or "Replaced" in name:
            yield child, own or anchor, placed
        else:
            yield from _printed(child, own or anchor, is_placed=placed)


def _is_outside(
    box: Any,  # noqa: ANN401 - WeasyPrint has no types
    area: tuple[float, float, float, float],
    *,
    is_placed: bool,
) -> bool:
    left, top, right, bottom = area
    if not box.width or not getattr(box, "text", "x").strip():
        return False
    # Large figures move out of their column by the space left of their ink.
    outdent = _TOLERANCE_PX + _OUTDENT_EM * box.style["font_size"]
    end = box.position_x + box.width
    if getattr(box, "text", "").endswith(" "):
        end -= _SPACE_EM * box.style["font_size"]
    if box.position_x < left - outdent or end > right + _TOLERANCE_PX:
        return True
    if is_placed:
        return False
    descent = _TOLERANCE_PX + _DESCENT_EM * box.style["font_size"]
    # In a line closer than its font, `position_y` is where the line begins, not the text.
    upper = box.content_box_y()
    return bool(upper < top - descent or upper + box.height > bottom + descent)
