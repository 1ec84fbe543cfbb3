"""Checks of a PDF's structure tree that no validator makes: what the marked content belongs to."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Any

import pikepdf

_NEEDS_ALT = "Figure"


@dataclass(frozen=True, slots=True)
class Element:
    """An element of the tree."""

    role: str
    parent: str
    """The role of the element around it."""
    number: int
    """Of its object."""
    contents: tuple[tuple[int, int], ...]
    """Page and MCID of all content that it holds itself."""
    alternative: str


def faults(data: bytes) -> list[str]:
    """Everything that is wrong with a tree; nothing for a good one."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return list(_faults(pdf))


def _faults(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/StructTreeRoot" not in root:
        yield "no structure tree"
        return
    elements = list(elements_of(pdf))
    yield from _headings(elements)
    yield from _contents(pdf, elements)
    for element in elements:
        if element.role == _NEEDS_ALT and not element.alternative:
            yield f"a figure without alternative text: {element.number}"
    if not str(root.get("/Lang", "")):
        yield "no language"
    if not pdf.docinfo.get("/Title") or not root.ViewerPreferences.get("/DisplayDocTitle"):
        yield "no title that is shown"
    metadata = root.Metadata
    if "/Filter" in metadata:
        yield "the metadata is compressed"


def elements_of(pdf: pikepdf.Pdf) -> Iterator[Element]:
    """All elements of a tree, in order."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}

    def walk(node: Any, parent: str) -> Iterator[Element]:  # noqa: ANN401
        role = str(node.S).removeprefix("/")
        contents, inner = [], []
        for kid in node.K if isinstance(node.K, pikepdf.Array) else [node.K]:
            if isinstance(kid, int):
                contents.append((pages[node.Pg.objgen], kid))
            elif kid.get("/Type") == "/MCR":
                contents.append((pages[kid.Pg.objgen], int(kid.MCID)))
            elif kid.get("/Type") != "/OBJR":
                inner.append(kid)
        alternative = str(node.get("/Alt", ""))
        yield Element(role, parent, node.objgen[0], tuple(contents), alternative)
        for kid in inner:
            assert kid.P.objgen == node.objgen
            yield from walk(kid, role)

    for top in pdf.Root.StructTreeRoot.K:
        yield from walk(top, "")


def _headings(elements: list[Element]) -> Iterator[str]:
    levels = [int(one.role[1]) for one in elements if one.role in {f"H{n}" for n in range(1, 7)}]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"not one H1 before all other headings: {levels}"
    for one, other in pairwise(levels):
        if other > one + 1:
            yield f"H{other} behind H{one}"


def _contents(pdf: pikepdf.Pdf, elements: list[Element]) -> Iterator[str]:
    """Marked content and the tree must know of each other, and nothing may be left unmarked."""
    held = Counter(content for element in elements for content in element.contents)
    owners = {content: one.number for one in elements for content in one.contents}
    yield from (f"held twice: {content}" for content, count in held.items() if count > 1)
    tree = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(tree[at]): tree[at + 1] for at in range(0, len(tree), 2)}
    for number, page in enumerate(pdf.pages):
        marked, bare = _marks(page)
        if bare:
            yield f"page {number + 1}: content that is neither tagged nor an artifact: {bare}"
        own = parents[int(page.obj.StructParents)]
        for mcid in marked:
            owner = owners.pop((number, mcid), None)
            if owner is None:
                yield f"page {number + 1}: MCID {mcid} is in no element"
            elif own[mcid].objgen[0] != owner:
                yield f"page {number + 1}: MCID {mcid} leads to another element"
    yield from (f"an element holds what is on no page: {content}" for content in owners)


def _marks(page: pikepdf.Page) -> tuple[list[int], list[str]]:
    """The MCIDs of a page, and the painting operators outside of any mark."""
    marked: list[int] = []
    bare: list[str] = []
    depth = 0
    for instruction in pikepdf.parse_content_stream(page):
        name = str(instruction.operator)
        if name in {"BDC", "BMC"}:
            depth += 1
            if name == "BDC" and "/MCID" in instruction.operands[1]:
                marked.append(int(instruction.operands[1].MCID))
        elif name == "EMC":
            depth -= 1
        elif not depth and name in {"TJ", "Tj", "Do", "f", "f*", "S", "B", "sh"}:
            bare.append(name)
    return marked, bare
