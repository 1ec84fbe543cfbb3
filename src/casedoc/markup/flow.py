"""Running text: element trees become HTML, block by block."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from markupsafe import Markup

from casedoc.content.lone_images import alternative_text, is_decoration, is_words, lone_images
from casedoc.markup.balance import balanced_breaks
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.illustration import decoration, illustration
from casedoc.markup.inline import InlineWriter, join_words, note_id
from casedoc.markup.table import has_room
from casedoc.markup.tokens import TEXT_FAMILY
from casedoc.source.element import Kind, text_elements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from casedoc.base.span import Span
    from casedoc.content.lone_images import LoneImage
    from casedoc.markup.balance import TextStyle
    from casedoc.markup.collector import PageCollector
    from casedoc.source.element import Element
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import StepView

_ALIGNMENTS: Final = frozenset({"left", "center", "right"})
_TEN: Final = 10
_SHORT_CODE: Final = 16
"""Lines of code up to which it is kept on one page."""
_CODE_LINE: Final = 60
"""Characters of code that fit on a line."""


class FlowWriter:
    """Writes the text of one case study; templates call it as `write`."""

    def __init__(self, slug: str, collector: PageCollector, fonts: FontSet) -> None:
        """Write for the study `slug`, note places and images, measure with `fonts`."""
        self._slug = slug
        self._collector = collector
        self._fonts = fonts
        self._inline = InlineWriter(slug, collector)

    def inline(self, elements: Sequence[Element], *, paragraph: bool = False) -> Markup:
        """Return the HTML of inline text; a paragraph's last word is not hyphenated."""
        return self._inline.write(elements, is_paragraph=paragraph)

    def lines(self, elements: Sequence[Element], style: TextStyle, measure_mm: float) -> Markup:
        """Return the HTML of inline text in balanced lines."""
        words = self._inline.words(elements)
        if any(word.is_break for word in words):
            return join_words(words)
        texts = [word.text for word in words]
        return join_words(words, balanced_breaks(texts, self._fonts, style, measure_mm))

    def blocks(self, elements: Iterable[Element]) -> Markup:
        """Return the HTML of blocks."""
        return Markup("\n").join(self._block(element) for element in elements)

    def step(self, step: StepView, *, run_in: bool) -> Markup:
        """Return the HTML of a step: its lead-in on a line of its own, or run into the text."""
        first, *others = step.blocks or (None,)
        lead_in = self.inline(step.lead_in)
        text = Markup("")
        rest = list(others)
        if first is not None and is_words(first):
            gap = Markup(" ") if run_in else Markup(" <br>")
            text = gap + self.inline(first.children, paragraph=True)
        elif first is not None:
            rest.insert(0, first)
        colon = ":" if run_in and text else ""
        span = step.lead_in[0].span if step.lead_in else first.span if first else None
        anchor = self.anchor(step.anchor, span) if span else step.anchor
        paragraph = Markup('<p id="{}"><strong class="steps__lead">{}{}</strong>{}</p>').format(
            anchor, lead_in, colon, text
        )
        return paragraph + Markup("\n") + self.blocks(rest) if rest else paragraph

    def address(self, pieces: Sequence[str], size: float, measure_mm: float) -> Markup:
        """Return the HTML of a printed address, which breaks between its pieces only.

        Args:
            pieces: The address; a piece wider than the column may break anywhere.
            size: Font size in points.
            measure_mm: Width of the column in millimetres.
        """
        widest = measure_mm * POINTS_PER_MM
        return Markup("").join(
            Markup('<span class="{}">{}</span>').format(
                "unbroken"
                if self._fonts.width_pt(piece, TEXT_FAMILY, 400, size) <= widest
                else "anywhere",
                piece,
            )
            for piece in pieces
        )

    def anchor(self, anchor: str, span: Span) -> str:
        """Return a unique id and note where it leads back to."""
        return self._collector.claim(anchor, span)

    def heading_anchor(self, anchor: str, heading: Sequence[Element]) -> str:
        """Return the id of a heading that may have come from the catalog and have no place."""
        return self.anchor(anchor, heading[0].span) if heading else anchor

    def _id(self, element: Element) -> str:
        place = element.span.start
        return self.anchor(f"{self._slug}-{place.line}-{place.column}", element.span)

    def _block(self, element: Element) -> Markup:
        name = _BLOCKS.get(element.kind)
        if name is None:
            # Inline text that stands among blocks.
            return self.inline((element,))
        writer: Callable[[Element], Markup] = getattr(self, name)
        return writer(element)

    def _opening(self, tag: str, element: Element, name: str = "") -> Markup:
        """Return the opening tag of a block with its id, claimed before those of its children."""
        attribute = Markup(' class="{}"').format(name) if name else Markup("")
        return Markup('<{} id="{}"{}>').format(
            Markup(tag),  # noqa: S704 - names of ours
            self._id(element),
            attribute,
        )

    def _container(self, tag: str, element: Element, name: str = "") -> Markup:
        """Return a block that holds blocks."""
        opening = self._opening(tag, element, name)
        return opening + self.blocks(element.children) + _closing(tag)

    def _paragraph(self, element: Element) -> Markup:
        images = lone_images(element)
        if images:
            return Markup("\n").join(self._illustration(image) for image in images)
        text = self.inline(element.children, paragraph=True)
        return self._opening("p", element) + text + _closing("p")

    def _illustration(self, lone: LoneImage) -> Markup:
        placed = self._collector.image(lone.image.get("src"), lone.image.span)
        if placed is None:
            return Markup("")
        if is_decoration(lone.image):
            return self._opening("div", lone.image, "decoration") + decoration(placed)
        caption = Markup("")
        if lone.image.get("title").strip() or lone.notes:
            words = text_elements(lone.image.get("title").strip(), lone.image.span)
            caption = self.inline((*words, *lone.notes))
        opening = self._opening("figure", lone.image, "illustration")
        return opening + illustration(placed, alternative_text(lone.image), caption)

    def _heading(self, element: Element) -> Markup:
        # Headings that structure the study are written by templates. One inside a quote or a list
        # would skip levels there, so it is set as a paragraph of its own.
        strong = Markup("<strong>{}</strong>").format(self.inline(element.children))
        return self._opening("p", element, "minor-heading") + strong + _closing("p")

    def _bullet_list(self, element: Element) -> Markup:
        return self._container("ul", element, "list")

    def _ordered_list(self, element: Element) -> Markup:
        start = int(element.get("start") or 1)
        last = start + len(element.children) - 1
        name = "list list--numbered" + (" list--wide" if last >= _TEN else "")
        opening = Markup('<ol id="{}" class="{}" style="counter-reset: list-item {}" start="{}">')
        opening = opening.format(self._id(element), name, start - 1, start)
        return opening + self.blocks(element.children) + _closing("ol")

    def _item(self, element: Element) -> Markup:
        return self._opening("li", element) + self._item_inside(element) + _closing("li")

    def _item_inside(self, element: Element) -> Markup:
        """Write what a list item contains; its first paragraph shares the marker's line."""
        first, *others = element.children or (None,)
        inside = Markup("")
        if first is not None and is_words(first):
            inside = self.inline(first.children, paragraph=True)
        elif first is not None:
            inside = self._block(first)
        if others:
            inside += Markup("\n") + self.blocks(others)
        return inside

    def _quote(self, element: Element) -> Markup:
        return self._container("blockquote", element)

    def _code_block(self, element: Element) -> Markup:
        text = element.text.rstrip("\n")
        is_short = text.count("\n") < _SHORT_CODE and len(text) < _SHORT_CODE * _CODE_LINE
        code = Markup("<code>{}</code>").format(text)
        return (
            self._opening("pre", element, "is-whole" if is_short else "") + code + _closing("pre")
        )

    def _table(self, element: Element) -> Markup:
        name = "table" if has_room(element, self._fonts) else "table table--wide"
        return self._container("table", element, name)

    def _table_head(self, element: Element) -> Markup:
        return Markup("<thead>{}</thead>").format(self.blocks(element.children))

    def _table_body(self, element: Element) -> Markup:
        return Markup("<tbody>{}</tbody>").format(self.blocks(element.children))

    def _row(self, element: Element) -> Markup:
        return self._container("tr", element)

    def _cell(self, element: Element) -> Markup:
        align = element.get("align")
        name = f"align-{align}" if align in _ALIGNMENTS else "align-left"
        text = self.inline(element.children)
        if element.kind is Kind.HEADER_CELL:
            return Markup('<th scope="col" class="{}">{}</th>').format(name, text)
        return Markup('<td class="{}">{}</td>').format(name, text)

    def _separator(self, element: Element) -> Markup:
        return self._opening("hr", element)

    def _definition_list(self, element: Element) -> Markup:
        return self._container("dl", element)

    def _term(self, element: Element) -> Markup:
        return self._opening("dt", element) + self.inline(element.children) + _closing("dt")

    def _definition(self, element: Element) -> Markup:
        return self._container("dd", element)

    def _footnotes(self, element: Element) -> Markup:
        return self._container("ol", element, "list list--numbered list--notes")

    def _footnote(self, element: Element) -> Markup:
        # References lead to a note by its number, not by its place in the source.
        anchor = self.anchor(note_id(self._slug, element.get("number")), element.span)
        return Markup('<li id="{}">{}</li>').format(anchor, self._item_inside(element))


def _closing(tag: str) -> Markup:
    return Markup("</{}>").format(Markup(tag))  # noqa: S704 - names of ours


_BLOCKS: Final[Mapping[Kind, str]] = {
    Kind.PARAGRAPH: "_paragraph",
    Kind.HEADING: "_heading",
    Kind.BULLET_LIST: "_bullet_list",
    Kind.ORDERED_LIST: "_ordered_list",
    Kind.ITEM: "_item",
    Kind.QUOTE: "_quote",
    Kind.CODE_BLOCK: "_code_block",
    Kind.TABLE: "_table",
    Kind.TABLE_HEAD: "_table_head",
    Kind.TABLE_BODY: "_table_body",
    Kind.ROW: "_row",
    Kind.HEADER_CELL: "_cell",
    Kind.CELL: "_cell",
    Kind.SEPARATOR: "_separator",
    Kind.DEFINITION_LIST: "_definition_list",
    Kind.TERM: "_term",
    Kind.DEFINITION: "_definition",
    Kind.FOOTNOTES: "_footnotes",
    Kind.FOOTNOTE: "_footnote",
}
