"""Contrast, sizes, baselines, edges and lines as they are on paper: no stylesheet is read here."""

from functools import cache

import pytest
from PIL import Image
from tests.conftest import made_once
from tests.golden.cases import Case, all_cases, print_case, read_print
from tests.pages import checks
from tests.pages.printed import PrintedPage, pictures_of, read_printed

from casedoc.build.kinds import DocumentKind

CASES = all_cases()
BOOKLETS = [case for case in CASES if case.kind is DocumentKind.BOOKLET]
OFFICE = [case for case in CASES if case.kind is not DocumentKind.BOOKLET]
LINES = {"beleg": {0.5, 0.75, 3.0}, "kontor": {0.5, 1.0, 3.0}}
"""In `beleg` 3 pt is the bar, in `kontor` the double rule below a sum."""
_TEXT = {"CD-Sans", "CD-Sans-Italic", "CD-Sans-Semi-Bold", "CD-Mono"}
FONTS = {
    "beleg": {*_TEXT, "CD-Display", "CD-Display-Semi-Bold"},
    "kontor": {*_TEXT, "CD-Display-Light", "CD-Display-Semi-Bold"},
}
DRAWN = "text"
"""The folder whose drawing has long strokes of its own."""
EIGHTHS, QUARTERS = 8, 4


@pytest.fixture
def pdf(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The print of a case, which the golden pages are compared with, too."""
    case: Case = request.param
    folder = made_once(tmp_path_factory, case.id, lambda folder: print_case(case, folder))
    return read_print(folder).pdf


def prints(cases: list[Case] | tuple[Case, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("pdf", cases, ids=lambda case: case.id, indirect=True)


@cache
def pages_of(pdf: bytes) -> tuple[PrintedPage, ...]:
    return read_printed(pdf)


@cache
def drawn(pdf: bytes) -> tuple[Image.Image, ...]:
    return pictures_of(pdf, checks.DPI)


@prints(CASES)
def test_text_stands_out_from_what_it_stands_on(pdf: bytes) -> None:
    found = [
        f"page {page.number}: {one}"
        for page, picture in zip(pages_of(pdf), drawn(pdf), strict=True)
        for one in checks.pale_words(page, picture)
    ]
    assert found == []


@prints(CASES)
def test_no_text_is_smaller_than_the_floor(pdf: bytes) -> None:
    assert [one for page in pages_of(pdf) for one in checks.small_words(page)] == []


@prints(BOOKLETS)
def test_a_booklet_has_one_body_size(pdf: bytes) -> None:
    pages = pages_of(pdf)
    full = [page for page in pages if sum(len(word.text) for word in page.words) > 700]
    assert len(full) > 1
    assert {checks.body_size([page]) for page in full} == {checks.body_size(pages)}


@prints(CASES)
def test_large_words_of_a_row_share_a_baseline(pdf: bytes) -> None:
    assert [one for page in pages_of(pdf) for one in checks.near_misses(page)] == []


@pytest.mark.parametrize(
    ("pdf", "among"),
    [
        (case, EIGHTHS if case.kind in {DocumentKind.CV, DocumentKind.PROJECTS} else QUARTERS)
        for case in CASES
    ],
    ids=[case.id for case in CASES],
    indirect=["pdf"],
)
def test_running_text_stands_on_a_grid_of_parts_of_its_line(pdf: bytes, among: int) -> None:
    pages = [page for page in pages_of(pdf) if not checks.has_picture(page)]
    size = checks.body_size(pages_of(pdf))
    by_page = [checks.body_lines(page, size) for page in pages]
    height = checks.line_height(by_page, size)
    found = []
    for page, lines in zip(pages, by_page, strict=True):
        top = checks.below_the_figures(page)
        below = [line for line in lines if line.baseline > top]
        found += checks.off_the_grid(below, height, among) if below and height else []
    assert found == []


@pytest.mark.parametrize(
    ("pdf", "known"),
    [(case, FONTS[case.theme]) for case in CASES],
    ids=[case.id for case in CASES],
    indirect=["pdf"],
)
def test_there_are_no_fonts_but_those_of_the_theme(pdf: bytes, known: set[str]) -> None:
    used = {word.font for page in pages_of(pdf) for word in page.words}
    assert "CD-Sans" in used
    assert used <= known


@prints(OFFICE)
def test_nothing_is_nearer_to_the_edge_than_a_printer_prints(pdf: bytes) -> None:
    assert [one for page in pages_of(pdf) for one in checks.at_the_edge(page, 9)] == []


@pytest.mark.parametrize(
    ("pdf", "known"),
    [(case, LINES[case.theme]) for case in CASES if case.folder != DRAWN],
    ids=[case.id for case in CASES if case.folder != DRAWN],
    indirect=["pdf"],
)
def test_there_are_no_lines_but_the_known_ones(pdf: bytes, known: set[float]) -> None:
    assert set().union(*(checks.line_widths(page) for page in pages_of(pdf))) <= known
