"""Pieces of patterns that several rules are made of."""

from collections.abc import Iterator
from re import Pattern
from typing import Final

from casedoc.locale.typography.edit import Edit

GAP: Final = r"[ \u00a0\u2009\u202f]"
"""A space of any kind that people type before a unit."""
NUMBER: Final = r"[0-9]++(?:[.,'\u2019][0-9]++)*+"
"""Digits with separators between them, taken whole: a pattern never tries a part of a number."""
BEFORE_NUMBER: Final = r"(?<![\w.,:/#\-])(?<![0-9]['\u2019])"
"""What a number of its own does not stand directly after: a word, a longer number, a hyphen."""
AFTER_UNIT: Final = r"(?!\w)(?!-\w)"
"""A unit ends here: no word goes on, not even after a hyphen (`100%ig`, `3GB-Datei`)."""
LETTER: Final = r"[^\W\d_]"
"""A letter of any alphabet."""


def replaced(pattern: Pattern[str], text: str, new: str, group: str | int = 0) -> Iterator[Edit]:
    """Yield an edit that replaces a group of each match, where it is not so already."""
    for match in pattern.finditer(text):
        if match[group] != new:
            yield Edit(match.start(group), match.end(group), new)
