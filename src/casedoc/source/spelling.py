"""How a text is spelled in Markdown: as it reads, or with escapes and entities."""

from __future__ import annotations

import html
import re
from string import punctuation
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BEGINS_OTHERWISE: Final = re.compile(r"[\\&]")
_FARTHEST: Final = 1000
# Nothing but markup stands between one text and the next.


def spelling(written: str, text: str, start: int = 0) -> tuple[int, ...]:
    """Return where each character of a text stands in what was written, and where the last ends.

    Args:
        written: Markdown.
        text: What it reads as from `start` on.
        start: The place of the first character.

    Returns:
        One place more than the text has characters; nothing where the text does not stand there.
    """
    places = [start]
    for character in text:
        length = _length(written, places[-1], character)
        if length == 0:
            return ()
        places.append(places[-1] + length)
    return tuple(places)


def find_spelled(written: str, text: str, start: int) -> tuple[int, int]:
    """Return where a text stands next, however it is spelled, and where it ends; or twice -1."""
    literal = written.find(text, start)
    stop = min(start + _FARTHEST, literal if literal >= 0 else len(written))
    if _BEGINS_OTHERWISE.search(written, start, stop):
        for first in range(start, stop):
            places = spelling(written, text, first)
            if places:
                return first, places[-1]
    return (literal, literal + len(text)) if literal >= 0 else (-1, -1)


def _length(written: str, at: int, character: str) -> int:
    """Return how many characters spell one at a place; none where another one stands there."""
    entity = _ENTITY.match(written, at)
    if entity is not None and html.unescape(entity[0]) == character:
        return len(entity[0])
    if character in punctuation and written.startswith(f"\\{character}", at):
        return 2
    return 1 if written.startswith(character, at) else 0
