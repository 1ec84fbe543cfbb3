"""What is printed on a page: words and shapes, read back from the finished PDF.

Nothing of casedoc is used here: what is measured is the paper, not what the stylesheets promise.
All lengths are points, from the top left corner of the page, y downward.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

import pypdfium2
from PIL import Image
from pypdfium2 import raw

MM = 72 / 25.4
"""Points of a millimetre."""
Colour: TypeAlias = tuple[int, int, int]
_HYPHENS = "\x02\ufffe"
"""What pdfium says of a hyphen at the end of a line."""
_SAME_LINE_PT = 0.05
_GAP_EM = 0.3
_THIN_PT = 4
"""A bar up to here is a rule; the thickest of the design has 3."""
_NO_SIDE_PT = 0.05


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    def joined(self, other: Box) -> Box:
        """The smallest box around both."""
        return Box(
            min(self.left, other.left),
            min(self.top, other.top),
            max(self.right, other.right),
            max(self.bottom, other.bottom),
        )


@dataclass(frozen=True, slots=True)
class Word:
    """Letters in one style without space between them."""

    text: str
    box: Box
    """By advance width, ascent and descent."""
    ink: Box
    """By the outlines of its glyphs."""
    baseline: float
    size: float
    font: str
    """Without the mark of its subset."""
    colour: Colour


@dataclass(frozen=True, slots=True)
class Shape:
    """Something painted that is no text."""

    kind: str
    """`fill`, `rule` (a thin bar, or one side of a frame), `outline` (a frame with round corners),
    `image`, or `drawing`."""
    box: Box
    colour: Colour

    @property
    def thickness(self) -> float:
        return min(self.box.width, self.box.height)


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    """In the order of the content stream."""
    shapes: tuple[Shape, ...]
    """In the order of painting."""


def read_printed(data: bytes) -> tuple[PrintedPage, ...]:
    """Read all pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_page(page, number) for number, page in enumerate(document, 1))
    finally:
        document.close()


def pictures_of(data: bytes, dpi: float) -> tuple[Image.Image, ...]:
    """Draw all pages of a PDF."""
    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(page.render(scale=dpi / 72).to_pil().convert("RGB") for page in document)
    finally:
        document.close()


def _page(page: Any, number: int) -> PrintedPage:  # noqa: ANN401 - pypdfium2 has no types
    width, height = page.get_size()
    words = tuple(_words(page, height))
    return PrintedPage(number, width, height, words, tuple(_shapes(page.raw, height)))


@dataclass(frozen=True, slots=True)
class _Glyph:
    text: str
    box: Box
    ink: Box
    baseline: float
    style: tuple[float, str, Colour]


def _words(page: Any, height: float) -> Iterator[Word]:  # noqa: ANN401
    """Yield words: a word ends at a space, a gap, another line or another style."""
    gathered: list[_Glyph] = []
    for glyph in (*_glyphs(page, height), None):
        if glyph is None or not gathered or not _goes_on(gathered[-1], glyph):
            if gathered:
                yield _word(gathered)
            gathered = []
        if glyph is not None and glyph.text.strip():
            gathered.append(glyph)


def _goes_on(before: _Glyph, glyph: _Glyph) -> bool:
    gap = glyph.box.left - before.box.right
    return (
        bool(glyph.text.strip())
        and glyph.style == before.style
        and abs(glyph.baseline - before.baseline) < _SAME_LINE_PT
        and abs(gap) < _GAP_EM * glyph.style[0]
    )


def _word(glyphs: list[_Glyph]) -> Word:
    box, ink = glyphs[0].box, glyphs[0].ink
    for glyph in glyphs[1:]:
        box, ink = box.joined(glyph.box), ink.joined(glyph.ink)
    text = "".join(glyph.text for glyph in glyphs)
    return Word(text, box, ink, glyphs[0].baseline, *glyphs[0].style)


def _glyphs(page: Any, height: float) -> Iterator[_Glyph]:  # noqa: ANN401
    text = page.get_textpage()
    x, y = ctypes.c_double(), ctypes.c_double()
    edges = [ctypes.c_double() for _ in range(4)]
    matrix, loose = raw.FS_MATRIX(), raw.FS_RECTF()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    for at in range(raw.FPDFText_CountChars(text.raw)):
        character = chr(raw.FPDFText_GetUnicode(text.raw, at))
        raw.FPDFText_GetCharOrigin(text.raw, at, x, y)
        raw.FPDFText_GetLooseCharBox(text.raw, at, loose)
        box = Box(loose.left, height - loose.top, loose.right, height - loose.bottom)
        if raw.FPDFText_IsGenerated(text.raw, at) or character.isspace():
            yield _Glyph(" ", box, box, height - y.value, (0.0, "", (0, 0, 0)))
            continue
        raw.FPDFText_GetMatrix(text.raw, at, matrix)
        raw.FPDFText_GetCharBox(text.raw, at, *edges)
        raw.FPDFText_GetFontInfo(text.raw, at, name, len(name), flags)
        size = raw.FPDFText_GetFontSize(text.raw, at) * (matrix.c**2 + matrix.d**2) ** 0.5
        left, right, bottom, top = (edge.value for edge in edges)
        ink = Box(left, height - top, right, height - bottom)
        font = name.value.decode().rpartition("+")[2]
        style = round(size, 2), font, _colour_of(raw.FPDFText_GetFillColor, text.raw, at)
        yield _Glyph("-" if character in _HYPHENS else character, box, ink, height - y.value, style)


