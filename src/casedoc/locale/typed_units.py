"""The units that a typed value may have, in machine notation and as a language writes them."""

import re
from decimal import Decimal
from functools import cache
from typing import Final

from babel import Locale
from babel.numbers import list_currencies
from babel.units import format_unit

from casedoc.locale.characters import NO_BREAK_SPACE, TIMES
from casedoc.locale.spec import LocaleSpec, known_locales
from casedoc.locale.units import SYMBOLS

PERCENT: Final = "%"
"""The unit of percentages."""
FACTOR: Final = "x"
"""The unit of factors, which prints as a multiplication sign."""
DURATIONS: Final = ("second", "minute", "hour", "day", "week", "month", "quarter", "year")
"""Units of time that print as words; in machine notation also with an `s` at the end."""

SHORT_SYMBOLS: Final = ("s", "min", "h", "d", "m", "g", "t", "l", "W", "V")
"""Symbols that closed up to a number are also something else (`429s`, `10m`)."""

_CLEAR_SIGNS: Final = {"\u20ac": "EUR", "\u00a3": "GBP"}
_BEFORE_WORDS: Final = re.compile(r"\A[\W\d]+")


@cache
def currencies() -> frozenset[str]:
    """Return the codes of all currencies. *Source:* ISO 4217, as CLDR 47 lists them."""
    return frozenset(list_currencies())


@cache
def machine_units() -> tuple[str, ...]:
    """Return all units of machine notation that print as signs or words, but no currencies."""
    own = dict.fromkeys(unit for spec in known_locales() for unit in spec.conventions.units)
    durations = (name for unit in DURATIONS for name in (unit, f"{unit}s"))
    return (PERCENT, FACTOR, *own, *durations, *SYMBOLS, *SHORT_SYMBOLS)


def machine_unit(written: str) -> str | None:
    """Return a unit of machine notation in its one form, or none where there is no such unit.

    Args:
        written: What stands behind the number; empty for a bare number.
    """
    unit = " ".join(written.split())
    if not unit or unit in currencies():
        return unit
    if unit == TIMES:
        return FACTOR
    if unit in _CLEAR_SIGNS:
        return _CLEAR_SIGNS[unit]
    if unit not in machine_units():
        return None
    return unit.removesuffix("s") if unit.removesuffix("s") in DURATIONS else unit


def written_unit(written: str, spec: LocaleSpec) -> str | None:
    """Return the unit that a sign or word of a language stands for, in machine notation.

    Args:
        written: What stands behind the number; empty for a bare number.
        spec: The language.
    """
    unit = " ".join(written.replace(NO_BREAK_SPACE, " ").split())
    known = _written_units(spec).get(unit)
    if known is not None:
        return known
    if not unit or unit in {PERCENT, *SYMBOLS, *SHORT_SYMBOLS}:
        return unit
    if unit in {FACTOR, TIMES}:
        return FACTOR
    return currency_of_sign(unit, spec)


def currency_of_sign(sign: str, spec: LocaleSpec) -> str | None:
    """Return the code of a currency from what a language prints for it, or none.

    A sign that stands for several currencies, such as `$`, counts only where the language
    prints one of them so.
    """
    if sign in currencies():
        return sign
    return _CLEAR_SIGNS.get(sign) or _signs(spec).get(sign)


def duration_words(value: Decimal, unit: str, spec: LocaleSpec) -> str:
    """Return the words for a unit of time behind a number. *Source:* CLDR 47, long forms."""
    printed: str = format_unit(value, f"duration-{unit}", "long", locale=spec.cldr)
    return _BEFORE_WORDS.sub("", printed)


def format_months(months: int, spec: LocaleSpec) -> str:
    """Print a number of months: `38 Monate`. *Source:* CLDR 47, long forms."""
    printed: str = format_unit(months, "duration-month", "long", locale=spec.cldr)
    return printed.replace(" ", NO_BREAK_SPACE)


@cache
def _signs(spec: LocaleSpec) -> dict[str, str]:
    symbols = Locale.parse(spec.cldr).currency_symbols
    return {symbol: code for code, symbol in symbols.items()}


@cache
def _written_units(spec: LocaleSpec) -> dict[str, str]:
    """Return the units that a language has words for, by each of their words."""
    found = {word: unit for unit, words in spec.conventions.units.items() for word in words}
    for unit in DURATIONS:
        for count in (Decimal(1), Decimal(2)):
            found[duration_words(count, unit, spec)] = unit
    return found
