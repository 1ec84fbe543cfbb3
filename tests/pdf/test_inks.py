"""Colours of a screen become inks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.conftest import REPOSITORY

from casedoc.pdf.inks import Inks, InkTable

TABLE = InkTable((REPOSITORY / "templates" / "profiles" / "FOGRA39.icc").read_bytes())


def inks(colour: str) -> Inks:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return TABLE.inks(red, green, blue)


@pytest.mark.parametrize("colour", ["#000000", "#16181d", "#111111"])
def test_text_in_ink_is_black_alone(colour: str) -> None:
    assert inks(colour) == (0, 0, 0, 1)
    assert inks(colour).is_black


def test_white_is_no_ink() -> None:
    assert inks("#ffffff") == (0, 0, 0, 0)


@pytest.mark.parametrize("colour", ["#484e57", "#c6ccd1", "#808080"])
def test_greys_are_black_ink_in_part(colour: str) -> None:
    cyan, magenta, yellow, black = inks(colour)
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert 0.1 < black < 1


@pytest.mark.parametrize("colour", ["#0b5563", "#8a1538", "#e9f0f1", "#b6ccd0"])
def test_colours_look_on_paper_as_on_the_screen(colour: str) -> None:
    """The inks lead back to the colour, by the profile's other direction."""
    from PIL import ImageCms  # noqa: PLC0415 - only here

    printed = inks(colour)
    assert sum(printed) <= 3
    pixel = Image.frombytes("CMYK", (1, 1), bytes(round(255 * ink) for ink in printed))
    profile = str(REPOSITORY / "templates" / "profiles" / "FOGRA39.icc")
    back = ImageCms.profileToProfile(
        pixel,
        profile,
        ImageCms.createProfile("sRGB"),
        ImageCms.Intent.RELATIVE_COLORIMETRIC,
        "RGB",
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )
    assert back is not None
    wanted = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    assert max(abs(a - b) for a, b in zip(back.tobytes(), wanted, strict=True)) <= 12


@given(st.integers(0, 255), st.integers(0, 255))
def test_a_darker_grey_has_no_less_ink(one: int, other: int) -> None:
    dark, light = sorted((one, other))
    assert TABLE.grey(dark / 255).black >= TABLE.grey(light / 255).black


@given(st.tuples(*[st.floats(0, 1)] * 3))
def test_inks_are_whole_percents(colour: tuple[float, float, float]) -> None:
    assert all(round(100 * ink, 6) == round(100 * ink) for ink in TABLE.inks(*colour))
    assert all(0 <= ink <= 1 for ink in TABLE.inks(*colour))
