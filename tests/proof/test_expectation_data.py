"""An expectation as plain data, and back."""

import copy
import json
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casedoc.base.span import Span
from casedoc.pdf.standards import Standard
from casedoc.proof.expectation import Expectation, Expected
from casedoc.proof.expectation_data import expectation_data, expectation_from
from casedoc.proof.fields import Field
from casedoc.proof.findings import Box

PLACE = Span.within("content/de/one.md", 3, 4, 5)
SAMPLE = Expectation(
    texts=(Expected("Größe\u00a0XL", PLACE), Expected("ohne Ort", None)),
    links=(("https://example.org/ä", PLACE), ("mailto:a@b.example", None)),
    areas=(Box(1, 2.5, 3, 4),),
    families=frozenset({"CD Sans", "CD Mono"}),
    fields=((Field("name", "Anna"),), (Field("title", "Eins"), Field("technology", "C++"))),
    standard=Standard.ARCHIVE,
    attached=("resume.json",),
)


def test_there_and_back() -> None:
    written = json.dumps(expectation_data(SAMPLE))
    assert expectation_from(json.loads(written)) == SAMPLE


@pytest.mark.parametrize("key", sorted(expectation_data(SAMPLE)))
@pytest.mark.parametrize("value", [None, 1, "x", [1], [[1]], [["a", "b", "c"]], {"a": 1}])
def test_what_was_tampered_with_is_not_believed(key: str, value: object) -> None:
    data: dict[str, Any] = copy.deepcopy(expectation_data(SAMPLE))
    data[key] = value
    if key == "standard" or not (key in {"families", "attached"} and value == ["x"]):
        assert expectation_from(data) is None


@given(st.recursive(st.none() | st.text() | st.integers(), lambda it: st.lists(it, max_size=3)))
def test_whatever_it_is_nothing_breaks(data: object) -> None:
    # A text without a place is sound.
    is_sound = isinstance(data, list) and data[1:] == [None] and isinstance(data[0], str)
    assume(not is_sound)
    assert expectation_from(data) is None
    assert expectation_from({**expectation_data(SAMPLE), "texts": [data]}) is None
