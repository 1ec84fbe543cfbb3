"""Pages put on sheets: two side by side, in the order of a booklet that is folded and stapled.

Of a booklet of 8 pages, the first sheet has pages 8 and 1 on its front, 2 and 7 on its back; the
second one 6 and 3, 4 and 5. Missing pages at the end are blank.

*Source:* ISO 32000-1, 8.10 (form XObjects), 14.11.2 (boxes).
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

PAGES_OF_SHEET: Final = 4
_HALVES: Final = ("/Half0", "/Half1")
"""Names of the drawings that are the pages on a side."""
_KEPT: Final = ("/Title", "/Author", "/Subject", "/Keywords", "/Trapped")


def saddle_order(pages: int) -> tuple[tuple[int | None, int | None], ...]:
    """Return which pages stand on the left and on the right of each side of a sheet.

    Args:
        pages: How many there are, 1 or more.

    Returns:
        Numbers from 0, none for a blank page: front and back of the outermost sheet, and so on.
    """
    padded = -(-pages // PAGES_OF_SHEET) * PAGES_OF_SHEET
    numbers = [number if number < pages else None for number in range(padded)]
    sides = []
    for first in range(0, padded // 2, 2):
        last = padded - 1 - first
        sides.append((numbers[last], numbers[first]))
        sides.append((numbers[first + 1], numbers[last - 1]))
    return tuple(sides)


def saddle_stitched(data: bytes) -> bytes:
    """Return a PDF with its pages on sheets of double width, to be printed on both sides.

    What goes on beyond the edge of a page does so on the outer edges, and ends at the fold.
    """
    import pikepdf

    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf, pikepdf.new() as sheets:
        pages = list(pdf.pages)
        forms = [sheets.copy_foreign(_form(page)) for page in pages]
        for sides in saddle_order(len(pages)):
            _add_side(sheets, pages[0], [None if at is None else forms[at] for at in sides])
        for name in _KEPT:
            if name in pdf.docinfo:
                sheets.docinfo[name] = pdf.docinfo[name]
        sheets.Root.Lang = pdf.Root.Lang
        sheets.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        sheets.save(file, deterministic_id=True)
    return file.getvalue()


def _form(page: pikepdf.Page) -> Any:  # noqa: ANN401 - pikepdf has one type for all objects
    """Return a page as a drawing that reaches to the end of its bleed."""
    form = page.as_form_xobject()
    form.BBox = page.bleedbox
    return form


def _add_side(sheets: pikepdf.Pdf, page: pikepdf.Page, forms: Sequence[Any]) -> None:
    """Add one side of a sheet, twice as wide as a page."""
    import pikepdf

    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    bleed = left - float(page.bleedbox[0])
    width, height = right - left, top - bottom
    sheet = sheets.add_blank_page(page_size=(2 * width, height))
    sheet.obj.MediaBox = pikepdf.Array(
        [-bleed, -bleed, round(2 * width + bleed, 3), round(height + bleed, 3)]
    )
    sheet.obj.TrimBox = pikepdf.Array([0, 0, round(2 * width, 3), height])
    sheet.obj.BleedBox = sheet.obj.MediaBox
    drawings = pikepdf.Dictionary()
    painted = []
    for half, form in enumerate(forms):
        if form is None:
            continue
        drawings[_HALVES[half]] = form
        clip = half * width - (0 if half else bleed)
        painted.append(
            f"q {clip:.3f} {-bleed:.3f} {width + bleed:.3f} {height + 2 * bleed:.3f} re W n"
            f" 1 0 0 1 {half * width - left:.3f} {-bottom:.3f} cm {_HALVES[half]} Do Q"
        )
    sheet.obj.Resources = pikepdf.Dictionary(XObject=drawings)
    sheet.obj.Contents = sheets.make_stream(" ".join(painted).encode())


def is_imposed(pdf: pikepdf.Pdf) -> bool:
    """Tell whether a file is one of sheets, whose pages are drawings without structure."""
    if "/StructTreeRoot" in pdf.Root:
        return False
    drawings = [set(page.resources.get("/XObject", {}).keys()) for page in pdf.pages]
    return any(drawings) and all(names <= set(_HALVES) for names in drawings)
