"""Inline tokens become elements: emphasis, links, images, code, and the few harmless tags."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.source.element import Element, Kind
from casedoc.source.foreign_syntax import FOREIGN, complaint, html_hint, shown
from casedoc.source.markdown import DEEPEST
from casedoc.source.roles import INLINE_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

    from casedoc.source.places import InlinePlaces

_OPENING: Final = {
    "strong_open": (Kind.STRONG, "**"),
    "em_open": (Kind.EMPHASIS, "*"),
    "link_open": (Kind.LINK, "["),
    "span_open": (Kind.SPAN, "["),
}
_TAGS: Final = {
    "sub": Kind.SUBSCRIPT,
    "sup": Kind.SUPERSCRIPT,
    "kbd": Kind.KEYBOARD,
    "mark": Kind.MARK,
    "abbr": Kind.ABBREVIATION,
}
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>[^>]*)>\Z", re.DOTALL)
_TITLE = re.compile(r"""title\s*=\s*(?:"([^"]*)"|'([^']*)')""")


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    kind: Kind
    span: Span
    attributes: dict[str, str]
    tag: str = ""
    children: list[Element] = field(default_factory=list)


class InlineBuilder:
    """Builds the elements of one block's text."""

    def __init__(self, places: InlinePlaces, diagnostics: list[Diagnostic]) -> None:
        """Prepare for one block; complaints are added to `diagnostics`."""
        self._places = places
        self._diagnostics = diagnostics
        self._open: list[_Open] = []
        self._done: list[Element] = []

    def build(self, tokens: Sequence[Token]) -> tuple[Element, ...]:
        """Return the elements that the tokens describe."""
        for token in tokens:
            if token.level >= DEEPEST or len(self._open) >= DEEPEST:
                # Nothing is printed where there is an error, so the rest may be left out.
                self._diagnostics.append(too_deep(self._places.here()))
                self._open.clear()
                break
            self._token(token)
        while self._open:
            self._close_open_tag()
        return tuple(self._done)

    def _token(self, token: Token) -> None:
        if token.type in _OPENING:
            kind, mark = _OPENING[token.type]
            span = self._places.next(token.markup or mark)
            self._open.append(_Open(kind, span, attributes_of(token)))
        elif token.type in {"strong_close", "em_close", "link_close", "span_close"}:
            if token.type == "link_close" and token.markup != "autolink":
                self._places.pass_target()
            self._close_markdown()
        elif token.type == "html_inline":
            self._html(token.content)
        elif token.type == FOREIGN:
            self._foreign(token)
        else:
            self._leaf(token)

    def _leaf(self, token: Token) -> None:
        if token.type in {"text", "text_special"}:
            # The parser makes text of escapes and entities, but not in inline footnotes.
            if token.content:
                self._add(Element(Kind.TEXT, self._places.next(token.content), token.content))
        elif token.type == "code_inline":
            span = self._places.next(token.content)
            self._add(Element(Kind.CODE, span, token.content, (), attributes_of(token)))
        elif token.type == INLINE_ROLE:
            span = self._places.next(token.content)
            attributes = {"role": token.meta["name"]}
            self._add(Element(Kind.VALUE, span, token.meta["written"], (), attributes))
        elif token.type == "image":
            span = self._places.next("![")
            self._places.pass_over(token.content)
            self._places.pass_target()
            self._add(Element(Kind.IMAGE, span, _alternative(token), (), attributes_of(token)))
        elif token.type == "softbreak":
            self._add(Element(Kind.SOFT_BREAK, self._places.here()))
        elif token.type == "hardbreak":
            self._add(Element(Kind.HARD_BREAK, self._places.here()))
        elif token.type == "footnote_ref":
            label = token.meta.get("label")
            span = self._places.next(f"[^{label}]" if label else "^[")
            if not label:
                self._places.pass_brackets()
            number = str(int(token.meta["id"]) + 1)
            self._add(Element(Kind.FOOTNOTE_REFERENCE, span, attributes={"number": number}))

    def _html(self, content: str) -> None:
        span = self._places.next(content)
        if content.startswith("<!--"):
            return
        tag = _TAG.match(content)
        name = tag["name"].lower() if tag else ""
        if name == "br":
            self._add(Element(Kind.HARD_BREAK, span))
        elif tag is None or name not in _TAGS:
            message = f"`{shown(content)}` is HTML that can't be printed"
            self._complain(message, span, html_hint(name))
        elif tag["closing"]:
            self._close_tag(name, span)
        elif not tag["rest"].endswith("/"):
            title = _TITLE.search(tag["rest"])
            attributes = {"title": title[1] or title[2] or ""} if title else {}
            self._open.append(_Open(_TAGS[name], span, attributes, name))

    def _foreign(self, token: Token) -> None:
        """Print what belongs to another tool as it was typed, line by line, and say so."""
        lines = [line.strip() for line in token.content.split("\n")]
        spans = [self._places.next(line) for line in lines]
        whole = Span(spans[0].path, spans[0].start, spans[-1].end)
        self._diagnostics.append(complaint(token, whole))
        for number, (line, span) in enumerate(zip(lines, spans, strict=True)):
            if number:
                self._add(Element(Kind.SOFT_BREAK, span))
            self._add(Element(Kind.TEXT, span, line))

    def _close_markdown(self) -> None:
        """End the innermost Markdown element; a tag left open inside it ends with a complaint."""
        while len(self._open) > 1 and self._open[-1].tag:
            self._close_open_tag()
        self._close()

    def _close_open_tag(self) -> None:
        left = self._open[-1]
        if left.tag:
            self._complain(f"`<{left.tag}>` is never closed", left.span, f"add `</{left.tag}>`")
        self._close()

    def _close_tag(self, name: str, span: Span) -> None:
        if self._open and self._open[-1].tag == name:
            self._close()
        else:
            self._complain(f"`</{name}>` closes nothing", span, f"remove it or add `<{name}>`")

    def _close(self) -> None:
        done = self._open.pop()
        self._add(Element(done.kind, done.span, "", tuple(done.children), done.attributes))

    def _add(self, element: Element) -> None:
        (self._open[-1].children if self._open else self._done).append(element)

    def _complain(self, message: str, span: Span, hint: str) -> None:
        self._diagnostics.append(Diagnostic(Code.RAW_HTML, message, span, hint))


def too_deep(span: Span) -> Diagnostic:
    """Return the complaint about what is nested too deeply."""
    message = "quotes, lists or emphasis are nested too deeply to be printed"
    hint = f"at most {DEEPEST // 2} lists, or {DEEPEST} quotes, inside one another"
    return Diagnostic(Code.NESTED_TOO_DEEP, message, span, hint)


def attributes_of(token: Token) -> dict[str, str]:
    """Return a token's attributes as text."""
    return {name: str(value) for name, value in token.attrs.items()}


def _alternative(token: Token) -> str:
    """Return an image's alternative text without its markup."""
    return "".join(
        " " if child.type in {"softbreak", "hardbreak"} else child.content
        for child in token.children or ()
        if child.type != "html_inline"
    )
