"""What is not replaced stays as it is, to the last byte."""

import pytest

from casedoc.base.span import Span
from casedoc.source.replacement import Replacement, replaced


def change(line: int, column: int, before: str, after: str) -> Replacement:
    return Replacement(Span.within("a.md", line, column, len(before)), before, after)


@pytest.mark.parametrize(
    ("content", "changes", "expected"),
    [
        (b"ab\ncd", [change(2, 2, "d", "x")], b"ab\ncx"),
        (b"ab\r\ncd\r\n", [change(2, 2, "", "x"), change(1, 1, "ab", "")], b"\r\ncxd\r\n"),
        (b"a\rb\r\rc ", [change(2, 1, "b", "x"), change(4, 1, "c", "y")], b"a\rx\r\ry "),
        ("\ufeffab\u2028c\x85".encode(), [change(1, 2, "b", "…")], "\ufeffa…\u2028c\x85".encode()),
        (b"ab", [change(1, 1, "a", "xyz"), change(1, 2, "b", "z"), change(1, 2, "", "")], b"xyzz"),
        (b"", [], b""),
    ],
)  # fmt: skip
def test_lines_keep_their_ends(content: bytes, changes: list[Replacement], expected: bytes) -> None:
    assert replaced(content, changes) == expected


@pytest.mark.parametrize(
    "one",
    [change(1, 1, "b", "x"), change(1, 2, "bc", "x"), change(1, 3, "\n", "x")],
)
def test_what_does_not_stand_there_is_not_replaced(one: Replacement) -> None:
    with pytest.raises(ValueError, match="Replacement"):
        replaced(b"ab\r\ncd", [one])
