import pytest
from tests.source.reading import told

from casedoc.source.tree import read_body

HEAD = "| a | b |\n|---|---|\n"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("| 1 | 2 | 3 |", ["CD124 3:1"]),
        ("| 1 | 2 |\n1 | 2 | 3\n| 1 | 2 |\n| 1 | 2 | | 4 |", ["CD124 4:1", "CD124 6:1"]),
        ("| 1 | 2 | |", []),
        ("| 1 | 2", []),
        ("| 1 |", []),
        ("| 1 | 2 \\| 3 |", []),
        ("| `1 \\| 2` | 3 |", []),
        ("| `1 | 2` | 3 |", ["CD124 3:1"]),
    ],
)
def test_a_row_with_more_cells_than_the_head(rows: str, expected: list[str]) -> None:
    assert expected == told(read_body(HEAD + rows, "a.md", 1).diagnostics)


@pytest.mark.parametrize(("first", "further"), [("> ", "> "), ("- ", "  "), ("> - ", ">   ")])
def test_inside_other_blocks(first: str, further: str) -> None:
    body = first + f"\n{further}".join(f"{HEAD}| 1 | 2 | 3 |".splitlines())
    [found] = told(read_body(body, "a.md", 1).diagnostics)
    assert found.startswith("CD124 3:")


def test_a_table_that_ends_a_paragraph() -> None:
    body = f"Text\n{HEAD}| 1 | 2 | 3 |\n"
    assert told(read_body(body, "a.md", 1).diagnostics) == ["CD124 4:1"]
