"""Whether the words of a table may stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.markup.tokens import TEXT_FAMILY
from casedoc.source.element import Kind, plain_text

if TYPE_CHECKING:
    from casedoc.source.element import Element
    from casedoc.typeface.font_set import FontSet

ROOM_EM: Final = 23.0
"""Width of the narrowest column a table stands in, in its type: 116 mm on the largest poster."""
_PADDING_EM: Final = 0.6


def has_room(table: Element, fonts: FontSet) -> bool:
    """Tell whether columns as wide as their longest words fit side by side.

    *Why* it matters: a word is to be broken only in a table that would run off the page.
    """
    widths: dict[int, float] = {}
    for row in table.walk():
        if row.kind is Kind.ROW:
            for at, cell in enumerate(row.children):
                words = plain_text(cell.children).split()
                longest = max(
                    (fonts.width_pt(one, TEXT_FAMILY, 600, 1.0) for one in words), default=0
                )
                widths[at] = max(widths.get(at, 0.0), longest + _PADDING_EM)
    return sum(widths.values()) <= ROOM_EM
