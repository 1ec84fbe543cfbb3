"""How the pages of a booklet break, and in which sizes they are printed."""

import io
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pypdf
import pytest
from tests.markup.test_booklet import booklets, html, places, printed, words_with_places

from casedoc.markup.measures import LEAST_TYPE_PT
from casedoc.pdf.printing import lay_out

NAMES = ("six", "solid", "letter", "pages", "prose")
"""Booklets of all levels of text, whose pages break at different places."""
PT_PER_PX = 0.75
TEXT = {"p", "li", "td", "th", "dd", "dt", "pre"}


@cache
def layout_of(name: str) -> Any:  # noqa: ANN401 - WeasyPrint has no types
    laid_out = lay_out(html(name)).value
    assert laid_out is not None
    return laid_out.document


def boxes(box: Any, inside: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:  # noqa: ANN401
    """Yield all boxes of the type area with the boxes around them."""
    for child in getattr(box, "children", ()):
        if type(child).__name__ != "MarginBox":
            yield child, inside
            yield from boxes(child, (*inside, child))


def lines_of(name: str) -> Iterator[tuple[int, Any, Any]]:
    """Yield page, line and the element that the line belongs to."""
    for number, page in enumerate(layout_of(name).pages, start=1):
        for box, inside in boxes(page._page_box):
            if type(box).__name__ == "LineBox":
                yield number, box, inside[-1].element


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_paragraph_is_left_alone(name: str) -> None:
    counts: dict[Any, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for page, _line, element in lines_of(name):
        if element.tag in {"p", "li", "dd"}:
            counts[element][page] += 1
    divided = [list(pages.values()) for pages in counts.values() if len(pages) > 1]
    assert all(min(lines) > 1 for lines in divided)


def test_some_paragraph_is_divided() -> None:
    pages: dict[Any, set[int]] = defaultdict(set)
    for name in NAMES:
        for page, _line, element in lines_of(name):
            if element.tag in {"p", "li"}:
                pages[element].add(page)
    assert any(len(numbers) > 1 for numbers in pages.values())


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_stands_without_its_text(name: str) -> None:
    lowest: dict[int, float] = defaultdict(float)
    headings = []
    for page, line, element in lines_of(name):
        if element.tag in {"h3", "h4"}:
            headings.append((page, line.position_y, "".join(element.itertext())))
        elif element.tag in TEXT:
            lowest[page] = max(lowest[page], line.position_y + line.height)
    assert len(headings) > 10
    alone = [(page, words) for page, top, words in headings if lowest[page] <= top]
    assert alone == []


@pytest.mark.parametrize("name", NAMES)
def test_no_row_of_a_table_or_pair_of_steps_is_cut(name: str) -> None:
    pages: dict[Any, set[int]] = defaultdict(set)
    for number, page in enumerate(layout_of(name).pages, start=1):
        for box, _inside in boxes(page._page_box):
            element = box.element
            if element is None:
                continue
            if element.tag == "tr" or element.get("class") in {"steps__row", "links__row"}:
                # Heads are repeated, and are not cut by that.
                is_head = element.tag == "tr" and any(cell.tag == "th" for cell in element)
                pages[element].update(() if is_head else (number,))
    assert len(pages) >= 6
    assert all(len(numbers) <= 1 for numbers in pages.values())


@pytest.mark.parametrize(("name", "body"), [("six", 9.9), ("solid", 8.8)])
def test_running_text_has_one_size_throughout(name: str, body: float) -> None:
    sizes: dict[float, int] = defaultdict(int)

    def note(text: str, _cm: object, _tm: object, font: Any, size: float) -> None:  # noqa: ANN401
        if font and "CD-Sans" in str(font["/BaseFont"]) and text.strip():
            sizes[round(size * PT_PER_PX, 1)] += len(text)

    for page in pypdf.PdfReader(io.BytesIO(printed(name))).pages:
        page.extract_text(visitor_text=note)
    running = {size for size in sizes if 8.5 < size < 10.5}
    # Only the marks of notes are smaller.
    assert {size for size in sizes if size < LEAST_TYPE_PT} <= {round(0.7 * body, 1)}
    assert max(sizes, key=lambda size: sizes[size]) == body
    assert running == {body}


def test_on_pages_only_what_runs_on_has_a_running_head() -> None:
    at = places("pages")
    for chapter in booklets()["pages"][0].chapters:
        number = at[chapter.study.slug]
        tops = [words for words, _left, bottom in words_with_places("pages", number) if bottom < 17]
        assert tops == []
    number = at["schadenakte"] + 1
    heads = {
        (words, round(left))
        for words, left, bottom in words_with_places("pages", number)
        if bottom < 17
    }
    assert len(heads) == 1
    ((words, left),) = heads
    assert (words, left) == ("Tomke Harmsen", 17) if number % 2 == 0 else words == "Schadenakte"
