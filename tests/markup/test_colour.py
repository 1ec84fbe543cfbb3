import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.markup.colour import Colour, Mixing, Palette, parse_colour
from casedoc.markup.colour import palette_of as palette_on

WHITE = Colour(255, 255, 255)
BELEG = Mixing(WHITE, WHITE, 0.09, 0.30, 0.83)


def palette_of(wanted: Colour) -> Palette:
    return palette_on(wanted, BELEG)


def colour(text: str) -> Colour:
    value = parse_colour(text)
    assert value is not None
    return value


def test_the_palette_is_that_of_the_design() -> None:
    palette = palette_of(colour("#0b5563"))
    assert (
        str(palette.accent),
        str(palette.bar),
        str(palette.tint),
        str(palette.tint_hair),
        str(palette.on_accent_2),
    ) == ("#0b5563", "#0b5563", "#e9f0f1", "#b6ccd0", "#d6e2e4")


@pytest.mark.parametrize(
    ("accent", "on_white", "on_tint"),
    [("#0b5563", 8.4, 7.3), ("#2b3f94", 9.4, 8.1), ("#8a5a00", 5.9, 5.2), ("#f28c28", 2.45, 2.28)],
)
def test_contrasts_are_those_of_the_design(accent: str, on_white: float, on_tint: float) -> None:
    value = colour(accent)
    assert pytest.approx(on_white, abs=0.05) == value.contrast(WHITE)
    assert pytest.approx(on_tint, abs=0.05) == value.contrast(value.over(WHITE, 0.09))


PRESETS = {
    "#0b5563": (8.4, 7.3),
    "#2b3f94": (9.4, 8.1),
    "#9a2f1c": (7.5, 6.5),
    "#1f5a37": (8.2, 7.1),
    "#6b2456": (10.4, 8.9),
    "#8a5a00": (5.9, 5.2),
    "#2e333b": (12.7, 10.8),
}
GREY = Colour(72, 78, 87)
CREAM = Mixing(Colour(250, 244, 230), WHITE, 0.14, 0.4, 0.8)
NIGHT = Mixing(Colour(18, 20, 26), Colour(12, 12, 12), 0.16, 0.4, 0.85)
colours = st.builds(Colour, *[st.integers(0, 255)] * 3)


@pytest.mark.parametrize("accent", PRESETS)
def test_presets_are_printed_as_they_are(accent: str) -> None:
    palette = palette_of(colour(accent))
    assert str(palette.accent) == str(palette.bar) == accent
    on_white, on_tint = PRESETS[accent]
    assert palette.accent.contrast(WHITE) == pytest.approx(on_white, abs=0.06)
    assert palette.accent.contrast(palette.tint) == pytest.approx(on_tint, abs=0.06)


@pytest.mark.parametrize("mixing", [BELEG, CREAM, NIGHT], ids=["white", "cream", "night"])
@given(wanted=colours)
def test_every_colour_there_is_can_be_an_accent(mixing: Mixing, wanted: Colour) -> None:
    palette = palette_on(wanted, mixing)
    assert palette.accent.contrast(palette.tint) >= 4.5
    assert palette.accent.contrast(mixing.paper) >= 4.5
    assert mixing.on_accent.contrast(palette.accent) >= 4.5
    assert palette.on_accent_2.contrast(palette.accent) >= 4.5
    assert palette.bar.contrast(mixing.paper) >= 3.0
    assert palette.bar in {wanted, palette.accent}
    if (
        wanted.contrast(wanted.over(mixing.paper, mixing.tint))
        >= 4.5
        <= (mixing.on_accent.contrast(wanted))
    ):
        assert palette.accent == wanted


@given(wanted=colours)
def test_grey_text_can_be_read_on_the_tint_of_every_accent(wanted: Colour) -> None:
    assert GREY.contrast(palette_of(wanted).tint) >= 4.5


@pytest.mark.parametrize("accent", ["#f28c28", "#ffff00", "#ffffff", "#00ffcc", "#888888"])
def test_light_accents_are_darkened_until_text_can_be_read(accent: str) -> None:
    palette = palette_of(colour(accent))
    assert palette.accent.contrast(palette.tint) >= 4.5
    assert palette.on_accent_2.contrast(palette.accent) >= 4.5
    assert palette.accent.contrast(palette.tint) < 5.2  # not darker than need be


def test_darkening_keeps_the_hue() -> None:
    darkened = palette_of(colour("#f28c28")).accent
    assert darkened.red > darkened.green > darkened.blue


def test_a_visible_bar_keeps_the_colour_the_user_chose() -> None:
    wanted = colour("#c86400")
    palette = palette_of(wanted)
    assert palette.accent != wanted
    assert wanted == palette.bar


@pytest.mark.parametrize("word", ["", "petrol", "#12345", "#1234567", "rgb(0,0,0)"])
def test_what_is_no_colour_is_refused(word: str) -> None:
    assert parse_colour(word) is None


def test_the_short_form_is_read() -> None:
    assert Colour(0xAA, 0xBB, 0xCC) == parse_colour("#abc")
