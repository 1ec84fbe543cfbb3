"""Whether a file says what it is: title, language, standards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_NAMED: Final = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
"""*Source:* ISO 19005-2, 6.6.4; ISO 14289-1, 5."""


def metadata_faults(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield what a file fails to say of itself."""
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
    metadata = root.get("/Metadata")
    if metadata is None:
        yield Finding(code, "there is no XMP metadata")
        return
    if "/Filter" in metadata:
        yield Finding(code, "the XMP metadata is compressed")
    with pdf.open_metadata() as xmp:
        told = {name: xmp.get(name) for name in _NAMED}
        title = xmp.get("dc:title")
    if told != _NAMED:
        yield Finding(code, "PDF/A-2a and PDF/UA-1 are not both named")
    if title != shown:
        yield Finding(code, "the titles in XMP and in the document information differ")
    if not root.get("/OutputIntents"):
        yield Finding(code, "there is no output intent")
