"""Order by the alphabet, as in an index."""

from __future__ import annotations

import unicodedata

SIGNS = "#"
"""The letter of entries that begin with a digit or a sign."""


def alphabetical(text: str) -> str:
    """Return what texts are compared by: without regard to case, accents as their bare letters.

    *Source:* DIN 5007-1, order of words: `ä` counts as `a`, `ß` as `ss`.
    """
    folded = unicodedata.normalize("NFKD", text.casefold())
    return "".join(one for one in folded if not unicodedata.combining(one)) or text


def letter_of(text: str) -> str:
    """Return the upper-case letter that an entry stands under; `SIGNS` for digits and signs."""
    first = alphabetical(text)[:1].upper()
    return first if first.isalpha() else SIGNS
