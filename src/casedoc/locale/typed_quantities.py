"""Quantities: a number with its unit, in machine notation and as a language prints it.

Machine notation is the same in every language: a point, no groups, and the unit behind a space
(`1200000 EUR`, `99.95 %`, `20 minutes`).
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from babel import Locale
from babel.numbers import get_currency_precision

from casedoc.locale.characters import MINUS, NO_BREAK_SPACE, TIMES
from casedoc.locale.figures import Figure
from casedoc.locale.numbers import (
    format_money,
    format_number,
    read_amount,
    read_machine_number,
    written_decimals,
)
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typed_units import (
    DURATIONS,
    FACTOR,
    PERCENT,
    SHORT_SYMBOLS,
    currencies,
    currency_of_sign,
    duration_words,
    machine_unit,
    written_unit,
)

_SPACE: Final = r"[ \u00a0\u202f]"
_UNIT: Final = r"[^\s\u00a0\d.,'\u2019+\-\u2013/:;].*"
_MACHINE: Final = re.compile(
    rf"(?P<number>[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{{1,2}})?)(?:(?P<gap>{_SPACE}*)(?P<unit>{_UNIT}))?",
    re.ASCII | re.DOTALL,
)
_LIKE_GROUPS: Final = re.compile(r"[+-]?(?P<whole>[1-9]\d{0,2})\.\d{3}", re.ASCII)
_CLEAR_PERCENT: Final = 2
_SIGNS: Final = rf"[+\-{MINUS}]"
_WRITTEN: Final = re.compile(
    rf"(?P<first>{_SIGNS}?)(?:(?P<money>[^\s\u00a0\d+\-{MINUS}]{{1,4}}){_SPACE}?)?(?P<second>{_SIGNS}?)"
    rf"(?P<number>\d+(?:[.,'\u2019]\d+)*)(?:(?P<gap>{_SPACE}?)(?P<unit>{_UNIT}))?",
    re.ASCII | re.DOTALL,
)
_MONEY_BEHIND: Final = re.compile(rf"(?P<number>.*\d){NO_BREAK_SPACE}?(?P<sign>\D+)")


class QuantityFault(Enum):
    """Why a text is no quantity."""

    NO_NUMBER = "no-number"
    """It does not begin with a number of its notation."""
    UNKNOWN_UNIT = "unknown-unit"
    """What follows the number is no unit."""
    TOO_PRECISE = "too-precise"
    """An amount of money has more decimals than its currency; printing it would round it."""
    AMBIGUOUS = "ambiguous"
    """Its decimals could be a group of thousands (`1,500` in German)."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Attributes:
        value: The number, with the digits that were written.
        unit: The unit in machine notation; empty for a bare number.
        signed: Whether a plus was written before it.
    """

    value: Decimal
    unit: str = ""
    signed: bool = False


def read_quantity(text: str) -> Quantity | QuantityFault:
    """Read a number with its unit in machine notation.

    Args:
        text: `1200000 EUR`, `99.95 %`, `20 minutes`, `3x`, `450 PT`, `1.2e6`.
    """
    match = _MACHINE.fullmatch(text.strip())
    if match is None:
        return QuantityFault.NO_NUMBER
    unit = machine_unit(match["unit"] or "")
    value = read_machine_number(match["number"])
    if value is None:
        return QuantityFault.NO_NUMBER
    if unit is None or _is_closed_up(match, unit):
        return QuantityFault.UNKNOWN_UNIT
    return _exact(Quantity(value, unit, match["number"].startswith("+")))


def _is_closed_up(match: re.Match[str], unit: str) -> bool:
    """Whether a symbol stands so close to its number that it may mean something else (`10m`)."""
    return unit in SHORT_SYMBOLS and not match["gap"]


def unit_in(text: str) -> str:
    """Return what stands behind the number of a text in machine notation."""
    match = _MACHINE.fullmatch(text.strip())
    return (match["unit"] or "").strip() if match else ""


def looks_grouped(text: str) -> bool:
    """Whether the decimals of a number in machine notation could be a group of thousands.

    A German author who writes `1.500` in a file's front matter means fifteen hundred. Ten percent
    and more with three decimals are clear: nobody has 99950 %.

    Args:
        text: A quantity in machine notation.
    """
    match = _MACHINE.fullmatch(text.strip())
    grouped = _LIKE_GROUPS.fullmatch(match["number"]) if match else None
    if match is None or grouped is None:
        return False
    return not (match["unit"] == PERCENT and len(grouped["whole"]) == _CLEAR_PERCENT)


def read_written_quantity(text: str, spec: LocaleSpec) -> Quantity | QuantityFault:
    """Read a number with its unit as a language writes it.

    Args:
        text: `1.200.000 €`, `€1,200,000`, `99,95 %`, `20 Minuten`.
        spec: The language.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None or (match["first"] and match["second"]):
        return QuantityFault.NO_NUMBER
    amount = read_amount(match["number"], spec)
    if amount is None:
        return QuantityFault.NO_NUMBER
    if amount.value is None:
        return QuantityFault.AMBIGUOUS
    unit = _written_unit(match["money"], match["unit"], spec)
    if unit is None or _is_closed_up(match, unit):
        return QuantityFault.UNKNOWN_UNIT
    sign = match["first"] or match["second"]
    value = amount.value.copy_negate() if sign in {"-", MINUS} else amount.value
    return _exact(Quantity(value, unit, sign == "+"))


def _written_unit(before: str | None, behind: str | None, spec: LocaleSpec) -> str | None:
    if before:
        return None if behind else currency_of_sign(before, spec)
    return written_unit(behind or "", spec)


def _exact(quantity: Quantity) -> Quantity | QuantityFault:
    """Refuse what can't be printed with all its digits."""
    decimals = written_decimals(quantity.value)
    if quantity.unit in currencies() and decimals > get_currency_precision(quantity.unit):
        return QuantityFault.TOO_PRECISE
    return quantity


def format_quantity(quantity: Quantity, spec: LocaleSpec) -> Figure:
    """Print a quantity in a language; its text has no gap at which a line could break.

    Args:
        quantity: The number with its unit.
        spec: The language to print in.

    *Source:* CLDR 47 for numbers, money and units of time; LANGUAGE.md for the gaps.
    """
    value, unit = quantity.value, quantity.unit
    plus = "+" if quantity.signed else ""
    if unit in currencies():
        printed = format_money(value, unit, spec)
        behind = _MONEY_BEHIND.fullmatch(printed)
        if behind is None:
            return Figure(f"{plus}{printed}", value=value)
        return Figure(f"{plus}{behind['number']}", behind["sign"], gap=True, value=value)
    number = f"{plus}{format_number(value, spec)}"
    if not unit:
        return Figure(number, value=value)
    if unit == PERCENT:
        return Figure(number, unit, gap=bool(spec.percent_gap), value=value)
    if unit == FACTOR:
        return Figure(number, TIMES, value=value)
    words = _words_of(value, unit, spec).replace(" ", NO_BREAK_SPACE)
    return Figure(number, words, gap=True, value=value)


def _words_of(value: Decimal, unit: str, spec: LocaleSpec) -> str:
    """Return the sign or word of a unit, for one or for many."""
    if unit in DURATIONS:
        return duration_words(value, unit, spec)
    one, many = spec.conventions.units.get(unit, (unit, unit))
    is_one = Locale.parse(spec.cldr).plural_form(value) == "one"
    return one if is_one and not written_decimals(value) else many
