"""What is said about typed values that can't be read, or only in two ways."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.locale.date_reading import DateFault
from casedoc.locale.typed_quantities import QuantityFault, unit_in
from casedoc.locale.typed_units import machine_units
from casedoc.locale.units import CURRENCY_CODES

if TYPE_CHECKING:
    from casedoc.base.span import Span

_NUMBERS: Final = "a typed number has a point and no groups, such as `1234567.5`"
_DATES: Final = "write `2023-08-15`, `2023-08`, `2023`, or a period such as `2022-03/2023-09`"
_NEAR: Final = 0.75


def unreadable(fault: QuantityFault | DateFault, what: str, written: str, span: Span) -> Diagnostic:
    """Return the complaint about a typed value.

    Args:
        fault: Why it can't be read.
        what: What it is: "fact `users`".
        written: How it was written.
        span: Where it stands.
    """
    if not written:
        hint = _DATES if isinstance(fault, DateFault) else _NUMBERS
        return Diagnostic(Code.VALUE_UNREADABLE, f"{what} is empty", span, hint)
    said = f"`{written}`"
    if fault is DateFault.IMPOSSIBLE:
        message = f"{what} names a day that does not exist: {said}"
        return Diagnostic(Code.DATE_IMPOSSIBLE, message, span, _DATES)
    if fault is DateFault.REVERSED:
        message = f"{what} is a period that ends before it starts: {said}"
        return Diagnostic(Code.PERIOD_REVERSED, message, span, "put the earlier date first")
    if isinstance(fault, DateFault):
        return Diagnostic(
            Code.VALUE_UNREADABLE, f"{what} is no date in ISO 8601: {said}", span, _DATES
        )
    if fault is QuantityFault.UNKNOWN_UNIT:
        return unknown_unit(unit_in(written), what, span)
    if fault is QuantityFault.TOO_PRECISE:
        message = f"{what} has more decimals than its currency: {said}"
        hint = "write no more decimals than are printed"
        return Diagnostic(Code.VALUE_UNREADABLE, message, span, hint)
    message = f"{what} is no number in machine notation: {said}"
    return Diagnostic(Code.VALUE_UNREADABLE, message, span, _NUMBERS)


def unknown_unit(unit: str, what: str, span: Span, severity: Severity | None = None) -> Diagnostic:
    """Return the complaint about a unit, with the nearest one that is known."""
    near = near_unit(unit)
    if near == unit:
        hint = f"write a space before `{unit}`"
        message = f"{what} has `{unit}` closed up to its number, where it may mean something else"
        return Diagnostic(Code.UNIT_UNKNOWN, message, span, hint, severity_override=severity)
    hint = f"did you mean `{near}`?" if near else "write `%`, `EUR`, `GB`, `minutes`, `PT`, `x`, …"
    message = f"{what} has a unit that is not known: `{unit}`"
    return Diagnostic(Code.UNIT_UNKNOWN, message, span, hint, severity_override=severity)


def near_unit(written: str, least: float = _NEAR) -> str | None:
    """Return the unit of machine notation that a word may be a misspelling of, or none.

    Args:
        written: The word.
        least: How alike they must be; 1 for words that differ in case alone.
    """
    known = {unit.lower(): unit for unit in (*machine_units(), *CURRENCY_CODES)}
    near = get_close_matches(written.lower(), tuple(known), 1, least)
    return known[near[0]] if near else None


def ambiguous(written: str, span: Span) -> Diagnostic:
    """Return the warning about a number that can be read in two ways."""
    message = f"`{written}` can be read in two ways and is printed as typed"
    number = next((word for word in written.split() if any(map(str.isdigit, word))), written)
    whole = "".join(character for character in number if character.isdigit())
    decimal = number.replace(",", ".")
    hint = f"write `{whole}` if it is a whole number; the role `{{num}}` takes `{decimal}` exactly"
    return Diagnostic(Code.NUMBER_AMBIGUOUS, message, span, hint)
