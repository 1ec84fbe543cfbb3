"""A check's report as plain data, and back."""

import copy
import json
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.recording import Reading
from casedoc.base.secret import Secret
from casedoc.base.span import Position, Span
from casedoc.base.span_data import FURTHEST
from casedoc.build.bearing import Bearing
from casedoc.build.check_record import report_data, report_of
from casedoc.build.check_report import CheckReport
from casedoc.build.origin import Origin

Json: TypeAlias = Any

ROOT = Path("workspace")
SECRET = Secret(
    "a", ("Acme GmbH", "ACM"), ("Acme",), ("Ac",), ("Ida",), (("de", "ein Werk"), ("", "x"))
)
SPAN = Span("content/de/a.md", Position(3, 5), Position(4, 1))
REPORT = CheckReport(
    root=ROOT,
    files=(
        Bearing("content/de/a.md", "a", "de", "2023-08", SECRET),
        Bearing("content/de/\udcff.md", "b", "", "", None),
    ),
    diagnostics=(
        Diagnostic(Code.NUMBER_FORM, "a „number“", SPAN, "write `1`", (Related("there", SPAN),)),
        Diagnostic(Code.SLUG_TWICE, "twice", None, None, (), Severity.WARNING),
    ),
    origin=Origin(((Reading("casedoc.toml", "file", "MISSING"),), ()), (("CASEDOC_PAPER", ""),)),
    readings=(Reading("content", "folder", "0f"), Reading("@today", "clock", "2024-01-01")),
)


def data_of(report: CheckReport) -> Json:
    return json.loads(json.dumps(report_data(report)))


def test_a_report_comes_back_as_it_was() -> None:
    assert report_of(data_of(REPORT), ROOT) == REPORT


def places(data: Json, *path: str | int) -> list[tuple[str | int, ...]]:
    """The way to each value inside plain data."""
    inner: list[tuple[str | int, Json]] = []
    if isinstance(data, dict):
        inner = list(data.items())
    elif isinstance(data, list):
        inner = list(enumerate(data))
    return [place for key, value in inner for place in ((*path, key), *places(value, *path, key))]


PLACES = places(data_of(REPORT))


def replaced(place: tuple[str | int, ...], value: Json) -> Json:
    data = copy.deepcopy(data_of(REPORT))
    inner = data
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    return data


@pytest.mark.parametrize("value", [{}, 1.5, [1], True])
def test_nothing_of_another_kind_is_believed(value: Json) -> None:
    assert len(PLACES) > 40
    believed = {place for place in PLACES if report_of(replaced(place, value), ROOT) is not None}
    # True is the whole number 1, which is a line or a column.
    spans = {place for place in PLACES if isinstance(_at(place), int)} if value is True else set()
    assert believed == spans


def _at(place: tuple[str | int, ...]) -> Json:
    data = data_of(REPORT)
    for step in place:
        data = data[step]
    return data


@pytest.mark.parametrize("value", [0, -1, FURTHEST + 1, 10**30])
def test_no_place_is_believed_that_no_file_has(value: int) -> None:
    numbers = [place for place in PLACES if isinstance(_at(place), int)]
    assert len(numbers) == 8
    assert [report_of(replaced(place, value), ROOT) for place in numbers] == [None] * 8


@pytest.mark.parametrize("data", [None, [], "", 1, {}, {"diagnostics": []}])
def test_what_is_no_report_is_none(data: Json) -> None:
    assert report_of(data, ROOT) is None


def test_no_code_or_severity_is_invented() -> None:
    assert report_of(replaced(("diagnostics", 0, 0), "CD999"), ROOT) is None
    assert report_of(replaced(("diagnostics", 0, 5), "fatal"), ROOT) is None
