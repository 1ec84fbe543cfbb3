"""Every vector of tests/locale/vectors.tsv, in the context it is meant for."""

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from casedoc.locale.date_reading import read_date, read_period
from casedoc.locale.dates import format_partial, format_period
from casedoc.locale.figures import format_figure, read_figure
from casedoc.locale.numbers import (
    format_compact,
    format_money,
    format_number,
    read_machine_number,
)
from casedoc.locale.spec import LocaleSpec, locale_spec
from casedoc.locale.typography import lint, typeset_text

FILE = Path(__file__).with_name("vectors.tsv")


@dataclass(frozen=True, slots=True)
class Vector:
    """One line of the file; see LANGUAGE.md for the columns."""

    name: str
    context: str
    mode: str
    lang: str
    text: str
    expected: str

    @property
    def locales(self) -> tuple[LocaleSpec | None, LocaleSpec]:
        """The language it is read in, if it is a language, and the one it is printed in."""
        source, _, target = self.lang.rpartition(">")
        spec = locale_spec(target)
        assert spec is not None
        return locale_spec(source or target), spec


def _vectors() -> list[Vector]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return [Vector(*line.split("\t")[:6]) for line in lines[1:]]


def _prose(vector: Vector) -> tuple[str, bool]:
    spec = vector.locales[1]
    return typeset_text(vector.text, spec), bool(lint(vector.text, spec))


def _metric(vector: Vector) -> tuple[str, bool]:
    source, target = vector.locales
    kind = vector.lang.partition(">")[0]
    if source is None:
        value = read_machine_number(vector.text.split(" ")[0])
        assert value is not None
        return _typed(value, kind, target, compact="compact" in vector.text), False
    found = read_figure(vector.text, source)
    assert found is not None
    figure, length = found
    assert len(vector.text) == length
    return format_figure(figure, source, target).text, figure.value is None


def _typed(value: Decimal, kind: str, target: LocaleSpec, *, compact: bool) -> str:
    if kind.isupper():
        return format_money(value, kind, target)
    return format_compact(value, target) if compact else format_number(value, target)


def _date(vector: Vector) -> tuple[str, bool]:
    source, target = vector.locales
    if "/" in vector.text:
        period = read_period(vector.text, source)
        if period.start is None:
            return vector.text, True
        return format_period(period.start, period.end, target, "present"), False
    reading = read_date(vector.text, source)
    if reading.date is None:
        return vector.text, True
    return format_partial(reading.date, target), False


CONTEXTS = {"prose": _prose, "protected": _prose, "metric": _metric, "date": _date}


def test_file_holds_141_vectors() -> None:
    assert len(_vectors()) == 141
    assert {vector.context for vector in _vectors()} == set(CONTEXTS)


@pytest.mark.parametrize("vector", _vectors(), ids=lambda vector: vector.name)
def test_vector(vector: Vector) -> None:
    text, warned = CONTEXTS[vector.context](vector)
    assert text == vector.expected
    assert warned == ("lint" in vector.mode)
