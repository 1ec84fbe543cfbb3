"""Inserts are put into the PDF of the document that has empty pages for them.

Their pages take the place of the empty ones, whose running heads and numbers follow upon their
text. What WeasyPrint writes once a file is there once: fonts, colour spaces, the structure
tree with its table of parents, bookmarks, destinations.

*Source:* ISO 32000-1, 7.7.3 (pages), 14.7.4.4 (the table of parents).
"""

from __future__ import annotations

from codecs import BOM_UTF16_BE
from contextlib import ExitStack
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from casedoc.pdf.insert import UnfitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pikepdf

    from casedoc.pdf.insert import InsertPage, Placed

_PT_PER_PX: Final = 0.75
_MARKED_PARTS: Final = 3
"""Streams of a page that bears a mark: one that saves the state, its own, and the mark."""


def put_in(frame: bytes, placed: Sequence[Placed]) -> bytes:
    """Put inserts into a file.

    Args:
        frame: The file, with empty pages where they go.
        placed: The inserts.

    Raises:
        UnfitError: The file is not built as expected.
    """
    import pikepdf

    try:
        return _joined(frame, placed)
    except (AttributeError, LookupError, TypeError, ValueError, pikepdf.PdfError) as error:
        raise UnfitError from error


def _joined(frame: bytes, placed: Sequence[Placed]) -> bytes:
    import pikepdf

    with ExitStack() as files:
        pdf = files.enter_context(pikepdf.open(BytesIO(frame)))
        binder = _Binder(pdf)
        for one in placed:
            binder.take(files.enter_context(pikepdf.open(BytesIO(one.insert.data))), one)
        binder.finish()
        # The identifier tells what is in the file, not what is around it.
        del pdf.trailer["/ID"]
        written = BytesIO()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return written.getvalue()


class _Shown(NamedTuple):
    """A page of an insert in the file."""

    page: Any
    """The page."""
    told: InsertPage
    """What the document knows of it."""
    shift: tuple[float, float]
    """How far its text has moved, as in `Placed`."""

    def place(self, across: float, down: float) -> Any:  # noqa: ANN401
        """Return a destination on it, given in CSS pixels of the insert."""
        import pikepdf

        left = (across + self.shift[0]) * _PT_PER_PX
        up = (self.told.size[1] - down - self.shift[1]) * _PT_PER_PX
        numbers = (round(left, 6), round(up, 6), 0)
        return pikepdf.Array([self.page, pikepdf.Name.XYZ, *numbers])


