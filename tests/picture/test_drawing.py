"""Drawings: their size, what of them is not printed, and what must not be."""

import pytest

from casedoc.picture.picture import Fault, Picture
from casedoc.picture.reading import read_picture

OPENING = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def drawing(inside: str = "", size: str = 'viewBox="0 0 200 100"') -> Picture | Fault:
    return read_picture(f"{OPENING} {size}>\n{inside}\n</svg>".encode())


@pytest.mark.parametrize(
    ("size", "ratio", "natural"),
    [
        ('viewBox="0 0 200 100"', 2.0, None),
        ('viewBox="0,0,50,100" width="100%"', 0.5, None),
        ('width="96" height="48px"', 2.0, 25.4),
        ('width="5cm" height="20mm"', 2.5, 50.0),
        ('width="2in" viewBox="0 0 10 10"', 1.0, 50.8),
        ('height="72pt" viewBox="0 0 40 10"', 4.0, 101.6),
    ],
)
def test_the_size_of_a_drawing(size: str, ratio: float, natural: float | None) -> None:
    picture = drawing(size=size)
    assert isinstance(picture, Picture)
    assert picture.ratio == pytest.approx(ratio)
    assert picture.natural_mm == (pytest.approx(natural) if natural else None)
    assert picture.pixels is None


@pytest.mark.parametrize("size", ["", 'width="100%"', 'viewBox="0 0 0 10"', 'viewBox="a b c d"'])
def test_a_drawing_needs_a_size(size: str) -> None:
    assert drawing(size=size) == Fault(
        "its size is not known", "give it a `viewBox`, or `width` and `height`"
    )


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("<rect", "line 3: not well-formed"),
        ("<script>alert(1)</script>", "line 2: it holds a script"),
        ('<rect onclick="alert(1)"/>', "line 2: it holds a script"),
        ('<image href="https://example.com/a.png"/>', "line 2: it refers to `https://example.com"),
        ('<use xlink:href="other.svg#a"/>', "line 2: it refers to `other.svg#a`"),
        (
            '<image xlink:href="data:image/png;base64,AA=="/>',
            "line 2: it holds a picture of pixels",
        ),
        ('<rect fill="url(https://example.com/a.svg#b)"/>', "line 2: it refers to `https://"),
        ("<style>@import 'a.css';</style>", "line 2: it asks for a stylesheet"),
        ("<style>a { background: url('b.png') }</style>", "line 2: it refers to `b.png`"),
        ("<style>@font-face { src: url(f.woff) }</style>", "line 2: it refers to `f.woff`"),
    ],
)
def test_what_must_not_be_printed(inside: str, said: str) -> None:
    fault = drawing(inside)
    assert isinstance(fault, Fault)
    assert fault.said.startswith(said)


@pytest.mark.parametrize(
    "content",
    [
        b"<html><body/></html>",
        b'<svg viewBox="0 0 9 9"/>',
        f'<!DOCTYPE svg [<!ENTITY a "b">]>{OPENING} viewBox="0 0 9 9"/>'.encode(),
        f'<?xml-stylesheet href="a.css"?>{OPENING} viewBox="0 0 9 9"/>'.encode(),
        b"\xef\xbb\xbf  <svg",
    ],
)
def test_what_is_no_drawing_by_itself(content: bytes) -> None:
    assert isinstance(read_picture(content), Fault)


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<foreignObject width="9"/>', "text or HTML in a `foreignObject`"),
        ('<filter id="a"/><rect filter="url(#a)"/>', "a filter"),
        ('<rect style="filter: blur(2px)"/>', "a filter"),
        ('<rect fill="var(--ink)"/>', "a value by `var()`"),
        ("<style>@media print { a { fill: red } }</style>", "rules by `@media`"),
        ('<rect><animate attributeName="x"/></rect>', "an animation"),
        ('<rect style="mix-blend-mode: multiply"/>', "blending"),
        ('<text style="font: bold 12px Arial">x</text>', "the shorthand `font`"),
    ],
)
def test_what_is_not_printed_is_told_with_its_line(inside: str, what: str) -> None:
    picture = drawing(f"<g/>\n{inside}")
    assert isinstance(picture, Picture)
    assert [(one.said, one.line) for one in picture.remarks] == [
        (f"{what} in line 3 is not printed", 3)
    ]


def test_a_plain_drawing_draws_no_remark() -> None:
    picture = drawing(
        "<title>Plan</title><defs><linearGradient id='g'/><clipPath id='c'/></defs>"
        "<style>.a { fill: url(#g) }</style><a href='https://example.com'><path class='a'/></a>"
        "<use href='#g'/><path clip-path='url(#c)' fill='currentColor'/>"
    )
    assert isinstance(picture, Picture)
    assert picture.remarks == ()


def test_the_fonts_of_its_text_are_noted() -> None:
    picture = drawing(
        '<text font-family="Arial, sans-serif">a</text>\n'
        '<text style="font-family:Inter;x:y">b</text>'
    )
    assert isinstance(picture, Picture)
    assert picture.families == (("Arial, sans-serif", 2), ("Inter", 3))
