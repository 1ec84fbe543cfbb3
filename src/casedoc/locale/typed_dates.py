"""Typed dates and periods: ISO 8601 in the source, words of the language on paper."""

import re
from dataclasses import dataclass
from typing import Final

from casedoc.locale.catalog import message
from casedoc.locale.characters import EN_DASH, NO_BREAK_SPACE
from casedoc.locale.date_reading import DateFault, read_date
from casedoc.locale.dates import PartialDate, Precision, format_partial, format_period
from casedoc.locale.spec import LocaleSpec

_DATE: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", re.ASCII)
_PRESENT: Final = "present"


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, or a period of two dates.

    Attributes:
        start: The date, or when the period began.
        end: When the period ended; none for a date, and while the period lasts.
        lasting: Whether it is a period that still lasts.
    """

    start: PartialDate
    end: PartialDate | None = None
    lasting: bool = False


def read_date_value(text: str) -> DateValue | DateFault:
    """Read `2023-08-15`, `2023-08`, `2023`, or two of them with a slash between.

    The second one may be `present`. Nothing else is read: a typed value is machine notation.
    """
    first, slash, second = text.strip().partition("/")
    start = _date(first)
    if isinstance(start, DateFault):
        return start
    if not slash:
        return DateValue(start)
    if second == _PRESENT:
        return DateValue(start, lasting=True)
    end = _date(second)
    if isinstance(end, DateFault):
        return end
    known = min(len(start.iso), len(end.iso))
    if end.iso[:known] < start.iso[:known]:
        return DateFault.REVERSED
    return DateValue(start, end)


def _date(text: str) -> PartialDate | DateFault:
    if _DATE.fullmatch(text) is None:
        return DateFault.UNREADABLE
    reading = read_date(text)
    return reading.date or reading.fault or DateFault.UNREADABLE


def format_date_value(value: DateValue, spec: LocaleSpec) -> str:
    """Print a typed date or period.

    A line may end behind the dash of a period, and nowhere else.

    Args:
        value: The date or period.
        spec: The language to print in.
    """
    start, end = value.start, value.end
    if end is None and not value.lasting:
        return _unbroken(format_partial(start, spec))
    if Precision.DAY in {start.precision, end.precision if end else None}:
        # By the month, as periods print otherwise, the days would be lost.
        first = _unbroken(format_partial(start, spec))
        last = _unbroken(format_partial(end, spec)) if end else message("present", spec)
        return first if first == last else f"{first}{NO_BREAK_SPACE}{EN_DASH} {last}"
    period = _unbroken(format_period(start, end, spec, message("present", spec)))
    return period.replace(f"{EN_DASH}{NO_BREAK_SPACE}", f"{EN_DASH} ")


def _unbroken(text: str) -> str:
    return text.replace(" ", NO_BREAK_SPACE)
