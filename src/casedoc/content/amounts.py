"""Amounts of the front matter: typed values, or words that stay as they are.

What is written without quotes is machine notation, if it is a value at all; what stands in quotes
is in the language of the file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.case_study import Amount, UsedValue
from casedoc.content.value_faults import ambiguous, near_unit, unknown_unit
from casedoc.locale.figures import read_figure
from casedoc.locale.typed_quantities import (
    Quantity,
    QuantityFault,
    format_quantity,
    looks_grouped,
    read_quantity,
    read_written_quantity,
    unit_in,
)
from casedoc.locale.typed_units import currencies
from casedoc.locale.typed_values import format_value
from casedoc.locale.typography.lints.foreign_decimal import find_foreign_decimals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.content.typed_values import ValueReader
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.values import Scalar


_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def read_amount_field(
    scalar: Scalar, spec: LocaleSpec, values: ValueReader, found: list[Diagnostic]
) -> Amount:
    """Return what a field holds.

    Args:
        scalar: The field's value, the values of roles printed.
        spec: The language of the file.
        values: Knows which fields consist of a role.
        found: Takes `NUMBER_AMBIGUOUS`, and `UNIT_UNKNOWN` for what looks like a misspelt unit.
    """
    text = re.sub(r"[ \t\n]+", " ", scalar.text.strip())
    if _YEAR.fullmatch(text):
        # Never grouped, whatever it counts.
        return Amount(text)
    role = values.whole(scalar)
    if role is not None:
        return Amount(role.printed, role.value)
    if values.has_roles(scalar):
        return Amount(text)
    if not scalar.quoted:
        machine = read_quantity(text)
        if looks_grouped(text) and machine is not QuantityFault.UNKNOWN_UNIT:
            found.append(ambiguous(text, scalar.span))
            return Amount(text, is_ambiguous=True)
        if isinstance(machine, Quantity):
            return _kept(text, format_value(machine, spec), machine, scalar, values)
    written = read_written_quantity(text, spec)
    if written is QuantityFault.AMBIGUOUS:
        found.append(ambiguous(text, scalar.span))
        return Amount(text, is_ambiguous=True)
    if isinstance(written, Quantity):
        is_code = written.unit in currencies() and written.unit in text
        printed = format_quantity(written, spec).text if is_code else text
        return _kept(text, printed, written, scalar, values)
    found.extend(_in_another_notation(text, spec, scalar))
    if (unit := unit_in(text)) and _is_misspelt(text, unit, spec):
        found.append(unknown_unit(unit, f"`{text}`", scalar.span, Severity.WARNING))
    return Amount(text)


def _in_another_notation(text: str, spec: LocaleSpec, scalar: Scalar) -> Iterator[Diagnostic]:
    """Yield a warning for a quoted number with the decimal separator of another language."""
    for finding in find_foreign_decimals(text, spec) if scalar.quoted else ():
        written = text[finding.start : finding.end]
        message = f"`{written}` has the decimal separator of another language; it prints as typed"
        hint = f"write `{finding.suggestion}`"
        yield Diagnostic(Code.NUMBER_FORM, message, scalar.span, hint)


def _kept(
    written: str, printed: str, value: Quantity, scalar: Scalar, values: ValueReader
) -> Amount:
    values.used.append(UsedValue("", written, "", value, printed, scalar.span))
    return Amount(printed, value)


def _is_misspelt(text: str, unit: str, spec: LocaleSpec) -> bool:
    """Tell whether a word behind a number is a unit but for its case, such as `5 gb`.

    *Why* no more: `3 ways` are not a misspelling of days.
    """
    if near_unit(unit, 1) in {None, unit}:
        return False
    read = read_figure(text, spec)
    return read is None or not read[0].unit
