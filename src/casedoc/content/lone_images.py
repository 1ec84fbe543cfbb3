"""Which images stand alone, and so are figures with room for a caption, and which say nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

DECORATION: Final = "decoration"
"""The class of images that say nothing."""
_AROUND: Final = frozenset({Kind.LINK, Kind.SPAN, Kind.STRONG, Kind.EMPHASIS, Kind.NO_BREAK})
_BETWEEN: Final = frozenset({Kind.SOFT_BREAK, Kind.HARD_BREAK})


@dataclass(frozen=True, slots=True)
class LoneImage:
    """An image that stands alone in its paragraph, or beside others."""

    image: Element
    """The image."""
    notes: tuple[Element, ...]
    """References to footnotes right behind it, which belong to its caption."""


def lone_images(block: Element) -> tuple[LoneImage, ...]:
    """Return the images of a paragraph that has nothing else; none where it has words."""
    found: list[LoneImage] = []
    if block.kind is not Kind.PARAGRAPH:
        return ()
    for part in _flat(block.children):
        if part.kind is Kind.IMAGE:
            found.append(LoneImage(part, ()))
        elif part.kind is Kind.FOOTNOTE_REFERENCE and found:
            found[-1] = LoneImage(found[-1].image, (*found[-1].notes, part))
        elif part.kind not in _BETWEEN and (part.kind is not Kind.TEXT or part.text.strip()):
            return ()
    return tuple(found)


def is_words(block: Element) -> bool:
    """Tell whether a block is a paragraph that can share a line with what stands before it."""
    return block.kind is Kind.PARAGRAPH and not lone_images(block)


def alternative_text(image: Element) -> str:
    """Return what stands for an image where it can't be seen.

    *Source:* ISO 14289-1, 7.3: an image without alternative text is not accessible, so the caption
    steps in; one without either is not printed.
    """
    return image.text.strip() or image.get("title").strip()


def is_marked(image: Element) -> bool:
    """Tell whether an image is said to be a decoration."""
    return DECORATION in image.get("class").split()


def is_decoration(image: Element) -> bool:
    """Tell whether an image is one: words of its own make a figure of it, whatever is said."""
    return is_marked(image) and not image.text.strip() and not image.get("title").strip()


def _flat(elements: tuple[Element, ...]) -> Iterator[Element]:
    for element in elements:
        if element.kind in _AROUND:
            yield from _flat(element.children)
        else:
            yield element
