"""The structure tree: what a reading aid is told of a document.

WeasyPrint makes an element of each box. Boxes that are there for the layout alone say nothing to
a reader, so their content moves up; lists, captions and heads of tables get the shape that PDF/UA
asks for; languages are named; and a figure with its label and context is one paragraph, read as
one sentence.

*Source:* ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LAYOUT: Final = frozenset({"/NonStruct", "/Div", "/Span"})
"""Elements that only hold others, unless they say something themselves."""
_SAYING: Final = ("Alt", "ActualText", "Lang", "E", "A")
_GROUPS: Final = frozenset({"/Document", "/Part", "/Art", "/Sect", "/BlockQuote"})
"""Elements whose text must stand in paragraphs."""
_INLINE: Final = frozenset({"/Span", "/Link"})
_KEPT_EMPTY: Final = frozenset({"/TD", "/TH", "/Figure"})
_JOINS: Final = "data-joins"
"""Attribute of a paragraph that goes on with the sentence of the one before it."""
_SAID: Final = "data-said"
"""Attribute of the paragraph that such a sentence begins with: the whole of it."""
_JOINING: Final = "casedoc_joins"


@dataclass(frozen=True, slots=True)
class _Content:
    """Marked content."""

    page: bytes
    """Reference of its page."""
    number: int
    """Its MCID."""


@contextmanager
def noted_elements(language: str) -> Iterator[None]:
    """Let WeasyPrint's elements tell what of their HTML the tree needs, while a file is written.

    Args:
        language: The language of the document, which needs no naming.
    """
    from weasyprint.pdf import tags

    build = getattr(tags, "_build_box_tree", None)
    if build is None:
        yield
        return

    def building(box: Any, *more: Any) -> Iterator[Any]:  # noqa: ANN401 - WeasyPrint has no types
        placed = getattr(box, "_box", box)
        html = getattr(placed, "element", None)
        for element in build(box, *more):
            if html is not None and placed.element_tag not in {"html", "body"}:
                _note(element, html, placed, language)
            yield element

    tags._build_box_tree = building
    try:
        yield
    finally:
        tags._build_box_tree = build


def _note(element: Any, html: Any, box: Any, language: str) -> None:  # noqa: ANN401
    from weasyprint.pdf.tags import pydyf

    own = html.get("lang")
    is_whole = box.element_tag == html.tag
    if own and own != language and is_whole:
        element["Lang"] = pydyf.String(own)
    if html.get(_SAID) and element["S"] == "/P":
        element["ActualText"] = pydyf.String(html.get(_SAID))
    if html.get(_JOINS) is not None and element["S"] == "/P":
        setattr(element, _JOINING, True)
    if element["S"] == "/TH":
        element["A"]["Scope"] = "/Row" if html.get("scope") == "row" else "/Column"


def mend_structure(pdf: Any) -> None:  # noqa: ANN401
    """Give the structure tree its shape; part of a finisher."""
    _Tree(pdf).mend()


class _Tree:
    """Rebuilds the tree of a file that is about to be written."""

    def __init__(self, pdf: Any) -> None:  # noqa: ANN401
        self._pdf = pdf
        root = self._object(pdf.catalog["StructTreeRoot"])
        self._document = self._object(root["K"][0])
        numbers = self._object(root["ParentTree"])["Nums"]
        self._parents = {page: numbers[2 * at + 1] for at, page in enumerate(pdf.page_references)}

    def mend(self) -> None:
        """Rebuild all of it."""
        self._fill(self._document, self._kids(self._document))
        kept = self._reached(self._document)
        dictionaries = (one for one in self._pdf.objects if hasattr(one, "get"))
        for one in dictionaries:
            if one.get("Type") == "/StructElem" and one.number not in kept:
                one.clear()
        for page, parents in self._parents.items():
            self._set_apart(page, parents, kept)

    def _reached(self, element: Any) -> frozenset[int]:  # noqa: ANN401
        """Return the numbers of an element and of all below it."""
        inner = (self._object(kid) for kid in element["K"] if isinstance(kid, bytes))
        below = (self._reached(one) for one in inner if one["Type"] == "/StructElem")
        return frozenset({element.number}).union(*below)

    def _set_apart(self, page: bytes, parents: Any, kept: frozenset[int]) -> None:  # noqa: ANN401
        """Mark what is in no element as an artifact: running heads and page numbers."""
        from weasyprint.pdf.tags import pydyf

        apart = {at for at, one in enumerate(parents) if int(one.split()[0]) not in kept}
        for number in apart:
            parents[number] = "null"
        operators = self._object(self._object(page)["Contents"]).stream
        for at, operator in enumerate(operators):
            if isinstance(operator, pydyf.Dictionary) and operator.get("MCID") in apart:
                operators[at - 1] = "/Artifact"
                operators[at] = pydyf.Dictionary({"Type": "/Pagination"})

    def _object(self, reference: bytes) -> Any:  # noqa: ANN401
        return self._pdf.objects[int(reference.split()[0])]

    def _kids(self, element: Any) -> list[Any]:  # noqa: ANN401
        """Return what an element holds, without what is there for the layout alone."""
        found: list[Any] = []
        for kid in element["K"]:
            if isinstance(kid, int):
                found.append(_Content(element["Pg"], kid))
                continue
            inner = self._object(kid)
            if inner["Type"] == "/OBJR":
                found.append(inner)
                continue
            kids = self._kids(inner)
            if inner["S"] in _LAYOUT and not any(name in inner for name in _SAYING):
                inner.clear()
                found += kids
            elif kids or inner["S"] in _KEPT_EMPTY:
                self._fill(inner, kids)
                found.append(inner)
            else:
                inner.clear()
        return found

    def _fill(self, element: Any, kids: Sequence[Any]) -> None:  # noqa: ANN401
        """Let an element hold these, in the shape that its role asks for."""
        role = element["S"]
        if role in _GROUPS:
            kids = self._in_paragraphs(element, _captioned(self, _joined(self, kids)))
        elif role == "/L":
            kids = [self._as_item(element, kid) for kid in kids]
        elif role == "/Table":
            kids = self._with_body(kids)
        elif role == "/LI":
            kids = self._in_bodies(element, kids)
        self._hold(element, kids)

    def _hold(self, element: Any, kids: Sequence[Any]) -> None:  # noqa: ANN401
        from weasyprint.pdf.tags import pydyf

        held = pydyf.Array()
        for kid in kids:
            if isinstance(kid, _Content):
                self._parents[kid.page][kid.number] = element.reference
                on_page = element.get("Pg") == kid.page
                part = pydyf.Dictionary({"Type": "/MCR", "Pg": kid.page, "MCID": kid.number})
                held.append(kid.number if on_page else part)
            else:
                if kid["Type"] != "/OBJR":
                    kid["P"] = element.reference
                held.append(kid.reference)
        element["K"] = held

    def _made(self, role: str, parent: Any, kids: Sequence[Any]) -> Any:  # noqa: ANN401
        """Return a new element around others."""
        from weasyprint.pdf.tags import pydyf

        first = kids[0]
        page = first.page if isinstance(first, _Content) else first.get("Pg", parent.get("Pg"))
        element = pydyf.Dictionary(
            {
                "Type": "/StructElem",
                "S": role,
                "K": pydyf.Array(),
                "Pg": page,
                "P": parent.reference,
            }
        )
        self._pdf.add_object(element)
        self._hold(element, kids)
        return element

    def _in_paragraphs(self, element: Any, kids: Sequence[Any]) -> list[Any]:  # noqa: ANN401
        """Put text that stands in no paragraph into one."""
        return self._gathered(kids, _is_inline, lambda some: self._made("/P", element, some))

    def _as_item(self, element: Any, kid: Any) -> Any:  # noqa: ANN401
        if not isinstance(kid, _Content) and kid.get("S") in {"/LI", "/L", "/Caption"}:
            return kid
        item = self._made("/LI", element, [kid])
        self._fill(item, [kid])
        return item

    def _with_body(self, kids: Sequence[Any]) -> list[Any]:
        """Let rows stand in a head only where there is a body, too."""
        roles = {kid.get("S") for kid in kids if not isinstance(kid, _Content)}
        if "/TBody" in roles or "/THead" not in roles:
            return list(kids)
        found: list[Any] = []
        for kid in kids:
            if not isinstance(kid, _Content) and kid.get("S") == "/THead":
                found += self._kids(kid)
                kid.clear()
            else:
                found.append(kid)
        return found

    def _in_bodies(self, element: Any, kids: Sequence[Any]) -> list[Any]:  # noqa: ANN401
        """Put what is neither a marker nor a body into a body."""

        def is_loose(kid: Any) -> bool:  # noqa: ANN401
            return isinstance(kid, _Content) or kid.get("S") not in {"/Lbl", "/LBody"}

        return self._gathered(kids, is_loose, lambda some: self._made("/LBody", element, some))

    def _gathered(self, kids: Sequence[Any], wanted: Any, wrap: Any) -> list[Any]:  # noqa: ANN401
        """Wrap neighbours that are wanted."""
        found: list[Any] = []
        loose: list[Any] = []
        for kid in kids:
            if wanted(kid):
                loose.append(kid)
                continue
            found += [wrap(loose)] if loose else []
            loose = []
            found.append(kid)
        return found + ([wrap(loose)] if loose else [])


def _is_inline(kid: Any) -> bool:  # noqa: ANN401
    return isinstance(kid, _Content) or kid.get("S") in _INLINE or kid["Type"] == "/OBJR"


def _joined(tree: _Tree, kids: Sequence[Any]) -> list[Any]:
    """Let paragraphs that go on with a sentence be a part of the one that begins it."""
    found: list[Any] = []
    for kid in kids:
        before = found[-1] if found else None
        if getattr(kid, _JOINING, False) and before is not None and before.get("S") == "/P":
            tree._hold(before, [*tree._kids(before), *tree._kids(kid)])
            kid.clear()
        else:
            found.append(kid)
    return found


def _captioned(tree: _Tree, kids: Sequence[Any]) -> list[Any]:
    """Let a caption be a part of the picture before it."""
    found: list[Any] = []
    for kid in kids:
        before = found[-1] if found and not isinstance(found[-1], _Content) else None
        is_caption = not isinstance(kid, _Content) and kid.get("S") == "/Caption"
        if is_caption and before is not None and before.get("S") == "/Figure":
            tree._hold(before, [*tree._kids(before), kid])
        else:
            found.append(kid)
    return found
