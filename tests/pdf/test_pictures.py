"""Pictures as they come out in the PDF: size, resolution, colours, tags."""

import re
from dataclasses import replace

import pytest
from PIL import Image
from tests.markup.samples import element, one_pager, paragraph, section, study, theme
from tests.pdf.drawn import alternatives, drawn_pictures, tag_names
from tests.picture.files import KINDS, file_of, turned, two_halves

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import lay_out, print_pdf
from casedoc.source.element import Element, Kind
from casedoc.view.study import FlowPart

MM = 72 / 25.4
DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 100">'
    b'<path d="M0 0h400v100z" fill="#0b5563"/></svg>'
)


def image(source: str, alternative: str = "Ein Bild", **more: str) -> Element:
    return element(Kind.IMAGE, alternative, **{"src": source, **more})


def page_of(files: dict[str, bytes], *blocks: Element) -> HtmlPage:
    """Return a one-pager with some blocks in its columns B and C."""
    part = FlowPart((paragraph("Davor."), *blocks, paragraph("Danach.")))
    view = one_pager(replace(study(0), before=(section("other", "Bilder", part),)))
    outcome = render_page(view, theme(), FitSetting(0), MemoryWorld(files))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def printed(files: dict[str, bytes], *images: Element) -> bytes:
    blocks = [element(Kind.PARAGRAPH, "", one) for one in images]
    outcome = print_pdf(page_of(files, *blocks))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.data


def sized(width: int, height: int) -> bytes:
    return file_of(two_halves(width, height), "PNG")


@pytest.mark.parametrize("kind", KINDS)
def test_all_kinds_are_printed_in_grey_or_rgb_and_never_smoothed(kind: str) -> None:
    (one,) = drawn_pictures(printed({"a.x": KINDS[kind]()}, image("a.x")))
    assert one.pixels == (80, 40)
    assert one.colours in {"/DeviceRGB", "/DeviceGray"}
    assert not one.is_smoothed
    assert not one.has_mask


@pytest.mark.parametrize(
    ("pixels", "mm", "wanted"),
    [
        ((3000, 1000), (116, 38.67), (1370, 456)),
        ((1370, 500), (116, 42.34), (1370, 500)),
        ((900, 300), (116, 38.67), (900, 300)),
        ((300, 200), (50.8, 33.87), (300, 200)),
        ((10, 10), (1.69, 1.69), (10, 10)),
        ((900, 1600), (50.63, 90), (597, 1062)),
        ((4000, 4000), (90, 90), (1062, 1062)),
    ],
)
def test_pictures_fill_the_column_but_are_not_enlarged(
    pixels: tuple[int, int], mm: tuple[float, float], wanted: tuple[int, int]
) -> None:
    (one,) = drawn_pictures(printed({"a.png": sized(*pixels)}, image("a.png")))
    assert list(one.size) == [
        pytest.approx(mm[0] * MM, abs=0.1),
        pytest.approx(mm[1] * MM, abs=0.1),
    ]
    assert one.pixels == wanted
    assert one.dpi <= 300.01


def test_the_same_picture_has_the_pixels_each_of_its_places_needs() -> None:
    files = {"a.png": sized(3000, 1000)}
    line = element(Kind.PARAGRAPH, "", *paragraph("Im Satz ").children, image("a.png"))
    outcome = print_pdf(page_of(files, element(Kind.PARAGRAPH, "", image("a.png")), line))
    assert outcome.value is not None
    large, small = drawn_pictures(outcome.value.data)
    assert (large.pixels, large.dpi <= 300.01) == ((1370, 456), True)
    assert small.pixels[0] < 130
    assert small.dpi <= 300.01


def test_turned_pictures_stand_upright() -> None:
    (one,) = drawn_pictures(printed({"a.jpg": turned(6)}, image("a.jpg")))
    assert one.pixels == (80, 40)
    assert one.size[0] > one.size[1]


def test_transparent_places_stay_transparent() -> None:
    picture = two_halves(mode="RGBA")
    picture.putalpha(Image.linear_gradient("L").resize(picture.size))
    (one,) = drawn_pictures(printed({"a.png": file_of(picture, "PNG")}, image("a.png")))
    assert one.has_mask


def test_figures_are_tagged_with_their_words_and_caption() -> None:
    files = {"a.png": sized(80, 40), "b.svg": DRAWING}
    data = printed(files, image("a.png", "Der Plan", title="Plan A"), image("b.svg", "Pfad & Ziel"))
    assert alternatives(data) == ["Der Plan", "Pfad & Ziel"]
    names = tag_names(data)
    assert names[names.index("/Figure") + 1] == "/Caption"
    assert [one.tags for one in drawn_pictures(data)] == [("/Figure",)]


def test_decoration_is_an_artifact() -> None:
    data = printed({"a.png": sized(3000, 1000)}, image("a.png", "", **{"class": "decoration"}))
    (one,) = drawn_pictures(data)
    assert one.tags == ("/Artifact",)
    assert list(one.size) == [pytest.approx(116 * MM, abs=0.1), pytest.approx(38.67 * MM, abs=0.1)]
    assert (one.pixels, one.is_smoothed) == ((1370, 456), False)
    assert "/Figure" not in tag_names(data)


def test_a_small_decoration_is_not_enlarged() -> None:
    data = printed({"a.png": sized(300, 200)}, image("a.png", "", **{"class": "decoration"}))
    (one,) = drawn_pictures(data)
    assert one.size[0] == pytest.approx(50.8 * MM, abs=0.1)


def test_too_few_pixels_are_told_with_their_number_and_place() -> None:
    page = page_of({"a.png": sized(300, 200)}, element(Kind.PARAGRAPH, "", image("a.png")))
    sheet = ("mine.css", ".illustration__picture { width: 100% }")
    own = replace(page, stylesheets=(*page.stylesheets[:-1], sheet, page.stylesheets[-1]))
    (found,) = print_pdf(own).diagnostics
    assert found.code is Code.IMAGE_COARSE
    assert found.message == "image `a.png` has only 66 dpi at its 116 mm"
    assert found.hint == "give it 686 pixels in width, or print it smaller"
    assert found.span is not None
    assert (found.span.line, found.span.column) == (10, 3)


def test_a_drawing_fills_the_column_with_its_fonts() -> None:
    drawing = DRAWING.replace(b"<path", b'<text y="50" font-size="20">Pfad</text><path')
    outcome = print_pdf(page_of({"a.svg": drawing}, element(Kind.PARAGRAPH, "", image("a.svg"))))
    assert outcome.diagnostics == ()
    html = page_of({"a.svg": drawing}, element(Kind.PARAGRAPH, "", image("a.svg")))
    layout = lay_out(html).value
    assert layout is not None
    assert re.search(r'src="file:///_project_/a.svg"', html.html)


def test_a_huge_picture_is_printed_with_the_pixels_it_needs() -> None:
    noise = Image.effect_noise((6000, 4000), 60)
    files = {"a.png": file_of(noise, "PNG", compress_level=1)}
    first = printed(files, image("a.png"))
    assert printed(files, image("a.png")) == first
    (one,) = drawn_pictures(first)
    assert one.pixels == (1370, 913)
