"""A figure: a number and its unit, read where a text begins with one.

The figure is what casedoc prints largest, so it is taken apart here once: the number and its
unit are set in two sizes on paper. Nothing is computed or rounded; digits stay as typed.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Final

from casedoc.locale.characters import EN_DASH, MINUS, NO_BREAK_SPACE, TIMES
from casedoc.locale.conventions import Conventions
from casedoc.locale.numbers import Amount, format_number, read_amount
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.units import (
    CURRENCY_CODES,
    CURRENCY_SIGNS,
    FACTOR_SIGNS,
    MAGNITUDES,
    SHORT_SYMBOLS,
    SYMBOLS,
    alternatives,
)

_SPACE: Final = r"[ \u00a0\u202f\u2009]"
_PLAIN: Final = r"[0-9]+(?:[.,'\u2019\u00a0\u202f][0-9]+)*"
_SIGN: Final = rf"(?:[<>\u2264\u2265~\u2248\u00b1]{_SPACE}?)?[+\-\u2212\u00b1]?"
_MONEY: Final = rf"(?:{alternatives(CURRENCY_SIGNS)}|(?:{alternatives(CURRENCY_CODES)}){_SPACE})?"
_NUMBER: Final = re.compile(
    rf"(?P<head>{_SIGN}{_MONEY})(?P<first>{_PLAIN})"
    rf"(?:(?P<unit>{_SPACE}?%|[KkM])?[-\u2013](?P<repeat>{_MONEY})(?P<second>{_PLAIN})|/(?P<of>{_PLAIN}))?",
    re.ASCII,
)
# Closed up to a digit these are names (4K, 3D, 5G), centuries (1990s) or plurals (429s).
_NAMES: Final = re.compile(r"(?:[248]K|\d[DGd])(?![\w])|\d{3,}s")
_YEAR: Final = re.compile(r"(?:19|20)\d\d", re.ASCII)
_GROUPED_FROM: Final = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit, ready to print.

    Attributes:
        number: The number: `99,95`, `2–4`, `+150`, `$840`; digits as they were typed.
        unit: Its unit: `%`, `Stunden`, `-fach`, `×`, `Mio. €`, `von 92`; empty where there is none.
        gap: Whether a gap stands between the two (U+00A0 in running text, a token on paper).
        value: The number's value, its unit not multiplied in; none for ranges, fractions and
            numbers that can be read in two ways.
        as_typed: Whether it must not change with the language, because it can be read in two ways.
    """

    number: str
    unit: str = ""
    gap: bool = False
    value: Decimal | None = None
    as_typed: bool = False

    @property
    def text(self) -> str:
        """The figure in one piece, with a no-break space for the gap."""
        return f"{self.number}{NO_BREAK_SPACE if self.gap else ''}{self.unit}"


def read_figure(text: str, spec: LocaleSpec) -> tuple[Figure, int] | None:
    """Read the figure that a text begins with.

    No figure: a bare year, a date, a time, a version, an ordinal, a number that is part of a word
    (`3D-Modell`, `15-Min-Verzögerung`), and what begins with a letter (`S3`, `k8s`).

    Args:
        text: The text, without leading space.
        spec: The language it is written in.

    Returns:
        The figure and how many characters it takes up in the text, or none.
    """
    match = _NUMBER.match(text)
    if match is None or not _is_number(match, spec) or _NAMES.match(text):
        return None
    rest = text[match.end() :]
    unit, gap, consumed = _read_unit(rest, spec)
    if not _ends(rest[consumed:]):
        return None
    if not unit and not match["head"] and all(map(_YEAR.fullmatch, _numbers(match))):
        return None
    figure = Figure(_print_number(match, spec), unit, gap, _value(match, spec))
    return figure, match.end() + consumed


def format_figure(figure: Figure, source: LocaleSpec, target: LocaleSpec) -> Figure:
    """Dress a figure for another language: separators and the percent gap.

    Where source and target are one, a number can be read in two ways, or a word of the source's
    language multiplies it (`1,2 Mio. €`), the digits stay as they were typed. The thousands are
    grouped as the author grouped them, and from five digits on.

    Args:
        figure: The figure as it was read.
        source: The language it was written in.
        target: The language to print in.
    """
    if figure.as_typed:
        return figure
    gap = bool(target.percent_gap) if figure.unit.startswith("%") else figure.gap
    number = re.sub(rf"{_SPACE}?%", f"{target.percent_gap}%", figure.number)
    parts = (number, figure.unit)
    amounts = [read_amount(found, source) for part in parts for found in re.findall(_PLAIN, part)]
    is_kept = source.cldr == target.cldr or _is_foreign(figure.unit, source, target)
    if is_kept or any(a is None or a.value is None for a in amounts):
        return replace(figure, number=number, gap=gap)
    dressed = iter([_dress(amount, target) for amount in amounts if amount is not None])
    number, unit = (re.sub(_PLAIN, lambda _: next(dressed), part) for part in parts)
    return replace(figure, number=number, unit=unit, gap=gap)


def _is_foreign(unit: str, source: LocaleSpec, target: LocaleSpec) -> bool:
    """Whether a word of the source's language multiplies the number, which the target lacks."""
    own = {*source.conventions.magnitudes} - {*target.conventions.magnitudes}
    return not own.isdisjoint(re.split(_SPACE, unit))


