"""The order of pages on the sheets of a booklet."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.pdf.imposition import saddle_order


@pytest.mark.parametrize(
    ("pages", "sides"),
    [
        (1, [(None, 0), (None, None)]),
        (4, [(3, 0), (1, 2)]),
        (6, [(None, 0), (1, None), (5, 2), (3, 4)]),
        (8, [(7, 0), (1, 6), (5, 2), (3, 4)]),
    ],
)
def test_order(pages: int, sides: list[tuple[int | None, int | None]]) -> None:
    assert list(saddle_order(pages)) == sides


@given(st.integers(1, 400))
def test_folded_and_stapled_the_pages_follow_one_another(pages: int) -> None:
    sides = saddle_order(pages)
    assert len(sides) % 2 == 0
    # Sheets lie inside one another: right halves of fronts and left halves of backs from the
    # outermost to the innermost, then the way back.
    forth = [page for at in range(0, len(sides), 2) for page in (sides[at][1], sides[at + 1][0])]
    back = [page for at in range(0, len(sides), 2) for page in (sides[at][0], sides[at + 1][1])]
    read = [*forth, *reversed(back)]
    assert read[:pages] == list(range(pages))
    assert read[pages:] == [None] * (len(read) - pages)
    assert len(read) % 4 == 0
    assert len(read) - pages < 4
