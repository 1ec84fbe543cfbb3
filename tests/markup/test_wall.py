import pytest
from tests.markup.portfolio import number
from tests.markup.samples import theme

from casedoc.markup.wall import WallSpace, set_wall
from casedoc.view.booklet import WallFigure

LARGEST_PT = 150
SPACE = WallSpace(171.0, 193.0, 8.2, 4.8)
FIGURES = tuple(
    WallFigure(number(text, unit), caption)
    for text, unit, caption in (
        ("70", "%", "Kubernetes"),
        ("38", "%", "Kundenportal"),
        ("15", "s", "Windparks"),
        ("82", "%", "Rechnungseingang"),
        ("45", "%", "Kubernetes"),
        ("92", "von 92", "Kundenportal"),
        ("2,3", "%", "Windparks"),
        ("6", "Tage", "Rechnungseingang"),
        ("99,95", "%", "Kubernetes"),
        ("1,2", "s", "Kundenportal"),
    )
)


@pytest.mark.parametrize(
    ("count", "lines"),
    [(0, []), (1, [1]), (3, [3]), (5, [2, 3]), (8, [2, 3, 3]), (10, [2, 2, 3, 3])],
)
def test_fewer_figures_take_fewer_lines_and_none_is_repeated(count: int, lines: list[int]) -> None:
    wall = set_wall(FIGURES[:count], SPACE, theme().fonts)
    assert lines == [len(line) for line in wall]
    assert list(FIGURES[:count]) == [
        WallFigure(cell.view, cell.caption) for line in wall for cell in line
    ]


@pytest.mark.parametrize("count", range(1, 11))
def test_no_line_is_too_wide_and_all_together_fit_the_page(count: int) -> None:
    wall = set_wall(FIGURES[:count], SPACE, theme().fonts)
    for line in wall:
        (size,) = {cell.figure.size for cell in line}
        assert size <= LARGEST_PT
        gaps = (len(line) - 1) * 0.3 * size * 25.4 / 72
        assert sum(cell.width_mm for cell in line) + gaps <= SPACE.width_mm + 0.5
    height = sum(line[0].figure.size for line in wall) * 1.06 * 25.4 / 72
    assert height + (2 * len(wall) - 1) * SPACE.line_mm <= SPACE.height_mm


def test_a_line_is_scaled_until_it_fills_the_width() -> None:
    (line,) = set_wall(FIGURES[7:10], SPACE, theme().fonts)
    size = line[0].figure.size
    assert size < LARGEST_PT
    width = sum(cell.width_mm for cell in line) + 2 * 0.3 * size * 25.4 / 72
    assert width == pytest.approx(SPACE.width_mm, abs=1.5)


def test_long_captions_make_no_figure_small() -> None:
    long = tuple(WallFigure(number("9", "%"), "Ein sehr langer Name " * 6) for _ in range(2))
    (line,) = set_wall(long, SPACE, theme().fonts)
    assert line[0].figure.size == LARGEST_PT