def _dress(amount: Amount, target: LocaleSpec) -> str:
    """Return an amount in another language with as many decimals as were written."""
    value = amount.value or Decimal(0)
    grouped = amount.grouped or abs(value) >= _GROUPED_FROM
    return format_number(value, target, decimals=amount.decimals, grouped=grouped)


def _numbers(match: re.Match[str]) -> list[str]:
    """Return the plain numbers of a match: one, or the two ends of a range or fraction."""
    return [part for part in (match["first"], match["second"], match["of"]) if part]


def _is_number(match: re.Match[str], spec: LocaleSpec) -> bool:
    """Whether the digits are a number of the language, or one with the separators of another.

    Two points (`1.2.3`), ISO dates and telephone numbers are none.
    """
    for part in _numbers(match):
        several = len(re.findall(r"[.,'\u2019]", part)) > 1
        if (several and read_amount(part, spec) is None) or re.match(r"0\d", part):
            return False
    if match["second"] is None:
        return True
    first, second = (read_amount(part, spec) for part in (match["first"], match["second"]))
    if first is None or second is None or first.value is None or second.value is None:
        return True
    return first.value < second.value


def _print_number(match: re.Match[str], spec: LocaleSpec) -> str:
    """Return the number with a true minus and an en dash, digits as typed."""
    head = re.sub(_SPACE, NO_BREAK_SPACE, match["head"]).replace("-", MINUS)
    if match["of"]:
        return f"{head}{match['first']}/{match['of']}"
    if match["second"] is None:
        return f"{head}{match['first']}"
    unit = match["unit"] or ""
    if unit.endswith("%"):
        unit = f"{spec.percent_gap}%"
    return f"{head}{match['first']}{unit}{EN_DASH}{match['repeat'] or ''}{match['second']}"


def _value(match: re.Match[str], spec: LocaleSpec) -> Decimal | None:
    """Return the value of a single number."""
    if match["second"] or match["of"]:
        return None
    amount = read_amount(match["first"], spec)
    if amount is None or amount.value is None:
        return None
    negative = "-" in match["head"] or MINUS in match["head"]
    return amount.value.copy_negate() if negative else amount.value


@lru_cache
def _unit_pattern(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of what may follow a number as its unit in a language."""
    words = alternatives(conventions.quantities)
    suffix = rf"-?(?:{alternatives(conventions.factor_suffixes)})"
    inflection = alternatives(conventions.factor_inflections)
    money = alternatives(CURRENCY_SIGNS, CURRENCY_CODES)
    symbols = alternatives(SYMBOLS, SHORT_SYMBOLS, conventions.numerals)
    quantity = f"(?:{words})(?:{_SPACE}(?:{money}|Euro|euros?|dollars?))?|{money}|{symbols}"
    end = r"(?![\w%])(?!-\w)"
    return re.compile(
        rf"(?P<percent>{_SPACE}?%){end}"
        rf"|(?P<factor>{suffix})(?:{inflection})?{end}"
        rf"|(?P<closed>\u00b0|/[^\W\d]+){end}"
        rf"|{_SPACE}?(?P<times>{alternatives(FACTOR_SIGNS)}){end}"
        rf"|(?P<magnitude>{alternatives(MAGNITUDES)}|x)(?P<per>/[a-z]+)?{end}"
        rf"|{_SPACE}(?P<of>{re.escape(conventions.of)}{_SPACE}{_PLAIN})(?!%|{_SPACE}%){end}"
        rf"|{_SPACE}?(?P<quantity>(?:{quantity})(?:/[^\W\d]+)?){end}"
    )


def _read_unit(rest: str, spec: LocaleSpec) -> tuple[str, bool, int]:
    """Return the unit that a text begins with, whether a gap stands before it, and its length."""
    match = _unit_pattern(spec.conventions).match(rest)
    if match is None:
        return "", False, 0
    if match["percent"]:
        return "%", bool(spec.percent_gap), match.end()
    if match["factor"] or match["times"]:
        return match["factor"] or TIMES, False, match.end()
    if match["magnitude"] or match["closed"]:
        return match[0], False, match.end()
    unit = re.sub(_SPACE, NO_BREAK_SPACE, match["of"] or match["quantity"])
    # Set apart from the number even where typed closed up.
    spaced = rest[0].isspace() or unit in SYMBOLS or _is_numeral(unit, spec)
    if unit[0] in CURRENCY_SIGNS:
        spaced = spaced or spec.conventions.has_currency_gap
    return unit, spaced, match.end()


def _is_numeral(unit: str, spec: LocaleSpec) -> bool:
    """Whether a unit is an abbreviated numeral, its point typed or left out."""
    return unit in spec.conventions.numerals or f"{unit}." in spec.conventions.numerals


def _ends(rest: str) -> bool:
    """Whether a figure may end before this text: not inside a word, a date or a longer number."""
    inside = re.match(rf"\w|{_SPACE}?%|[-\u2013/:][\w+]|[.,'\u2019]\d", rest)
    ordinal = re.match(rf"\.{_SPACE}\w", rest)
    # Groups between plain spaces, which nobody may take for the whole number.
    group = re.match(r" [0-9]{3}(?![0-9])", rest)
    return inside is None and ordinal is None and group is None
