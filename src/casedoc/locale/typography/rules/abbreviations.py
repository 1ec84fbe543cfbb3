"""Abbreviations of several words have gaps between their parts."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import GAP

_INNER_GAP: Final = re.compile(rf"(?<=\.){GAP}?(?=\w)")


def _spaced(abbreviation: str) -> str:
    """Return a pattern for an abbreviation with gaps or none, its first letter in either case."""
    first, *others = abbreviation.split(" ")
    letter = f"[{first[0]}{first[0].upper()}]{re.escape(first[1:])}"
    return f"{GAP}?".join((letter, *map(re.escape, others)))


@lru_cache
def _pattern(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of all abbreviations of a language."""
    longest_first = sorted(conventions.abbreviations, key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(_spaced, longest_first))})(?!\w)")


def set_abbreviations(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set `z.B.` and its like with no-break spaces between the parts, as German has them.

    *Source:* Duden, Richtlinien für den Schriftsatz; DIN 5008. U+00A0 as LANGUAGE.md decides.
    """
    if not spec.conventions.abbreviations:
        return
    for match in _pattern(spec.conventions).finditer(text):
        for gap in _INNER_GAP.finditer(text, *match.span()):
            if gap[0] != NO_BREAK_SPACE:
                yield Edit(*gap.span(), NO_BREAK_SPACE)
