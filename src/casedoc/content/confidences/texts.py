"""Edits to a text that consists of several elements."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.locale.characters import OBJECT
from casedoc.source.element import INLINE_LEAVES, Element, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.content.confidences.mentions import Edit


def leaf_text(element: Element) -> str:
    """Return the stretch of a leaf: its text, or one character for what has none."""
    if element.kind in INLINE_LEAVES:
        return element.text
    return " " if element.kind in {Kind.SOFT_BREAK, Kind.HARD_BREAK} else OBJECT


def flat(elements: Sequence[Element]) -> str:
    """Return inline elements as one text, a stretch for each leaf; code and values are hidden."""
    return "".join(flat(one.children) if one.children else _seen(one) for one in elements)


def _seen(element: Element) -> str:
    text = leaf_text(element)
    return OBJECT * len(text) if element.kind in {Kind.CODE, Kind.VALUE} else text


def edited(elements: Sequence[Element], edits: Sequence[Edit]) -> tuple[Element, ...]:
    """Return inline elements with edits made to their text.

    What an edit puts in goes into the element in which it begins; an element of which nothing is
    left goes.

    Args:
        elements: The elements.
        edits: Changes to what `flat` returns, in order, none overlapping another.
    """
    return _Editing(edits).elements(elements)


class _Editing:
    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._at = 0

    def elements(self, elements: Sequence[Element]) -> tuple[Element, ...]:
        kept = []
        for element in elements:
            if element.children:
                children = self.elements(element.children)
                if children:
                    kept.append(element.with_children(children))
            elif (leaf := self._leaf(element)) is not None:
                kept.append(leaf)
        return tuple(kept)

    def _leaf(self, element: Element) -> Element | None:
        text, start = leaf_text(element), self._at
        end = self._at = start + len(text)
        touching = [
            one
            for one in self._edits
            if one.start < end and (start < one.end or start <= one.start)
        ]
        if not touching:
            return element
        if element.kind not in INLINE_LEAVES:
            return self._without_text(element, touching, start, end)
        made, at = "", start
        for one in touching:
            made += text[at - start : max(one.start, start) - start]
            made += one.text if start <= one.start else ""
            at = min(one.end, end)
        made += text[at - start :]
        return replace(element, text=made) if made else None

    @staticmethod
    def _without_text(
        element: Element, touching: Sequence[Edit], start: int, end: int
    ) -> Element | None:
        """Return a break or an image, unless it lies within what is replaced."""
        for one in touching:
            if one.start == start:
                # The article before the name was the last word of a line, or an image before it.
                return Element(Kind.TEXT, element.span, one.text)
            if one.start < start and end <= one.end and element.kind is not Kind.IMAGE:
                return None
        return element
