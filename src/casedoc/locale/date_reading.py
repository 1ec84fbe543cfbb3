"""Dates and periods as people write them, read only where one reading is possible."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from babel.dates import get_month_names

from casedoc.locale.conventions import Conventions, Words
from casedoc.locale.dates import PartialDate
from casedoc.locale.spec import LocaleSpec, known_locales

_ISO: Final = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})(?:[T ]\d{2}:\d{2}\S*(?: \S+)?)?)?)?",
    re.ASCII,
)
_DAY_MONTH_YEAR: Final = re.compile(
    r"(?:(?P<day>\d{1,2})(?:\.|st|nd|rd|th)? ?)?(?P<name>[^\W\d]+)\.?,? (?P<year>\d{4})"
)
_MONTH_DAY_YEAR: Final = re.compile(
    r"(?P<name>[^\W\d]+)\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?(?:, ?| )(?P<year>\d{4})"
)
_DOTTED: Final = re.compile(r"(?:(?P<day>\d{1,2})\. ?)?(?P<month>\d{1,2})[./] ?(?P<year>\d{4})")
_YEAR_FIRST: Final = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?:(?P=mark)(?P<day>\d{1,2}))?", re.ASCII
)
_SLASHED: Final = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}", re.ASCII)
_PERIOD_SLASH: Final = re.compile(r"\s*/\s*")


class DateFault(Enum):
    """Why a text is not taken for a date."""

    UNREADABLE = "unreadable"
    """It has no shape of a date that is known."""
    IMPOSSIBLE = "impossible"
    """It has the shape of a date, but there is no such day or month."""
    AMBIGUOUS = "ambiguous"
    """Day and month could change places: `03/04/2024`."""
    REVERSED = "reversed"
    """A typed period ends before it starts."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """What was made of a text that should be a date.

    Attributes:
        date: The date, or none.
        exact: Whether it was written as ISO 8601; other shapes deserve a warning.
        fault: Why there is no date; none where there is one.
    """

    date: PartialDate | None
    exact: bool = False
    fault: DateFault | None = None


@dataclass(frozen=True, slots=True)
class PeriodReading:
    """What was made of a text that should be a period.

    Attributes:
        start: When it began, or none where the text is no period.
        end: When it ended, or none; see `lasting`.
        lasting: Whether the end was written as `present` or a word for it.
        exact: Whether it was written in ISO 8601's shapes throughout.
        fault: Why there is no period; none where there is one.
    """

    start: PartialDate | None
    end: PartialDate | None = None
    lasting: bool = False
    exact: bool = False
    fault: DateFault | None = None


def read_date(text: str, spec: LocaleSpec | None = None) -> DateReading:
    """Read a date: ISO 8601 (a time is dropped), year and month, year, or with a month's name.

    Args:
        text: The date as it is written.
        spec: The language of the text. Month names of every known language are understood;
            dotted and slashed digits only where the language leaves one reading.
    """
    text = " ".join(text.split())
    if match := _ISO.fullmatch(text):
        return _reading(match["year"], match["month"], match["day"], exact=True)
    for shape in (_DAY_MONTH_YEAR, _MONTH_DAY_YEAR):
        match = shape.fullmatch(text)
        if match and (month := months_by_name().get(match["name"].lower())):
            return _reading(match["year"], str(month), match["day"], exact=False)
    match = _DOTTED.fullmatch(text)
    if match and (match["day"] is None or (spec is not None and spec.conventions.has_day_point)):
        return _reading(match["year"], match["month"], match["day"], exact=False)
    if match := _YEAR_FIRST.fullmatch(text):
        # Nobody writes the day between the year and the month.
        return _reading(match["year"], match["month"], match["day"], exact=False)
    fault = DateFault.AMBIGUOUS if _SLASHED.fullmatch(text) else DateFault.UNREADABLE
    return DateReading(None, fault=fault)


def read_period(text: str, spec: LocaleSpec | None = None) -> PeriodReading:
    """Read two dates with a slash, a dash or "to" between them; the second may be `present`.

    An open end is taken only after a start in ISO 8601's shape or with a month's name and only
    across a dash or a closed-up slash: `Sep. 2025 / Present` could be two values of a list.
    """
    text = text.strip()
    word, _blank, rest = text.partition(" ")
    if _is_word(word, lambda customs: customs.since):
        single = read_date(rest, spec)
        return PeriodReading(single.date, lasting=single.date is not None, fault=single.fault)
    by_slash = _period_dash().search(text) is None
    parts = (_PERIOD_SLASH if by_slash else _period_dash()).split(text)
    if len(parts) == 1:
        single = read_date(text, spec)
        return PeriodReading(single.date, single.date, exact=single.exact, fault=single.fault)
    if len(parts) != len(("start", "end")):
        return PeriodReading(None, fault=DateFault.UNREADABLE)
    start = read_date(parts[0], spec)
    if start.date is None:
        return PeriodReading(None, fault=start.fault)
    if is_present(parts[1]):
        if by_slash and not start.exact:
            return PeriodReading(None, fault=DateFault.UNREADABLE)
        return PeriodReading(start.date, lasting=True, exact=start.exact)
    end = read_date(parts[1], spec)
    if end.date is None:
        return PeriodReading(None, fault=end.fault)
    exact = start.exact and end.exact and by_slash
    return PeriodReading(start.date, end.date, exact=exact)


def is_present(text: str) -> bool:
    """Whether a word says that a period still lasts (`present`, `heute`)."""
    return _is_word(text.strip(), lambda customs: customs.present)


def _reading(year: str, month: str | None, day: str | None, *, exact: bool) -> DateReading:
    """Return the date of these digits, or say that there is none."""
    numbers = (int(year), int(month or 1), int(day or 1))
    try:
        datetime.date(*numbers)
    except ValueError:
        return DateReading(None, exact=exact, fault=DateFault.IMPOSSIBLE)
    date = PartialDate(numbers[0], numbers[1] if month else None, numbers[2] if day else None)
    return DateReading(date, exact=exact)


@lru_cache(maxsize=1)
def _period_dash() -> re.Pattern[str]:
    """Return the pattern of what stands between the dates of a period, except a slash."""
    known = {word for spec in known_locales() for word in spec.conventions.until}
    words = "|".join(re.escape(word) for word in sorted(known))
    return re.compile(
        rf"\s+(?:[-\u2013\u2014]|{words})\s+|[\u2013\u2014]|(?<=^\d{{4}})-(?=\d{{4}}$)"
    )


def _is_word(word: str, words: Callable[[Conventions], Words]) -> bool:
    """Whether a word is one of these in any known language."""
    return any(word.lower() in words(spec.conventions) for spec in known_locales())


@lru_cache(maxsize=1)
def months_by_name() -> dict[str, int]:
    """Return the names of the months in all known languages, wide and abbreviated, in lower case.

    *Source:* CLDR 47, and the abbreviations people write that CLDR doesn't have.
    """
    names = {"sep": 9, "sept": 9, "mrz": 3, "mar": 3, "maerz": 3}
    for spec in known_locales():
        for width in ("wide", "abbreviated"):
            for form in ("format", "stand-alone"):
                months = get_month_names(width, form, spec.cldr)
                names |= {name.rstrip(".").lower(): month for month, name in months.items()}
    return names
