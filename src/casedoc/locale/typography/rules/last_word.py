"""A paragraph does not end with one short word on a line of its own."""

from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit

_SHORT: Final = 6


def bind_last_word(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set no-break spaces until what can stand alone on the last line has 7 characters.

    *Source:* DESIGN.md, section 6 (no last line `ELK)` or `60 %`).
    """
    del spec
    end = len(text.rstrip())
    edits: list[Edit] = []
    gap = text.rfind(" ", 0, end)
    while gap > 0 and end - gap - 1 <= _SHORT and not text[gap - 1].isspace():
        edits.append(Edit(gap, gap + 1, NO_BREAK_SPACE))
        gap = text.rfind(" ", 0, gap)
    return iter(reversed(edits))
