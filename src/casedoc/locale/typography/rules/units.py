"""Number and unit symbol have a gap that no line breaks at."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import AFTER_UNIT, BEFORE_NUMBER, GAP, NUMBER, replaced
from casedoc.locale.units import SHORT_SYMBOLS, SYMBOLS, alternatives

_CLOSED: Final = re.compile(
    rf"{BEFORE_NUMBER}{NUMBER}(?P<gap>)(?:{alternatives(SYMBOLS)}){AFTER_UNIT}"
)
_SPACED: Final = re.compile(
    rf"(?<=[0-9])(?P<gap>{GAP})(?:{alternatives(SYMBOLS, SHORT_SYMBOLS)}){AFTER_UNIT}"
)


@lru_cache
def _numeral(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a number before an abbreviated numeral of a language."""
    numerals = alternatives(conventions.numerals)
    return re.compile(rf"(?<=[0-9])(?P<gap>{GAP}?)(?:{numerals})(?!\w)")


def set_units(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between a number and a unit symbol or an abbreviated numeral.

    Symbols that are also something else (`10m`, `429s`) are set apart only where they were typed
    so; words (`12 Prozent`) keep the space they have.

    *Source:* SI Brochure (BIPM), 5.4.3; DIN 1301; CLDR 47 for `Mio.`
    """
    patterns = [_CLOSED, _SPACED]
    if spec.conventions.numerals:
        patterns.append(_numeral(spec.conventions))
    edits = chain.from_iterable(replaced(p, text, NO_BREAK_SPACE, "gap") for p in patterns)
    return iter(sorted(edits, key=lambda edit: edit.start))
