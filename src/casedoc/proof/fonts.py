"""Whether all fonts are the theme's, travel with the file, and say what their glyphs mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import pikepdf

    from casedoc.proof.reading import Sheet

_SUBSET: Final = re.compile(r"/[A-Z]{6}\+")
_FILES: Final = ("/FontFile", "/FontFile2", "/FontFile3")


def font_faults(
    pdf: pikepdf.Pdf, sheets: Iterable[Sheet], families: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield what is wrong with the fonts of a file; each font once.

    Args:
        pdf: The file.
        sheets: Its pages, as they were read back.
        families: Those that are meant to be in it; none where that is not known.
    """
    for sheet in sheets:
        if any(not run.font for run in sheet.runs):
            message = "text is shown in a font that the page does not have"
            yield Finding(Code.PROOF_FONTS, message, page=sheet.number)
    seen: set[tuple[int, int]] = set()
    for number, page in enumerate(pdf.pages, 1):
        for font in dict(page.resources.get("/Font", {})).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield from _faults_of(font, number, families)


def _faults_of(
    font: Any,  # noqa: ANN401 - pikepdf has one type for all objects
    page: int,
    families: Collection[str],
) -> Iterator[Finding]:
    name = str(font.get("/BaseFont", "?"))
    if font.get("/Subtype") == "/Type3":
        yield Finding(Code.PROOF_FONTS, "a font of drawings (Type 3) is used", page=page)
        return
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", {})
    family = str(descriptor.get("/FontFamily", ""))
    if families and family not in families:
        message = f"the font `{family or name[1:]}` is not one of the theme's"
        yield Finding(Code.PROOF_FONTS, message, page=page)
    if not any(file in descriptor for file in _FILES):
        yield Finding(Code.PROOF_FONTS, f"the font `{name[1:]}` is not embedded", page=page)
    if not _SUBSET.match(name):
        yield Finding(Code.PROOF_FONTS, f"the font `{name[1:]}` is not a subset", page=page)
    if "/ToUnicode" not in font:
        yield Finding(Code.PROOF_FONTS, f"the glyphs of `{name[1:]}` mean nothing", page=page)
