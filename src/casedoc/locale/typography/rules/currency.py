"""Amounts of money stay together, and German sets a gap before the sign."""

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
from casedoc.locale.units import CURRENCY_CODES, CURRENCY_SIGNS, alternatives

_SIGNS: Final = alternatives(CURRENCY_SIGNS)
_CODES: Final = alternatives(CURRENCY_CODES)
_CLOSED: Final = re.compile(rf"{BEFORE_NUMBER}{NUMBER}(?P<gap>)(?:{_SIGNS})(?![0-9]){AFTER_UNIT}")
_BEFORE: Final = re.compile(rf"(?<![\w\u00a0])(?:{_SIGNS}|{_CODES})(?P<gap>{GAP})(?=[0-9])")


@lru_cache
def _after(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a gap before a currency, behind a number or an abbreviated numeral."""
    behind = "|".join(rf"(?<={re.escape(numeral)})" for numeral in conventions.numerals)
    number = "|".join(filter(None, (r"(?<=[0-9])", behind)))
    return re.compile(rf"(?:{number})(?P<gap>{GAP})(?:(?:{_SIGNS})(?![0-9])|{_CODES}){AFTER_UNIT}")


def set_currency(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between an amount and its currency; `4500€` gets one in German.

    The sign stays where the author put it, before or after the number.

    *Source:* DIN 5008, Währungsangaben; CLDR 47.
    """
    patterns = [_after(spec.conventions), _BEFORE]
    if spec.conventions.has_currency_gap:
        patterns.append(_CLOSED)
    edits = chain.from_iterable(replaced(p, text, NO_BREAK_SPACE, "gap") for p in patterns)
    return iter(sorted(set(edits), key=lambda edit: edit.start))
