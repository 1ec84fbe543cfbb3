"""Small pictures of pages, and how much two of them differ.

Words and shapes are compared by numbers. Pictures are for what numbers don't tell: what covers
what, what is cut off, how an image looks. They are small, in few colours, and cut to the ink.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

DPI = 50
COLOURS = 32
"""Colours of a stored picture."""
FAR = 72
"""Of 255: a pixel counts as different if one of its channels differs by more. Few colours cost up
to 20, a box that may be off by 0.3 pt up to 50."""
MOST_SHARE = 0.0004
"""Share of differing pixels from which on pictures differ: 0.04 %, 100 pixels of an A4 page."""
MARGIN = 3


def stored(page: Image.Image) -> bytes:
    """Return a picture as it is kept: PNG, cut to its ink at the foot, in few colours."""
    small = cropped(page).quantize(COLOURS, dither=Image.Dither.NONE)
    file = BytesIO()
    small.save(file, "PNG", optimize=True)
    return file.getvalue()


def read_picture(file: Path) -> Image.Image:
    """Read a picture that was kept."""
    with Image.open(file) as picture:
        return picture.convert("RGB")


def cropped(page: Image.Image) -> Image.Image:
    """Cut a page where its ink ends; its left, top and right edge stay."""
    background = Image.new("RGB", page.size, page.getpixel((page.width - 1, page.height - 1)))
    box = ImageChops.difference(page, background).getbbox()
    bottom = min(page.height, (box[3] if box else 0) + MARGIN)
    return page.crop((0, 0, page.width, max(bottom, MARGIN)))


def share_of_difference(before: Image.Image, after: Image.Image) -> float:
    """Return the share of pixels that differ; what one of them does not cover differs."""
    mask = difference_mask(before, after)
    return mask.histogram()[255] / (mask.width * mask.height)


def difference_mask(before: Image.Image, after: Image.Image) -> Image.Image:
    """Return a picture that is 255 where the others differ, and 0 elsewhere."""
    width, height = max(before.width, after.width), max(before.height, after.height)
    one, other = (_on_canvas(picture, width, height) for picture in (before, after))
    channels = ImageChops.difference(one, other).split()
    most = channels[0]
    for channel in channels[1:]:
        most = ImageChops.lighter(most, channel)
    return most.point([255 if value > FAR else 0 for value in range(256)])


def shown_difference(before: Image.Image, after: Image.Image) -> Image.Image:
    """Return the newer picture, pale, with what differs in red."""
    mask = difference_mask(before, after)
    pale = (
        _on_canvas(after, mask.width, mask.height)
        .convert("L")
        .point([155 + v * 100 // 255 for v in range(256)])
    )
    shown = pale.convert("RGB")
    shown.paste((220, 0, 0), (0, 0), mask)
    return shown


def _on_canvas(picture: Image.Image, width: int, height: int) -> Image.Image:
    canvas = Image.new("RGB", (width, height), (255, 255, 255))
    canvas.paste(picture.convert("RGB"), (0, 0))
    return canvas
