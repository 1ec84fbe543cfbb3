"""Facts: numbers and dates that are written once and used in every language of a study."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.content.value_faults import ambiguous, unreadable
from casedoc.locale.typed_dates import DateValue
from casedoc.locale.typed_quantities import Quantity, QuantityFault, looks_grouped
from casedoc.locale.typed_values import Value, read_value
from casedoc.source.element import Kind
from casedoc.source.roles import roles_in
from casedoc.source.values import Mapping, Scalar, scalars_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as AnyMapping

    from casedoc.base.span import Span
    from casedoc.source.source import Source

FACT: Final = "fact"
"""The role that prints a fact."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A value under its name."""

    name: str
    """The name by which texts refer to it."""
    written: str
    """The value in machine notation."""
    value: Value | None
    """What it means; none where it can be read in two ways and prints as typed."""
    span: Span
    """Where its value stands."""
    is_usable: bool = True
    """Whether there is no error about it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one file may use, and what is wrong with what it defines."""

    known: AnyMapping[str, Fact]
    """The facts of all files of its slug, by name."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """About the definitions in this file."""


def facts_of_slug(sources: Iterable[Source]) -> dict[str, Facts]:
    """Return the facts that each file of a study may use, by the file's path.

    The same definition in several files is fine, whatever digits it is written with (`99.95`,
    `99.950`); each file then prints its own.

    Args:
        sources: The files of one slug, in all languages.

    Returns:
        The facts, with `FACT_DIFFERENT` at each of several definitions that contradict each other,
        `FACT_UNUSED` for those that no file uses, and what makes them unreadable.
    """
    sources = tuple(sources)
    own: dict[str, dict[str, Fact]] = {}
    found: dict[str, list[Diagnostic]] = {}
    for source in sources:
        found[source.path] = []
        facts = _defined(source, found[source.path])
        own[source.path] = {fact.name: fact for fact in facts}
    used = {name for source in sources for name in _used(source)}
    for path, facts_here in own.items():
        others = [fact for other, facts in own.items() if other != path for fact in facts.values()]
        for fact in tuple(facts_here.values()):
            different = [one for one in others if _contradicts(one, fact)]
            if different:
                found[path].append(_different(fact, different))
                facts_here[fact.name] = replace(fact, is_usable=False)
            if fact.is_usable and fact.name not in used:
                found[path].append(_unused(fact))
    everything = {name: fact for facts in reversed(own.values()) for name, fact in facts.items()}
    return {path: Facts({**everything, **own[path]}, tuple(found[path])) for path in own}


def _defined(source: Source, found: list[Diagnostic]) -> Iterator[Fact]:
    """Yield the facts that a file defines."""
    given = source.fields.find("facts")
    if given is None or not isinstance(given.value, Mapping):
        return
    for pair in given.value.pairs:
        span = pair.value.span
        if not isinstance(pair.value, Scalar) or pair.value.is_null:
            message = f"fact `{pair.key}` must be one value"
            hint = "write a number with or without a unit, a date or a period"
            found.append(Diagnostic(Code.VALUE_UNREADABLE, message, pair.key_span, hint))
            yield Fact(pair.key, "", None, span, is_usable=False)
            continue
        written = pair.value.text.strip()
        value = read_value(written)
        if value is not QuantityFault.UNKNOWN_UNIT and looks_grouped(written):
            found.append(ambiguous(written, span))
            yield Fact(pair.key, written, None, span)
        elif not isinstance(value, Quantity | DateValue):
            found.append(unreadable(value, f"fact `{pair.key}`", written, span))
            yield Fact(pair.key, written, None, span, is_usable=False)
        else:
            yield Fact(pair.key, written, value, span)


def _used(source: Source) -> Iterator[str]:
    """Yield the names of the facts that a file refers to."""
    for block in source.blocks:
        for element in block.walk():
            if element.kind is Kind.VALUE and element.get("role") == FACT:
                yield element.text
            elif element.kind is Kind.IMAGE:
                yield from _names_in(element.text)
                yield from _names_in(element.get("title"))
    for scalar in scalars_in(source.fields):
        yield from _names_in(scalar.text)


def _names_in(text: str) -> Iterator[str]:
    return (role.written for role in roles_in(text) if role.name == FACT)


def _contradicts(one: Fact, other: Fact) -> bool:
    """Tell whether two facts have one name and not one value."""
    if one.name != other.name:
        return False
    first, second = one.value, other.value
    if isinstance(first, Quantity) and isinstance(second, Quantity):
        return (first.value, first.unit) != (second.value, second.unit)
    return first != second or (first is None and one.written != other.written)


def _different(fact: Fact, others: list[Fact]) -> Diagnostic:
    first = others[0]
    message = (
        f"fact `{fact.name}` is `{fact.written}` here, and `{first.written}` in `{first.span.path}`"
    )
    hint = "define it in one file alone; it counts in every language"
    related = tuple(Related(f"`{one.written}` here", one.span) for one in others)
    return Diagnostic(Code.FACT_DIFFERENT, message, fact.span, hint, related)


def _unused(fact: Fact) -> Diagnostic:
    message = f"fact `{fact.name}` is not used in any language of the study"
    hint = f"write `{{fact}}` with its name in backticks behind it, or remove `{fact.name}`"
    return Diagnostic(Code.FACT_UNUSED, message, fact.span, hint)
