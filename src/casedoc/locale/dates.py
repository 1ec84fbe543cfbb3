"""Dates as precise as they are known, and how a language prints them."""

import datetime
from dataclasses import dataclass
from enum import Enum
from typing import Final

from babel.dates import format_date, format_skeleton, get_month_names

from casedoc.locale.characters import EN_DASH, NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec

_DASH: Final = f"{NO_BREAK_SPACE}{EN_DASH} "
SHORT_DASH: Final = f"{NO_BREAK_SPACE}{EN_DASH}{NO_BREAK_SPACE}"
"""Between the ends of a period in digits."""


class Precision(Enum):
    """How much of a date is known."""

    YEAR = 1
    """The year alone."""
    MONTH = 2
    """Year and month."""
    DAY = 3
    """Year, month and day."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date of which the day, or month and day, may be unknown.

    Dates are ordered by what is known: 2023 stands before 2023-01, that before 2023-01-01.

    Attributes:
        year: Year of the Gregorian calendar, 1 to 9999.
        month: Month, 1 to 12, or none.
        day: Day of the month, or none; always none without a month.

    Raises:
        ValueError: If there is no such date (a bug of the caller: `read_date` asks first).
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        """Refuse dates that don't exist."""
        if self.month is None and self.day is not None:
            message = "a date with a day needs a month"
            raise ValueError(message)
        datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def precision(self) -> Precision:
        """How much is known."""
        if self.month is None:
            return Precision.YEAR
        return Precision.MONTH if self.day is None else Precision.DAY

    @property
    def first_day(self) -> datetime.date:
        """The first day that the date can mean."""
        return datetime.date(self.year, self.month or 1, self.day or 1)

    @property
    def sort_key(self) -> tuple[int, int, int]:
        """Year, month and day, with 0 for what is unknown."""
        return (self.year, self.month or 0, self.day or 0)

    @property
    def iso(self) -> str:
        """The date as ISO 8601 writes it, as long as it is known: `2023-08`."""
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts)

    def __lt__(self, other: "PartialDate") -> bool:
        """Whether the date stands before another one."""
        return self.sort_key < other.sort_key

    def __le__(self, other: "PartialDate") -> bool:
        """Whether the date stands before another one, or is the same."""
        return self.sort_key <= other.sort_key

    def __gt__(self, other: "PartialDate") -> bool:
        """Whether the date stands after another one."""
        return self.sort_key > other.sort_key

    def __ge__(self, other: "PartialDate") -> bool:
        """Whether the date stands after another one, or is the same."""
        return self.sort_key >= other.sort_key


def format_day(year: int, month: int, day: int, spec: LocaleSpec) -> str:
    """Print a day: `15. August 2023`, `August 15, 2023`. *Source:* CLDR 47, long date."""
    return format_date(datetime.date(year, month, day), "long", spec.cldr)


def format_month(year: int, month: int, spec: LocaleSpec) -> str:
    """Print a month: `August 2023`. *Source:* CLDR 47, skeleton yMMMM."""
    return format_skeleton("yMMMM", datetime.date(year, month, 1), locale=spec.cldr)


def format_year(year: int) -> str:
    """Print a year, which is never grouped."""
    return str(year)


def format_partial(date: PartialDate, spec: LocaleSpec) -> str:
    """Print a date with all that is known of it."""
    if date.month is None:
        return format_year(date.year)
    if date.day is None:
        return format_month(date.year, date.month, spec)
    return format_day(date.year, date.month, date.day, spec)


def format_month_of(date: PartialDate, spec: LocaleSpec) -> str:
    """Print a date without its day, as kickers and meta rows have it: `August 2023`."""
    return format_partial(PartialDate(date.year, date.month), spec)


def format_period(
    start: PartialDate, end: PartialDate | None, spec: LocaleSpec, present: str
) -> str:
    """Print a period in words, by the month: `März 2022 – September 2023`.

    A no-break space stands before the dash. Months of one year close up in German
    (`März–September 2023`); one month or year stands alone; bare years close up (`2022–2023`).

    Args:
        start: When it began.
        end: When it ended; none while it lasts.
        spec: The language to print in.
        present: The word that stands for the end while it lasts (`heute`).

    *Source:* Duden; *why* not CLDR's intervals: they hold U+2009, at which lines break.
    """
    first = format_month_of(start, spec)
    if end is None:
        return f"{first}{_DASH}{present}"
    last = format_month_of(end, spec)
    if first == last:
        return first
    if start.month is None and end.month is None:
        return f"{first}{EN_DASH}{last}"
    if start.year == end.year and start.month is not None and end.month is not None:
        month = get_month_names("wide", "stand-alone", spec.cldr)[start.month]
        return f"{month}{EN_DASH if spec.conventions.months_close_up else _DASH}{last}"
    return f"{first}{_DASH}{last}"


def format_short_period(
    start: PartialDate, end: PartialDate | None, spec: LocaleSpec, present: str
) -> str:
    """Print a period in digits, as the CV has it: `03/2022 – 09/2023`, all on one line.

    Args:
        start: When it began.
        end: When it ended; none while it lasts.
        spec: The language to print in; both print alike.
        present: The word that stands for the end while it lasts (`heute`).
    """
    del spec
    first = _digits(start)
    last = present if end is None else _digits(end)
    return first if first == last else f"{first}{SHORT_DASH}{last}"


def _digits(date: PartialDate) -> str:
    """Return `03/2022`, or the year alone where no month is known."""
    return f"{date.year}" if date.month is None else f"{date.month:02}/{date.year}"