def _colour_of(ask: Any, *of: Any) -> Colour:  # noqa: ANN401
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask(*of, red, green, blue, alpha)
    return red.value, green.value, blue.value


def _shapes(page: Any, height: float) -> Iterator[Shape]:  # noqa: ANN401
    for at in range(raw.FPDFPage_CountObjects(page)):
        thing = raw.FPDFPage_GetObject(page, at)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            yield from _path(thing, height)
        elif kind != raw.FPDF_PAGEOBJ_TEXT:
            name = "image" if kind == raw.FPDF_PAGEOBJ_IMAGE else "drawing"
            yield Shape(name, _bounds(thing, height), (0, 0, 0))


def _bounds(thing: Any, height: float) -> Box:  # noqa: ANN401
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(thing, left, bottom, right, top)
    return Box(left.value, height - top.value, right.value, height - bottom.value)


def _path(thing: Any, height: float) -> Iterator[Shape]:  # noqa: ANN401
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(thing, fill, stroke)
    box = _bounds(thing, height)
    if stroke.value:
        colour = _colour_of(raw.FPDFPageObj_GetStrokeColor, thing)
        yield Shape("rule", _stroke(thing, height, box), colour)
        return
    if not fill.value:
        return
    colour = _colour_of(raw.FPDFPageObj_GetFillColor, thing)
    parts = _parts(thing, height)
    if parts is None:
        yield Shape(
            "outline" if fill.value == raw.FPDF_FILLMODE_ALTERNATE else "drawing", box, colour
        )
    elif fill.value == raw.FPDF_FILLMODE_ALTERNATE and len(parts) == 2:
        yield from (Shape("rule", side, colour) for side in _sides(*parts))
    else:
        for part in parts:
            yield Shape("rule" if min(part.width, part.height) < _THIN_PT else "fill", part, colour)


def _parts(thing: Any, height: float) -> list[Box] | None:  # noqa: ANN401
    """Return the rectangles of a path, or none where it has curves or slanting lines."""
    points = _points(thing, height)
    if points is None:
        return None
    parts = [_around(part) for part in points]
    straight = all(
        {round(x, 1) for x, _y in part} <= {round(box.left, 1), round(box.right, 1)}
        for part, box in zip(points, parts, strict=True)
    )
    return parts if straight else None


def _points(thing: Any, height: float) -> list[list[tuple[float, float]]] | None:  # noqa: ANN401
    """Return the corners of each part of a path on the page, or none where it has curves."""
    matrix, x, y = raw.FS_MATRIX(), ctypes.c_float(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    parts: list[list[tuple[float, float]]] = []
    for at in range(raw.FPDFPath_CountSegments(thing)):
        segment = raw.FPDFPath_GetPathSegment(thing, at)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            return None
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == raw.FPDF_SEGMENT_MOVETO:
            parts.append([])
        across = matrix.a * x.value + matrix.c * y.value + matrix.e
        up = matrix.b * x.value + matrix.d * y.value + matrix.f
        parts[-1].append((across, height - up))
    return [part for part in parts if part]


def _around(points: list[tuple[float, float]]) -> Box:
    across, down = zip(*points, strict=True)
    return Box(min(across), min(down), max(across), max(down))


def _stroke(thing: Any, height: float, bounds: Box) -> Box:  # noqa: ANN401
    """Return what a line covers: pdfium's own bounds are wider."""
    points = _points(thing, height)
    if points is None:
        return bounds
    matrix, width = raw.FS_MATRIX(), ctypes.c_float()
    raw.FPDFPageObj_GetMatrix(thing, matrix)
    raw.FPDFPageObj_GetStrokeWidth(thing, width)
    half = width.value * abs(matrix.d) / 2
    box = _around([point for part in points for point in part])
    if box.height < box.width:
        return Box(box.left, box.top - half, box.right, box.bottom + half)
    return Box(box.left - half, box.top, box.right + half, box.bottom)


def _sides(one: Box, other: Box) -> Iterator[Box]:
    """Yield what two rectangles, one in the other, leave between them."""
    outer, inner = (
        (one, other) if one.height + one.width > other.height + other.width else (other, one)
    )
    sides = (
        Box(outer.left, outer.top, outer.right, inner.top),
        Box(outer.left, inner.bottom, outer.right, outer.bottom),
        Box(outer.left, outer.top, inner.left, outer.bottom),
        Box(inner.right, outer.top, outer.right, outer.bottom),
    )
    yield from (side for side in sides if min(side.width, side.height) > _NO_SIDE_PT)
