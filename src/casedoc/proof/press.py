"""Whether a print edition has what a press needs: boxes, inks, what it is printed on.

*Source:* ISO 15930-7:2010, 6 (PDF/X-4); ISO 32000-1, 8.6.7 (overprint), 14.11.2 (boxes).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.pdf.ink_stream import OVER, UNDER
from casedoc.proof.findings import Box, Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_SCREEN: Final = frozenset({"rg", "RG", "g", "G", "sh", "sc", "SC"})
"""Operators of colours that are no inks."""
_ACTIONS: Final = ("/OpenAction", "/AA", "/AcroForm")
_TOLERANCE: Final = 0.01
_MOST_INK: Final = 3.2
"""Of four inks together; more does not dry."""


def press_faults(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield what is wrong with a print edition."""
    yield from _faults_of_file(pdf)
    for number, page in enumerate(pdf.pages, 1):
        for message in _faults_of_boxes(page):
            yield Finding(Code.PROOF_STANDARD, message, page=number)
        if "/Annots" in page.obj:
            yield Finding(Code.PROOF_STANDARD, "there is a link on the page", page=number)
        for message in dict.fromkeys(_faults_of_inks(page)):
            yield Finding(Code.PROOF_STANDARD, message, page=number)
    for thing in pdf.objects:
        yield from _faults_of_object(thing)


def _faults_of_file(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    code = Code.PROOF_STANDARD
    intents = [one for one in pdf.Root.get("/OutputIntents", ()) if one.get("/S") == "/GTS_PDFX"]
    profile = entry(intents[0], "/DestOutputProfile") if len(intents) == 1 else None
    if profile is None or profile.get("/N") != 4:  # noqa: PLR2004 - four inks
        yield Finding(code, "it does not say by one profile what it is to be printed on")
    elif not str(intents[0].get("/OutputConditionIdentifier", "")):
        yield Finding(code, "the printing condition has no name")
    if str(pdf.docinfo.get("/Trapped", "")) not in {"/True", "/False"}:
        yield Finding(code, "it does not say whether it is trapped")
    for name in ("/CreationDate", "/ModDate"):
        if name not in pdf.docinfo:
            yield Finding(code, f"there is no `{name[1:]}`")
    for name in _ACTIONS:
        if name in pdf.Root:
            yield Finding(code, f"there is `{name[1:]}`, which a press can't do")
    if "/ID" not in pdf.trailer:
        yield Finding(code, "it has no identifier")


def _faults_of_boxes(page: pikepdf.Page) -> Iterator[str]:
    """Yield what is wrong with the boxes: each must hold the next one."""
    missing = [name for name in ("/MediaBox", "/BleedBox", "/TrimBox") if name not in page.obj]
    if missing:
        yield f"there is no `{missing[0][1:]}`"
        return
    media, bleed, trim = (
        Box(*(float(edge) for edge in page.obj[name]))
        for name in ("/MediaBox", "/BleedBox", "/TrimBox")
    )
    if not bleed.holds(trim, _TOLERANCE) or not media.holds(bleed, _TOLERANCE):
        yield "the boxes of the page don't lie inside one another"
    if bleed == trim:
        yield "the page has no bleed"


def _faults_of_inks(holder: Any) -> Iterator[str]:  # noqa: ANN401 - a page, or a drawing on it
    """Yield what is painted in other colours than inks, and black text that does not overprint."""
    import pikepdf

    inks, is_over = [0.0, 0.0, 0.0, 1.0], False
    kept: list[tuple[list[float], bool]] = []
    for instruction in pikepdf.parse_content_stream(holder):
        name, operands = str(instruction.operator), instruction.operands
        if name in _SCREEN:
            yield "there are colours that are no inks"
        elif name in {"k", "K"}:
            own = [float(ink) for ink in operands]
            if sum(own) > _MOST_INK:
                yield f"there are {sum(own):.0%} of ink in one place"
            inks = own if name == "k" else inks
        elif name == "gs" and str(operands[0]) in {OVER, UNDER}:
            is_over = str(operands[0]) == OVER
        elif name == "q":
            kept.append((inks, is_over))
        elif name == "Q" and kept:
            inks, is_over = kept.pop()
        elif name in {"TJ", "Tj"} and (inks == [0, 0, 0, 1]) != is_over:
            yield "text in black does not overprint" if not is_over else "light text overprints"


def _faults_of_object(thing: Any) -> Iterator[Finding]:  # noqa: ANN401
    import pikepdf

    if not isinstance(thing, pikepdf.Stream):
        return
    if thing.get("/Subtype") == "/Image":
        space = thing.get("/ColorSpace")
        if space not in ("/DeviceCMYK", "/DeviceGray") and not thing.get("/ImageMask"):
            yield Finding(Code.PROOF_STANDARD, "there is a picture that is not in inks")
    elif thing.get("/Subtype") == "/Form":
        for message in dict.fromkeys(_faults_of_inks(thing)):
            yield Finding(Code.PROOF_STANDARD, message)
