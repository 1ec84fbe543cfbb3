"""German abbreviations of several words have gaps between their parts."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import GAP

_ABBREVIATIONS: Final = (
    *("z. B.", "d. h.", "i. d. R.", "u. a.", "u. U.", "z. T.", "z. Zt.", "z. Hd.", "i. e. S."),
    *("i. w. S.", "i. A.", "i. V.", "i. d. F.", "o. \u00c4.", "u. \u00c4.", "o. a.", "o. g."),
    *("s. o.", "s. u.", "v. a.", "v. Chr.", "n. Chr.", "a. a. O.", "m. E.", "u. v. m.", "u. v. a."),
    *("e. V.", "b. w.", "d. J.", "i. H. v.", "m. a. W.", "n. a.", "k. A.", "o. J.", "o. O."),
)


def _spaced(abbreviation: str) -> str:
    """Return a pattern for an abbreviation with gaps or none, its first letter in either case."""
    first, *others = abbreviation.split(" ")
    letter = f"[{first[0]}{first[0].upper()}]{re.escape(first[1:])}"
    return f"{GAP}?".join((letter, *map(re.escape, others)))


_LONGEST_FIRST: Final = sorted(_ABBREVIATIONS, key=len, reverse=True)
_PATTERN: Final = re.compile(rf"(?<![\w.])(?:{'|'.join(map(_spaced, _LONGEST_FIRST))})(?!\w)")
_INNER_GAP: Final = re.compile(rf"(?<=\.){GAP}?(?=\w)")


def set_abbreviations(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set `z.B.` and its like with no-break spaces between the parts, in German.

    *Source:* Duden, Richtlinien für den Schriftsatz; DIN 5008. U+00A0 as LANGUAGE.md decides.
    """
    if spec.language != "de":
        return
    for match in _PATTERN.finditer(text):
        for gap in _INNER_GAP.finditer(text, *match.span()):
            if gap[0] != NO_BREAK_SPACE:
                yield Edit(*gap.span(), NO_BREAK_SPACE)
