"""Numbers: read strictly in a language, printed as CLDR has them.

*Why* strict: `parse_decimal("1.5", "de")` silently returns 15, and even strict parsing takes the
English `1.500` for one and a half, where the author may mean one and a half thousand.
"""

import re
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation, localcontext
from functools import lru_cache
from typing import Final

from babel import Locale
from babel.numbers import format_currency, format_decimal, get_decimal_symbol, get_group_symbol

from casedoc.locale.characters import APOSTROPHE, MINUS, NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec

_GROUP_DIGITS: Final = 3
_MACHINE: Final = re.compile(r"[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d{1,2})?", re.ASCII)
_SPARE_DIGITS: Final = 8
_SHAPE: Final = r"(?P<sign>[+\-{minus}]?)(?P<whole>\d+|[1-9]\d{{0,2}}(?:{group}\d{{3}})+)"
_FRACTION: Final = r"(?:{decimal}(?P<fraction>\d+))?"
# CLDR groups with it in French; most fonts lack it, so a no-break space stands in.
_NARROW_GROUPS: Final = f"[{NARROW_NO_BREAK_SPACE}{NO_BREAK_SPACE} ]"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as somebody wrote it in a language.

    Attributes:
        written: The characters as they were typed.
        value: What they mean; none where two readings are possible (`1,500` in German).
        decimals: How many digits stand after the decimal separator.
        grouped: Whether the thousands are set apart.
    """

    written: str
    value: Decimal | None
    decimals: int
    grouped: bool


@lru_cache
def decimal_symbol(cldr: str) -> str:
    """Return what stands before the decimals in a locale. *Source:* CLDR 47."""
    return get_decimal_symbol(cldr)


@lru_cache
def group_symbol(cldr: str) -> str:
    """Return what stands between groups of digits in a locale. *Source:* CLDR 47."""
    return get_group_symbol(cldr)


@lru_cache
def _shape(cldr: str) -> re.Pattern[str]:
    """Return the pattern of a number in a locale, built from CLDR's separators."""
    group = group_symbol(cldr)
    # Nobody has the typographic apostrophe of Swiss grouping on the keyboard.
    typed = {APOSTROPHE: "['\u2019]", NARROW_NO_BREAK_SPACE: _NARROW_GROUPS}
    groups = typed.get(group, re.escape(group))
    decimal = re.escape(decimal_symbol(cldr))
    shape = _SHAPE.format(minus=MINUS, group=groups) + _FRACTION.format(decimal=decimal)
    return re.compile(shape, re.ASCII)


def read_amount(text: str, spec: LocaleSpec) -> Amount | None:
    """Read a number written in a language, or return none where the text is no number of it.

    A number is ambiguous, and has no value, where its decimals look like a group of thousands:
    one to three digits not beginning with zero, one decimal separator, three digits.

    Args:
        text: The number alone, with an optional sign (`+`, `-` or U+2212).
        spec: The language it is written in.
    """
    match = _shape(spec.cldr).fullmatch(text)
    if match is None:
        return None
    whole = re.sub(r"\D", "", match["whole"])
    fraction = match["fraction"] or ""
    grouped = whole != match["whole"]
    looks_grouped = len(fraction) == _GROUP_DIGITS and len(whole) <= _GROUP_DIGITS
    ambiguous = looks_grouped and not grouped and not whole.startswith("0")
    sign = "-" if match["sign"] in {"-", MINUS} else ""
    point = "." if fraction else ""
    value = None if ambiguous else Decimal(f"{sign}{whole}{point}{fraction}")
    return Amount(text, value, len(fraction), grouped)


def read_number(text: str, spec: LocaleSpec) -> Decimal | None:
    """Return the value of a number written in a language; none if it is not one, or ambiguous."""
    amount = read_amount(text, spec)
    return None if amount is None else amount.value


def read_machine_number(text: str) -> Decimal | None:
    """Return the value of a number in machine notation: a point, no groups, perhaps `1.2e6`."""
    if _MACHINE.fullmatch(text) is None:
        return None
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def format_number(
    value: Decimal, spec: LocaleSpec, *, decimals: int | None = None, grouped: bool = True
) -> str:
    """Print a number with the separators of a language and a true minus.

    Args:
        value: The number; its digits are never rounded unless `decimals` asks for it.
        spec: The language to print in.
        decimals: Exactly so many digits after the separator; none: as many as the value has.
        grouped: Whether thousands are set apart (as CLDR does, from four digits on).

    *Source:* CLDR 47 (Babel 2.18), whose ASCII minus is replaced by U+2212.
    """
    written = written_decimals(value) if decimals is None else decimals
    pattern = "#,##0" if grouped else "0"
    if written:
        pattern += "." + "0" * written
    exact = decimals is None
    with localcontext(_wide_enough(value, written)):
        text: str = format_decimal(value, pattern, spec.cldr, decimal_quantization=not exact)
    return text.replace("-", MINUS).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE)


def format_percent(
    value: Decimal, spec: LocaleSpec, *, decimals: int | None = None, grouped: bool = True
) -> str:
    """Print a number of percent (`99.95`, not `0.9995`) with `%` and the gap of the language.

    *Source:* DIN 5008 and CLDR 47 for the gap. *Why* not Babel's percent pattern: it rounds
    99.95 to 100.
    """
    number = format_number(value, spec, decimals=decimals, grouped=grouped)
    return f"{number}{spec.percent_gap}%"


def format_money(value: Decimal, currency: str, spec: LocaleSpec) -> str:
    """Print an amount of money: whole amounts without decimals, others with the currency's.

    Args:
        value: The amount.
        currency: The ISO 4217 code: `EUR`.
        spec: The language to print in.

    *Source:* CLDR 47. Babel 2.18 leaves out the gap that CLDR puts between a currency that is
    printed as letters and the number (`CHF1,234.50`); it is added.
    """
    with localcontext(_wide_enough(value, 0)):
        if value == value.to_integral_value():
            standard = Locale.parse(spec.cldr).currency_formats["standard"].pattern
            whole = re.sub(r"\.0+", "", standard)
            text: str = format_currency(value, currency, whole, spec.cldr, currency_digits=False)
        else:
            text = format_currency(value, currency, locale=spec.cldr)
    text = re.sub(r"([A-Z])(?=\d)", rf"\1{NO_BREAK_SPACE}", text)
    return text.replace("-", MINUS).replace(NARROW_NO_BREAK_SPACE, NO_BREAK_SPACE)


def format_compact(value: Decimal, spec: LocaleSpec) -> str:
    """Print a large number short: `12.3K`; German has no short form below a million.

    One decimal at most is printed, rounded half to even. *Source:* CLDR 47, short compact forms.
    *Why* not Babel's own: it prints 12345 without groups in German, and 999,999 as `1000K`.
    """
    conventions = spec.conventions
    gap = NO_BREAK_SPACE if conventions.compact_gap else ""
    for step in conventions.compact_steps:
        if abs(value) >= step.least:
            short = value.scaleb(-step.exponent).quantize(Decimal("0.1"))
            decimals = 0 if short == short.to_integral_value() else 1
            return f"{format_number(short, spec, decimals=decimals)}{gap}{step.name}"
    return format_number(value, spec)


def _wide_enough(value: Decimal, decimals: int) -> Context:
    """Return a context of so many digits that Babel neither rounds a value nor fails."""
    digits = len(value.as_tuple().digits) + abs(value.adjusted()) + decimals
    return Context(prec=digits + _SPARE_DIGITS)


def written_decimals(value: Decimal) -> int:
    """Return how many digits a value has after its point."""
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
