"""A word across a page, over everything else, through which it is read: an artifact, no text.

*Why* over it: a page may have a ground of its own. What is multiplied leaves dark text dark.
*Source:* ISO 32000-1, 8.5 (paths), 11.3.5 (blend modes), 14.8.2.2 (artifacts).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Collection

    from casedoc.typeface.outlines import Outline

_STATE: Final = "draft-mark"
_SHARE: Final = 0.72
"""How much of a page's diagonal the word takes."""


@dataclass(frozen=True, slots=True)
class DraftMark:
    """What is drawn, and where."""

    outline: Outline
    """The word."""
    colour: tuple[float, float, float]
    """Red, green and blue, 0 to 1."""
    pages: Collection[int]
    """Numbers of the pages, from 1."""


def draw_mark(pdf: Any, mark: DraftMark) -> None:  # noqa: ANN401 - pydyf has no types
    """Draw a mark on the pages of a file that is about to be written."""
    from weasyprint.pdf.tags import pydyf

    references = pdf.page_references
    for number, reference in enumerate(references, 1):
        if number not in mark.pages:
            continue
        page = pdf.objects[int(reference.split()[0])]
        box = [float(edge) for edge in (page.get("TrimBox") or page["MediaBox"])]
        first = pydyf.Stream([b"q"])
        last = pydyf.Stream([line.encode() for line in _operators(mark, box)], compress=True)
        pdf.add_object(first)
        pdf.add_object(last)
        page["Contents"] = pydyf.Array([first.reference, page["Contents"], last.reference])
        states = _states_of(pdf, page)
        states[_STATE] = pydyf.Dictionary({"Type": "/ExtGState", "BM": "/Multiply"})


def _states_of(pdf: Any, page: Any) -> Any:  # noqa: ANN401
    """Return the graphics states that a page may use."""
    resources = page["Resources"]
    if isinstance(resources, bytes):
        resources = pdf.objects[int(resources.split()[0])]
    return resources["ExtGState"]


def _operators(mark: DraftMark, box: list[float]) -> list[str]:
    """Return the operators that draw a mark from the lower left to the upper right corner."""
    left, bottom, right, top = box
    width, height = right - left, top - bottom
    angle = math.atan2(height, width)
    size = math.hypot(width, height) * _SHARE / mark.outline.width
    a, b = size * math.cos(angle), size * math.sin(angle)
    # The middle of the word lies in the middle of the page.
    x, y = mark.outline.width / 2, mark.outline.height / 2
    e = left + width / 2 - a * x + b * y
    f = bottom + height / 2 - b * x - a * y
    matrix = " ".join(f"{number:.4f}" for number in (a, b, -b, a, e, f))
    colour = " ".join(f"{part:.3f}" for part in mark.colour)
    steps = [
        " ".join((*(f"{number:.4f}" for number in numbers), step))
        for step, numbers in mark.outline.curves
    ]
    return [
        "Q /Artifact BMC",
        "q",
        f"/{_STATE} gs",
        f"{matrix} cm",
        f"{colour} rg",
        *steps,
        "f",
        "Q",
        "EMC",
    ]
