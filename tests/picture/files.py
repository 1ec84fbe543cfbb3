"""Files of pictures of all kinds, made by Pillow when they are asked for."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, ImageCms

RED, BLUE = (200, 30, 40), (30, 60, 200)
_ORIENTATION = 0x0112


def two_halves(width: int = 80, height: int = 40, mode: str = "RGB") -> Image.Image:
    """A picture whose left half is red and whose right half is blue."""
    image = Image.new("RGB", (width, height), BLUE)
    image.paste(RED, (0, 0, width // 2, height))
    return image.quantize(4) if mode == "P" else image.convert(mode)


def file_of(image: Image.Image, form: str, **options: object) -> bytes:
    """A picture as a file."""
    written = io.BytesIO()
    image.save(written, form, **options)
    return written.getvalue()


def turned(orientation: int, form: str = "JPEG") -> bytes:
    """Two halves that lie on their side in the file, and stand upright by its metadata."""
    back = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_90,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }
    image = two_halves()
    if orientation in back:
        image = image.transpose(back[orientation])
    metadata = Image.Exif()
    metadata[_ORIENTATION] = orientation
    return file_of(image, form, exif=metadata)


def sixteen_bits() -> bytes:
    """Grey with 16 bits: black on the left, white on the right, a dark grey below."""
    image = Image.new("I;16", (80, 40))
    image.putdata(
        [(0 if x < 40 else 65535) if y < 20 else 12850 for y in range(40) for x in range(80)]
    )
    return file_of(image, "PNG")


def with_profile(mode: str, form: str) -> bytes:
    """Two halves with a colour profile that is not sRGB: its red and green are exchanged."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    swapped = bytes(profile).replace(b"rXYZ", b"tmpX").replace(b"gXYZ", b"rXYZ")
    swapped = swapped.replace(b"tmpX", b"gXYZ").replace(
        "sRGB".encode("utf-16-be"), "aRGB".encode("utf-16-be")
    )
    return file_of(two_halves(mode=mode), form, icc_profile=swapped.replace(b"sRGB", b"aRGB"))


def bomb() -> bytes:
    """A PNG of a few bytes that says it has a hundred million pixels."""

    def chunk(name: bytes, content: bytes) -> bytes:
        checked = name + content
        return struct.pack(">I", len(content)) + checked + struct.pack(">I", zlib.crc32(checked))

    header = struct.pack(">IIBBBBB", 10_000, 10_000, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")
    )


def animation() -> bytes:
    """A GIF of three pictures."""
    frames = [two_halves(), two_halves().transpose(Image.Transpose.ROTATE_180), two_halves()]
    return file_of(frames[0], "GIF", save_all=True, append_images=frames[1:])


KINDS: dict[str, Callable[[], bytes]] = {
    "png": lambda: file_of(two_halves(), "PNG"),
    "grey png": lambda: file_of(two_halves(mode="L"), "PNG"),
    "two colours": lambda: file_of(two_halves(mode="1"), "PNG"),
    "palette": lambda: file_of(two_halves(mode="P"), "PNG"),
    "opaque alpha": lambda: file_of(two_halves(mode="RGBA"), "PNG"),
    "grey alpha": lambda: file_of(two_halves(mode="LA"), "PNG"),
    "jpeg": lambda: file_of(two_halves(), "JPEG", quality=95),
    "grey jpeg": lambda: file_of(two_halves(mode="L"), "JPEG"),
    "cmyk jpeg": lambda: file_of(two_halves(mode="CMYK"), "JPEG", quality=95),
    "progressive": lambda: file_of(two_halves(), "JPEG", progressive=True),
    "webp": lambda: file_of(two_halves(), "WEBP", quality=95),
    "lossless webp": lambda: file_of(two_halves(), "WEBP", lossless=True),
    "alpha webp": lambda: file_of(two_halves(mode="RGBA"), "WEBP"),
    "gif": lambda: file_of(two_halves(mode="P"), "GIF"),
    "tiff": lambda: file_of(two_halves(), "TIFF", compression="tiff_lzw"),
    "cmyk tiff": lambda: file_of(two_halves(mode="CMYK"), "TIFF"),
    "avif": lambda: file_of(two_halves(), "AVIF"),
    "16 bits": sixteen_bits,
}
"""A file of each kind that is printed, 80 by 40 pixels."""


def opened(content: bytes) -> Image.Image:
    """The picture in a file."""
    image = Image.open(io.BytesIO(content))
    image.load()
    return image
