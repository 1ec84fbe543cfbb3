"""Structured data with the place of each key and value, and every scalar as it was written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.span import Span

Plain = str | None | list["Plain"] | dict[str, "Plain"]
"""The same data without places, for validation."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as text.

    *Why* text: `99.95` must keep its digits, and only the field knows whether `2023` is a year, a
    number or a word.
    """

    text: str
    """What was written, quotes and escapes resolved."""
    quoted: bool
    """Whether it was written as a string; unquoted text may be a number, a date or yes and no."""
    span: Span
    """Where it stands, quotes included."""

    @property
    def is_null(self) -> bool:
        """Tell whether nothing was given."""
        return not self.quoted and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Value, ...]
    """The values in order."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value."""

    key: str
    """The key."""
    key_span: Span
    """Where the key stands."""
    value: Value
    """The value."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values in order; each key once."""

    pairs: tuple[Pair, ...]
    """The keys and values."""
    span: Span
    """Where it stands."""

    def find(self, key: str) -> Pair | None:
        """Return the pair of a key, or none."""
        return next((pair for pair in self.pairs if pair.key == key), None)


Value = Scalar | Sequence | Mapping
"""Any value."""


def pairs_in(value: Value) -> Iterator[Pair]:
    """Yield all keys and values inside a value, however deep, in order."""
    if isinstance(value, Mapping):
        for pair in value.pairs:
            yield pair
            yield from pairs_in(pair.value)
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from pairs_in(item)


def scalars_in(value: Value) -> Iterator[Scalar]:
    """Yield all single values inside a value, however deep, in order."""
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from scalars_in(item)
    else:
        for pair in value.pairs:
            yield from scalars_in(pair.value)


def without_places(value: Value) -> Plain:
    """Return the data alone; nulls become none."""
    if isinstance(value, Scalar):
        return None if value.is_null else value.text
    if isinstance(value, Sequence):
        return [without_places(item) for item in value.items]
    return {pair.key: without_places(pair.value) for pair in value.pairs}


def value_at(value: Value, location: tuple[int | str, ...]) -> Value | None:
    """Return what stands at a location inside `value`, or none."""
    inner: Value | None = value
    for step in location:
        if isinstance(inner, Mapping):
            pair = inner.find(str(step))
            inner = pair.value if pair else None
        elif isinstance(inner, Sequence) and isinstance(step, int) and step < len(inner.items):
            inner = inner.items[step]
        else:
            return None
    return inner


def place_of(value: Value, location: tuple[int | str, ...]) -> Span:
    """Return where a location inside `value` stands, or the nearest place above it.

    Args:
        value: The outermost value.
        location: Keys and indices on the way down, as pydantic reports them.

    Returns:
        The span of the value there; of the key, where the value is a mapping or a list.
    """
    span = value.span
    for step in location:
        if isinstance(value, Mapping) and (pair := value.find(str(step))) is not None:
            value = pair.value
            span = value.span if isinstance(value, Scalar) else pair.key_span
        elif isinstance(value, Sequence) and isinstance(step, int) and step < len(value.items):
            value = value.items[step]
            span = value.span
    return span
