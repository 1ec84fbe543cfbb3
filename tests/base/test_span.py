import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.base.span import Lines, Position, Span


@pytest.mark.parametrize(
    ("offset", "place"), [(0, (1, 1)), (1, (1, 2)), (2, (2, 1)), (3, (3, 1)), (5, (3, 3))]
)
def test_places_in_a_text(offset: int, place: tuple[int, int]) -> None:
    assert Position(*place) == Lines("a\n\nbc").position(offset)


def test_places_count_from_the_first_line() -> None:
    assert Position(6, 1) == Lines("a\nb", first_line=5).position(2)


@given(st.text("a\n\r\x0b\x0c\x1c\x85\u2028\U0001f600", max_size=40), st.data())
def test_only_line_feeds_end_lines(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    place = Lines(text).position(offset)
    before = text.split("\n")[: place.line - 1]
    assert offset == sum(len(line) + 1 for line in before) + place.column - 1
    assert offset == Lines(text, 7).offset(Lines(text, 7).position(offset))


def test_spans_are_ordered_by_file_and_place() -> None:
    spans = [Span.within("b", 1, 1), Span.within("a", 2, 1), Span.within("a", 1, 3, 2)]
    assert [(span.path, span.line, span.column) for span in sorted(spans)] == [
        ("a", 1, 3),
        ("a", 2, 1),
        ("b", 1, 1),
    ]
    assert Position(1, 5) == spans[2].end


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (Span.within("a", 1, 3, 2), True),
        (Span.within("a", 1, 4, 0), True),
        (Span.within("a", 1, 3, 3), False),
        (Span.within("a", 1, 2, 2), False),
        (Span.within("b", 1, 3, 2), False),
        (Span("a", Position(1, 3), Position(2, 1)), False),
    ],
)
def test_stretches_within_one_another(inner: Span, expected: object) -> None:
    assert Span.within("a", 1, 3, 2).contains(inner) is expected
