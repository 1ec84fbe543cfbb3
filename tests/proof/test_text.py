"""What of a text is compared, and what may differ."""

from collections import defaultdict

import pytest
from fontTools.ttLib import TTFont
from tests.conftest import REPOSITORY

from casedoc.proof.text import squeezed

FONTS = sorted((REPOSITORY / "fonts").rglob("*.woff"))


def test_characters_of_one_glyph_are_one() -> None:
    shared = []
    for font in FONTS:
        by_glyph = defaultdict(list)
        for code, name in TTFont(font).getBestCmap().items():
            by_glyph[name].append(chr(code))
        shared += [group for group in by_glyph.values() if len(group) > 1]
    # A soft hyphen is never painted.
    told = [{squeezed(one) for one in group if one != "\u00ad"} for group in shared]
    assert len(told) > 10
    assert [one for one in told if len(one) > 1] == []


@pytest.mark.parametrize(
    ("one", "other"), [("2–4", "24"), ("1.000", "1,000"), ("99", "9"), ("Maß", "Mas"), ("A", "a")]
)
def test_what_reads_otherwise_is_not_the_same(one: str, other: str) -> None:
    assert squeezed(one) != squeezed(other)
