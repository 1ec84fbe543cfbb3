"""Numbers in which two versions of a study differ, each read in its own language."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.content.translations.version import EXTRACTS, Number, Part, Version
from casedoc.locale.running_units import Measure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from casedoc.content.translations.alignment import Aligned
    from casedoc.locale.running_numbers import RunningNumber

LARGEST_SMALL: Final = Decimal(12)
"""Up to here a number without a unit may be written as a word, or be said otherwise (`double`)."""

_YEARS: Final = (1900, 2099)
_YEAR_LENGTH: Final = 4
_UNITLESS: Final = frozenset({Measure.PLAIN, Measure.FACTOR})
_SHARES: Final = frozenset({Measure.PERCENT, Measure.POINTS})


@dataclass(slots=True)
class _Left:
    """The numbers of two parts that have no equal in the other, as far as they are compared."""

    pair: Aligned
    first: list[Number] = field(default_factory=list)
    second: list[Number] = field(default_factory=list)


def find_changed_numbers(
    pairs: Sequence[Aligned], first: Version, second: Version
) -> Iterator[Diagnostic]:
    """Yield `TRANSLATION_NUMBER` for each number that one version has otherwise or not at all.

    Numbers are compared part by part, in any order; what is equal elsewhere counts as moved. What
    is left is paired in order, so that a changed number is told once.
    """
    lefts = [_Left(pair, list(_numbers(pair.first)), list(_numbers(pair.second))) for pair in pairs]
    changed: list[tuple[Number, Number]] = []
    for left in lefts:
        changed += _cancel([left], (_with_measure, _in_seconds, _values))
    # Far apart, five percent and five points have nothing to do with one another.
    _cancel(lefts, (_with_measure, _in_seconds, _values_but_points))
    _forgive(lefts, first, second)
    for left in lefts:
        changed += _pair(left)
        yield from _lost(left, first, second)
    for number, other in changed:
        yield _changed(number, other)


def _forgive(lefts: Sequence[_Left], first: Version, second: Version) -> None:
    """Take out what needs no equal: what is said in words, and months that are named elsewhere."""
    months = [
        frozenset(month for part in version.parts for month in part.text.months)
        for version in (first, second)
    ]
    for left in lefts:
        left.first = [one for one in left.first if not _is_forgiven(one, months[1])]
        left.second = [one for one in left.second if not _is_forgiven(one, months[0])]


def _is_forgiven(number: Number, months: frozenset[int]) -> bool:
    quantity = number.quantity
    is_named = quantity.measure is Measure.MONTH and not months.isdisjoint(quantity.readings)
    return quantity.in_words or is_named


def _numbers(part: Part | None) -> tuple[Number, ...]:
    return part.text.numbers if part else ()


def _cancel(
    lefts: Sequence[_Left], likenesses: Iterable[Callable[[RunningNumber], list[object]]]
) -> list[tuple[Number, Number]]:
    """Remove the numbers that both sides have, and return those that differ only by their share.

    A percentage that is percentage points elsewhere is another statement.

    Args:
        lefts: The parts, taken together.
        likenesses: By what two numbers are equal, the strictest first.
    """
    changed: list[tuple[Number, Number]] = []
    for keys in likenesses:
        waiting: dict[object, deque[Number]] = {}
        for number in (one for left in lefts for one in left.first):
            for key in keys(number.quantity):
                waiting.setdefault(key, deque()).append(number)
        gone: set[int] = set()
        for left in lefts:
            kept = []
            for other in left.second:
                alike = [waiting[key] for key in keys(other.quantity) if key in waiting]
                found = _take(alike, gone, other.quantity)
                if found is None:
                    kept.append(other)
                    continue
                gone.add(id(found))
                if {found.quantity.measure, other.quantity.measure} == _SHARES:
                    changed.append((found, other))
            left.second = kept
        for left in lefts:
            left.first = [number for number in left.first if id(number) not in gone]
    return changed


def _take(waiting: Iterable[deque[Number]], gone: set[int], wanted: RunningNumber) -> Number | None:
    """Return the first number that is not gone yet; a number may wait under several keys.

    Twenty minutes are not twenty hours, though both say twenty.
    """
    for numbers in waiting:
        while numbers and id(numbers[0]) in gone:
            numbers.popleft()
        if numbers and not _contradict(numbers[0].quantity, wanted):
            return numbers.popleft()
    return None


def _contradict(one: RunningNumber, other: RunningNumber) -> bool:
    here, there = _in_seconds(one), _in_seconds(other)
    return bool(here and there) and set(here).isdisjoint(there)


def _with_measure(quantity: RunningNumber) -> list[object]:
    return [(quantity.measure, key) for key in _values(quantity)]


def _in_seconds(quantity: RunningNumber) -> list[object]:
    seconds = quantity.seconds
    return [value * seconds for value in quantity.readings] if seconds is not None else []


def _values(quantity: RunningNumber) -> list[object]:
    if quantity.measure is Measure.MONTH:
        return [(Measure.MONTH, value) for value in quantity.readings]
    return list(quantity.readings) or [quantity.written]


def _values_but_points(quantity: RunningNumber) -> list[object]:
    return [] if quantity.measure is Measure.POINTS else _values(quantity)


def _pair(left: _Left) -> list[tuple[Number, Number]]:
    """Take out of what is left the numbers that stand for one another, the nearest ones first."""
    _say_in_words(left)
    pairs: list[tuple[Number, Number]] = []
    for agrees in (_same_measure, _comparable):
        likely = sorted(
            (
                (_distance(number, other), at, number, other)
                for at, number in enumerate(left.first)
                for other in left.second
                if agrees(number, other) and _is_year(number) is _is_year(other)
            ),
            key=lambda one: one[:2],
        )
        for _distance_of_both, _at, number, other in likely:
            if number in left.first and other in left.second:
                left.first.remove(number)
                left.second.remove(other)
                pairs.append((number, other))
    pairs.sort(key=lambda pair: pair[0].span)
    return [pair for pair in pairs if not _both_in_words(left.pair, *pair)]


def _say_in_words(left: _Left) -> None:
    """Take out of the longer side what the other may say in words, until both are as long."""
    for own, others, part in (
        (left.first, left.second, left.pair.second), (left.second, left.first, left.pair.first)
    ):  # fmt: skip
        spoken = [number for number in own if _is_spoken(number, part)]
        small = [number for number in own if _is_small(number) and number not in spoken]
        for number in (*spoken, *small)[: max(0, len(own) - len(others))]:
            own.remove(number)


def _both_in_words(pair: Aligned, number: Number, other: Number) -> bool:
    return _is_spoken(number, pair.second) and _is_spoken(other, pair.first)


def _is_spoken(number: Number, part: Part | None) -> bool:
    """Tell whether the other side has the number as a word."""
    return part is not None and not part.text.spoken.isdisjoint(number.quantity.readings)


def _is_small(number: Number) -> bool:
    """Tell whether a number is small and whole and has no unit, or belongs to a name."""
    quantity, value = number.quantity, number.quantity.value
    if quantity.is_version:
        return True
    is_whole = value is not None and value == value.to_integral_value()
    return quantity.measure in _UNITLESS and is_whole and (value or 0) <= LARGEST_SMALL


def _same_measure(number: Number, other: Number) -> bool:
    return number.quantity.measure is other.quantity.measure


def _distance(number: Number, other: Number) -> Decimal:
    """Return how many times as large one number is as the other; 1 where that is not known."""
    values = [abs(one.quantity.value or Decimal(0)) for one in (number, other)]
    return max(values) / min(values) if min(values) else Decimal(1)


def _is_year(number: Number) -> bool:
    """Tell whether a number may be a year: of four digits without groups, or in a date."""
    quantity = number.quantity
    if quantity.measure is not Measure.PLAIN or quantity.value is None:
        return False
    written = quantity.written
    is_date = sum(map(str.isdigit, written)) > _YEAR_LENGTH
    return _YEARS[0] <= quantity.value <= _YEARS[1] and (is_date or written.isdigit())


def _comparable(number: Number, other: Number) -> bool:
    """Tell whether two numbers may say the same thing: units are known of one of them at most."""
    measures = {number.quantity.measure, other.quantity.measure}
    return Measure.MONTH not in measures and (
        bool(measures & _UNITLESS) or measures == _SHARES or Measure.OTHER in measures
    )


def _lost(left: _Left, first: Version, second: Version) -> Iterator[Diagnostic]:
    """Yield the numbers that only one side has, but neither small ones nor those of lost parts."""
    sides = (
        (left.first, left.pair.first, left.pair.second, second),
        (left.second, left.pair.second, left.pair.first, first),
    )
    for numbers, part, answer, version in sides:
        if part is None or (answer is None and (part.name or part.heading)):
            continue
        # What an extract says need only stand anywhere in the other version.
        known = _readings(version) if part.name in EXTRACTS else frozenset()
        for number in numbers:
            if not _is_small(number) and known.isdisjoint(number.quantity.readings):
                place = answer.span if answer else version.study.span
                message = f"`{number.quantity.written}` is missing in `{version.path}`"
                hint = "say the same in both"
                related = (Related("it is missing here", place),)
                yield Diagnostic(Code.TRANSLATION_NUMBER, message, number.span, hint, related)


def _readings(version: Version) -> frozenset[object]:
    numbers = (number for part in version.parts for number in part.text.numbers)
    return frozenset(reading for number in numbers for reading in number.quantity.readings)


def _changed(number: Number, other: Number) -> Diagnostic:
    written, here = number.quantity.written, other.quantity.written
    message = f"`{here}` here, but `{written}` in `{number.span.path}`"
    hint = "one of the two is wrong"
    related = (Related(f"`{written}` stands here", number.span),)
    return Diagnostic(Code.TRANSLATION_NUMBER, message, other.span, hint, related)
