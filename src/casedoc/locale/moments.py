"""Dates and times of day in running text."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedoc.locale.conventions import conventions_of
from casedoc.locale.date_reading import months_by_name, read_date
from casedoc.locale.dates import PartialDate
from casedoc.locale.running_units import NOTHING
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.units import alternatives

_YEAR_AND_MONTH: Final = re.compile(r"(?<![\w.-])[12]\d{3}-(?:0[1-9]|1[0-2])(?![\w-])", re.ASCII)
_DAY_BEFORE: Final = re.compile(r"\d(?:\.|st|nd|rd|th)?(?: of)?[ \u00a0]\Z", re.ASCII)
_DAY_OR_YEAR_BEHIND: Final = re.compile(r"\.?,?[ \u00a0]\d", re.ASCII)
_NEAR: Final = 8
"""Characters before a month's name in which the end of its day stands."""


def dates_in_digits(
    text: str, protected: tuple[tuple[int, int], ...], spec: LocaleSpec
) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield the start, the end and the value of each date that is all digits.

    Args:
        text: The text.
        protected: Its protected stretches, of which some are dates.
        spec: The language.
    """
    spans = (*protected, *(match.span() for match in _YEAR_AND_MONTH.finditer(text)))
    for start, end in spans:
        if not text[start].isdigit():
            continue
        date = read_date(text[start:end], spec).date
        if date is not None:
            yield start, end, date


def months_in_words(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Yield each month's name: start, end, the month, and whether a day or year is beside it."""
    for match in _month_pattern().finditer(text):
        before = _DAY_BEFORE.search(text, max(0, match.start() - _NEAR), match.start())
        beside = bool(before or _DAY_OR_YEAR_BEHIND.match(text, match.end()))
        yield *match.span(), months_by_name()[match[0].lower()], beside


def times_of_day(text: str, spec: LocaleSpec) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each time of day: `15:40`, `zwischen 2 und 4 Uhr`, `6 a.m.`."""
    return (match.span() for match in _clock_pattern(spec.language).finditer(text))


@lru_cache(maxsize=1)
def _month_pattern() -> re.Pattern[str]:
    """Return the pattern of a month's name in any language, with a capital."""
    names = sorted((name.capitalize() for name in months_by_name()), key=len, reverse=True)
    return re.compile(rf"(?=[A-Z])(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


@lru_cache
def _clock_pattern(language: str) -> re.Pattern[str]:
    """Return the pattern of a time of day in a language, or of several that share one word."""
    customs = conventions_of(language)
    words = alternatives(customs.clock) or NOTHING
    joiners = alternatives(tuple(second for _first, second in customs.ranges)) or NOTHING
    time = r"\d{1,2}(?:[:.]\d{2})?"
    return re.compile(
        rf"(?<![\w.,:])\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?![\w:])"
        rf"|(?<![\w.,:])(?:{time}\s?(?:[-\u2013]|(?:{joiners})\s)\s?)?{time}\s?(?:{words})(?!\w)",
        re.ASCII,
    )
