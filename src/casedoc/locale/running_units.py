"""What follows a number in running text: percent, a magnitude, a unit of time, a factor."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from casedoc.locale.conventions import conventions_of, language_files
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.units import CURRENCY_CODES, CURRENCY_SIGNS, FACTOR_SIGNS, SYMBOLS, alternatives

NOTHING: Final = "(?!)"
"""A pattern that matches nothing, in place of words that a language does not have."""
_GAP: Final = r"[ \u00a0\u202f\u2009]"
_MONEY_BEFORE: Final = re.compile(
    rf"(?:{alternatives(CURRENCY_SIGNS)}|(?<!\w)(?:{alternatives(CURRENCY_CODES)})){_GAP}?\Z"
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d", re.ASCII)
_SHORT: Final = 2
_MILLION: Final = 6


class Measure(Enum):
    """What a number counts."""

    PLAIN = "plain"
    """Something that is not known."""
    PERCENT = "percent"
    """Percent."""
    POINTS = "points"
    """Percentage points."""
    TIME = "time"
    """A span of time."""
    FACTOR = "factor"
    """How many times."""
    OTHER = "other"
    """Money, or something with a unit such as MB."""
    MONTH = "month"
    """The month of a date; January is 1."""


@dataclass(frozen=True, slots=True)
class FollowingUnit:
    """What follows a number.

    Attributes:
        length: How many characters it takes.
        measure: What it makes of the number.
        exponents: The powers of ten that it multiplies by; two where it can be read in two ways.
        seconds: Of a time, how many seconds the unit has.
    """

    length: int = 0
    measure: Measure = Measure.PLAIN
    exponents: tuple[int, ...] = (0,)
    seconds: Decimal | None = None


def read_unit(number: str, rest: str, spec: LocaleSpec) -> FollowingUnit | None:
    """Read the unit that stands behind a number.

    Args:
        number: The number's digits.
        rest: The text behind them.
        spec: The language.

    Returns:
        The unit, an empty one where there is none; or none where letters follow that make a name
        of number and letters (`3D`, `429s`).
    """
    customs = spec.conventions
    if _YEAR.fullmatch(number) and (ending := _ordinal(spec.language).match(rest)):
        return FollowingUnit(ending.end())
    match = _pattern(spec.language).match(rest)
    if match is None:
        ending = _ordinal(spec.language).match(rest)
        if ending is not None:
            return FollowingUnit(ending.end())
        return None if rest[:1].isalpha() or rest[:1] == "_" else FollowingUnit()
    if match["time"]:
        return FollowingUnit(match.end(), Measure.TIME, seconds=customs.seconds[match["time"]])
    if match["metre"]:
        return FollowingUnit(match.end(), Measure.PLAIN, (0, _MILLION))
    if name := match["magnitude"] or match["spaced"]:
        exponent = _magnitudes(spec.language)[name]
        measure = Measure.OTHER if match["money"] else Measure.PLAIN
        return FollowingUnit(match.end(), measure, (exponent,))
    measure = next(one for one in _BY_GROUP if match[one.value])
    return FollowingUnit(match.end(), measure)


def read_money_before(before: str) -> int:
    """Return how many characters of currency a text ends with: `€`, `EUR `."""
    match = _MONEY_BEFORE.search(before)
    return len(match[0]) if match else 0


_BY_GROUP: Final = (Measure.POINTS, Measure.PERCENT, Measure.FACTOR, Measure.OTHER)


@lru_cache
def _magnitudes(language: str) -> dict[str, int]:
    """Return the powers of ten by their names; short letters of other languages are understood."""
    own = conventions_of(language).magnitudes
    known = {**{name.capitalize(): n for name, n in own.items() if len(name) > _SHORT}, **own}
    for other in language_files():
        for name, exponent in conventions_of(other).magnitudes.items():
            if len(name) <= _SHORT:
                known.setdefault(name, exponent)
    return known


@lru_cache
def _ordinal(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(conventions_of(language).ordinals) or NOTHING})(?!\w)")


@lru_cache
def _pattern(language: str) -> re.Pattern[str]:
    customs = conventions_of(language)
    magnitudes = _magnitudes(language)
    closed = alternatives(tuple(name for name in magnitudes if len(name) <= _SHORT))
    spaced = alternatives(tuple(name for name in magnitudes if len(name) > _SHORT)) or NOTHING
    suffixes = alternatives(customs.factor_suffixes) or NOTHING
    inflections = alternatives((*customs.factor_inflections, ""))
    counted = alternatives(SYMBOLS, CURRENCY_SIGNS, CURRENCY_CODES, customs.quantities)
    points = alternatives(customs.percentage_points) or NOTHING
    percent = alternatives(customs.percent) or NOTHING
    seconds = alternatives(tuple(customs.seconds)) or NOTHING
    times = alternatives(FACTOR_SIGNS)
    end = r"(?!\w)"
    return re.compile(
        rf"(?P<points>(?:{_GAP}|-)?(?:{points}){end})"
        rf"|(?P<percent>{_GAP}?%|(?:{_GAP}|-)(?:{percent}){end})"
        rf"|(?:(?P<magnitude>(?:{closed}){end})"
        rf"|(?:{_GAP}|-)?(?P<spaced>(?:{spaced}){end}))(?P<money>{_GAP}?(?:{counted}){end})?"
        rf"|(?:{_GAP}|-)?(?P<time>{seconds}){end}"
        rf"|(?P<factor>(?:-?(?:{suffixes})(?:{inflections})|{_GAP}?(?:{times})){end})"
        rf"|(?P<other>{_GAP}?(?:{counted}){end})"
        rf"|(?P<metre>m{end})"
    )
