"""The print edition: a finished PDF becomes PDF/X-4.

WeasyPrint writes colours, pictures and boxes for a screen. Here every colour becomes inks, pictures
as well; black text prints over what is below it; the sheet grows by the bleed and by crop marks;
and the file says which press it was made for. Links go: on paper nobody follows them.

*Source:* ISO 15930-7:2010 (PDF/X-4); ISO 32000-1, 8.6 (colour), 8.6.7 (overprint), 14.11.2 (boxes),
14.11.5 (output intents).
"""

from __future__ import annotations

import hashlib
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from casedoc.pdf.ink_stream import OVER, UNDER, in_inks
from casedoc.pdf.inks import InkTable

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    import pikepdf

    from casedoc.markup.theme_press import Press

_MM: Final = 72 / 25.4
"""Points."""
_GAP: Final = 1 * _MM
"""Between the bleed and a crop mark."""
_MARK: Final = 5 * _MM
"""Length of a crop mark."""
_MARK_WIDTH: Final = 0.25
_ALL: Final = "AllInks"
"""Name of the colour of crop marks: all inks there are."""
_REGISTRY: Final = "http://www.color.org"
_VERSION: Final = "PDF/X-4"


def print_edition(data: bytes, press: Press, day: datetime.date) -> bytes:
    """Make the print edition of a PDF.

    Args:
        data: The file; its pages go on beyond their edge.
        press: What it is to be printed on.
        day: What it is dated; never today.

    Raises:
        ValueError: It has a colour that no inks are known for, such as a gradient.
    """
    import pikepdf

    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        _in_inks(pdf, InkTable(press.profile))
        for page in pdf.pages:
            _trim(page, press.bleed_mm * _MM)
        _without_links(pdf)
        _declare(pdf, press, day)
        # The identifier follows from the content, and so do all bytes.
        pdf.save(file, force_version="1.6", deterministic_id=True, linearize=False)
    return file.getvalue()


def _in_inks(pdf: pikepdf.Pdf, inks: InkTable) -> None:
    """Let all colours and pictures be made of inks."""
    import pikepdf

    pictures = [one for one in pdf.objects if _kind(one) == "/Image"]
    for picture in pictures:
        _picture_in_inks(picture, inks)
    drawings = [one for one in pdf.objects if _kind(one) == "/Form"]
    for drawing in drawings:
        drawing.write(in_inks(drawing, inks))
        _add_states(pdf, drawing.get("/Resources"))
        if "/Group" in drawing and "/CS" in drawing.Group:
            drawing.Group.CS = pikepdf.Name.DeviceCMYK
    for page in pdf.pages:
        page.Contents = pdf.make_stream(in_inks(page, inks))
        _add_states(pdf, page.resources)
        # Colours of a screen are used no more, and must not be there.
        for unused in ("/ColorSpace", "/Shading", "/Pattern"):
            if unused in page.resources:
                del page.resources[unused]


def _kind(thing: Any) -> str:  # noqa: ANN401 - pikepdf has one type for all objects
    import pikepdf

    return str(thing.get("/Subtype", "")) if isinstance(thing, pikepdf.Stream) else ""


def _picture_in_inks(picture: Any, inks: InkTable) -> None:  # noqa: ANN401
    import pikepdf

    if picture.get("/ColorSpace") == "/DeviceGray" or picture.get("/ImageMask"):
        return
    opened = pikepdf.PdfImage(picture).as_pil_image()
    picture.write(inks.picture(opened).tobytes())
    picture.ColorSpace = pikepdf.Name.DeviceCMYK
    picture.BitsPerComponent = 8
    for unused in ("/DecodeParms", "/Decode"):
        if unused in picture:
            del picture[unused]


def _add_states(pdf: pikepdf.Pdf, resources: Any) -> None:  # noqa: ANN401
    """Name the two ways of printing over what is below."""
    import pikepdf

    if resources is None:
        return
    if "/ExtGState" not in resources:
        resources.ExtGState = pikepdf.Dictionary()
    for name, is_over in ((OVER, True), (UNDER, False)):
        state = pikepdf.Dictionary(Type=pikepdf.Name.ExtGState, OP=is_over, op=is_over)
        state.OPM = int(is_over)
        resources.ExtGState[name] = pdf.make_indirect(state)


