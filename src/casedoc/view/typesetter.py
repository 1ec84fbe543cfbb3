"""Typography on text tokens: what was typed becomes what is printed; code and addresses stay."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.content.passages import holds_text, leaves
from casedoc.content.typed_values import as_text
from casedoc.locale.typography import Run, keep_together, typeset, typeset_text
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from casedoc.locale.spec import LocaleSpec


class Typesetter:
    """Sets text in one language."""

    def __init__(self, spec: LocaleSpec) -> None:
        """Prepare for a language."""
        self._spec = spec

    def text(self, text: str) -> str:
        """Return a text of one line, typeset."""
        return typeset_text(_normal(text), self._spec)

    def title(self, text: str) -> str:
        """Return a title, typeset; what belongs together is joined by no-break spaces.

        *Why* not by elements: a title is balanced word by word, and a number and its noun count as
        one word there (DESIGN section 6).
        """
        line = self.text(text)
        for start, end in keep_together(line):
            line = line[:start] + line[start:end].replace(" ", "\u00a0") + line[end:]
        return line

    def inline(
        self, elements: tuple[Element, ...], *, paragraph: bool = False
    ) -> tuple[Element, ...]:
        """Return inline elements typeset, as one text.

        Args:
            elements: The elements; soft line breaks become spaces.
            paragraph: Whether they are a paragraph of running text, whose last short word is
                bound to the one before it.
        """
        # A typed value is text of this language now, and holds together with the words around it.
        softened = tuple(_soften(element, self.text) for element in as_text(elements))
        runs = [Run(text, protected) for text, protected, _leaf in leaves(softened)]
        texts = iter(typeset(runs, self._spec, paragraph_end=paragraph))
        return tuple(part for element in softened for part in _put_back(element, texts))

    def blocks(self, elements: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return blocks with all their text typeset."""
        return tuple(self.block(element) for element in elements)

    def block(self, element: Element) -> Element:
        """Return one block with all its text typeset."""
        if holds_text(element):
            is_paragraph = element.kind is Kind.PARAGRAPH
            return element.with_children(self.inline(element.children, paragraph=is_paragraph))
        return element.with_children(tuple(self.block(child) for child in element.children))


def length_of(elements: tuple[Element, ...]) -> int:
    """Return how many characters a reader meets in blocks or inline elements."""
    return sum(len(part.text) for element in elements for part in element.walk())


def _normal(text: str) -> str:
    """Compose letters and accents; fonts have `ü`, but no `u` with a loose diaeresis."""
    return unicodedata.normalize("NFC", text)


def _soften(element: Element, caption: Callable[[str], str]) -> Element:
    if element.kind is Kind.SOFT_BREAK:
        return Element(Kind.TEXT, element.span, " ")
    if element.kind is Kind.IMAGE:
        titled = {"title": caption(element.get("title"))} if element.get("title") else {}
        return replace(element, attributes={**element.attributes, **titled})
    text = _normal(element.text) if element.kind is Kind.TEXT else element.text
    children = tuple(_soften(child, caption) for child in element.children)
    return replace(element, text=text, children=children)


def _put_back(element: Element, texts: Iterator[str]) -> Iterator[Element]:
    """Yield an element with its typeset text, in stretches that may and that may not break."""
    if element.kind is Kind.TEXT:
        yield from _stretches(replace(element, text=next(texts)))
    elif element.kind in {Kind.CODE, Kind.HARD_BREAK}:
        next(texts)
        yield element
    else:
        children = tuple(part for child in element.children for part in _put_back(child, texts))
        yield element.with_children(children)


def _stretches(element: Element) -> Iterator[Element]:
    at = 0
    for start, end in keep_together(element.text):
        if start > at:
            yield replace(element, text=element.text[at:start])
        inside = replace(element, text=element.text[start:end])
        yield Element(Kind.NO_BREAK, element.span, children=(inside,))
        at = end
    if at < len(element.text):
        yield replace(element, text=element.text[at:])
