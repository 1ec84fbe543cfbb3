"""What of a file is for whom: sections, list items and other blocks marked by their class.

`{.only-agency}` is for the profile `agency` alone, `{.not-agency}` for all others; whoever builds
without a profile is `public`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.likeness import nearest
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Collection

    from casedoc.source.source import Source

PUBLIC: Final = "public"
"""The audience of a build without a profile."""
_NAME: Final = r"\.(?:only|not)-[\w-]+"
_OTHER: Final = r"(?:[.#][\w:-]+\s+)*"
_MARK: Final = rf"\{{\s*{_OTHER}{_NAME}(?:\s+[.#][\w:-]+)*\s*\}}"
_AT_END: Final = re.compile(rf"\s*({_MARK})\s*\Z")
_AT_START: Final = re.compile(rf"\A({_MARK})\s*")
_ENDING: Final = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.CELL, Kind.HEADER_CELL})
_EMPTIED: Final = frozenset(
    {Kind.BULLET_LIST, Kind.ORDERED_LIST, Kind.ITEM, Kind.PARAGRAPH, Kind.QUOTE, Kind.TABLE_BODY,
     Kind.DEFINITION_LIST, Kind.DEFINITION}
)  # fmt: skip
"""Elements that go with their last part."""


@dataclass(slots=True)
class Audience:
    """For whom a file is read."""

    name: str | None = None
    """Name of the profile; none where everything is looked at."""
    known: Collection[str] = ()
    """Names of all profiles."""
    found: list[Diagnostic] = field(default_factory=list)
    """Takes `AUDIENCE_UNKNOWN`."""
    left_out: int = 0
    """How many parts were left out."""

    def source(self, source: Source) -> Source:
        """Return a file as it reads for this audience; the marks themselves are gone."""
        if "{" not in source.text or not re.search(r"\.(?:only|not)-", source.text):
            return source
        blocks = self._sections(source.blocks)
        return replace(source, blocks=_with_their_notes(blocks) if self.left_out else blocks)

    def _sections(self, blocks: tuple[Element, ...]) -> tuple[Element, ...]:
        """Return blocks without the sections that are for others."""
        kept: list[Element] = []
        deeper_than: int | None = None
        for block in blocks:
            level = int(block.get("level") or 0) if block.kind is Kind.HEADING else None
            is_inside = level is None or (deeper_than is not None and level > deeper_than)
            # Notes stand at the end, and belong to no section.
            if deeper_than is not None and is_inside and block.kind is not Kind.FOOTNOTES:
                continue
            deeper_than = None
            read = self._element(block)
            if read is not None:
                kept.append(read)
            elif level is not None:
                deeper_than = level
        return tuple(kept)

    def _element(self, element: Element) -> Element | None:
        """Return an element for this audience; none where it is for others."""
        element, marks = self._unmarked(element)
        if not self._fits(marks, element):
            self.left_out += 1
            return None
        if not element.children:
            self._told_in_vain(element)
            return element
        children = [self._element(child) for child in element.children]
        kept = tuple(child for child in children if child is not None)
        is_row = element.kind is Kind.ROW
        if len(kept) < len(children) and (is_row or (not kept and element.kind in _EMPTIED)):
            return None
        if element.kind is Kind.ITEM and children[0] is None:
            # Its first line tells for whom an item is.
            return None
        return element.with_children(kept)

    def _unmarked(self, element: Element) -> tuple[Element, list[str]]:
        """Return an element without its marks, and them."""
        classes = element.get("class").split()
        marks = [one for one in classes if re.fullmatch(_NAME[2:], one)]
        if marks:
            rest = " ".join(one for one in classes if one not in marks)
            others = {name: text for name, text in element.attributes.items() if name != "class"}
            element = replace(element, attributes={**others, "class": rest} if rest else others)
        if element.kind not in _ENDING or not element.children:
            return element, marks
        children = list(element.children)
        if children[-1].kind is Kind.TEXT and (match := _AT_END.search(children[-1].text)):
            marks += _names(match[1])
            children[-1] = replace(children[-1], text=children[-1].text[: match.start()])
            if not children[-1].text:
                is_behind_break = len(children) > 1 and children[-2].kind is Kind.SOFT_BREAK
                children = children[: -2 if is_behind_break else -1]
        if children and children[0].kind is Kind.TEXT:
            match = _AT_START.search(children[0].text)
            if match is not None:
                marks += _names(match[1])
                children[0] = replace(children[0], text=children[0].text[match.end() :])
        return element.with_children(tuple(children)), marks

    def _fits(self, marks: list[str], element: Element) -> bool:
        if not marks:
            return True
        said = [mark.partition("-")[::2] for mark in marks]
        for _kind, name in said:
            if name != PUBLIC and name not in self.known:
                near = nearest(name, (PUBLIC, *self.known))
                hint = f"did you mean `{near}`?" if near else "add it to `[profiles]`"
                message = f"there is no profile `{name}`"
                self.found.append(Diagnostic(Code.AUDIENCE_UNKNOWN, message, element.span, hint))
        if self.name is None:
            return True
        only = {name for kind, name in said if kind == "only"}
        others = {name for kind, name in said if kind == "not"}
        return (not only or self.name in only) and self.name not in others

    def _told_in_vain(self, element: Element) -> None:
        """Complain of a mark that stands where it can't be obeyed: it would print all the same."""
        if element.kind is Kind.TEXT and re.search(_MARK, element.text):
            message = "the mark of a profile has no effect here"
            hint = "put it at the end of a heading, a paragraph or a list item"
            severity = Severity.ERROR
            self.found.append(
                Diagnostic(
                    Code.AUDIENCE_UNKNOWN, message, element.span, hint, severity_override=severity
                )
            )


def _with_their_notes(blocks: tuple[Element, ...]) -> tuple[Element, ...]:
    """Return blocks with the notes that they refer to, numbered anew; the others are for others."""
    notes = {
        note.get("number"): note
        for block in blocks
        if block.kind is Kind.FOOTNOTES
        for note in block.children
    }
    if not notes:
        return blocks
    text = [block for block in blocks if block.kind is not Kind.FOOTNOTES]
    order: dict[str, str] = {}
    waiting = list(text)
    while waiting:
        for part in waiting.pop(0).walk():
            number = part.get("number")
            if part.kind is Kind.FOOTNOTE_REFERENCE and number in notes and number not in order:
                order[number] = str(len(order) + 1)
                waiting.append(notes[number])
    kept = tuple(_numbered(notes[number], order) for number in order)
    numbered = tuple(_numbered(block, order) for block in text)
    if not kept:
        return numbered
    last = next(block for block in blocks if block.kind is Kind.FOOTNOTES)
    return (*numbered, last.with_children(kept))


def _numbered(element: Element, order: dict[str, str]) -> Element:
    """Return an element with the new numbers of its notes."""
    number = element.get("number")
    if element.kind in {Kind.FOOTNOTE, Kind.FOOTNOTE_REFERENCE} and number in order:
        element = replace(element, attributes={**element.attributes, "number": order[number]})
    if not element.children:
        return element
    return element.with_children(tuple(_numbered(child, order) for child in element.children))


def _names(mark: str) -> list[str]:
    words = [one.removeprefix(".") for one in mark.strip("{} \t\n").split()]
    return [one for one in words if re.fullmatch(_NAME[2:], one)]
