"""The bytes for paper: upright, in sRGB, no larger than needed, always the same."""

import pytest
from PIL import Image
from tests.picture.files import (
    BLUE,
    KINDS,
    RED,
    file_of,
    opened,
    sixteen_bits,
    turned,
    two_halves,
    with_profile,
)

from casedoc.picture.preparation import prepared, scaled_down

GREY = {"grey png", "grey alpha", "grey jpeg", "two colours", "16 bits"}
LOSSY = {"jpeg", "grey jpeg", "cmyk jpeg", "progressive", "webp", "alpha webp", "avif"}


def is_near(found: object, wanted: tuple[int, ...], most: int = 12) -> bool:
    assert isinstance(found, tuple)
    return all(abs(one - other) <= most for one, other in zip(found, wanted, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_all_kinds_become_grey_or_srgb(kind: str) -> None:
    image = opened(prepared(KINDS[kind]()))
    assert image.mode == ("L" if kind in GREY else "RGB")
    assert image.format == ("JPEG" if kind in LOSSY else "PNG")
    assert image.size == (80, 40)
    if kind not in GREY:
        assert is_near(image.getpixel((10, 10)), RED)
        assert is_near(image.getpixel((70, 30)), BLUE)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_pictures_stand_upright(orientation: int, form: str) -> None:
    image = opened(prepared(turned(orientation, form)))
    assert image.size == (80, 40)
    assert is_near(image.getpixel((10, 20)), RED)
    assert is_near(image.getpixel((70, 20)), BLUE)
    assert not image.getexif()


def test_deep_greys_are_divided_and_not_cut_off() -> None:
    image = opened(prepared(sixteen_bits()))
    assert [image.getpixel(at) for at in ((10, 10), (70, 10), (10, 30))] == [0, 255, 50]


def test_transparency_stays_where_there_is_any() -> None:
    image = two_halves(mode="RGBA")
    image.putpixel((0, 0), (*RED, 100))
    assert opened(prepared(file_of(image, "PNG"))).getpixel((0, 0)) == (*RED, 100)
    palette = two_halves(mode="P")
    gif = file_of(palette, "GIF", transparency=palette.getpixel((0, 0)))
    assert opened(prepared(gif)).getpixel((0, 0)) == (*RED, 0)


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
def test_colours_are_meant_as_the_profile_says(form: str) -> None:
    image = opened(prepared(with_profile("RGB", form)))
    # Its red and green are exchanged.
    assert is_near(image.getpixel((10, 10)), (29, 199, 40), 40)
    assert "icc_profile" not in image.info


def test_a_broken_profile_says_nothing() -> None:
    image = opened(prepared(file_of(two_halves(), "PNG", icc_profile=b"no profile")))
    assert image.getpixel((10, 10)) == RED


def test_cameras_notes_do_not_travel_along() -> None:
    metadata = Image.Exif()
    metadata[0x010F] = "Secret Camera Works"
    photo = file_of(two_halves(), "JPEG", quality=95, exif=metadata, comment=b"in Mr X's garden")
    bare = prepared(photo)
    assert b"Secret" in photo
    assert b"garden" in photo
    assert b"Secret" not in bare
    assert b"garden" not in bare
    # The picture itself is not coded again.
    assert list(opened(bare).get_flattened_data()) == list(opened(photo).get_flattened_data())


def test_no_picture_is_larger_than_a_sheet() -> None:
    image = opened(prepared(file_of(Image.new("L", (5100, 2000)), "PNG")))
    assert image.size == (2550, 1000)
    thin = opened(prepared(file_of(Image.new("L", (30000, 1)), "PNG")))
    assert thin.size == (2550, 1)


@pytest.mark.parametrize("kind", ["png", "jpeg", "grey alpha", "palette"])
def test_scaling_down_keeps_kind_and_colours(kind: str) -> None:
    ready = prepared(KINDS[kind]())
    image = opened(scaled_down(ready, (20, 10)))
    assert image.size == (20, 10)
    assert (image.mode, image.format) == (opened(ready).mode, opened(ready).format)


def test_the_same_picture_becomes_the_same_bytes_and_is_made_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = file_of(Image.effect_noise((90, 70), 50), "PNG")
    first = prepared(content)
    small = scaled_down(first, (30, 20))
    monkeypatch.setattr(Image, "open", None)
    assert prepared(bytes(bytearray(content))) is first
    assert scaled_down(first, (30, 20)) is small
