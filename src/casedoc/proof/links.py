"""Whether links and bookmarks lead somewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import TEMPLATE, Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_SCHEMES: Final = ("http://", "https://", "mailto:", "tel:")


def link_faults(pdf: pikepdf.Pdf) -> Iterator[Finding]:
    """Yield links that lead nowhere, or where none should lead."""
    known = set(_destinations(pdf))
    for number, page in enumerate(pdf.pages, 1):
        for annotation in entry(page.obj, "/Annots") or ():
            yield from _faults_of(annotation, known, number)


def _faults_of(annotation: Any, known: set[str], page: int) -> Iterator[Finding]:  # noqa: ANN401
    if annotation.get("/Subtype") != "/Link":
        return
    if "/StructParent" not in annotation:
        yield Finding(Code.PROOF_LINKS, "a link is in no element of the structure", page=page)
    action = annotation.get("/A", {})
    if "/URI" in action:
        address = str(action.URI)
        if not address.startswith(_SCHEMES):
            yield Finding(Code.PROOF_LINKS, f"a link leads to `{address}`", TEMPLATE, page)
        return
    target = str(annotation.get("/Dest", action.get("/D", "")))
    if target not in known:
        yield Finding(
            Code.PROOF_LINKS, f"a link leads to `{target}`, which is nowhere", TEMPLATE, page
        )


def _destinations(pdf: pikepdf.Pdf) -> Iterator[str]:
    pairs = entry(pdf.Root, "/Names", "/Dests", "/Names") or ()
    for at in range(0, len(pairs), 2):
        yield str(pairs[at])
