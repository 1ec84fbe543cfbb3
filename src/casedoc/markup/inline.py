"""Inline text: elements become HTML that breaks its lines where it should.

A space directly before an inline tag makes WeasyPrint 70 end the line far too early now and then,
and a no-break space there does the same. So the space goes inside the tag, and words that hold
together across a tag are put into one group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from casedoc.source.element import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedoc.markup.collector import PageCollector
    from casedoc.source.element import Element

LONGEST_HYPHENATED: Final = 60
"""Characters; hyphenating a longer word takes cubic time and reads like no word anyway."""
SHORTEST_HYPHENATED: Final = 9
"""Characters; shorter words are never hyphenated."""

_TECHNICAL: Final = re.compile(r"[^\W\d_][A-Z]|\d")
"""An inner capital or a digit: the word looks like the name of a technology."""
_SPACES: Final = re.compile(r"[ \t\n]+")


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

_TAGS: Final = {
    Kind.STRONG: "strong",
    Kind.EMPHASIS: "em",
    Kind.CODE: "code",
    Kind.SUBSCRIPT: "sub",
    Kind.SUPERSCRIPT: "sup",
    Kind.KEYBOARD: "kbd",
    Kind.MARK: "mark",
}


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


LINE_BREAK: Final = Markup("<br>")


class InlineWriter:
    """Writes the inline text of one case study."""

    def __init__(self, slug: str, collector: PageCollector) -> None:
        """Write for the study `slug` and note images in `collector`."""
        self._slug = slug
        self._collector = collector

    def write(self, elements: Sequence[Element], *, is_paragraph: bool = False) -> Markup:
        """Return the HTML of inline elements.

        Args:
            elements: What to print.
            is_paragraph: Whether they are a whole paragraph, whose last word is not hyphenated.
        """
        words = self.words(elements)
        return join_words(words, keep_last_whole=is_paragraph)

    def words(self, elements: Sequence[Element]) -> tuple[Word, ...]:
        """Return the words of inline elements."""
        return tuple(_split_words(self._pieces(elements, ())))

    def _pieces(
        self, elements: Iterable[Element], wrappers: tuple[Wrapper, ...]
    ) -> Iterator[Piece]:
        """Yield the text of elements with the tags around it."""
        for element in elements:
            if element.kind is Kind.TEXT:
                yield Piece(element.text, wrappers)
            elif element.kind is Kind.SOFT_BREAK:
                yield Piece(" ", wrappers)
            elif element.kind is Kind.HARD_BREAK:
                yield Piece("", (), LINE_BREAK)
            elif element.kind is Kind.IMAGE:
                yield from self._image(element, wrappers)
            elif element.kind is Kind.CODE:
                yield Piece(element.text, (*wrappers, Wrapper("code", key=id(element))))
            elif element.kind is Kind.FOOTNOTE_REFERENCE:
                yield self._reference(element, wrappers)
            else:
                yield from self._pieces(
                    element.children, (*wrappers, *self._wrapper(element, wrappers))
                )

    def _wrapper(self, element: Element, outer: tuple[Wrapper, ...]) -> tuple[Wrapper, ...]:
        """Return the tag an element puts around its text, if any."""
        if element.kind is Kind.LINK:
            return (Wrapper("a", (("href", element.get("href")),), id(element)),)
        if element.kind is Kind.ABBREVIATION:
            return (Wrapper("abbr", (("title", element.get("title")),), id(element)),)
        if element.kind is Kind.NO_BREAK:
            is_inside = any(wrapper.is_unbroken for wrapper in outer)
            return () if is_inside else (replace(UNBROKEN, key=id(element)),)
        tag = _TAGS.get(element.kind)
        if tag is None:
            return ()
        # *Source:* ISO 14289-1, 7.18.5: a link element holds its text and nothing else.
        if any(wrapper.tag == "a" for wrapper in outer):
            return (Wrapper("span", (("class", f"is-{tag}"),), id(element)),)
        return (Wrapper(tag, (), id(element)),)

    def _image(self, element: Element, wrappers: tuple[Wrapper, ...]) -> Iterator[Piece]:
        address = self._collector.image(element.get("src"), element.span)
        if address is not None:
            html = Markup('<img class="inline-image" src="{}" alt="{}">').format(
                address, alternative_text(element)
            )
            yield Piece("", wrappers, html)

    def _reference(self, element: Element, wrappers: tuple[Wrapper, ...]) -> Piece:
        number = element.get("number")
        link = Wrapper("a", (("href", f"#{note_id(self._slug, number)}"),), id(element))
        return Piece(number, (*wrappers, Wrapper("sup", (("class", "note-mark"),)), link))


def note_id(slug: str, number: str) -> str:
    """Return the id of a footnote."""
    return f"{slug}-note-{number}"


def alternative_text(image: Element) -> str:
    """Return what stands for an image where it can't be seen.

    *Source:* ISO 14289-1, 7.3: an image without alternative text is not accessible, so the caption
    or the file's name steps in.
    """
    stem = image.get("src").rsplit("/", 1)[-1].rsplit(".", 1)[0]
    return image.text.strip() or image.get("title").strip() or stem


def join_words(
    words: Sequence[Word], breaks: Sequence[int] = (), *, keep_last_whole: bool = False
) -> Markup:
    """Return the HTML of words with spaces between them.

    Args:
        words: What to print.
        breaks: Indexes of the words that begin a new line.
        keep_last_whole: Whether the last word must not be hyphenated.
    """
    writer = _TagWriter()
    for index, word in enumerate(words):
        if word.is_break:
            writer.end_line()
            continue
        if index in breaks:
            writer.end_line()
        is_last = keep_last_whole and index == len(words) - 1
        writer.add(_settled(word, is_last=is_last))
    return writer.finish()


class _TagWriter:
    """Opens and closes tags, and keeps each space off the tag that follows it."""

    def __init__(self) -> None:
        self._parts: list[Markup] = []
        self._open: tuple[Wrapper, ...] = ()
        self._space = False

    def add(self, word: Word) -> None:
        """Print a word, after a space unless it begins a line."""
        for piece in word.pieces:
            self._turn_to(piece.wrappers)
            self._flush_space()
            self._parts.append(escape(piece.text) if piece.html is None else piece.html)
        self._space = True

    def end_line(self) -> None:
        """Begin a new line; the space before it keeps extracted words apart."""
        self._turn_to(())
        self._parts.append(Markup(" ") + LINE_BREAK)
        self._space = False

    def finish(self) -> Markup:
        """Close all tags and return the text."""
        self._space = False
        self._turn_to(())
        return Markup("").join(self._parts)

    def _turn_to(self, wanted: tuple[Wrapper, ...]) -> None:
        """Close and open tags until exactly those of `wanted` are open."""
        shared = 0
        while shared < min(len(wanted), len(self._open)) and wanted[shared] == self._open[shared]:
            shared += 1
        for wrapper in reversed(self._open[shared:]):
            self._parts.append(wrapper.closing)
            if wrapper.is_unbroken:
                self._parts.append(NEUTRAL.closing)
        for wrapper in wanted[shared:]:
            if wrapper.is_unbroken:
                # The space before it must stay a place where the line may end.
                self._parts.append(NEUTRAL.opening)
                self._flush_space()
            self._parts.append(wrapper.opening)
            self._flush_space()
        self._open = wanted

    def _flush_space(self) -> None:
        if self._space:
            self._parts.append(Markup(" "))
            self._space = False


def _split_words(pieces: Iterable[Piece]) -> Iterator[Word]:
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


def _settled(word: Word, *, is_last: bool) -> Word:
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
