"""A change in a sentence, and the percentage that is clearly said of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from casedoc.locale.conventions import conventions_of
from casedoc.locale.running_numbers import read_running_numbers
from casedoc.locale.running_units import NOTHING, Measure
from casedoc.locale.units import alternatives

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.locale.running_numbers import RunningNumber
    from casedoc.locale.spec import LocaleSpec

_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_a-zß-ÿ])")
_UNIT: Final = re.compile(r"[^\d\s]+\Z")
_WORDS: Final = r"(?:[^\W\d]+\.?\s+){0,3}"
_DIRECTLY: Final = re.compile(r"[,:;\s\u2013-]*")
_NOTHING: Final = re.compile(r"\s*(?:[),.;:!?]|\Z)")
# A percentage, its bracket, and in this the change; or the other way about.
_BRACKET_BEHIND: Final = re.compile(r"[^,;:()]*\([^,;:()\d]{0,20}")
_IN_BRACKET: Final = re.compile(rf"[^,;:()\d]{{0,40}}\({_WORDS}[-+\u2212~\u2248]?")
NEAR: Final = 60
"""Characters before a number in which its words stand."""
MOST_VALUES: Final = 12
"""Numbers of a sentence; in a longer enumeration it is not clear what belongs together."""
_YEAR: Final = re.compile(r"(?:1[5-9]|20)[0-9]{2}")
_THOUSAND: Final = Decimal(1000)
_STEM: Final = 3
"""Letters at the end of a noun that may differ: `Tagen`, `Tage`."""


@dataclass(frozen=True, slots=True)
class Value:
    """A number in a sentence, or the two ends of a range."""

    start: int
    """Where it begins in the text."""
    end: int
    """Just behind it, unit included."""
    least: Decimal
    """The smaller end."""
    most: Decimal
    """The larger end."""
    quantity: RunningNumber
    """The number that has the unit."""
    is_round: bool
    """Whether a word before it makes it a round one."""

    @property
    def measure(self) -> Measure:
        """What it counts."""
        return self.quantity.measure

    @property
    def unit(self) -> str:
        """The last word of its unit, as it is written."""
        match = _UNIT.search(self.quantity.written)
        return match[0] if match else ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A percentage and the change that it is said of, in one sentence."""

    percent: Value
    """The percentage."""
    before: Value
    """The value before; times are in seconds."""
    after: Value
    """The value after, in the same scale."""
    said: str
    """The words of the change: `von 58 % auf 22 %`."""
    start: int
    """Where the percentage begins in the text."""
    end: int
    """Just behind it."""


def claims_in(text: str, spec: LocaleSpec) -> Iterator[Claim]:
    """Yield the claims of a text: where one percentage and one change belong together.

    Args:
        text: The text of one paragraph.
        spec: Its language.
    """
    if _percent(spec.language).search(text) is None:
        return
    start = 0
    for end in (*(match.end() for match in _SENTENCE.finditer(text)), len(text)):
        claim = _claim(text[start:end], start, spec)
        if claim is not None:
            yield claim
        start = end


def _claim(text: str, offset: int, spec: LocaleSpec) -> Claim | None:
    """Return the claim of a sentence that begins at an offset of its text."""
    values = _values(text, spec)
    if len(values) > MOST_VALUES:
        return None
    changes = [
        (before, after, begin)
        for before, after in pairwise(values)
        if (begin := _begin_of_change(text, before, after, spec.language)) is not None
    ]
    if len(changes) != 1 or all(_is_year(value) for value in changes[0][:2]):
        return None
    before, after, begin = changes[0]
    percents = [
        one for one in values if one.measure is Measure.PERCENT and one not in {before, after}
    ]
    scaled = _in_one_scale(before, after)
    if len(percents) != 1 or scaled is None:
        return None
    percent = percents[0]
    if percent.least != percent.most or not _belongs(text, percent, begin, after, spec.language):
        return None
    said = text[begin : after.end]
    return Claim(percent, *scaled, said, offset + percent.start, offset + percent.end)


def _is_year(value: Value) -> bool:
    """Tell whether a value is a bare year: `from 2019 to 2021` says when, not how much."""
    return value.least == value.most and _YEAR.fullmatch(value.quantity.written) is not None


def _values(text: str, spec: LocaleSpec) -> list[Value]:
    """Return the numbers of a sentence, ranges in one piece; what has no one value is left out."""
    found: list[Value] = []
    for quantity in read_running_numbers(text, spec):
        value = quantity.value
        if value is None or quantity.in_words or quantity.measure is Measure.MONTH:
            continue
        last = found[-1] if found else None
        between = text[last.end : quantity.start] if last else ""
        is_end = last is not None and _range(spec.language).fullmatch(between)
        if last is not None and is_end and last.least == last.most < value:
            found[-1] = replace(last, end=quantity.end, most=value, quantity=quantity)
        else:
            near = text[max(0, quantity.start - NEAR) : quantity.start]
            is_round = bool(_about(spec.language).search(near))
            found.append(Value(quantity.start, quantity.end, value, value, quantity, is_round))
    return found