def _trim(page: pikepdf.Page, bleed: float) -> None:
    """Set the boxes of a page, and draw its crop marks."""
    import pikepdf

    left, bottom, right, top = (float(edge) for edge in page.trimbox)
    slug = bleed + _GAP + _MARK
    page.obj.BleedBox = _box(left, bottom, right, top, bleed)
    page.obj.MediaBox = _box(left, bottom, right, top, slug)
    tint = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], C0=[0, 0, 0, 0], C1=[1, 1, 1, 1], N=1)
    if "/ColorSpace" not in page.resources:
        page.resources.ColorSpace = pikepdf.Dictionary()
    page.resources.ColorSpace[f"/{_ALL}"] = pikepdf.Array(
        [pikepdf.Name.Separation, pikepdf.Name.All, pikepdf.Name.DeviceCMYK, tint]
    )
    lines = " ".join(
        f"{x:.3f} {y:.3f} m {to_x:.3f} {to_y:.3f} l"
        for x, y, to_x, to_y in _marks((left, bottom, right, top), bleed)
    )
    marks = f"/Artifact BMC q /{_ALL} CS 1 SCN {_MARK_WIDTH} w {lines} S Q EMC"
    page.contents_add(marks.encode(), prepend=False)


def _box(left: float, bottom: float, right: float, top: float, more: float) -> Any:  # noqa: ANN401
    import pikepdf

    edges = (left - more, bottom - more, right + more, top + more)
    return pikepdf.Array([round(edge, 3) for edge in edges])


def _marks(
    trim: tuple[float, float, float, float], bleed: float
) -> Iterator[tuple[float, float, float, float]]:
    """Yield the lines of crop marks: two at each corner, outside the bleed."""
    left, bottom, right, top = trim
    near = bleed + _GAP
    far = near + _MARK
    for x, side in ((left, -1), (right, 1)):
        for y in (bottom, top):
            yield x + side * near, y, x + side * far, y
    for y, side in ((bottom, -1), (top, 1)):
        for x in (left, right):
            yield x, y + side * near, x, y + side * far


def _without_links(pdf: pikepdf.Pdf) -> None:
    """Take off what only a screen needs, and its traces in the structure."""
    import pikepdf

    for page in pdf.pages:
        if "/Annots" in page.obj:
            del page.obj.Annots
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/StructElem":
            _without_references(thing)
    if "/StructTreeRoot" not in pdf.Root:
        return
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    kept = pikepdf.Array()
    for at in range(0, len(numbers), 2):
        # Those of pages are lists; those of links name one element.
        if isinstance(numbers[at + 1], pikepdf.Array):
            kept.extend([numbers[at], numbers[at + 1]])
    pdf.Root.StructTreeRoot.ParentTree.Nums = kept


def _without_references(element: Any) -> None:  # noqa: ANN401
    import pikepdf

    kids = element.get("/K")
    if isinstance(kids, pikepdf.Array):
        element.K = pikepdf.Array([kid for kid in kids if not _is_reference(kid)])
    if element.get("/S") == "/Link":
        element.S = pikepdf.Name.Span


def _is_reference(kid: Any) -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR"


def _declare(pdf: pikepdf.Pdf, press: Press, day: datetime.date) -> None:
    """Say what the file is, and what it is to be printed on."""
    import pikepdf

    profile = pdf.make_stream(press.profile, N=4)
    intent = pikepdf.Dictionary(
        Type=pikepdf.Name.OutputIntent,
        S=pikepdf.Name.GTS_PDFX,
        OutputConditionIdentifier=pikepdf.String(press.condition),
        RegistryName=pikepdf.String(_REGISTRY),
        Info=pikepdf.String(press.condition),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = pikepdf.Array([intent])
    written = f"D:{day.year:04}{day.month:02}{day.day:02}000000Z"
    docinfo = pdf.docinfo
    docinfo.CreationDate = docinfo.ModDate = pikepdf.String(written)
    title, author = str(docinfo.get("/Title", "")), str(docinfo.get("/Author", ""))
    identity = hashlib.sha256(f"{title} {author} {written}".encode()).hexdigest()[:32]
    # All of it is said here, so that no tool's name, version or clock gets in.
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        xmp.load_from_docinfo(docinfo)
        xmp["dc:language"] = {str(pdf.Root.get("/Lang", ""))}
        xmp["pdfxid:GTS_PDFXVersion"] = _VERSION
        xmp["pdf:Trapped"] = "False"
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            xmp[name] = f"{day.isoformat()}T00:00:00Z"
        xmp["xmpMM:DocumentID"] = f"uuid:{identity}"
        xmp["xmpMM:VersionID"] = "1"
        xmp["xmpMM:RenditionClass"] = "default"
    docinfo.Trapped = pikepdf.Name("/False")
