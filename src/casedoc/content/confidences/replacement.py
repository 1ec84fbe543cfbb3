"""A file as it reads without the names that must not be printed: the alias takes their place.

*Why* here, before anything else looks at the file: what comes after can't print what it has not
got. Places stay those of the file, so that complaints lead to what the author wrote.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.confidences.mentions import Terms, edits_in
from casedoc.content.confidences.terms import holds
from casedoc.content.confidences.texts import edited, flat
from casedoc.source.element import INLINE_LEAVES, Element, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.base.span import Span
    from casedoc.content.confidences.mentions import Edit

INLINE: Final = INLINE_LEAVES | {
    Kind.STRONG,
    Kind.EMPHASIS,
    Kind.LINK,
    Kind.IMAGE,
    Kind.SOFT_BREAK,
    Kind.HARD_BREAK,
    Kind.SUBSCRIPT,
    Kind.SUPERSCRIPT,
    Kind.KEYBOARD,
    Kind.MARK,
    Kind.ABBREVIATION,
    Kind.SPAN,
    Kind.FOOTNOTE_REFERENCE,
}
_LABELS: Final = frozenset({Kind.HEADING, Kind.CELL, Kind.HEADER_CELL, Kind.TERM})


@dataclass(slots=True)
class Replacing:
    """Replaces the names in the parts of one file, and gathers what is to be told."""

    terms: Terms
    languages: Sequence[str]
    """The file's language, then the workspace's."""
    found: list[Diagnostic]
    count: int = 0
    """How many places were changed."""

    @property
    def names(self) -> tuple[str, ...]:
        """All that is looked for."""
        return tuple(name for _secret, names, _are_people in self.terms for name in names)

    def text(self, text: str, span: Span, *, is_label: bool, is_code: bool = False) -> str:
        """Return a plain text without the names."""
        edits = edits_in(text, self.terms, self.languages, is_label=is_label, is_code=is_code)
        self._note(edits, span)
        for edit in reversed(edits):
            text = text[: edit.start] + edit.text + text[edit.end :]
        return text

    def names_in(self, text: str) -> bool:
        """Tell whether a text that is no prose, such as an address, names somebody."""
        return holds(unquote(text), self.names)

    def block(self, element: Element) -> Element:
        """Return a block without the names."""
        if element.kind is Kind.CODE_BLOCK:
            code = self.text(element.text, element.span, is_label=True, is_code=True)
            return self._attributes(replace(element, text=code))
        if any(child.kind in INLINE for child in element.children):
            element = self._paragraph(element)
        else:
            element = element.with_children(tuple(map(self.block, element.children)))
        return self._attributes(element)

    def _paragraph(self, element: Element) -> Element:
        words = flat(element.children)
        edits = edits_in(words, self.terms, self.languages, is_label=element.kind in _LABELS)
        self._note(edits, element.span)
        children = edited(element.children, edits) if edits else element.children
        return element.with_children(tuple(map(self._inline, children)))

    def _inline(self, element: Element) -> Element:
        element = element.with_children(tuple(map(self._inline, element.children)))
        if element.kind in {Kind.IMAGE, Kind.CODE}:
            is_code = element.kind is Kind.CODE
            text = self.text(element.text, element.span, is_label=True, is_code=is_code)
            return self._attributes(replace(element, text=text))
        if element.kind is Kind.LINK and self.names_in(element.get("href")):
            self.link_dropped(element.span)
            return Element(Kind.SPAN, element.span, children=element.children)
        return self._attributes(element)

    def link_dropped(self, span: Span, hint: str = "its words are printed without a link") -> None:
        """Tell that an address is left out."""
        self.count += 1
        message = "the address names a confidential client, so it is left out"
        self.found.append(Diagnostic(Code.CLIENT_LINK, message, span, hint))

    def _attributes(self, element: Element) -> Element:
        """Return an element whose further texts name nobody either; a path of an image stays."""
        changed = {
            name: self.text(
                value, element.span, is_label=True, is_code=name not in {"title", "alt"}
            )
            for name, value in element.attributes.items()
            if name not in {"src", "href"} and self.names_in(value)
        }
        if "href" in element.attributes and element.get("href").startswith("#"):
            here = element.get("href")
            if self.names_in(here):
                changed["href"] = self.text(here, element.span, is_label=True, is_code=True)
        if not changed:
            return element
        return replace(element, attributes={**element.attributes, **changed})

    def _note(self, edits: Sequence[Edit], span: Span) -> None:
        self.count += len(edits)
        if any(edit.is_doubtful for edit in edits):
            message = "an alias stands here for a name, and its case can't be told"
            hint = "read the sentence on paper; reword it, or use an alias such as `die … Firma`"
            self.found.append(Diagnostic(Code.ALIAS_DOUBTFUL, message, span, hint))
