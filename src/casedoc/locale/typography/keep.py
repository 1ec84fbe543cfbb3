"""Which stretches of a typeset text must stay on one line."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from casedoc.locale.spec import known_locales
from casedoc.locale.typography.pattern import BEFORE_NUMBER, GAP, LETTER, NUMBER
from casedoc.locale.typography.rules.nouns import KEPT_LENGTH
from casedoc.locale.units import CURRENCY_CODES, CURRENCY_SIGNS, alternatives

_MAX_BRACKETS: Final = 15
_MAX_COMPOUND: Final = 24
# Of all languages at once: what a number does not count in one, it hardly counts in another.
_STOP_WORDS: Final = alternatives(*(spec.conventions.stop_words for spec in known_locales()))
_NUMBER_AND_WORD: Final = (
    rf"{BEFORE_NUMBER}(?:{NUMBER}\u2013)?{NUMBER}[%\u00d7]?[ ](?!(?:{_STOP_WORDS})(?!\w))"
    rf"(?={LETTER}[^\s]{{0,{KEPT_LENGTH - 1}}}(?!\S)){LETTER}"
)
_CUSTOMS: Final = tuple(spec.conventions for spec in known_locales())
_MULTIPLES: Final = alternatives(*(tuple(customs.magnitudes) for customs in _CUSTOMS))
_COUNTED: Final = alternatives(
    CURRENCY_SIGNS, CURRENCY_CODES, *(customs.quantities for customs in _CUSTOMS)
)
_OF_TWO_WORDS: Final = alternatives(
    tuple(word for customs in _CUSTOMS for word in customs.quantities if " " in word)
)
_PATTERNS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        # both ends of a range
        r"(?<=[0-9%\u20acKkMx\u00d7.])\u2013(?=[\u20ac$]?[0-9])",
        r"(?<=\w)\u2013(?=\w)",
        # a number and a unit with a slash or a hyphen in it
        rf"{BEFORE_NUMBER}{NUMBER}{GAP}?[^\s\d]*[/\-]",
        # a measure of several factors
        rf"{BEFORE_NUMBER}{NUMBER}(?: \u00d7 {NUMBER})+",
        # a short group in brackets
        rf"\([^()\n]{{1,{_MAX_BRACKETS - 2}}}\)",
        # a number and the short word after it
        _NUMBER_AND_WORD,
        # a number with a multiple and what it counts, or with a unit of two words
        rf"{BEFORE_NUMBER}{NUMBER}{GAP}(?:(?:{_MULTIPLES}){GAP}(?:{_COUNTED})|{_OF_TWO_WORDS})(?!\w)",
    )
)
_SHORT_FIRST_PART: Final = re.compile(r"(?<![\w\-/.])(?!\d+-\d)\w{1,2}-(?=\w)")


def keep_together(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches of a typeset text within which no line may break.

    Only what a no-break space alone can't hold: both ends of a range (WeasyPrint breaks lines
    after an en dash), units with a slash, short groups in brackets, a number with the short word
    after it, and compounds whose first part has at most two characters. A stretch extends to the
    spaces around it; where that makes a compound longer than 24 characters, to its next hyphen.

    Args:
        text: A text as `typeset` returns it.

    Returns:
        Start and end of each stretch, in order, apart from each other.

    *Source:* DESIGN.md, section 6.
    """
    blanks = [match.start() for match in re.finditer(r"[ \t\n]", text)]
    blanks.append(len(text))
    stretches = [
        _to_spaces(blanks, *match.span()) for shape in _PATTERNS for match in shape.finditer(text)
    ]
    stretches += [
        _compound(text, blanks, match.end()) for match in _SHORT_FIRST_PART.finditer(text)
    ]
    return _merged([stretch for stretch in stretches if _breakable(text[slice(*stretch)])])


def _to_spaces(blanks: Sequence[int], start: int, end: int) -> tuple[int, int]:
    """Return a stretch extended to the next breakable space, or the end, on both sides.

    Args:
        blanks: Where the spaces of the text stand, and its end.
        start: Where the stretch begins.
        end: The character after its last.
    """
    before = bisect_left(blanks, start)
    return blanks[before - 1] + 1 if before else 0, blanks[bisect_left(blanks, end)]


def _compound(text: str, blanks: Sequence[int], hyphen_end: int) -> tuple[int, int]:
    """Return the stretch of a compound whose first hyphen ends at a place."""
    start, end = _to_spaces(blanks, hyphen_end - 1, hyphen_end)
    if end - start > _MAX_COMPOUND:
        hyphen = text.find("-", hyphen_end, end)
        end = end if hyphen < 0 else hyphen + 1
    return start, end


def _breakable(stretch: str) -> bool:
    """Whether a line could break inside a stretch."""
    return re.search(r"[ \-\u2013\u2014/]", stretch[:-1]) is not None


def _merged(stretches: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return stretches in order, overlapping ones made one."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)
