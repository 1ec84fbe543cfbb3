"""The bytes of a picture for paper: upright, in sRGB with eight bits, no larger than needed.

What is made is kept for the process, so that the layouts of a fit share it, and all documents that
a worker prints. The same picture always becomes the same bytes.
"""

from __future__ import annotations

import hashlib
import io
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageCms, ImageOps

from casedoc.picture.raster import opened, orientation_of

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST: Final = (2550, 3508)
"""Width and height in pixels of the largest sheet at 300 dpi: letter is wider, A4 is higher."""
_QUALITY: Final = 90
_EFFORT: Final = 2
"""Of 9, to make PNGs small. *Why* so little: WeasyPrint packs them again for the PDF."""
_KEPT: Final = 48
_MADE: Final[OrderedDict[tuple[str, tuple[int, int]], bytes]] = OrderedDict()
_WITH_ALPHA: Final = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
_DEEP: Final = frozenset({"I;16", "I;16B", "I;16L", "I;16N"})
_LOSSY: Final = frozenset({"JPEG", "MPO", "AVIF"})
_SRGB_WIDE: Final = "sRGB".encode("utf-16-be")
_MARK: Final = 0xFF
_START_OF_SCAN: Final = 0xDA
_NOTES: Final = (frozenset(range(0xE1, 0xF0)) - {0xEE}) | {0xFE}
"""Application segments and comments; not the one that says how colours are coded, 0xEE."""


def prepared(content: bytes) -> bytes:
    """Return a picture as it is laid out: PNG, or JPEG where it was compressed with loss.

    Turned as its metadata say, which are then left out; colours in sRGB; no transparency where
    nothing is transparent; no larger than a sheet. The content must have been read without fault.
    """
    return _kept(content, (0, 0), lambda: _prepare(content))


def scaled_down(content: bytes, size: tuple[int, int]) -> bytes:
    """Return a prepared picture with fewer pixels.

    Args:
        content: What `prepared` returned.
        size: Width and height in pixels, each at least 1.
    """

    def scale() -> bytes:
        with opened(content) as image:
            is_lossy = image.format == "JPEG"
            return _written(_resized(image, size), is_lossy=is_lossy)

    return _kept(content, size, scale)


def _kept(content: bytes, size: tuple[int, int], make: Callable[[], bytes]) -> bytes:
    key = (hashlib.sha256(content).hexdigest(), size)
    if key not in _MADE:
        if len(_MADE) >= _KEPT:
            _MADE.popitem(last=False)
        _MADE[key] = make()
    _MADE.move_to_end(key)
    return _MADE[key]


def _prepare(content: bytes) -> bytes:
    with opened(content) as image:
        is_lossy = image.format in _LOSSY or (image.format == "WEBP" and _is_lossy_webp(content))
        is_fitting = image.width <= LARGEST[0] and image.height <= LARGEST[1]
        is_plain = image.mode in {"RGB", "L"} and not _foreign_profile(image)
        if image.format == "JPEG" and is_fitting and is_plain and orientation_of(image) == 1:
            # Decoding and coding again would lose a little for nothing.
            return _without_metadata(content)
        upright = ImageOps.exif_transpose(image)
        ours = _in_our_colours(upright, _foreign_profile(image))
    share = min(1.0, LARGEST[0] / ours.width, LARGEST[1] / ours.height)
    if share < 1:
        size = (max(1, int(ours.width * share)), max(1, int(ours.height * share)))
        ours = _resized(ours, size)
    return _written(ours, is_lossy=is_lossy)


def _resized(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _written(image: Image.Image, *, is_lossy: bool) -> bytes:
    written = io.BytesIO()
    image.info = {}
    if is_lossy and image.mode in {"RGB", "L"}:
        image.save(written, "JPEG", quality=_QUALITY, optimize=True, subsampling=0)
    else:
        image.save(written, "PNG", compress_level=_EFFORT)
    return written.getvalue()


def _in_our_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """Return a picture as grey or sRGB with eight bits, with its transparency where it has any."""
    if image.mode in _DEEP:
        # Pillow would cut values off rather than divide them.
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in _WITH_ALPHA or image.has_transparency_data:
        is_grey = image.mode in {"LA", "La"}
        # Premultiplied colours have to be divided first, each in its own space.
        whole = image.convert({"La": "LA", "RGBa": "RGBA"}.get(image.mode, image.mode))
        whole = whole.convert("LA" if is_grey else "RGBA")
        alpha = whole.getchannel("A")
        colours = _in_srgb(whole.convert("L" if is_grey else "RGB"), profile)
        if alpha.getextrema() != (255, 255):
            colours.putalpha(alpha)
        return colours
    if image.mode in {"1", "L"}:
        return image.convert("L")
    if image.mode in {"CMYK", "RGB"}:
        return _in_srgb(image, profile)
    return _in_srgb(image.convert("RGB"), profile)


def _in_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    if image.mode == "L":
        return image
    if profile:
        try:
            found = ImageCms.profileToProfile(
                image,
                ImageCms.ImageCmsProfile(io.BytesIO(profile)),
                ImageCms.createProfile("sRGB"),
                renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
                outputMode="RGB",
                flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (ImageCms.PyCMSError, OSError, ValueError):
            # A profile of another kind of colours, or a broken one, says nothing.
            found = None
        if found is not None:
            return found
    return image.convert("RGB")


def _foreign_profile(image: Image.Image) -> bytes:
    """Return a picture's colour profile; nothing where it has none or is in sRGB already."""
    profile = image.info.get("icc_profile") or b""
    return b"" if b"sRGB" in profile or _SRGB_WIDE in profile else bytes(profile)


def _is_lossy_webp(content: bytes) -> bool:
    """Tell whether a WebP is compressed with loss. *Source:* RFC 9649, 2: chunks of `RIFF`."""
    at = 12
    while at + 8 <= len(content):
        if content[at : at + 4] in {b"VP8 ", b"VP8L"}:
            return content[at : at + 4] == b"VP8 "
        length = int.from_bytes(content[at + 4 : at + 8], "little")
        at += 8 + length + length % 2
    return False


def _without_metadata(content: bytes) -> bytes:
    """Return a JPEG without what cameras and programs note in it, such as the place.

    *Why*: WeasyPrint puts the file into the PDF as it is. *Source:* ITU-T T.81, B.1.1: segments
    of a marker and, but for the first, a length.
    """
    kept, at = [content[:2]], 2
    while at + 4 <= len(content) and content[at] == _MARK:
        marker = content[at + 1]
        if marker == _MARK:
            at += 1
            continue
        if marker == _START_OF_SCAN:
            break
        end = at + 2 + int.from_bytes(content[at + 2 : at + 4], "big")
        if marker not in _NOTES:
            kept.append(content[at:end])
        at = end
    return b"".join(kept) + content[at:]
