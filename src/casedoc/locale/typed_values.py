"""Typed values of either kind: quantities and dates."""

import re
from typing import Final

from casedoc.locale.date_reading import DateFault
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typed_dates import DateValue, format_date_value, read_date_value
from casedoc.locale.typed_quantities import Quantity, QuantityFault, format_quantity, read_quantity

Value = Quantity | DateValue
"""A typed value."""

_LIKE_DATE: Final = re.compile(r"(?:19|20)\d\d|\d{4}(?:-\d|/).*", re.ASCII | re.DOTALL)


def read_value(text: str) -> Value | QuantityFault | DateFault:
    """Read a typed value in machine notation.

    A bare number from 1900 to 2099 is a year, as it is everywhere else in a text.
    """
    is_date = _LIKE_DATE.fullmatch(text.strip()) is not None
    return read_date_value(text) if is_date else read_quantity(text)


def format_value(value: Value, spec: LocaleSpec) -> str:
    """Print a typed value in one piece."""
    if isinstance(value, DateValue):
        return format_date_value(value, spec)
    return format_quantity(value, spec).text
