"""Numbers in running text, each read in the language that it is written in.

Times of day, addresses, standards and names with digits (`S3`, `k8s`, `4K`) are none. Signs don't
count: `-39 %` says what `39 % less` says.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from casedoc.locale.moments import dates_in_digits, months_in_words, times_of_day
from casedoc.locale.numbers import read_amount
from casedoc.locale.running_units import Measure, read_money_before, read_unit
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.protection import hide, protected_stretches

_NUMBER: Final = re.compile(
    # A longer number, a name or a hyphen after letters does not end in front of it.
    r"(?<![\w.,#])(?<![^\W\d_][-\u2010\u2011:/'\u2019+])(?<![^\W\d_]\d-)(?<![^\W\d_]\d\d-)"
    r"(?:[1-9][0-9]{0,2}(?: [0-9]{3}){2,}(?![0-9])|[0-9]++(?:[.,'\u2019\u00a0\u202f][0-9]++)*+)"
)
_DIGIT: Final = re.compile("[0-9]")
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_TECHNICAL: Final = re.compile(r"(?:[^\W\d_]\d|[^\W_][A-Z])\w*[ \u00a0]\Z")
_CAPITAL: Final = re.compile(r"(?<!\w)[A-Z][\w+#]*[ \u00a0]\Z")
# Closed up to a digit these are names (4K, 3D, 5G) or plurals (429s), as `figures` has them.
_NAME: Final = re.compile(r"(?:[248]K|[0-9][DGd])(?!\w)|(?!(?:19|20)\d\ds)[0-9]{3,}s(?!\w)")
_SPACES: Final = str.maketrans("", "", " \u00a0\u202f")
_SPACED: Final = re.compile(r"[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]+)?")
_APOSTROPHES: Final = str.maketrans("", "", "'\u2019")
_SWAPPED: Final = str.maketrans(".,", ",.")
_LONGEST_UNIT: Final = 40
_NEAR: Final = 40


@dataclass(frozen=True, slots=True)
class RunningNumber:
    """A number in a text, with its unit.

    Attributes:
        start: Where it begins in the text.
        end: Just behind its last character, unit included.
        written: The characters as they were typed: `45 %`, `1,2 Mio.`.
        readings: What it can mean, its magnitude multiplied in; two values where it is ambiguous
            (`1,500` in German), none where it is no number of any language.
        measure: What it counts.
        seconds: Of a time, how many seconds its unit has.
        step: What one of its last digit is worth: 0.1 for `9,4`, 100000 for `1,2 Mio.`.
        exponent: The power of ten that a magnitude behind it multiplies it by.
        is_version: Whether it follows a name, as a version does: `Log4j 2.17`.
        in_words: Whether it is written as words: `zwei Millionen`, `a year`.
    """

    start: int
    end: int
    written: str
    readings: frozenset[Decimal]
    measure: Measure = Measure.PLAIN
    seconds: Decimal | None = None
    step: Decimal = Decimal(1)
    exponent: int = 0
    is_version: bool = False
    in_words: bool = False

    @property
    def value(self) -> Decimal | None:
        """Its value; none where there is not exactly one reading."""
        return next(iter(self.readings)) if len(self.readings) == 1 else None


def read_running_numbers(text: str, spec: LocaleSpec) -> tuple[RunningNumber, ...]:
    """Return the numbers of a text, in order.

    Args:
        text: The text of one paragraph; an object character stands for what is no text.
        spec: The language it is written in.
    """
    if _DIGIT.search(text) is None:
        return tuple(_of_words(text, spec))
    found: list[RunningNumber] = []
    protected = protected_stretches(text)
    hidden = [*protected, *times_of_day(text, spec)]
    for start, end, date in dates_in_digits(text, protected, spec):
        hidden.append((start, end))
        parts = (
            (date.day, Measure.PLAIN), (date.month, Measure.MONTH), (date.year, Measure.PLAIN)
        )  # fmt: skip
        found += [
            RunningNumber(start, end, text[start:end], frozenset({Decimal(part)}), measure)
            for part, measure in parts
            if part is not None
        ]
    for start, end, month, beside in months_in_words(text):
        if beside:
            value = frozenset({Decimal(month)})
            found.append(RunningNumber(start, end, text[start:end], value, Measure.MONTH))
    visible = hide(text, tuple(hidden))
    found += [one for match in _NUMBER.finditer(visible) if (one := _read(match, visible, spec))]
    found += _of_words(visible, spec)
    return tuple(sorted(found, key=lambda one: one.start))


def numbers_in_words(text: str, spec: LocaleSpec) -> frozenset[Decimal]:
    """Return the values of the numbers that a text has as words: `drei`, `twenty`."""
    known = spec.conventions.number_words
    words = {word for match in _WORD.finditer(text.lower()) for word in _parts(match[0])}
    return frozenset(known[word] for word in words if word in known)


def _parts(word: str) -> tuple[str, ...]:
    return (word, *word.split("-")) if "-" in word else (word,)


def _read(match: re.Match[str], text: str, spec: LocaleSpec) -> RunningNumber | None:
    """Return the quantity that a number begins; none where it is a part of a name."""
    number, end = match[0], match.end()
    money = read_money_before(text[max(0, match.start() - 4) : match.start()])
    if not money and _NAME.match(text, match.start()):
        return None
    unit = read_unit(number, text[end : end + _LONGEST_UNIT], spec)
    if unit is None:
        return None
    readings, step = _values(number, spec)
    readings = frozenset(one.scaleb(exponent) for one in readings for exponent in unit.exponents)
    before = text[max(0, match.start() - _NEAR) : match.start()]
    is_point = "." in number and _CAPITAL.search(before)
    is_bare = unit.length == 0 and not money
    start = match.start() - money
    return RunningNumber(
        start=start,
        end=end + unit.length,
        written=text[start : end + unit.length],
        readings=readings,
        measure=Measure.OTHER if money else unit.measure,
        seconds=unit.seconds,
        step=step.scaleb(unit.exponents[0]),
        exponent=unit.exponents[0],
        is_version=is_bare and bool(is_point or _TECHNICAL.search(before)),
    )


def _values(number: str, spec: LocaleSpec) -> tuple[frozenset[Decimal], Decimal]:
    """Return what a number can mean, and what one of its last digit is worth.

    A number that is none of its language counts as one of the other notation; that it looks wrong
    is told elsewhere.
    """
    if _SPACED.fullmatch(number):
        number = number.translate(_SPACES)
    number = re.split(r"[\u00a0\u202f]", number)[0]
    amount = (
        read_amount(number, spec)
        or read_amount(number.translate(_SWAPPED), spec)
        or read_amount(number.translate(_APOSTROPHES), spec)
    )
    if amount is None:
        return frozenset(), Decimal(1)
    step = Decimal(1).scaleb(-amount.decimals)
    if amount.value is not None:
        return frozenset({amount.value}), step
    digits = re.sub(r"\D", "", number)
    return frozenset({Decimal(digits), Decimal(digits).scaleb(-amount.decimals)}), step


def _of_words(text: str, spec: LocaleSpec) -> Iterator[RunningNumber]:
    """Yield what words say with a magnitude or a unit of time: `zwei Millionen`, `a year`."""
    known = spec.conventions.number_words
    for match in _WORD.finditer(text):
        word = match[0].lower()
        if word not in known or text[match.end() : match.end() + 1] not in {" ", "\u00a0"}:
            continue
        unit = read_unit("", text[match.end() : match.end() + _LONGEST_UNIT], spec)
        if unit is not None and (unit.exponents[0] or unit.measure is Measure.TIME):
            end = match.end() + unit.length
            yield RunningNumber(
                start=match.start(),
                end=end,
                written=text[match.start() : end],
                readings=frozenset({known[word].scaleb(unit.exponents[0])}),
                measure=unit.measure,
                seconds=unit.seconds,
                in_words=True,
            )
