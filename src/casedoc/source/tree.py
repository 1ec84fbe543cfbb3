"""Block tokens become elements with places."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.source.element import Element, Kind
from casedoc.source.footnotes import Footnotes
from casedoc.source.foreign_syntax import module_lines
from casedoc.source.inline import InlineBuilder, attributes_of, too_deep
from casedoc.source.markdown import DEEPEST, parse, parse_inline
from casedoc.source.places import BodyPlaces
from casedoc.source.tables import long_rows

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_BLOCKS: Final = {
    "paragraph_open": Kind.PARAGRAPH,
    "heading_open": Kind.HEADING,
    "bullet_list_open": Kind.BULLET_LIST,
    "ordered_list_open": Kind.ORDERED_LIST,
    "list_item_open": Kind.ITEM,
    "blockquote_open": Kind.QUOTE,
    "table_open": Kind.TABLE,
    "thead_open": Kind.TABLE_HEAD,
    "tbody_open": Kind.TABLE_BODY,
    "tr_open": Kind.ROW,
    "th_open": Kind.HEADER_CELL,
    "td_open": Kind.CELL,
    "dl_open": Kind.DEFINITION_LIST,
    "dt_open": Kind.TERM,
    "dd_open": Kind.DEFINITION,
    "footnote_reference_open": Kind.FOOTNOTE,
}
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_ALIGNMENT = re.compile(r"text-align:\s*(\w+)")


@dataclass(slots=True)
class _Open:
    """A block whose end has not come yet."""

    kind: Kind
    span: Span
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)


def read_body(body: str, path: str, first_line: int) -> Outcome[tuple[Element, ...]]:
    """Parse a Markdown body.

    Args:
        body: The text below the front matter.
        path: Path of its file.
        first_line: Line of the file on which it begins, counted from 1.

    Returns:
        Its blocks, footnotes last; with `RAW_HTML`, `NESTED_TOO_DEEP`, `TABLE_CELLS`,
        `FOOTNOTE_UNUSED` and `FOOTNOTE_TWICE`, and the codes of foreign markup, from `SHORTCODE` to
        `OTHER_MARKDOWN`.
    """
    environment: dict[str, object] = {}
    places = BodyPlaces(path, body, first_line)
    builder = _BlockBuilder(places, environment)
    for token in parse(body, environment):
        if token.level >= DEEPEST:
            return Outcome(None, (too_deep(builder.place(token)),))
        builder.add(token)
    builder.diagnostics.extend(module_lines(body, path, first_line))
    builder.diagnostics.extend(long_rows(environment, places))
    notes = builder.footnotes.collect(environment, builder.blocks, builder.diagnostics)
    return Outcome((*builder.blocks, *notes), tuple(builder.diagnostics))


class _BlockBuilder:
    """Builds the tree of blocks."""

    def __init__(self, places: BodyPlaces, environment: dict[str, object]) -> None:
        self._places = places
        self._environment = environment
        self._open: list[_Open] = []
        self.footnotes = Footnotes(places.path)
        self.blocks: list[Element] = []
        self.diagnostics: list[Diagnostic] = []

    def place(self, token: Token) -> Span:
        """Return where a block stands; where its parent stands if the parser does not tell."""
        known = self._places.block(token.map)
        if known is not None:
            return known
        return self._open[-1].span if self._open else Span.of_file(self._places.path)

    def add(self, token: Token) -> None:
        """Take the next token."""
        if token.type in _BLOCKS:
            self._begin(token)
        elif token.nesting < 0 and self._open:
            done = self._open.pop()
            block = Element(done.kind, done.span, "", tuple(done.children), done.attributes)
            if done.kind is Kind.FOOTNOTE:
                self.footnotes.define(block, self.diagnostics)
            else:
                self._put(block)
        elif token.type == "inline":
            self._inline(token, token.content, token.children or ())
        elif token.type in {"fence", "code_block"}:
            text = token.content.removesuffix("\n")
            attributes = {**attributes_of(token), "info": token.info.strip()}
            self._put(Element(Kind.CODE_BLOCK, self.place(token), text, (), attributes))
        elif token.type == "hr":
            self._put(Element(Kind.SEPARATOR, self.place(token)))
        elif token.type == "html_block":
            self._html_block(token)

    def _begin(self, token: Token) -> None:
        attributes = attributes_of(token)
        place = self.place(token)
        if token.type == "heading_open":
            attributes["level"] = token.tag[1:]
        elif token.type == "paragraph_open" and token.hidden and len(self._open) > 1:
            self._open[-2].attributes["tight"] = "yes"
        elif token.type == "footnote_reference_open":
            attributes["label"] = token.meta["label"]
            place = self._places.pass_over(place, f"[^{attributes['label']}]:")
        if (alignment := _ALIGNMENT.search(attributes.pop("style", ""))) is not None:
            attributes["align"] = alignment[1]
        self._open.append(_Open(_BLOCKS[token.type], place, attributes))

    def _inline(self, token: Token, content: str, children: Sequence[Token]) -> None:
        places = self._places.inline(content, token.map, self.place(token))
        for element in InlineBuilder(places, self.diagnostics).build(children):
            self._put(element)

    def _html_block(self, token: Token) -> None:
        """Comments are dropped; harmless tags are read as a paragraph; the rest is refused."""
        # Behind the last end of a comment the pattern would look for another one in vain, each time
        # to the end of the text.
        closed, end, rest = token.content.rpartition("-->")
        left = _COMMENT.sub("", closed + end) + rest
        if not left.strip():
            return
        if "<!--" in left:
            message = "an HTML comment is never closed"
            hint = "add `-->`"
            place = self.place(token)
            self.diagnostics.append(Diagnostic(Code.RAW_HTML, message, place, hint))
            return
        self._open.append(_Open(Kind.PARAGRAPH, self.place(token), {}))
        content = token.content.strip("\n")
        self._inline(token, content, parse_inline(content, self._environment))
        done = self._open.pop()
        self._put(Element(done.kind, done.span, "", tuple(done.children)))

    def _put(self, element: Element) -> None:
        (self._open[-1].children if self._open else self.blocks).append(element)
