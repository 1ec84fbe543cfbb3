"""Straight quotes that pair become the marks of the language."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit

# Marks side by side are looked at as one, so that it makes no difference which are set already.
_MARKS: Final = re.compile("[\"'\u2018-\u201f\u00ab\u00bb\u2039\u203a]+")
# A decade (`'90s`) and an elision (`rock 'n' roll`) open and close nothing.
_APOSTROPHE: Final = re.compile(r"'(?=[0-9]{2}(?![0-9]))|(?<=\s)'(?=n'\s)|(?<=\s'n)'(?=\s)")
_OPENING_CONTEXT: Final = frozenset("([{/|-\u2013\u2014\u2026=")
STRAIGHT_DOUBLE: Final = '"'
"""The mark of the keyboard for quotations."""
STRAIGHT_SINGLE: Final = "'"
"""The mark of the keyboard for quotations inside quotations, and for apostrophes."""


def set_quotes(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set pairs of straight quotes as the opening and closing marks of the language.

    Double ones are outer, single ones inner marks. A double one that closes what a mark of the
    language has opened (`„so"`) is set, too. A quote that opens or closes nothing (the inches of
    `6'2"`, the apostrophe of `'90s`) stays.

    *Source:* Duden, Anführungszeichen; Chicago 13.9; CLDR 47, delimiters.
    """
    outer = (STRAIGHT_DOUBLE, spec.opening_quote, spec.closing_quote)
    inner = (STRAIGHT_SINGLE, spec.inner_opening_quote, spec.inner_closing_quote)
    edits = [edit for marks in (outer, inner) for edit in _paired(text, *marks)]
    return iter(sorted(edits, key=lambda edit: edit.start))


def unpaired_quotes(text: str, spec: LocaleSpec) -> list[int]:
    """Return where straight quotes stand that pair with no other."""
    paired = {edit.start for edit in set_quotes(text, spec)}
    straight = {STRAIGHT_DOUBLE, STRAIGHT_SINGLE}
    return [place for place, mark in enumerate(text) if mark in straight and place not in paired]


def _paired(text: str, straight: str, opening: str, closing: str) -> Iterator[Edit]:
    """Yield the edits of all pairs of one kind of quote, the innermost first."""
    if straight not in text:
        return
    apostrophes = {match.start() for match in _APOSTROPHE.finditer(text)}
    # Where an opening one is set already there is nothing to do but to close; of single ones it
    # could be an apostrophe.
    set_already = opening if straight == STRAIGHT_DOUBLE else None
    opened: list[int | None] = []
    for marks in _MARKS.finditer(text):
        opens, closes = _directions(text, *marks.span())
        for place in range(*marks.span()):
            if text[place] == set_already:
                opened.append(None)
            elif text[place] != straight or place in apostrophes:
                if text[place] == closing and opened and opened[-1] is None:
                    opened.pop()
            elif closes and opened:
                start = opened.pop()
                if start is not None:
                    yield Edit(start, start + 1, opening)
                yield Edit(place, place + 1, closing)
            elif opens:
                opened.append(place)


def _directions(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether the quotes of a stretch can open, and can close, by what stands around it."""
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    opens = not after.isspace() and (before.isspace() or before in _OPENING_CONTEXT)
    closes = not before.isspace() and not after.isalnum()
    return opens, closes
