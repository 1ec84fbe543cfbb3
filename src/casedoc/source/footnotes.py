"""Footnotes: defined anywhere, numbered and printed in the order in which the text refers to them.

*Why* not the parser's own collecting: it forgets where a footnote stands, drops one that is defined
twice or refers to nothing in silence, and loses words where one is defined inside another.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.span import Span
from casedoc.source.element import Element, Kind
from casedoc.source.inline import InlineBuilder
from casedoc.source.places import InlinePlaces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Footnotes:
    """The footnotes of one body."""

    def __init__(self, path: str) -> None:
        """Prepare for one file."""
        self._path = path
        self._defined: dict[str, Element] = {}

    def define(self, note: Element, diagnostics: list[Diagnostic]) -> None:
        """Keep a footnote under its label; a label that is taken is a complaint.

        Args:
            note: The footnote, its label among the attributes.
            diagnostics: Takes `FOOTNOTE_TWICE`.
        """
        label = note.get("label")
        first = self._defined.setdefault(label, note)
        if first is not note:
            message = f"footnote `{label}` is defined twice"
            related = (Related("first defined here", _mark(first)),)
            hint = "give it another name"
            found = Diagnostic(Code.FOOTNOTE_TWICE, message, _mark(note), hint, related)
            diagnostics.append(found)

    def collect(
        self,
        environment: Mapping[str, Any],
        blocks: Iterable[Element],
        diagnostics: list[Diagnostic],
    ) -> tuple[Element, ...]:
        """Return all footnotes that are referred to as one block, or nothing.

        Args:
            environment: What the parser knows of footnotes, by number.
            blocks: The text, which tells where inline footnotes stand.
            diagnostics: Takes `FOOTNOTE_UNUSED`.
        """
        known = environment.get("footnotes", {})
        for label, note in self._defined.items():
            if known["refs"].get(f":{label}", -1) < 0:
                message = f"footnote `{label}` is never referred to and is not printed"
                hint = f"refer to it by `[^{label}]`, or remove it"
                diagnostics.append(Diagnostic(Code.FOOTNOTE_UNUSED, message, _mark(note), hint))
        places = _places((*blocks, *self._defined.values()))
        notes: list[Element] = []
        for index, told in known.get("list", {}).items():
            number = str(index + 1)
            if "tokens" in told:
                # None stands in the text where it is part of an image's alternative text.
                place = places.get(number, Span.of_file(self._path))
                note = _inline_note(told, place, diagnostics)
                # An inline footnote may hold further ones.
                places.update(_places((note,)))
            else:
                note = self._defined[told["label"]]
            notes.append(replace(note, attributes={"number": number}))
        return (Element(Kind.FOOTNOTES, notes[0].span, "", tuple(notes)),) if notes else ()


def _mark(note: Element) -> Span:
    """Return where the label of a footnote stands."""
    span = note.span
    return Span.within(span.path, span.line, span.column, len(note.get("label")) + len("[^]"))


def _places(elements: Iterable[Element]) -> dict[str, Span]:
    """Return where each footnote is first referred to, by its number."""
    found: dict[str, Span] = {}
    for element in elements:
        for part in element.walk():
            if part.kind is Kind.FOOTNOTE_REFERENCE:
                found.setdefault(part.get("number"), part.span)
    return found


def _inline_note(told: Mapping[str, Any], span: Span, diagnostics: list[Diagnostic]) -> Element:
    places = InlinePlaces.behind(told["content"], span)
    children = InlineBuilder(places, diagnostics).build(told["tokens"])
    paragraph = Element(Kind.PARAGRAPH, span, "", children)
    return Element(Kind.FOOTNOTE, span, "", (paragraph,))
