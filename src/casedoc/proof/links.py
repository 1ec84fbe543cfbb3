"""Whether links lead somewhere, and where the source's lead."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from casedoc.base.codes import Code
from casedoc.proof.expectation import OUTSIDE
from casedoc.proof.findings import TEMPLATE, Box, Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from casedoc.base.span import Span


def link_faults(
    pdf: pikepdf.Pdf, expected: Sequence[tuple[str, Span | None]] | None = None
) -> Iterator[Finding]:
    """Yield links that lead nowhere, or where none should lead, and those that are missing.

    Args:
        pdf: The file.
        expected: Where links lead outside; none where that is not known.
    """
    if expected is not None:
        yield from _differences(pdf, dict(expected))
    known = set(_destinations(pdf))
    for number, page in enumerate(pdf.pages, 1):
        for annotation in entry(page.obj, "/Annots") or ():
            yield from _faults_of(annotation, known, number)


def _faults_of(annotation: Any, known: set[str], page: int) -> Iterator[Finding]:  # noqa: ANN401
    if annotation.get("/Subtype") != "/Link":
        return
    box = _box(annotation)
    if "/StructParent" not in annotation:
        message = "a link is in no element of the structure"
        yield Finding(Code.PROOF_LINKS, message, page=page, box=box)
    action = annotation.get("/A", {})
    if "/URI" in action:
        address = str(action.URI)
        if not address.startswith(OUTSIDE):
            yield Finding(Code.PROOF_LINKS, f"a link leads to `{address}`", TEMPLATE, page, box=box)
        return
    target = str(annotation.get("/Dest", action.get("/D", "")))
    if target not in known:
        message = f"a link leads to `{target}`, which is nowhere"
        yield Finding(Code.PROOF_LINKS, message, TEMPLATE, page, box=box)


def _differences(pdf: pikepdf.Pdf, expected: dict[str, Span | None]) -> Iterator[Finding]:
    """Yield where links lead that should not, and where none leads that should."""
    wanted = {unquote(address).rstrip("/") for address in expected}
    found: set[str] = set()
    for number, page in enumerate(pdf.pages, 1):
        for annotation in entry(page.obj, "/Annots") or ():
            address = unquote(str(entry(annotation, "/A", "/URI") or "")).rstrip("/")
            if address.startswith(OUTSIDE) and address not in wanted | found:
                message = f"a link leads to `{address}`, which the source does not name"
                box = _box(annotation)
                yield Finding(Code.PROOF_LINKS, message, TEMPLATE, number, box=box)
            found.add(address)
    for address, span in expected.items():
        if unquote(address).rstrip("/") not in found:
            message = f"no link leads to `{address}`"
            yield Finding(Code.PROOF_LINKS, message, TEMPLATE, span=span)


def _box(annotation: Any) -> Box:  # noqa: ANN401
    x, y, other_x, other_y = (float(number) for number in annotation.Rect)
    return Box.around([(x, y), (other_x, other_y)])


def _destinations(pdf: pikepdf.Pdf) -> Iterator[str]:
    pairs = entry(pdf.Root, "/Names", "/Dests", "/Names") or ()
    for at in range(0, len(pairs), 2):
        yield str(pairs[at])
