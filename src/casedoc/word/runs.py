"""Inline text becomes runs of a paragraph: bold, code, links, marks of notes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from casedoc.content.lone_images import alternative_text, is_decoration
from casedoc.source.element import Kind
from casedoc.word.file import language_element, printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.source.element import Element

_SAFE: Final = ":/?#[]@!$&'()*+,;=%~"
"""Characters that an address may have as they are."""
_CODE_FONT: Final = "Courier New"


@dataclass(frozen=True, slots=True)
class Look:
    """How a run looks."""

    bold: bool = False
    italic: bool = False
    code: bool = False
    script: str = ""
    """`superscript`, `subscript`, or nothing."""
    language: str = ""
    """Tag of its language, where that is not the document's."""


PLAIN: Final = Look()
"""As the style has it."""


def add_text(paragraph: Any, text: str, look: Look = PLAIN, parent: Any = None) -> None:  # noqa: ANN401
    """Add a run to a paragraph, or to a link inside it."""
    run = paragraph.add_run(printable(text))
    run.bold, run.italic = look.bold or None, look.italic or None
    if look.script:
        setattr(run.font, look.script, True)
    if look.code:
        run.font.name = _CODE_FONT
    if look.language:
        run._r.get_or_add_rPr().append(language_element(look.language))  # noqa: SLF001 - no other way
    if parent is not None:
        parent.append(run._r)  # noqa: SLF001


def add_link(paragraph: Any, text: str, href: str, look: Look = PLAIN) -> None:  # noqa: ANN401
    """Add a text that leads to an address."""
    add_text(paragraph, text, look, _link(paragraph, href))


def add_inline(paragraph: Any, elements: Sequence[Element], look: Look = PLAIN) -> None:  # noqa: ANN401
    """Add inline elements to a paragraph."""
    _add(paragraph, elements, look, None)


def _add(paragraph: Any, elements: Sequence[Element], look: Look, parent: Any) -> None:  # noqa: ANN401
    for element in elements:
        if element.kind in {Kind.TEXT, Kind.CODE, Kind.VALUE}:
            own = replace(look, code=True) if element.kind is Kind.CODE else look
            add_text(paragraph, element.text, own, parent)
        elif element.kind is Kind.SOFT_BREAK:
            add_text(paragraph, " ", look, parent)
        elif element.kind is Kind.HARD_BREAK:
            paragraph.add_run().add_break()
        elif element.kind is Kind.IMAGE:
            # In a line there is no room for a picture; its words stand for it.
            if not is_decoration(element):
                add_text(paragraph, alternative_text(element), look, parent)
        elif element.kind is Kind.FOOTNOTE_REFERENCE:
            add_text(paragraph, element.get("number"), replace(look, script="superscript"), parent)
        elif element.kind is Kind.LINK:
            _add(paragraph, element.children, look, _link(paragraph, element.get("href")))
        else:
            _add(paragraph, element.children, _look_of(element, look), parent)


def _look_of(element: Element, look: Look) -> Look:
    changes: dict[Kind, Look] = {
        Kind.STRONG: replace(look, bold=True),
        Kind.EMPHASIS: replace(look, italic=True),
        Kind.SUBSCRIPT: replace(look, script="subscript"),
        Kind.SUPERSCRIPT: replace(look, script="superscript"),
        Kind.KEYBOARD: replace(look, code=True),
        Kind.MARK: replace(look, bold=True),
    }
    return changes.get(element.kind, look)


def _link(paragraph: Any, href: str) -> Any:  # noqa: ANN401
    """Return a new link at the end of a paragraph."""
    target = paragraph.part.relate_to(
        quote(href, safe=_SAFE), RELATIONSHIP_TYPE.HYPERLINK, is_external=True
    )
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), target)
    paragraph._p.append(link)  # noqa: SLF001 - the library has no links of its own
    return link
