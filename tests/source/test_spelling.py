"""A text is found in Markdown however it is spelled."""

import pytest

from casedoc.source.spelling import find_spelled, spelling


@pytest.mark.parametrize(
    ("written", "text", "places"),
    [
        ("ab", "ab", (0, 1, 2)),
        ("a\\*b", "a*b", (0, 1, 3, 4)),
        ("a\\b", "a\\b", (0, 1, 2, 3)),
        ("\\\\b", "\\b", (0, 2, 3)),
        ("&amp;&lt;&#8364;&nbsp;x", "&<\u20ac\u00a0x", (0, 5, 9, 16, 22, 23)),
        ("&unknown;", "&unknown;", tuple(range(10))),
        ("ab", "b", ()),
        ("a", "ab", ()),
    ],
)
def test_each_character_has_its_place(written: str, text: str, places: tuple[int, ...]) -> None:
    assert spelling(written, text) == places


@pytest.mark.parametrize(
    ("written", "start", "found"),
    [
        ("5% 5%", 0, (0, 2)),
        ("5% 5%", 1, (3, 5)),
        ("5\\% 5%", 0, (0, 3)),
        ("5% 5\\%", 0, (0, 2)),
        ("a&#53;% 5%", 0, (1, 7)),
        ("5", 0, (-1, -1)),
    ],
)
def test_the_next_spelling_counts(written: str, start: int, found: tuple[int, int]) -> None:
    assert find_spelled(written, "5%", start) == found