def _begin_of_change(text: str, before: Value, after: Value, language: str) -> int | None:
    """Return where `von … auf …` begins, if two values are its ends."""
    for first, second in _changes(language):
        at = max(0, before.start - NEAR)
        begin = first.search(text[at : before.start])
        match = second.fullmatch(text[before.end : after.start])
        if begin and match and _counts_the_same(match["noun"].split(), text, before, after):
            return at + begin.start()
    return None


def _counts_the_same(noun: list[str], text: str, before: Value, after: Value) -> bool:
    """Tell whether both values count the same: `von 5 Projekten auf 3 Servern` is no change."""
    if after.measure is not Measure.PLAIN:
        return not noun or before.measure is after.measure
    behind = text[after.end :]
    if _NOTHING.match(behind):
        return True
    if before.measure is not Measure.PLAIN:
        return False
    stem = noun[0][: max(_STEM, len(noun[0]) - _STEM)] if noun else ""
    return behind.lstrip().startswith(stem)


def _in_one_scale(before: Value, after: Value) -> tuple[Value, Value] | None:
    """Return both values in one scale; none where they can't be compared."""
    before = _multiplied(before, after)
    known = [one for one in (before, after) if one.measure is not Measure.PLAIN]
    if len(known) == 1:
        # A bare number has the unit of the other: `von 4 auf 2 Stunden`.
        return before, after
    if before.measure is not after.measure:
        return None
    if before.measure is Measure.OTHER:
        return (before, after) if before.unit == after.unit else None
    return _in_seconds(before), _in_seconds(after)


def _multiplied(before: Value, after: Value) -> Value:
    """Return the first value multiplied as the second is, where it says so for both.

    `von 6,7 auf 5,5 Mio. km` speaks of millions twice; `von 900.000 auf 1,2 Mio.` does not.
    """
    exponent = after.quantity.exponent
    if before.unit or before.quantity.exponent or not exponent or before.most >= _THOUSAND:
        return before
    quantity = replace(before.quantity, step=before.quantity.step.scaleb(exponent))
    least, most = before.least.scaleb(exponent), before.most.scaleb(exponent)
    return replace(before, least=least, most=most, quantity=quantity)


def _in_seconds(value: Value) -> Value:
    seconds = value.quantity.seconds or 1
    return replace(value, least=value.least * seconds, most=value.most * seconds)


def _belongs(text: str, percent: Value, begin: int, after: Value, language: str) -> bool:
    """Tell whether a percentage is clearly said of a change.

    It is where one follows the other directly, where the change stands in brackets in the same
    clause, and where the percentage stands in brackets behind the change.
    """
    if percent.end <= begin:
        between = text[percent.end : begin]
        if _DIRECTLY.fullmatch(between):
            return True
        shape = _BRACKET_BEHIND
    else:
        between = text[after.end : percent.start]
        shape = _IN_BRACKET
    return bool(shape.fullmatch(between)) and not _conjunctions(language).search(between)


@lru_cache
def _percent(language: str) -> re.Pattern[str]:
    return re.compile(f"%|{alternatives(conventions_of(language).percent) or NOTHING}")


@lru_cache
def _changes(language: str) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Return what stands before the first value of a change, and between both."""
    return tuple(
        (
            re.compile(rf"(?<!\w){re.escape(first)}\s+{_WORDS}\Z", re.IGNORECASE),
            re.compile(rf"(?P<noun>[^,;:()\d]{{0,40}}?)\s+{re.escape(second)}\s+{_WORDS}"),
        )
        for first, second in conventions_of(language).changes
    )


@lru_cache
def _range(language: str) -> re.Pattern[str]:
    """Return what stands between the ends of a range, and not between those of a change."""
    customs = conventions_of(language)
    taken = {second for _first, second in customs.changes} | set(customs.conjunctions)
    words = tuple(second for _first, second in customs.ranges if second not in taken)
    said = rf"|\s+(?:{alternatives(words)})\s+" if words else ""
    return re.compile(rf"\s?[-\u2013]\s?{said}")


@lru_cache
def _about(language: str) -> re.Pattern[str]:
    words = alternatives(conventions_of(language).about) or NOTHING
    return re.compile(rf"(?:(?<!\w)(?:{words})\s+|[~\u2248<>]\s?)\Z", re.IGNORECASE)


@lru_cache
def _conjunctions(language: str) -> re.Pattern[str]:
    words = alternatives(conventions_of(language).conjunctions) or NOTHING
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")
