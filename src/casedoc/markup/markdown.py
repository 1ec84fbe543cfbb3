"""Finished text as Markdown again: what was composed, to be pasted elsewhere.

Everything is final here: typeset, numbers in the language, aliases in the place of names. What a
parser would take for markup is escaped, so that reading it gives the same words.

*Source:* CommonMark 0.31, 2.4 (escapes), 6.2 (emphasis); tables as GitHub has them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casedoc.content.lone_images import alternative_text, is_decoration, lone_images
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_SPECIAL: Final = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
_AT_START: Final = re.compile(r"(?m)^([ \t]*)(?:([#+\-=>:])|(\d+)([.)]))(?=\s|$|[#+\-=>])")
_UNSEEN: Final = {0x00AD: None, 0x200B: None, 0x2060: None, 0x202F: "\u00a0"}
"""What is for the press alone: where words may be divided, and spaces that few fonts have."""
_FENCE: Final = re.compile(r"`+")
_WRAPS: Final = {
    Kind.STRONG: "**",
    Kind.EMPHASIS: "*",
}
_TAGS: Final = {
    Kind.SUBSCRIPT: "sub",
    Kind.SUPERSCRIPT: "sup",
    Kind.KEYBOARD: "kbd",
    Kind.MARK: "mark",
}
"""What Markdown has no signs for."""


def text(words: str) -> str:
    """Return a text in which nothing is markup."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", words.translate(_UNSEEN))


def inline(elements: Sequence[Element]) -> str:
    """Return inline elements on one line, but for breaks that are meant."""
    return "".join(_inline(element) for element in elements)


def _inline(element: Element) -> str:  # noqa: PLR0911 - one case for each kind
    match element.kind:
        case Kind.TEXT | Kind.VALUE:
            return text(element.text)
        case Kind.CODE:
            return _code(element.text)
        case Kind.SOFT_BREAK:
            return " "
        case Kind.HARD_BREAK:
            return "\\\n"
        case Kind.LINK:
            return f"[{inline(element.children)}](<{element.get('href')}>)"
        case Kind.IMAGE:
            return "" if is_decoration(element) else text(alternative_text(element))
        case Kind.FOOTNOTE_REFERENCE:
            return f"[^{element.get('number')}]"
    inside = inline(element.children)
    if element.kind in _WRAPS and inside.strip():
        # Signs that stand beside a space are none.
        sign = _WRAPS[element.kind]
        before = inside[: len(inside) - len(inside.lstrip())]
        after = inside[len(inside.rstrip()) :]
        return f"{before}{sign}{inside.strip()}{sign}{after}"
    tag = _TAGS.get(element.kind)
    return f"<{tag}>{inside}</{tag}>" if tag else inside


def _code(words: str) -> str:
    longest = max((len(run) for run in _FENCE.findall(words)), default=0)
    fence = "`" * (longest + 1)
    gap = " " if words.startswith("`") or words.endswith("`") else ""
    return f"{fence}{gap}{words}{gap}{fence}"


def lines_apart(words: str) -> str:
    """Return a paragraph whose lines begin no other block."""
    return _AT_START.sub(
        lambda match: (
            f"{match[1]}\\{match[2]}" if match[2] else f"{match[1]}{match[3]}\\{match[4]}"
        ),
        words,
    )


def blocks(elements: Iterable[Element], level: int = 3) -> Iterator[str]:
    """Yield blocks, between which an empty line stands.

    Args:
        elements: The blocks.
        level: Level of a heading among them.
    """
    for element in elements:
        yield from _block(element, level)


def _block(element: Element, level: int) -> Iterator[str]:  # noqa: C901, PLR0912 - one case for each kind
    match element.kind:
        case Kind.PARAGRAPH:
            yield from _paragraph(element)
        case Kind.HEADING:
            yield f"{'#' * level} {inline(element.children)}"
        case Kind.BULLET_LIST:
            yield from _list(element, "- ")
        case Kind.ORDERED_LIST:
            yield from _list(element, "")
        case Kind.QUOTE:
            yield _indented("> ", "\n\n".join(blocks(element.children, level)), "> ")
        case Kind.CODE_BLOCK:
            yield _fenced(element)
        case Kind.TABLE:
            yield _table(element)
        case Kind.DEFINITION_LIST:
            for child in element.children:
                if child.kind is Kind.TERM:
                    yield f"**{inline(child.children)}**"
                else:
                    yield from blocks(_as_blocks(child), level)
        case Kind.FOOTNOTES:
            for note in element.children:
                inside = "\n\n".join(blocks(_as_blocks(note), level))
                yield _indented(f"[^{note.get('number')}]: ", inside, "    ")
        case Kind.SEPARATOR:
            yield "---"
        case _:
            yield lines_apart(_inline(element))


def _paragraph(element: Element) -> Iterator[str]:
    """Yield a paragraph; pictures are told by their words, with their captions below."""
    images = lone_images(element)
    told = [lines_apart(inline(element.children).strip())] if not images else []
    for lone in images:
        if not is_decoration(lone.image):
            caption = lone.image.get("title").strip()
            words = lone.image.text.strip()
            told.append(lines_apart(text(words)))
            told.append((f"*{text(caption)}*" if caption else "") + inline(lone.notes))
    yield from (one for one in told if one)


def _as_blocks(element: Element) -> tuple[Element, ...]:
    """Return what an item holds as blocks; one of a close list holds its words themselves."""
    inner = element.children
    if inner and inner[0].kind not in _BLOCKS:
        return (Element(Kind.PARAGRAPH, element.span, children=inner),)
    return inner


def _list(element: Element, mark: str) -> Iterator[str]:
    """Yield a list, its items apart where one of them has several blocks."""
    start = int(element.get("start") or 1)
    items = []
    for number, item in enumerate(element.children, start):
        sign = mark or f"{number}. "
        inside = list(blocks(_as_blocks(item)))
        items.append(_indented(sign, "\n\n".join(inside), " " * len(sign)))
    is_apart = any("\n\n" in item for item in items)
    yield ("\n\n" if is_apart else "\n").join(items)


def _indented(first: str, words: str, others: str) -> str:
    """Return lines with a sign before the first one, and what makes the others belong to it."""
    head, *rest = words.split("\n")
    return "\n".join([f"{first}{head}".rstrip(), *(f"{others}{line}".rstrip() for line in rest)])


def _fenced(element: Element) -> str:
    longest = max((len(run) for run in _FENCE.findall(element.text)), default=0)
    fence = "`" * max(3, longest + 1)
    code = element.text.rstrip("\n")
    return f"{fence}{element.get('info')}\n{code}\n{fence}"


def _table(element: Element) -> str:
    rows = [row for part in element.children for row in part.children]
    lines = [_row(inline(cell.children) for cell in row.children) for row in rows]
    marks = [_MARKS.get(cell.get("align"), "---") for cell in rows[0].children] if rows else []
    return "\n".join([*lines[:1], _row(marks), *lines[1:]])


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace(chr(10), ' ') for cell in cells)} |"


_MARKS: Final = {"left": ":---", "center": ":---:", "right": "---:"}
_BLOCKS: Final = frozenset(
    {
        Kind.PARAGRAPH,
        Kind.HEADING,
        Kind.BULLET_LIST,
        Kind.ORDERED_LIST,
        Kind.QUOTE,
        Kind.CODE_BLOCK,
        Kind.TABLE,
        Kind.SEPARATOR,
        Kind.DEFINITION_LIST,
        Kind.FOOTNOTES,
    }
)