class _Binder:
    """Puts inserts into one file."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        resources = pdf.pages[0].obj.Resources
        self._fonts: Any = resources.Font
        self._colours: Any = resources.ColorSpace
        self._places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        self._empty: dict[tuple[int, int], int] = {}
        self._unused: set[int] = set()
        self._shown: dict[int, _Shown] = {}
        tree: Any = pdf.Root.StructTreeRoot
        self._document: Any = tree.K[0]
        self._parents: Any = tree.ParentTree
        self._numbers = list(_pairs(self._parents.Nums))
        self._free = 1 + max((number for number, _one in self._numbers), default=-1)
        # The elements of each page stand below the document in the order of pages.
        self._elements = [(self._places[one.Pg.objgen], one) for one in self._document.K]

    def take(self, part: pikepdf.Pdf, placed: Placed) -> None:
        """Put the pages of one insert in the place of empty ones."""
        if len(part.pages) != len(placed.insert.pages):
            raise UnfitError
        pages: list[Any] = [self._pdf.copy_foreign(page.obj) for page in part.pages]
        tree: Any = self._pdf.copy_foreign(part.Root.StructTreeRoot)
        self._share(pages[0].Resources)
        for number, (page, shift) in enumerate(zip(pages, placed.shifts, strict=True)):
            at = placed.first + number
            self._replace(at, page, shift)
            self._shown[at] = _Shown(self._pdf.pages[at].obj, placed.insert.pages[number], shift)
        for number, one in _pairs(tree.ParentTree.Nums):
            self._numbers.append((number + self._free, one))
        self._free += 1 + max((number for number, _ in _pairs(tree.ParentTree.Nums)), default=-1)
        places = {page.objgen: placed.first + number for number, page in enumerate(pages)}
        for element in tree.K[0].K:
            element.P = self._document
            self._elements.append((places[element.Pg.objgen], element))

    def _share(self, resources: Any) -> None:  # noqa: ANN401 - pikepdf has one type for all objects
        """Let an insert use fonts and colour spaces of the whole file."""
        import pikepdf

        for name, font in list(resources.Font.items()):
            # A twin has another table of what its glyphs mean.
            original = self._fonts[name.partition("-")[0]]
            if "-" in name:
                twin = pikepdf.Dictionary(original)
                twin.ToUnicode = font.ToUnicode
                resources.Font[name] = self._pdf.make_indirect(twin)
            else:
                resources.Font[name] = original
        # Margins may show fonts that the text does not.
        for name, font in self._fonts.items():
            if name not in resources.Font:
                resources.Font[name] = font
        for name in list(resources.ColorSpace.keys()):
            if name in self._colours:
                resources.ColorSpace[name] = self._colours[name]

    def _replace(self, number: int, page: Any, shift: tuple[float, float]) -> None:  # noqa: ANN401
        """Put a page in the place of an empty one."""
        import pikepdf

        empty: Any = self._pdf.pages[number].obj
        right, down = (length * _PT_PER_PX for length in shift)
        begin = f"q 1 0 0 1 {right:.6f} {-down:.6f} cm".encode()
        own = list(empty.Contents) if isinstance(empty.Contents, pikepdf.Array) else None
        if own is not None and len(own) != _MARKED_PARTS:
            raise UnfitError
        _first, margins, last = own or (None, empty.Contents, self._stream(b"Q"))
        text = (self._stream(begin), page.Contents, self._stream(b"Q q"))
        page.Contents = pikepdf.Array([*text, margins, last])
        self._add_resources(page.Resources, empty.Resources, margins)
        page.StructParents = int(page.StructParents) + self._free
        for annotation in page.get("/Annots", []):
            annotation.StructParent = int(annotation.StructParent) + self._free
            left, lower, end, upper = (float(edge) for edge in annotation.Rect)
            edges = (left + right, lower - down, end + right, upper - down)
            annotation.Rect = pikepdf.Array([round(edge, 6) for edge in edges])
        self._unused.add(int(empty.StructParents))
        self._pdf.pages[number] = pikepdf.Page(page)
        self._empty[empty.objgen] = number

    def _stream(self, operators: bytes) -> Any:  # noqa: ANN401
        return self._pdf.make_stream(operators)

    def finish(self) -> None:
        """Write the tree, the table of parents and what leads to pages that were replaced."""
        import pikepdf

        self._elements.sort(key=lambda one: one[0])
        self._document.K = pikepdf.Array([element for _page, element in self._elements])
        numbers = pikepdf.Array()
        for number, one in self._numbers:
            if number not in self._unused:
                numbers.append(number)
                numbers.append(one)
        self._parents.Nums = numbers
        root: Any = self._pdf.Root
        if "/Names" not in root:
            root.Names = pikepdf.Dictionary()
        if "/Dests" not in root.Names:
            root.Names.Dests = pikepdf.Dictionary(Names=pikepdf.Array())
        self._name_places(root.Names.Dests)
        self._lead_bookmarks(root.get("/Outlines"))

    def _name_places(self, names: Any) -> None:  # noqa: ANN401
        """Name the places on pages of inserts, beside those of the file."""
        import pikepdf

        places = {bytes(name): place for name, place in _pairs(names.Names)}
        # What goes on over pages is on all of them; links lead to where it begins.
        for _number, shown in sorted(self._shown.items(), reverse=True):
            for name, (across, down, *_more) in shown.told.anchors.items():
                places[_name(name)] = shown.place(across, down)
        flat = pikepdf.Array()
        for key in sorted(places):
            flat.append(pikepdf.String(key))
            flat.append(places[key])
        names.Names = flat

    def _lead_bookmarks(self, outlines: Any) -> None:  # noqa: ANN401
        """Let bookmarks lead to the pages that took the place of empty ones."""
        left = {number: iter(one.told.bookmarks) for number, one in self._shown.items()}
        for bookmark in _bookmarks(outlines):
            number = self._empty.get(bookmark.Dest[0].objgen)
            if number is not None:
                told = next(left[number], None)
                if told is None:
                    raise UnfitError
                _level, _label, place, _state = told
                bookmark.Dest = self._shown[number].place(*place)

    def _add_resources(self, resources: Any, others: Any, stream: Any) -> None:  # noqa: ANN401
        """Let a page use what its margins are painted with."""
        import pikepdf

        for instruction in pikepdf.parse_content_stream(stream):
            kind = _RESOURCES.get(str(instruction.operator))
            name = instruction.operands[-1] if kind and instruction.operands else None
            if kind is None or not isinstance(name, pikepdf.Name) or name not in others[kind]:
                continue
            own = resources[kind].get(name)
            if own is None:
                resources[kind][name] = others[kind][name]
            elif own != others[kind][name]:
                raise UnfitError


_RESOURCES: Final = {
    "gs": "/ExtGState",
    "Do": "/XObject",
    "sh": "/Shading",
    "scn": "/Pattern",
    "SCN": "/Pattern",
}
"""Where operators find what they name."""


def _name(name: str) -> bytes:
    """Return a name as WeasyPrint writes it into links."""
    return name.encode() if name.isascii() else BOM_UTF16_BE + name.encode("utf-16-be")


def _pairs(flat: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield keys and values of a table that has them one after the other."""
    return zip(flat[::2], flat[1::2], strict=True)


def _bookmarks(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield all bookmarks below one."""
    bookmark = parent.get("/First") if parent is not None else None
    while bookmark is not None:
        yield bookmark
        yield from _bookmarks(bookmark)
        bookmark = bookmark.get("/Next")
