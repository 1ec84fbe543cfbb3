"""The texts of a case study that are printed, as their author wrote them, each with its place.

*Why*: typography looks at whole paragraphs, across bold and links. What it finds there, or would
correct, must find its way back to the very characters of the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from casedoc.base.span import Lines, Position, Span
from casedoc.content.keys import known_fields
from casedoc.locale.characters import OBJECT
from casedoc.locale.typography import Run
from casedoc.source.element import INLINE_LEAVES, Element, Kind, plain_text
from casedoc.source.spelling import spelling
from casedoc.source.values import Mapping, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Sequence as AnySequence

    from casedoc.source.source import Source

PRINTED_TEXTS: Final = (
    "title", "short-title", "subtitle", "summary", "category", "industry", "role",
)  # fmt: skip
"""Fields of front matter that are printed as text."""
PRINTED_INSIDE: Final = {
    "metrics": ("label", "context", "reference"),
    "links": ("label", "note"),
    "image": ("caption",),
    "figures": ("caption",),
    "cv": ("title", "results", "bullets"),
}
"""Fields inside which there are printed texts, and how these are called."""

_TEXT_BLOCKS = frozenset(
    {Kind.PARAGRAPH, Kind.HEADING, Kind.CELL, Kind.HEADER_CELL, Kind.TERM, Kind.DEFINITION}
)
_OUTER_BLOCKS = _TEXT_BLOCKS | {Kind.BULLET_LIST, Kind.ORDERED_LIST, Kind.QUOTE}
_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|\S+@\S+\.\w+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage that is set in one way."""

    text: str
    """What it reads."""
    protected: bool
    """Whether it is printed as it stands: code, addresses."""
    span: Span
    """Where it stands."""
    written: str
    """What stands there."""
    places: AnySequence[int]
    """Where each character of the text stands in `written`, and where the last one ends; none
    where that can't be told."""

    def place(self, start: int, end: int) -> Span:
        """Return where a part of the text stands; the place of all where that can't be told."""
        if self.places:
            return self._span(self.places[start], self.places[end])
        # Only white space is written otherwise in a value that runs over several lines.
        words = re.compile(r"\s+".join(map(re.escape, self.text[start:end].split())))
        number = sum(1 for _ in words.finditer(self.text, 0, start))
        found = [match.span() for match in words.finditer(self.written) if match[0]]
        return self._span(*found[number]) if number < len(found) else self.span

    def is_literal(self, start: int, end: int) -> bool:
        """Tell whether a part of the text is written just as it reads."""
        if not self.places:
            return False
        return self.written[self.places[start] : self.places[end]] == self.text[start:end]

    def _span(self, start: int, end: int) -> Span:
        return Span(self.span.path, self._position(start), self._position(end))

    def _position(self, at: int) -> Position:
        before = self.written[:at]
        lines = before.count("\n")
        if not lines:
            return Position(self.span.line, self.span.column + at)
        return Position(self.span.line + lines, at - before.rindex("\n"))


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph, heading, table cell or value of the front matter."""

    pieces: tuple[Piece, ...]
    """All of its text in order."""

    @property
    def visible(self) -> str:
        """The whole text, with an object character for each one that no rule may see."""
        return "".join(
            OBJECT * len(piece.text) if piece.protected else piece.text for piece in self.pieces
        )

    @property
    def runs(self) -> tuple[Run, ...]:
        """The pieces as typography takes them."""
        return tuple(Run(piece.text, piece.protected) for piece in self.pieces)

    def place(self, start: int, end: int) -> Span:
        """Return where a part of the whole text stands."""
        spans = []
        for piece, behind in zip(self.pieces, self._ends(), strict=True):
            first = max(start - behind + len(piece.text), 0)
            last = min(end - behind, 0) + len(piece.text)
            if first < last:
                spans.append(piece.place(first, last))
        return Span(spans[0].path, spans[0].start, spans[-1].end)

    def _ends(self) -> Iterable[int]:
        return accumulate(len(piece.text) for piece in self.pieces)


def passages_of(source: Source) -> tuple[Passage, ...]:
    """Return all printed texts of a file, front matter first.

    Not among them are typed values (dates, amounts, figures), and names: clients, technologies.
    """
    written = _Written(source.text)
    texts = [written.scalar(scalar) for scalar in printed_scalars(known_fields(source.fields)[0])]
    texts += [written.paragraph(block) for block in paragraphs(source.blocks)]
    return tuple(passage for passage in texts if passage.pieces)


def paragraphs(blocks: Iterable[Element]) -> Iterator[Element]:
    """Yield the blocks that consist of text, however deep they stand."""
    for block in blocks:
        if holds_text(block):
            yield block
        else:
            yield from paragraphs(block.children)


def holds_text(element: Element) -> bool:
    """Tell whether an element consists of text, rather than of further blocks."""
    is_inner = not any(child.kind in _OUTER_BLOCKS for child in element.children)
    return element.kind in _TEXT_BLOCKS and is_inner


def leaves(
    elements: tuple[Element, ...], *, in_address: bool = False
) -> Iterator[tuple[str, bool, Element]]:
    """Yield the text of each leaf as typography sees it, whether it must stay as it is, and it.

    Args:
        elements: Inline elements.
        in_address: Whether they are inside a link whose words are its address.
    """
    for element in elements:
        if element.kind is Kind.TEXT:
            yield element.text, in_address, element
        elif element.kind is Kind.SOFT_BREAK:
            yield " ", False, element
        elif element.kind is Kind.HARD_BREAK:
            yield "\n", True, element
        elif element.kind in INLINE_LEAVES:
            yield element.text, True, element
        else:
            is_address = element.kind is Kind.LINK and bool(
                _ADDRESS.fullmatch(plain_text(element.children))
            )
            yield from leaves(element.children, in_address=in_address or is_address)


class _Written:
    """A file's text, from which places are cut out."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lines = Lines(text)

    def scalar(self, scalar: Scalar) -> Passage:
        """Return a value of the front matter."""
        written = self._at(scalar.span)
        places = _places_in_value(written, scalar.text)
        return Passage(
            (Piece(scalar.text, protected=False, span=scalar.span, written=written, places=places),)
        )

    def paragraph(self, block: Element) -> Passage:
        """Return a block of text."""
        return Passage(tuple(self._piece(*leaf) for leaf in leaves(block.children)))

    def _piece(self, text: str, protected: bool, leaf: Element) -> Piece:  # noqa: FBT001
        written = self._at(leaf.span)
        places: AnySequence[int] = ()
        if written == text:
            places = range(len(text) + 1)
        elif leaf.kind is Kind.TEXT:
            places = spelling(written, text)
        is_whole = bool(places) and places[-1] == len(written)
        return Piece(text, protected, leaf.span, written, places if is_whole else ())

    def _at(self, span: Span) -> str:
        return self._text[self._lines.offset(span.start) : self._lines.offset(span.end)]


def _places_in_value(written: str, text: str) -> AnySequence[int]:
    """Return where each character of a value stands, where it is written plainly or in quotes."""
    if written == text:
        return range(len(text) + 1)
    inner = written[1:-1]
    if inner == text:
        return range(1, len(text) + 2)
    if written.startswith("'") and inner.replace("''", "'") == text:
        return tuple(accumulate((2 if character == "'" else 1 for character in text), initial=1))
    return ()


def printed_scalars(fields: Mapping) -> Iterator[Scalar]:
    """Yield the values that are printed as text, of fields under their own names."""
    for pair in fields.pairs:
        if pair.key in PRINTED_TEXTS:
            yield from _scalars(pair.value)
        elif pair.key in PRINTED_INSIDE:
            given = pair.value.items if isinstance(pair.value, Sequence) else (pair.value,)
            for one in given:
                if isinstance(one, Mapping):
                    for inner in one.pairs:
                        if inner.key in PRINTED_INSIDE[pair.key]:
                            yield from _scalars(inner.value)


def _scalars(value: Value) -> Iterator[Scalar]:
    if isinstance(value, Scalar) and not value.is_null:
        yield value
    elif isinstance(value, Sequence):
        for item in value.items:
            yield from _scalars(item)
