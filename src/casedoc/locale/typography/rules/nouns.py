"""A number does not stand at the end of a line without the long noun that it counts."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import BEFORE_NUMBER, LETTER, NUMBER, replaced

KEPT_LENGTH: Final = 14
"""Up to so many characters a noun is kept on the number's line whole, by `keep_together`."""

_LONG_NOUN: Final = re.compile(
    rf"{BEFORE_NUMBER}{NUMBER}(?P<gap> )(?={LETTER}(?:\w|-){{{KEPT_LENGTH},}})"
)


def bind_long_nouns(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between a number and a word of more than 14 characters.

    *Why* only long ones: a long noun may still be hyphenated, so the gap is all it needs; a short
    one is kept whole, without a change to the text. *Source:* DESIGN.md, section 6.
    """
    del spec
    return replaced(_LONG_NOUN, text, NO_BREAK_SPACE, "gap")
