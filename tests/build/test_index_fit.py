"""The index is divided into columns of which none is higher than the page, and none lonely."""

from hypothesis import given
from hypothesis import strategies as st

from casedoc.build.index_fit import Chunk, pages_of
from casedoc.markup.booklet_form import IndexRun

HEIGHTS = st.lists(st.floats(2.0, 90.0), min_size=1, max_size=60)
FIRST, NEXT = 80.0, 100.0


def chunks_of(heights: list[float]) -> list[Chunk]:
    """One group, whose entries are so high."""
    return [Chunk(IndexRun(0, at, at + 1), height) for at, height in enumerate(heights)]


def lowest(heights: list[float], count: int) -> float:
    """Return how high columns must be at least, found by trying all that could be the height."""
    sums = {
        sum(heights[start:end])
        for start in range(len(heights))
        for end in range(start + 1, len(heights) + 1)
    }
    for height in sorted(sums):
        columns, used = 1, 0.0
        for one in heights:
            if one > height:
                columns = count + 1
                break
            if used + one > height + 1e-9:
                columns, used = columns + 1, 0.0
            used += one
        if columns <= count:
            return height
    raise AssertionError(heights)


@given(heights=HEIGHTS, count=st.integers(1, 4))
def test_all_entries_stand_in_order_and_none_below_the_page(
    heights: list[float], count: int
) -> None:
    pages = pages_of(chunks_of(heights), count, FIRST, NEXT)
    runs = [run for page in pages for column in page for run in column]
    entries = [at for run in runs for at in range(run.first, run.end)]
    assert entries == list(range(len(heights)))
    for number, page in enumerate(pages):
        assert 1 <= len(page) <= count
        for column in page:
            own = [heights[at] for run in column for at in range(run.first, run.end)]
            most = NEXT if number else FIRST
            assert len(own) == 1 or sum(own) <= most + 0.1


@given(heights=HEIGHTS, count=st.integers(2, 4))
def test_columns_of_the_last_page_are_as_low_as_they_can_be(
    heights: list[float], count: int
) -> None:
    last = pages_of(chunks_of(heights), count, FIRST, NEXT)[-1]
    own = [[heights[at] for run in column for at in range(run.first, run.end)] for column in last]
    highest = max(sum(column) for column in own)
    assert highest <= lowest([one for column in own for one in column], count) + 0.2


def test_a_page_that_is_full_is_filled_to_its_foot() -> None:
    pages = pages_of(chunks_of([10.0] * 30), 2, FIRST, NEXT)
    assert [[sum(run.end - run.first for run in column) for column in page] for page in pages] == [
        [8, 8],
        [7, 7],
    ]


def test_entries_of_one_group_in_one_column_are_one_run() -> None:
    chunks = [
        Chunk(IndexRun(0, 0, 3), 30.0),
        Chunk(IndexRun(1, 0, 1), 20.0),
        Chunk(IndexRun(1, 1, 2), 20.0),
    ]
    assert pages_of(chunks, 1, FIRST, NEXT) == (((IndexRun(0, 0, 3), IndexRun(1, 0, 2)),),)
