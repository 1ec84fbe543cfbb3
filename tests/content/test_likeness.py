"""The known name that a misspelt one resembles most."""

import pytest

from casedoc.content.likeness import nearest

KNOWN = ("src", "alt", "caption", "short-title", "heroImage")


@pytest.mark.parametrize(
    ("written", "near"),
    [
        ("scr", "src"),
        ("SRC", "src"),
        ("captoin", "caption"),
        ("captions", "caption"),
        ("short_title", "short-title"),
        ("heroimage", "heroImage"),
        ("title", None),
        ("foo", None),
        ("", None),
    ],
)
def test_nearest(written: str, near: str | None) -> None:
    assert nearest(written, KNOWN) == near


def test_nothing_is_near_where_nothing_is_known() -> None:
    assert nearest("a", ()) is None
