import io

import pytest
from fontTools.ttLib import TTFont
from tests.markup.samples import theme

from casedoc.typeface.face import FontStyle, unpacked
from casedoc.typeface.font_set import FontSet


@pytest.fixture
def fonts() -> FontSet:
    return theme().fonts


def test_the_families_of_the_theme_are_there(fonts: FontSet) -> None:
    expected = {"CD Sans", "CD Display", "CD Mono"}
    assert expected == {face.family for face in fonts.faces}


def test_a_face_is_found_by_style_before_weight(fonts: FontSet) -> None:
    face = fonts.face("CD Sans", 600, FontStyle.ITALIC)
    assert face is not None
    assert (face.style, face.weight) == (FontStyle.ITALIC, 600)
    assert fonts.face("Helvetica", 400) is None


def test_widths_add_up(fonts: FontSet) -> None:
    single = fonts.width_pt("n", "CD Sans", 400, 10)
    assert pytest.approx(3 * single + 3 * 0.5) == fonts.width_pt("nnn", "CD Sans", 400, 10, 0.05)
    assert fonts.width_pt("n\u00adn", "CD Sans", 400, 10) == pytest.approx(2 * single)


def test_proportional_figures_are_narrower_where_the_font_has_them(fonts: FontSet) -> None:
    tabular = fonts.width_pt("111", "CD Display", 600, 10)
    assert fonts.width_pt("111", "CD Display", 600, 10, proportional=True) < tabular


def test_metrics_are_those_of_the_design(fonts: FontSet) -> None:
    # DESIGN section 1.
    assert pytest.approx(0.3505) == fonts.baseline_em("CD Display", 600)
    assert pytest.approx(0.375) == fonts.baseline_em("CD Sans", 400)


def test_missing_characters_are_named_once_and_invisible_ones_never(fonts: FontSet) -> None:
    assert fonts.missing("Größe → 5 ≥ 3 漢字漢 \u00ad\u200b\u2060\u202f") == ("漢", "字")


def test_an_unknown_family_is_a_bug(fonts: FontSet) -> None:
    with pytest.raises(LookupError):
        fonts.width_pt("x", "Helvetica", 400, 10)


def test_unpacking_leaves_the_font_s_own_date_in_place(fonts: FontSet) -> None:
    data = fonts.faces[0].data
    plain = unpacked(data)
    assert plain.startswith(b"\x00\x01\x00\x00")
    assert _date(data) == _date(plain)


def _date(font: bytes) -> int:
    return int(TTFont(io.BytesIO(font))["head"].modified)
