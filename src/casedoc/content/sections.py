"""A flat run of blocks becomes a tree of sections."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from casedoc.content.case_study import Role, Section
from casedoc.content.headings import role_of
from casedoc.source.element import Element, Kind, plain_text

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.locale.spec import LocaleSpec


_MORE_THAN_WORDS: Final = frozenset({Kind.IMAGE, Kind.LINK, Kind.FOOTNOTE_REFERENCE})
_ALIKE: Final = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    | dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
    | dict.fromkeys("\u2018\u2019\u201a\u201b\u2039\u203a", "'")
    | {"\u2026": "...", "\u00ad": None}
)
"""Characters that typography exchanges, which make no other title."""


@dataclass(slots=True)
class _Open:
    """A section whose end has not come yet."""

    role: Role
    level: int
    heading: tuple[Element, ...]
    span: Span
    blocks: list[Element] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)


def find_sections(
    blocks: tuple[Element, ...], title: str, spec: LocaleSpec
) -> tuple[tuple[Section, ...], Element | None]:
    """Divide a body at its headings.

    A first heading of level 1 that repeats the title is the title; it is not printed twice.

    Args:
        blocks: The body.
        title: The study's title.
        spec: The study's language, in which headings are recognised.

    Returns:
        The sections, nested as the headings' levels say, and the footnotes.
    """
    footnotes = next((block for block in blocks if block.kind is Kind.FOOTNOTES), None)
    text = [block for block in blocks if block.kind is not Kind.FOOTNOTES]
    if text and _is_title(text[0], title):
        text = text[1:]
    done: list[Section] = []
    stack: list[_Open] = []
    for block in text:
        if block.kind is Kind.HEADING:
            level = int(block.get("level"))
            _close(stack, done, level)
            role = role_of(plain_text(block.children), spec)
            stack.append(_Open(role, level, block.children, block.span))
        else:
            if not stack:
                stack.append(_Open(Role.OTHER, 0, (), block.span))
            stack[-1].blocks.append(block)
    _close(stack, done, 0)
    return tuple(part for section in done for part in _lifted(section)), footnotes


def _lifted(section: Section) -> tuple[Section, ...]:
    """Return a section of level 1 and those inside it side by side.

    *Why*: a body that begins with a title of its own has its parts one level further down.
    """
    if section.level != 1 or not section.children:
        return (section,)
    return (replace(section, children=()), *section.children)


def _is_title(block: Element, title: str) -> bool:
    """Tell whether a block is the title once more, with nothing that would be lost with it."""
    if block.kind is not Kind.HEADING or block.get("level") != "1":
        return False
    more = any(part.kind in _MORE_THAN_WORDS for part in block.walk())
    return not more and _compared(plain_text(block.children)) == _compared(title)


def _compared(title: str) -> str:
    """Return a title as it is compared: case, spaces, kinds of dashes and quotes don't count."""
    return " ".join(title.casefold().translate(_ALIKE).split()).rstrip(".:")


def _close(stack: list[_Open], done: list[Section], level: int) -> None:
    """End all sections that a heading of `level` ends; 0 ends all."""
    while stack and (stack[-1].level >= level or stack[-1].level == 0):
        last = stack.pop()
        section = Section(
            last.role,
            last.level,
            last.heading,
            tuple(last.blocks),
            tuple(last.children),
            last.span,
        )
        (stack[-1].children if stack else done).append(section)
