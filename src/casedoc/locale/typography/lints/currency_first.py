"""Where the currency sign stands after the number."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from babel import Locale

from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import GAP, NUMBER
from casedoc.locale.units import CURRENCY_SIGNS, alternatives

_FIRST: Final = re.compile(
    rf"(?<!\w)(?P<sign>{alternatives(CURRENCY_SIGNS)}){GAP}?(?P<number>{NUMBER})(?P<rest>/\w+)?"
)
_LONGEST_NUMERAL: Final = 16
"""Characters in which an abbreviated numeral, a digit and two gaps find room."""


@lru_cache
def _is_set_after(cldr: str) -> bool:
    """Whether CLDR sets the sign of a currency behind the number in a locale."""
    pattern: str = Locale.parse(cldr).currency_formats["standard"].pattern
    return not pattern.startswith("\u00a4")


@lru_cache
def _amount_before(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of an amount that the sign behind it belongs to: `12 Mio. €`."""
    numerals = alternatives(conventions.numerals) or "(?!)"
    return re.compile(rf"(?:[0-9]|(?<=[0-9]{GAP})(?:{numerals})){GAP}?\Z")


def find_currency_first(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find a currency sign before its number where the language sets it behind, as in German.

    *Source:* DIN 5008 allows both places, with a gap; CLDR 47 sets it after (de).
    """
    if not _is_set_after(spec.cldr):
        return
    multiple = re.compile(rf"{GAP}?(?:{alternatives(tuple(spec.conventions.magnitudes))})(?!\w)")
    belongs_before = _amount_before(spec.conventions)
    for match in _FIRST.finditer(text):
        start = match.start("sign")
        if belongs_before.search(text[max(0, start - _LONGEST_NUMERAL) : start]):
            continue
        better = f"{match['number']} {match['sign']}{match['rest'] or ''}"
        if multiple.match(text, match.end()):
            better = ""
        yield Finding(FindingCode.CURRENCY_FIRST, *match.span(), better)
