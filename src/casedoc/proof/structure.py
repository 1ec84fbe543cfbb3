"""Whether the structure tree and the pages know of each other.

Validators judge what the tree contains. Whether all that is painted is in it, and each entry leads
back to its element, they don't ask.

*Source:* ISO 32000-1, 14.7.4; ISO 14289-1, 7.1 to 7.4.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import OURS, TEMPLATE, Finding, entry

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from casedoc.proof.reading import Sheet

_HEADINGS: Final = frozenset(f"H{level}" for level in range(1, 7))
_MOST_LISTED: Final = 3


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree."""

    role: str
    """What it is: `P`, `H1`, `Figure`, …"""
    parent: str
    """What the element around it is; empty at the top."""
    number: int
    """Number of its object."""
    contents: tuple[tuple[int, int], ...]
    """Page, from 0, and MCID of all content that it holds itself."""
    alternative: str
    """What stands for it where it can't be seen."""


def structure_faults(
    pdf: pikepdf.Pdf, elements: Sequence[Element], sheets: Sequence[Sheet]
) -> Iterator[Finding]:
    """Yield what is wrong with the tree of a file."""
    if not elements:
        yield Finding(Code.PROOF_STRUCTURE, "there is no structure tree")
        return
    yield from _headings(elements)
    yield from _contents(pdf, elements, sheets)
    for element in elements:
        if element.role == "Figure" and not element.alternative:
            page = element.contents[0][0] + 1 if element.contents else 0
            yield Finding(Code.PROOF_STRUCTURE, "a picture has no alternative text", TEMPLATE, page)


def elements_of(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """Yield all elements of a tree, in order; none where there is no tree."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    for top in _list(entry(pdf.Root, "/StructTreeRoot", "/K") or []):
        yield from _walk(top, "", pages)


def reading_order(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    """Yield page, from 0, and MCID of all content of a tree, as it is read."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    nodes: list[tuple[Any, Any]] = [
        (top, None) for top in reversed(_list(entry(pdf.Root, "/StructTreeRoot", "/K") or []))
    ]
    while nodes:
        node, page = nodes.pop()
        if isinstance(node, int):
            yield pages.get(page, -1), node
        elif node.get("/Type") == "/MCR":
            yield pages.get(node.Pg.objgen, -1), int(node.MCID)
        elif node.get("/Type") != "/OBJR":
            own = node.Pg.objgen if "/Pg" in node else page
            nodes += [(kid, own) for kid in reversed(_list(node.get("/K", [])))]


def _walk(node: Any, parent: str, pages: dict[tuple[int, int], int]) -> Iterator[Element]:  # noqa: ANN401
    role = str(node.get("/S", "")).removeprefix("/")
    contents, inner = [], []
    for kid in _list(node.get("/K", [])):
        if isinstance(kid, int):
            contents.append((pages.get(node.Pg.objgen, -1), kid))
        elif kid.get("/Type") == "/MCR":
            contents.append((pages.get(kid.Pg.objgen, -1), int(kid.MCID)))
        elif kid.get("/Type") != "/OBJR":
            inner.append(kid)
    yield Element(role, parent, node.objgen[0], tuple(contents), str(node.get("/Alt", "")))
    for kid in inner:
        yield from _walk(kid, role, pages)


def _list(value: Any) -> list[Any]:  # noqa: ANN401
    return list(value) if hasattr(value, "append") else [value]


def _headings(elements: Sequence[Element]) -> Iterator[Finding]:
    levels = [int(one.role[1]) for one in elements if one.role in _HEADINGS]
    if levels.count(1) != 1 or levels[0] != 1:
        message = "the headings don't begin with one of level 1 that is the only one"
        yield Finding(Code.PROOF_STRUCTURE, message, TEMPLATE)
    for one, other in pairwise(levels):
        if other > one + 1:
            message = f"a heading of level {other} follows one of level {one}"
            yield Finding(Code.PROOF_STRUCTURE, message, TEMPLATE)


def _contents(
    pdf: pikepdf.Pdf, elements: Sequence[Element], sheets: Sequence[Sheet]
) -> Iterator[Finding]:
    code = Code.PROOF_STRUCTURE
    held = Counter(content for element in elements for content in element.contents)
    if any(count > 1 for count in held.values()):
        yield Finding(code, "content is in two elements")
    owners = {content: one.number for one in elements for content in one.contents}
    if not owners:
        yield Finding(code, "the structure tree holds nothing")
    parents = _parents(pdf)
    for page, sheet in zip(pdf.pages, sheets, strict=True):
        own = parents.get(int(page.obj.get("/StructParents", -1)), [])
        if sheet.is_bare:
            yield Finding(code, "something is neither tagged nor an artifact", OURS, sheet.number)
        lost, astray = [], []
        for mcid in sheet.marks:
            owner = owners.pop((sheet.number - 1, mcid), None)
            if owner is None:
                lost.append(mcid)
            elif mcid >= len(own) or getattr(own[mcid], "objgen", (0,))[0] != owner:
                astray.append(mcid)
        yield from _told(lost, "is in no element", sheet.number)
        yield from _told(
            astray, "leads to another element than the one that holds it", sheet.number
        )
    if owners:
        yield Finding(code, f"{len(owners)} elements hold what is on no page")


def _told(marks: Sequence[int], message: str, page: int) -> Iterator[Finding]:
    if marks:
        shown = ", ".join(str(mark) for mark in marks[:_MOST_LISTED])
        more = f" and {len(marks) - _MOST_LISTED} more" if len(marks) > _MOST_LISTED else ""
        yield Finding(Code.PROOF_STRUCTURE, f"content {shown}{more} {message}", OURS, page)


def _parents(pdf: pikepdf.Pdf) -> dict[int, Any]:
    tree = entry(pdf.Root, "/StructTreeRoot", "/ParentTree", "/Nums") or ()
    return {int(tree[at]): tree[at + 1] for at in range(0, len(tree), 2)}
