"""What inserts show of fonts is joined, whatever the order in which they show it."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from casedoc.pdf.insert import FontUse, Insert
from casedoc.pdf.insert_fonts import joined_uses

MEANINGS = {glyph: chr(64 + glyph) for glyph in range(1, 9)}
uses = st.builds(
    lambda name, glyphs: FontUse(
        name,
        f"Family {name}",
        400,
        is_italic=False,
        widths={glyph: 100 * glyph for glyph in glyphs},
        meanings={glyph: MEANINGS[glyph] for glyph in glyphs},
    ),
    st.sampled_from("AB"),
    st.lists(st.sampled_from(sorted(MEANINGS)), unique=True, min_size=1),
)


@given(st.lists(st.lists(uses, max_size=3), max_size=4), st.randoms(use_true_random=False))
def test_order_makes_no_difference(found: list[list[FontUse]], random: Random) -> None:
    inserts = [Insert(b"", (), tuple(one)) for one in found]
    others = list(inserts)
    random.shuffle(others)
    joined = joined_uses(inserts)
    assert repr(joined) == repr(joined_uses(others))
    for use in (use for one in found for use in one):
        assert joined[use.name].widths.items() >= use.widths.items()
    assert {glyph for use in joined.values() for glyph in use.widths} == {
        glyph for one in found for use in one for glyph in use.widths
    }


def test_where_a_glyph_means_two_things_the_first_one_counts() -> None:
    first, second = (
        Insert(
            b"", (), (FontUse("A", "F", 400, is_italic=False, widths={1: 5}, meanings={1: one}),)
        )
        for one in "xy"
    )
    assert joined_uses([first, second])["A"].meanings == {1: "x"}
    assert joined_uses([second, first])["A"].meanings == {1: "y"}
