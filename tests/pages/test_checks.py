"""The checks of printed pages find what a theme does wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from tests.golden.cases import all_cases, print_case, read_print
from tests.pages import checks
from tests.pages.printed import PrintedPage, pictures_of, read_printed

SAMPLE = next(case for case in all_cases() if case.id == "samples.k8s-migration.de.beleg")


def printed(folder: Path, css: str) -> tuple[PrintedPage, bytes]:
    """The sample in a theme that adds a stylesheet."""
    theme = folder / "templates" / "themes" / "broken"
    (theme / "css" / "components").mkdir(parents=True)
    (theme / "theme.toml").write_text('extends = "beleg"\n')
    (theme / "css" / "components" / "broken.css").write_text(f"@layer theme {{ {css} }}\n")
    print_case(replace(SAMPLE, theme="broken"), folder)
    pdf = read_print(folder).pdf
    return read_printed(pdf)[0], pdf


def off_the_grid(page: PrintedPage) -> list[str]:
    size = checks.body_size([page])
    lines = checks.body_lines(page, size)
    height = checks.line_height([lines], size)
    assert height is not None
    below = [line for line in lines if line.baseline > checks.below_the_figures(page)]
    return checks.off_the_grid(below, height)


@pytest.mark.parametrize(
    ("css", "check"),
    [
        (".flow > * { font-size: 7.5pt }", checks.small_words),
        (".panel__cell:last-child { padding-top: 4pt }", checks.near_misses),
        (".split__main .section__body { padding-top: 5pt }", off_the_grid),
        (".contact--foot { bottom: -24mm }", lambda page: checks.at_the_edge(page, 9)),
    ],
)
def test_what_a_theme_does_wrong_is_found(
    css: str, check: Callable[[PrintedPage], list[str]], tmp_path: Path
) -> None:
    page, _pdf = printed(tmp_path, css)
    assert check(page) != []


def test_pale_text_is_found(tmp_path: Path) -> None:
    page, pdf = printed(tmp_path, ".flow > * { color: #777 }")
    found = checks.pale_words(page, pictures_of(pdf, checks.DPI)[0])
    assert len(found) > 50
    assert "4.5 on (255, 255, 255)" in found[0]


def test_another_line_is_found(tmp_path: Path) -> None:
    page, _pdf = printed(tmp_path, ".section { border-top-width: 1.5pt }")
    assert checks.line_widths(page) == {0.5, 0.75, 1.5, 3.0}


def test_the_sample_itself_is_right(tmp_path: Path) -> None:
    page, pdf = printed(tmp_path, ".none { color: red }")
    picture = pictures_of(pdf, checks.DPI)[0]
    found = (
        checks.small_words(page),
        checks.near_misses(page),
        off_the_grid(page),
        checks.at_the_edge(page, 9),
        checks.pale_words(page, picture),
    )
    assert found == ([], [], [], [], [])
    assert checks.line_widths(page) == {0.5, 0.75, 3.0}
