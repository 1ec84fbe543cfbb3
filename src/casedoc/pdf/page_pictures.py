"""The pages of a finished PDF as pictures."""

from __future__ import annotations

from io import BytesIO
from typing import Final

_POINTS_PER_INCH: Final = 72


def page_pictures(data: bytes, dpi: int) -> tuple[bytes, ...]:
    """Return each page as a PNG, as a viewer shows it.

    Args:
        data: The PDF.
        dpi: Dots per inch.
    """
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return tuple(_picture(page, dpi) for page in document)
    finally:
        document.close()


def _picture(page: object, dpi: int) -> bytes:
    written = BytesIO()
    bitmap = page.render(scale=dpi / _POINTS_PER_INCH)  # type: ignore[attr-defined]
    bitmap.to_pil().convert("RGB").save(written, "PNG", dpi=(dpi, dpi), optimize=True)
    return written.getvalue()
