"""What all files together say that each is judged by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.locale.date_reading import read_date

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.secret import Secret
    from casedoc.build.bearing import Bearing
    from casedoc.locale.dates import PartialDate


def languages_of(bearings: Iterable[Bearing]) -> frozenset[str]:
    """Return the languages that studies are written in."""
    return frozenset(one.language for one in bearings if one.language)


def secrets_of(bearings: Iterable[Bearing]) -> tuple[Secret, ...]:
    """Return the names that must not be printed."""
    return tuple(one.secret for one in bearings if one.secret is not None)


def newest_date_of(bearings: Iterable[Bearing]) -> PartialDate | None:
    """Return the newest date of all studies."""
    dates = [date for one in bearings if one.date and (date := read_date(one.date).date)]
    return max(dates, key=lambda date: date.sort_key, default=None)
