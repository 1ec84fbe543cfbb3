"""A hyphen between two ascending numbers is the dash of a range."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedoc.locale.characters import EN_DASH
from casedoc.locale.conventions import Conventions
from casedoc.locale.numbers import read_number
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import BEFORE_NUMBER, GAP, NUMBER
from casedoc.locale.units import (
    CURRENCY_SIGNS,
    FACTOR_SIGNS,
    MAGNITUDES,
    SHORT_SYMBOLS,
    SYMBOLS,
    alternatives,
)

_SIGN: Final = f"(?:{alternatives(CURRENCY_SIGNS)})?"
_SIGN_OF_A_RANGE: Final = r"(?<![\-\u2013\u2014\u2212][\u20ac$\u00a3\u00a5])"
_UNIT: Final = alternatives(MAGNITUDES, SYMBOLS, CURRENCY_SIGNS, FACTOR_SIGNS, ("%",))
_DAYS: Final = re.compile(r"(?<![\w.\-\u2013])[0-9]{1,2}\.(?P<dash>-)(?=[0-9]{1,2}\. ?[A-Z\u00c4])")
_YEAR_LENGTH: Final = 4
_MONTH_LENGTH: Final = 2


@lru_cache
def _range(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of two numbers with a hyphen between them."""
    symbols = (*SYMBOLS, *SHORT_SYMBOLS, *conventions.numerals, *CURRENCY_SIGNS, *FACTOR_SIGNS)
    closed_up = alternatives(MAGNITUDES, symbols, ("%", "\u00b0"))
    return re.compile(
        rf"(?<![\u2013\u2014\u2212]){BEFORE_NUMBER}{_SIGN}{_SIGN_OF_A_RANGE}"
        rf"(?P<first>{NUMBER})(?:{GAP}?(?P<unit>{_UNIT}))?(?P<dash>-){_SIGN}(?P<second>{NUMBER})"
        rf"(?=(?:{GAP}?%|(?P<last>{closed_up}))?(?![\w\-])(?![.,:/'\u2019]\w))"
    )


def set_ranges(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set `2-4` as two numbers with an en dash and no spaces, where the second is the larger one.

    Not a range: what follows a letter (`S7-1500`), goes on with a hyphen (`3-5-stellig`), begins
    with a zero (`030-1234`), or may be a year and a month (`2018-19`).

    *Source:* Duden, Bis-Strich; Microsoft Style Guide, en dashes; Chicago 6.78.
    """
    found = _range(spec.conventions).finditer(text)
    edits = [match.span("dash") for match in found if _ascends(match, spec)]
    if spec.conventions.has_day_point:
        edits += [match.span("dash") for match in _DAYS.finditer(text)]
    for start, end in sorted(edits):
        yield Edit(start, end, EN_DASH)


def _ascends(match: re.Match[str], spec: LocaleSpec) -> bool:
    """Whether the second number is larger; numbers of different units are not compared."""
    first, second = match["first"], match["second"]
    if any(re.match(r"0\d", number) for number in (first, second)):
        return False
    if (len(first), len(second)) == (_YEAR_LENGTH, _MONTH_LENGTH) and first.isdecimal():
        return False
    if match["unit"] in FACTOR_SIGNS and match["last"] not in FACTOR_SIGNS:
        return False
    values = read_number(first, spec), read_number(second, spec)
    if values[0] is None or values[1] is None:
        return False
    return values[0] < values[1] or bool(match["unit"] and match["unit"] != match["last"] != "%")
