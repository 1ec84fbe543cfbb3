"""Pictures of pixels: what they are, and why they can't be printed."""

import pytest
from PIL import Image
from tests.picture.files import KINDS, animation, bomb, file_of, turned, two_halves

from casedoc.picture.picture import Fault, Picture
from casedoc.picture.reading import read_picture


@pytest.mark.parametrize("kind", KINDS)
def test_all_kinds_are_read(kind: str) -> None:
    picture = read_picture(KINDS[kind]())
    assert isinstance(picture, Picture)
    assert (picture.pixels, picture.ratio, picture.remarks) == ((80, 40), 2.0, ())
    assert picture.natural_mm == pytest.approx(80 / 150 * 25.4)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_pictures_have_the_size_they_are_seen_at(orientation: int) -> None:
    picture = read_picture(turned(orientation))
    assert isinstance(picture, Picture)
    assert picture.pixels == (80, 40)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "it is empty"),
        (b"no picture", "it is no picture of a known kind"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "it is no picture of a known kind"),
        (file_of(two_halves(), "BMP"), "it is no picture of a known kind"),
        (file_of(two_halves(400, 400), "PNG")[:300], "image file is truncated"),
        (file_of(Image.effect_noise((400, 400), 90), "JPEG")[:9000], "image file is truncated"),
        (bomb(), "it has more than 89 million pixels"),
        (file_of(Image.new("F", (9, 9)), "TIFF"), "its pixels are of the kind `F`"),
    ],
)  # fmt: skip
def test_what_cant_be_printed_says_why(content: bytes, said: str) -> None:
    fault = read_picture(content)
    assert isinstance(fault, Fault)
    assert fault.said.startswith(said)
    assert fault.hint


def test_of_several_pictures_the_first_is_printed_and_said_so() -> None:
    picture = read_picture(animation())
    assert isinstance(picture, Picture)
    assert [one.said for one in picture.remarks] == [
        "it has 3 pictures, of which the first is printed"
    ]


def test_a_picture_is_decoded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    content = file_of(Image.effect_noise((33, 21), 50), "PNG")
    first = read_picture(content)

    def refuse(*_arguments: object, **_options: object) -> None:
        raise AssertionError("opened again")

    monkeypatch.setattr(Image, "open", refuse)
    assert read_picture(bytes(bytearray(content))) is first
