"""Inline text: elements become HTML that breaks its lines where it should.

A space directly before an inline tag makes WeasyPrint 70 end the line far too early now and then,
and a no-break space there does the same. So the space goes inside the tag, and words that hold
together across a tag are put into one group.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from markupsafe import Markup, escape

from casedoc.content.lone_images import alternative_text, is_decoration
from casedoc.markup.words import (
    LINE_BREAK,
    NEUTRAL,
    UNBROKEN,
    Piece,
    Word,
    Wrapper,
    settled,
    split_words,
)
from casedoc.source.element import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedoc.markup.collector import PageCollector
    from casedoc.source.element import Element


_TAGS: Final = {
    Kind.STRONG: "strong",
    Kind.EMPHASIS: "em",
    Kind.CODE: "code",
    Kind.SUBSCRIPT: "sub",
    Kind.SUPERSCRIPT: "sup",
    Kind.KEYBOARD: "kbd",
    Kind.MARK: "mark",
}


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
        return tuple(split_words(self._pieces(elements, ())))

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
                yield Piece(element.text, (*wrappers, *self._wrapper(element, wrappers)))
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
        placed = self._collector.image(element.get("src"), element.span)
        if placed is None:
            return
        if is_decoration(element):
            html = Markup('<span class="inline-decoration" style="{}"></span>').format(
                f"--ratio: {placed.picture.ratio:.4f}; background-image: url({placed.address})"
            )
        else:
            html = Markup('<img class="inline-image" src="{}" alt="{}">').format(
                placed.address, alternative_text(element)
            )
        yield Piece("", wrappers, html)

    def _reference(self, element: Element, wrappers: tuple[Wrapper, ...]) -> Piece:
        number = element.get("number")
        link = Wrapper("a", (("href", f"#{note_id(self._slug, number)}"),), id(element))
        return Piece(number, (*wrappers, Wrapper("sup", (("class", "note-mark"),)), link))


def note_id(slug: str, number: str) -> str:
    """Return the id of a footnote."""
    return f"{slug}-note-{number}"


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
        writer.add(settled(word, is_last=is_last))
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
