"""Blocks of text become paragraphs, lists and tables."""

from __future__ import annotations

from copy import deepcopy
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure
from casedoc.content.lone_images import alternative_text, is_decoration, is_words, lone_images
from casedoc.picture.drawing import is_drawing
from casedoc.picture.preparation import prepared
from casedoc.source.element import Kind
from casedoc.word.runs import Look, add_inline, add_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.world import World
    from casedoc.content.lone_images import LoneImage
    from casedoc.source.element import Element

_WIDEST_MM: Final = 160.0
_HIGHEST_MM: Final = 180.0
_ALIGNMENTS: Final = {
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}
_INDENT_MM: Final = 8.0
_DEEPEST: Final = 3
"""Levels of lists that there are styles for."""


class BlockWriter:
    """Writes blocks into a document."""

    def __init__(self, document: Any, world: World, look: Look) -> None:  # noqa: ANN401
        """Write into `document`, ask `world` for images; `look` tells the language."""
        self._document = document
        self._world = world
        self._look = look
        self.found: list[Diagnostic] = []

    def paragraph(self, style: str = "Normal") -> Any:  # noqa: ANN401
        """Return a new paragraph at the end."""
        return self._document.add_paragraph(style=style)

    def blocks(self, elements: Iterable[Element], depth: int = 0) -> None:
        """Write blocks; inside a list, `depth` levels deep."""
        for element in elements:
            self._block(element, depth)

    def _block(self, element: Element, depth: int) -> None:  # noqa: C901 - one case for each kind
        match element.kind:
            case Kind.PARAGRAPH:
                self._paragraph(element, depth)
            case Kind.HEADING | Kind.TERM:
                bold = Look(bold=True, language=self._look.language)
                add_inline(self._indented(depth), element.children, bold)
            case Kind.BULLET_LIST | Kind.ORDERED_LIST:
                self._list(element, depth)
            case Kind.FOOTNOTES:
                self._notes(element)
            case Kind.QUOTE:
                for child in element.children:
                    self._quoted(child, depth)
            case Kind.CODE_BLOCK:
                self._code(element)
            case Kind.TABLE:
                self._table(element)
            case Kind.DEFINITION_LIST:
                self.blocks(element.children, depth)
            case Kind.DEFINITION:
                self._inner(element, self._indented(depth + 1), depth + 1)
            case Kind.SEPARATOR:
                self.paragraph()
            case _:
                add_inline(self._indented(depth), (element,), self._look)

    def _indented(self, depth: int, style: str = "Normal") -> Any:  # noqa: ANN401
        paragraph = self.paragraph(style)
        if depth:
            paragraph.paragraph_format.left_indent = Mm(_INDENT_MM * depth)
        return paragraph

    def _paragraph(self, element: Element, depth: int) -> None:
        images = lone_images(element)
        if not images:
            add_inline(self._indented(depth), element.children, self._look)
        for image in images:
            self._image(image)

    def _image(self, lone: LoneImage) -> None:
        """Write a picture with its caption; what Word can't show is told by its words."""
        image = lone.image
        if is_decoration(image):
            return
        content = self._world.read(image.get("src"))
        words = alternative_text(image)
        paragraph = self.paragraph()
        if isinstance(content, ReadFailure) or is_drawing(content):
            add_text(paragraph, words, self._look)
            message = f"the drawing `{image.get('src')}` is not in the Word file; its words are"
            hint = "Word shows pictures of pixels: PNG or JPEG"
            self.found.append(Diagnostic(Code.WORD_WITHOUT, message, image.span, hint))
        else:
            run = paragraph.add_run()
            shape = run.add_picture(BytesIO(prepared(content)))
            share = min(1.0, Mm(_WIDEST_MM) / shape.width, Mm(_HIGHEST_MM) / shape.height)
            shape.width, shape.height = int(shape.width * share), int(shape.height * share)
            about = shape._inline.docPr  # noqa: SLF001 - the library has no alternative texts
            about.set("descr", words)
            about.set("name", "")
        if image.get("title").strip() or lone.notes:
            caption = self.paragraph("Caption")
            add_text(caption, image.get("title").strip(), self._look)
            add_inline(caption, lone.notes, self._look)

    def _list(self, element: Element, depth: int) -> None:
        is_numbered = element.kind is Kind.ORDERED_LIST
        level = min(depth + 1, _DEEPEST)
        name = "List Number" if is_numbered else "List Bullet"
        style = name if level == 1 else f"{name} {level}"
        numbering = self._numbering(style, int(element.get("start") or 1)) if is_numbered else None
        for item in element.children:
            paragraph = self.paragraph(style)
            if numbering is not None:
                properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - as above
                properties.append(deepcopy(numbering))
            self._inner(item, paragraph, depth + 1)

    def _inner(self, element: Element, paragraph: Any, depth: int) -> None:  # noqa: ANN401
        """Write what an item contains; its first paragraph shares the marker's line."""
        first, *others = element.children or (None,)
        if first is not None and is_words(first):
            add_inline(paragraph, first.children, self._look)
        elif first is not None and not _holds_blocks(first):
            add_inline(paragraph, element.children, self._look)
            return
        elif first is not None:
            others.insert(0, first)
        self.blocks(others, depth)

    def _numbering(self, style: str, start: int) -> Any:  # noqa: ANN401
        """Return what lets a list count from its own start, and not on from the one before."""
        part = self._document.part.numbering_part.numbering_definitions._numbering  # noqa: SLF001
        own = self._document.styles[style].element.find(f".//{qn('w:numId')}")
        used = next(one for one in part.num_lst if one.numId == int(own.get(qn("w:val"))))
        number = part.add_num(used.abstractNumId.val)
        number.add_lvlOverride(ilvl=0).add_startOverride(start)
        properties = OxmlElement("w:numPr")
        level, identifier = OxmlElement("w:ilvl"), OxmlElement("w:numId")
        level.set(qn("w:val"), "0")
        identifier.set(qn("w:val"), str(number.numId))
        properties.append(level)
        properties.append(identifier)
        return properties

    def _notes(self, element: Element) -> None:
        for note in element.children:
            paragraph = self.paragraph()
            add_text(paragraph, f"{note.get('number')}. ", self._look)
            self._inner(note, paragraph, 0)

    def _quoted(self, element: Element, depth: int) -> None:
        if is_words(element):
            add_inline(self._indented(depth, "Quote"), element.children, self._look)
        else:
            self._block(element, depth + 1)

    def _code(self, element: Element) -> None:
        paragraph = self.paragraph("Code")
        for number, line in enumerate(element.text.rstrip("\n").split("\n")):
            if number:
                paragraph.add_run().add_break(WD_BREAK.LINE)
            add_text(paragraph, line)

    def _table(self, element: Element) -> None:
        rows = [row for part in element.children for row in part.children]
        count = max((len(row.children) for row in rows), default=0)
        if not count:
            return
        table = self._document.add_table(len(rows), count)
        table.style = "Table Grid"
        for row, given in zip(table.rows, rows, strict=True):
            is_head = any(cell.kind is Kind.HEADER_CELL for cell in given.children)
            if is_head:
                # Repeated where the table runs over pages, and told to reading aids.
                row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
            for cell, inside in zip(row.cells, given.children, strict=False):
                look = Look(bold=is_head, language=self._look.language)
                add_inline(cell.paragraphs[0], inside.children, look)
                cell.paragraphs[0].alignment = _ALIGNMENTS.get(inside.get("align"))
        self.paragraph()


def _holds_blocks(element: Element) -> bool:
    return element.kind in {
        Kind.PARAGRAPH,
        Kind.BULLET_LIST,
        Kind.ORDERED_LIST,
        Kind.QUOTE,
        Kind.CODE_BLOCK,
        Kind.TABLE,
        Kind.HEADING,
        Kind.DEFINITION_LIST,
        Kind.SEPARATOR,
    }
