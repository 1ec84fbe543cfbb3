"""Whether a file says what it is: title, language, standards, and what is inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.pdf.standards import Standard
from casedoc.proof.findings import Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

_PARTS: Final = {
    "PDF/A-2a": {"pdfaid:part": "2", "pdfaid:conformance": "A"},
    "PDF/A-3a": {"pdfaid:part": "3", "pdfaid:conformance": "A"},
    "PDF/UA-1": {"pdfuaid:part": "1"},
    "PDF/X-4": {"pdfxid:GTS_PDFXVersion": "PDF/X-4"},
}
"""How the metadata name a standard.

*Source:* ISO 19005-2 and -3, 6.6.4; ISO 14289-1, 5; ISO 15930-7, 6.3.
"""
_INTENTS: Final = {Standard.ARCHIVE: "/GTS_PDFA1", Standard.PRINT: "/GTS_PDFX"}


def standard_of(pdf: pikepdf.Pdf) -> Standard:
    """Return what a file says that it is made for."""
    named = _named(pdf)
    if "pdfxid:GTS_PDFXVersion" in named:
        return Standard.PRINT
    return Standard.ARCHIVE if named else Standard.PLAIN


def standards_of(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the standards that a file says it keeps to."""
    named = _named(pdf)
    return tuple(name for name, parts in _PARTS.items() if parts.items() <= named.items())


def metadata_faults(pdf: pikepdf.Pdf, standard: Standard) -> Iterator[Finding]:
    """Yield what a file fails to say of itself.

    Args:
        pdf: The file.
        standard: What it was made for.
    """
    code = Code.PROOF_METADATA
    root = pdf.Root
    if not str(root.get("/Lang", "")):
        yield Finding(code, "the language is not named")
    # Read first: XMP writes itself back into the document information.
    shown = str(pdf.docinfo.get("/Title", ""))
    if not shown:
        yield Finding(code, "there is no title")
    if not entry(root, "/ViewerPreferences", "/DisplayDocTitle"):
        yield Finding(code, "the title is not shown in place of the file name")
    yield from _labels(pdf)
    intent = _INTENTS.get(standard)
    if intent and intent not in {str(one.get("/S")) for one in root.get("/OutputIntents", ())}:
        yield Finding(code, "there is no output intent")
    metadata = root.get("/Metadata")
    if metadata is None and standard is Standard.PLAIN:
        return
    if metadata is None:
        yield Finding(code, "there is no XMP metadata")
        return
    if "/Filter" in metadata and standard is Standard.ARCHIVE:
        yield Finding(code, "the XMP metadata is compressed")
    with pdf.open_metadata() as xmp:
        title = xmp.get("dc:title")
    if title != shown:
        yield Finding(code, "the titles in XMP and in the document information differ")
    names = standard.names(with_files=bool(_attached(pdf)))
    parts = {name: part for one in names for name, part in _PARTS[one].items()}
    if _named(pdf) != parts:
        said = " and ".join(names) or "no standard"
        yield Finding(code, f"the metadata must name {said}, and nothing else")


def _named(pdf: pikepdf.Pdf) -> dict[str, str]:
    """Return what the metadata say of standards."""
    if "/Metadata" not in pdf.Root:
        return {}
    names = {name for parts in _PARTS.values() for name in parts}
    with pdf.open_metadata() as xmp:
        told = {name: xmp.get(name) for name in names}
    return {name: str(value) for name, value in told.items() if value is not None}


def _labels(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield where a viewer would call a page otherwise than its number."""
    if "/PageLabels" not in pdf.Root:
        return
    for number, page in enumerate(pdf.pages, 1):
        if page.label != str(number):
            message = f"the page is called `{page.label}`"
            yield Finding(Code.PROOF_METADATA, message, page=number)
            return


def attachment_faults(pdf: pikepdf.Pdf, expected: Sequence[str]) -> Iterator[Finding]:
    """Yield files that are missing inside a file, that nobody expects, or are listed wrongly.

    *Source:* ISO 19005-3, 6.8: each is associated, and tells its kind and its relation.
    """
    attached = _attached(pdf)
    if sorted(attached) != sorted(expected):
        told = ", ".join(f"`{name}`" for name in sorted(set(attached) ^ set(expected)))
        yield Finding(Code.PROOF_METADATA, f"{told}: inside the file, or missing there")
    listed = [str(one.get("/UF", "")) for one in pdf.Root.get("/AF", ())]
    if sorted(listed) != sorted(attached):
        yield Finding(Code.PROOF_METADATA, "the files inside are not associated, each once")
    for name, file in attached.items():
        stream = entry(file, "/EF", "/F")
        complete = "/AFRelationship" in file and stream is not None and "/Subtype" in stream
        if not complete or entry(stream, "/Params", "/ModDate") is None:
            message = f"`{name}` inside the file lacks its kind, relation or date"
            yield Finding(Code.PROOF_METADATA, message)


def _attached(pdf: pikepdf.Pdf) -> dict[str, Any]:
    """Return the files inside a file by name."""
    pairs = entry(pdf.Root, "/Names", "/EmbeddedFiles", "/Names") or ()
    files = (pairs[at] for at in range(1, len(pairs), 2))
    return {str(one.get("/UF", "")): one for one in files}
