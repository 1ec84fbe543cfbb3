"""Words and the tags around them: what may be divided, and where a line may end."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LONGEST_HYPHENATED: Final = 60
"""Characters; hyphenating a longer word takes cubic time and reads like no word anyway."""
SHORTEST_HYPHENATED: Final = 9
"""Characters; shorter words are never hyphenated."""

_TECHNICAL: Final = re.compile(r"[^\W\d_][A-Z]|\d")
"""An inner capital or a digit: the word looks like the name of a technology."""
_SPACES: Final = re.compile(r"[ \t\n]+")

LINE_BREAK: Final = Markup("<br>")
"""A forced end of line."""


@dataclass(frozen=True, slots=True)
class Wrapper:
    """A tag around a stretch of text."""

    tag: str
    """Name of the tag."""
    attributes: tuple[tuple[str, str], ...] = ()
    """Attributes in order."""
    key: int = 0
    """Tells two neighbouring elements of one kind apart."""

    @property
    def opening(self) -> Markup:
        """Return the opening tag, everything escaped."""
        attributes = Markup("").join(
            Markup(' {}="{}"').format(name, value) for name, value in self.attributes
        )
        return Markup("<{}{}>").format(Markup(self.tag), attributes)  # noqa: S704 - names of ours

    @property
    def is_unbroken(self) -> bool:
        """Tell whether no line ends inside."""
        return self.attributes == UNBROKEN.attributes

    @property
    def closing(self) -> Markup:
        """Return the closing tag."""
        return Markup("</{}>").format(Markup(self.tag))  # noqa: S704 - names of ours


def _span(name: str) -> Wrapper:
    return Wrapper("span", (("class", name),))


UNBROKEN: Final = _span("unbroken")
"""No line ends inside."""
UNHYPHENATED: Final = _span("unhyphenated")
"""No word is hyphenated inside."""
ANYWHERE: Final = _span("anywhere")
"""A line may end after any character."""
NEUTRAL: Final = Wrapper("span")
"""Means nothing; carries the space before a group that is unbroken."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text inside one set of tags."""

    text: str
    """The text; a space stands for a place where the line may end."""
    wrappers: tuple[Wrapper, ...] = ()
    """The tags around it, outermost first."""
    html: Markup | None = None
    """What is printed instead of the text: an image or a line break."""


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two places where a line may end."""

    pieces: tuple[Piece, ...]
    """Its parts, by the tags around them."""

    @property
    def text(self) -> str:
        """Return its characters."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def is_break(self) -> bool:
        """Tell whether it is a forced end of line."""
        return len(self.pieces) == 1 and self.pieces[0].html == LINE_BREAK


def split_words(pieces: Iterable[Piece]) -> Iterator[Word]:
    """Yield words: what stands between spaces, and forced line breaks."""
    current: list[Piece] = []
    for piece in pieces:
        if piece.html == LINE_BREAK:
            if current:
                yield Word(tuple(current))
            current = []
            yield Word((piece,))
        elif piece.html is not None:
            current.append(piece)
        else:
            for index, text in enumerate(_SPACES.split(piece.text)):
                if index and current:
                    yield Word(tuple(current))
                    current = []
                if text:
                    current.append(replace(piece, text=text))
    if current:
        yield Word(tuple(current))


def settled(word: Word, *, is_last: bool) -> Word:
    """Return a word with the tag that governs how it may be divided."""
    text = word.text
    glued = any(piece.text.endswith("\u00a0") for piece in word.pieces[:-1]) or any(
        piece.text.startswith("\u00a0") for piece in word.pieces[1:]
    )
    if len(text) > LONGEST_HYPHENATED:
        return _inside(word, ANYWHERE, outermost=False)
    if glued and not any(one.is_unbroken for piece in word.pieces for one in piece.wrappers):
        return _inside(word, replace(UNBROKEN, key=id(word)), outermost=True)
    if len(text) >= SHORTEST_HYPHENATED and (is_last or _TECHNICAL.search(text)):
        return _inside(word, UNHYPHENATED, outermost=False)
    return word


def _inside(word: Word, wrapper: Wrapper, *, outermost: bool) -> Word:
    """Return a word inside one more tag."""
    return Word(
        tuple(
            replace(
                piece,
                wrappers=(wrapper, *piece.wrappers) if outermost else (*piece.wrappers, wrapper),
            )
            for piece in word.pieces
        )
    )
