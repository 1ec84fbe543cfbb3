"""Roles become the values that they stand for, printed in the language of their file."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.span import Position, Span
from casedoc.content.case_study import UsedValue
from casedoc.content.facts import FACT
from casedoc.content.value_faults import unreadable
from casedoc.locale.numbers import read_number
from casedoc.locale.typed_dates import DateValue, read_date_value
from casedoc.locale.typed_quantities import Quantity, QuantityFault, read_quantity
from casedoc.locale.typed_units import PERCENT, currencies
from casedoc.locale.typed_values import Value, format_value
from casedoc.source.element import Element, Kind
from casedoc.source.roles import roles_in
from casedoc.source.values import Mapping, Pair, Scalar, Sequence
from casedoc.source.values import Value as Field

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.content.facts import Facts
    from casedoc.locale.date_reading import DateFault
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.source import Source

NUMBER: Final = "num"
"""The role of bare numbers."""
PERCENTAGE: Final = "percent"
"""The role of percentages."""
DATE: Final = "date"
"""The role of dates and periods."""

_ROLES: Final = (NUMBER, PERCENTAGE, DATE, FACT, "eur", "usd", "gbp", "chf")
_NEAR: Final = 0.6
_NOT_PRINTED: Final = frozenset(
    ("facts", "slug", "lang", "translated-from", "consent", "url", "src")
)
_LISTS: Final = frozenset(("technologies", "tags", "results", "bullets"))
_COMMA: Final = re.compile(r",(?![^(]*\))")


class ValueReader:
    """Reads the roles of one file."""

    def __init__(self, source: Source, spec: LocaleSpec, facts: Facts) -> None:
        """Prepare for a file.

        Args:
            source: The file.
            spec: Its language, in which values are printed.
            facts: The facts it may use.
        """
        self._lines = source.text.split("\n")
        self._path = source.path
        self._spec = spec
        self._facts = facts
        self._whole: dict[Span, UsedValue] = {}
        self._mixed: set[Span] = set()
        self.used: list[UsedValue] = []
        self.found: list[Diagnostic] = []

    def element(self, element: Element) -> tuple[Element, ...]:
        """Return an element with the printed values in it; an unknown role becomes its text."""
        if element.kind is Kind.VALUE:
            return self._value(element)
        if element.kind is Kind.IMAGE:
            title = self._text(element.get("title"), element.span)
            attributes = {**element.attributes, "title": title} if title else element.attributes
            text = self._text(element.text, element.span)
            return (replace(element, text=text, attributes=attributes),)
        children = tuple(part for child in element.children for part in self.element(child))
        return (element.with_children(children),)

    def fields(self, fields: Mapping) -> Mapping:
        """Return front matter with the printed values in its texts."""
        return replace(fields, pairs=tuple(self._pair(pair) for pair in fields.pairs))

    def whole(self, scalar: Scalar) -> UsedValue | None:
        """Return the value of a field that consists of one role and nothing else."""
        return self._whole.get(scalar.span)

    def has_roles(self, scalar: Scalar) -> bool:
        """Tell whether a field's text has roles in it."""
        return scalar.span in self._mixed

    def _value(self, element: Element) -> tuple[Element, ...]:
        role = element.get("role")
        if not _is_known(role):
            self._complain_of_role(role, element.span)
            code = replace(element, kind=Kind.CODE, attributes={})
            return (Element(Kind.TEXT, element.span, f"{{{role}}}"), code)
        used = self._use(role, element.text, element.span)
        attributes = {**element.attributes, "written": used.written}
        if used.value is not None:
            attributes["kind"] = DATE if isinstance(used.value, DateValue) else NUMBER
        return (replace(element, text=used.printed, attributes=attributes),)

    def _pair(self, pair: Pair) -> Pair:
        if pair.key in _NOT_PRINTED:
            return pair
        value = pair.value
        if pair.key in _LISTS and isinstance(value, Scalar) and roles_in(value.text):
            # Commas separate before values are printed, which may have some in them.
            parts = (part.strip() for part in _COMMA.split(value.text))
            items = tuple(Scalar(part, quoted=True, span=value.span) for part in parts)
            value = Sequence(items, value.span)
        return replace(pair, value=self._field(value))

    def _field(self, value: Field) -> Field:
        if isinstance(value, Mapping):
            return self.fields(value)
        if isinstance(value, Sequence):
            return replace(value, items=tuple(self._field(item) for item in value.items))
        text = self._text(value.text, value.span)
        if not roles_in(value.text):
            return value
        self._mixed.add(value.span)
        return replace(value, text=text, quoted=True)

    def _text(self, text: str, span: Span) -> str:
        """Return a text without markup with the printed values in it."""
        printed, at, place = "", 0, span.start
        for role in roles_in(text):
            raw = text[role.start : role.end]
            where = self._find(raw, span, place)
            place = where.end if where is not span else place
            printed += text[at : role.start]
            if _is_known(role.name):
                used = self._use(role.name, role.written, where)
                printed += used.printed
                if raw == text.strip():
                    self._whole[span] = used
            else:
                self._complain_of_role(role.name, where)
                printed += raw
            at = role.end
        return printed + text[at:]

    def _find(self, raw: str, span: Span, after: Position) -> Span:
        """Return where a role stands inside a field; the field where it can't be told."""
        for line in range(after.line, span.end.line + 1):
            words = self._lines[line - 1] if line <= len(self._lines) else ""
            column = words.find(raw, after.column - 1 if line == after.line else 0)
            if column >= 0:
                return Span.within(span.path, line, column + 1, len(raw))
        return span

    def _use(self, role: str, written: str, span: Span) -> UsedValue:
        """Return a value of a known role, and keep that it was used."""
        used = self._fact(written, span) if role == FACT else self._typed(role, written, span)
        self.used.append(used)
        return used

    def _typed(self, role: str, written: str, span: Span) -> UsedValue:
        unit = {NUMBER: "", PERCENTAGE: PERCENT}.get(role, role.upper())
        machine = written if role == DATE else f"{written} {unit}".strip()
        value = _read(role, machine)
        if isinstance(value, Quantity) and value.unit != unit:
            value = QuantityFault.NO_NUMBER
        if isinstance(value, Quantity | DateValue):
            return UsedValue(role, machine, "", value, format_value(value, self._spec), span)
        if value is QuantityFault.UNKNOWN_UNIT:
            value = QuantityFault.NO_NUMBER
        found = unreadable(value, f"`{{{role}}}`", written, span)
        meant = read_number(written, self._spec) if value is QuantityFault.NO_NUMBER else None
        self.found.append(found if meant is None else replace(found, hint=f"write `{meant}`"))
        return UsedValue(role, machine, "", None, written, span)

    def _fact(self, name: str, span: Span) -> UsedValue:
        fact = self._facts.known.get(name)
        if fact is None:
            near = get_close_matches(name, tuple(self._facts.known), 1, _NEAR)
            hint = f"did you mean `{near[0]}`?" if near else "define it in `facts`"
            message = f"fact `{name}` is not defined" if name else "a fact without a name"
            self.found.append(Diagnostic(Code.FACT_UNKNOWN, message, span, hint))
            return UsedValue(FACT, name, name, None, name, span)
        if not fact.is_usable and fact.span.path != self._path:
            message = f"fact `{name}` can't be used because of an error in its definition"
            related = (Related("it is defined here", fact.span),)
            self.found.append(Diagnostic(Code.FACT_UNKNOWN, message, span, None, related))
        printed = fact.written if fact.value is None else format_value(fact.value, self._spec)
        return UsedValue(FACT, fact.written, name, fact.value, printed, span)

    def _complain_of_role(self, role: str, span: Span) -> None:
        near = get_close_matches(role.lower(), _ROLES, 1, _NEAR)
        known = "roles are `num`, `percent`, `date`, `fact` and currencies such as `eur`"
        hint = f"did you mean `{{{near[0]}}}`?" if near else known
        message = f"`{{{role}}}` is no role that is known; it is printed as typed"
        self.found.append(Diagnostic(Code.ROLE_UNKNOWN, message, span, hint))


def value_of(element: Element) -> Value | None:
    """Return the value of an element that a `ValueReader` made, or none."""
    if element.kind is not Kind.VALUE or not element.get("kind"):
        return None
    value = _read(element.get("kind"), element.get("written"))
    return value if isinstance(value, Quantity | DateValue) else None


def as_text(elements: Iterable[Element]) -> tuple[Element, ...]:
    """Return inline elements with values as plain text, one with the text around them."""
    joined: list[Element] = []
    for element in elements:
        plain = replace(element, kind=Kind.TEXT) if element.kind is Kind.VALUE else element
        if plain.kind is not Kind.TEXT:
            joined.append(plain.with_children(as_text(plain.children)))
        elif joined and joined[-1].kind is Kind.TEXT:
            joined[-1] = replace(joined[-1], text=joined[-1].text + plain.text)
        else:
            joined.append(replace(plain, attributes={}))
    return tuple(joined)


def _is_known(role: str) -> bool:
    return role in _ROLES or role.upper() in currencies()


def _read(role: str, machine: str) -> Value | QuantityFault | DateFault:
    return read_date_value(machine) if role == DATE else read_quantity(machine)
