"""Pictures made of pixels: PNG, JPEG, WebP, GIF, TIFF, AVIF."""

from __future__ import annotations

import io
import warnings
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from PIL import Image, ImageFile, UnidentifiedImageError

from casedoc.picture.picture import LEAST_DPI, MM_PER_INCH, Fault, Picture, Remark

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS: Final = ("PNG", "JPEG", "WEBP", "GIF", "TIFF", "AVIF")
"""What is decoded. A JPEG that holds several pictures, as cameras make them, is opened as `MPO`.

*Why* not all that Pillow knows: some, such as EPS, are programs that would be run.
"""
_MODES: Final = frozenset(
    {"1", "L", "LA", "La", "P", "PA", "RGB", "RGBA", "RGBa", "RGBX", "CMYK", "YCbCr"}
    | {"I;16", "I;16B", "I;16L", "I;16N"}
)
"""Kinds of pixels that can be turned into ours; others have no fixed black and white."""
_ORIENTATION: Final = 0x0112
_TURNED: Final = frozenset({5, 6, 7, 8})
"""*Source:* Exif 2.32, 4.6.4: orientations in which rows are columns."""
_USUAL: Final = "save it as PNG, JPEG, WebP or SVG"


@contextmanager
def opened(content: bytes) -> Iterator[Image.Image]:
    """Open a picture, and let Pillow refuse truncated and excessive ones.

    *Why* set and set back: WeasyPrint lets truncated pictures pass for its whole process.

    Raises:
        OSError, SyntaxError, ValueError: It can't be decoded.
        Image.DecompressionBombWarning: It has more pixels than anybody prints.
    """
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with warnings.catch_warnings():
            # Pillow warns of damaged metadata, too, which nothing here looks at.
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                yield image
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def read_raster(content: bytes) -> Picture | Fault:
    """Return what is known of a picture made of pixels, or why it can't be printed."""
    try:
        with opened(content) as image:
            if image.mode not in _MODES:
                return Fault(f"its pixels are of the kind `{image.mode}`", _USUAL)
            frames = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
            turned = orientation_of(image) in _TURNED
            image.load()
            width, height = image.size[::-1] if turned else image.size
    except UnidentifiedImageError:
        return Fault("it is no picture of a known kind", _USUAL)
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        most = (Image.MAX_IMAGE_PIXELS or 0) // 1_000_000
        return Fault(f"it has more than {most} million pixels", "scale it down")
    except (OSError, SyntaxError, ValueError, EOFError, IndexError) as error:
        return Fault(str(error).rstrip(".") or type(error).__name__, "save it again, whole")
    return Picture(
        ratio=width / height,
        natural_mm=width / LEAST_DPI * MM_PER_INCH,
        pixels=(width, height),
        remarks=_remarks(frames),
    )


def orientation_of(image: Image.Image) -> int:
    """Return how a picture is turned, as Exif counts; 1 where it stands upright."""
    try:
        return int(image.getexif().get(_ORIENTATION, 1))
    except (OSError, SyntaxError, ValueError, TypeError):
        # Metadata that can't be read turns nothing.
        return 1


def _remarks(frames: int) -> tuple[Remark, ...]:
    if frames == 1:
        return ()
    return (Remark(f"it has {frames} pictures, of which the first is printed", "save that alone"),)
