"""A Word file: made from nothing but what is put into it, and the same each time.

*Source:* ECMA-376 (Office Open XML), parts 1 and 2.
"""

from __future__ import annotations

import datetime
import re
import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAPERS: Final = {"A4": (210.0, 297.0), "letter": (215.9, 279.4)}
_MARGIN_MM: Final = 22.0
_FONT: Final = "Arial"
_CODE_FONT: Final = "Courier New"
_SIZES: Final = {
    "Title": 22.0,
    "Subtitle": 13.0,
    "Heading 1": 14.0,
    "Heading 2": 12.0,
    "Heading 3": 11.0,
    "Caption": 9.0,
}
_BODY_PT: Final = 10.5
_LABEL_MM: Final = 42.0
"""How far a label reaches."""
_LONGEST: Final = 255
_UNWRITTEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_OLDEST: Final = (1980, 1, 1, 0, 0, 0)
_ALIEN: Final = ("/thumbnail", "/extended-properties")
"""Ends of the kinds of parts that the library's own template brings along."""


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What a file says of itself."""

    title: str
    """Its title."""
    author: str
    """Who wrote it; may be empty."""
    subject: str
    """What it is about; may be empty."""
    keywords: tuple[str, ...]
    """What it can be found by."""
    language: str
    """Tag of its language, with its region where the settings tell one."""
    day: datetime.date
    """The day it is dated."""
    paper: str
    """`A4` or `letter`."""


def new_file(facts: FileFacts) -> Any:  # noqa: ANN401 - the library's document
    """Return an empty document with the styles that are used."""
    document = Document()
    section = document.sections[0]
    width, height = _PAPERS[facts.paper]
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(_MARGIN_MM))
    _set_styles(document, facts.language)
    _set_properties(document, facts)
    return document


def _set_styles(document: Any, language: str) -> None:  # noqa: ANN401
    styles = document.styles
    for name in ("Code", "Fact", "Fact Detail"):
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    for name, first in (("Fact", -_LABEL_MM), ("Fact Detail", 0.0)):
        layout = styles[name].paragraph_format
        layout.left_indent, layout.first_line_indent = Mm(_LABEL_MM), Mm(first)
        layout.space_after = Pt(1)
    for style in (one for one in styles if one.type == WD_STYLE_TYPE.PARAGRAPH):
        _set_font(style)
    normal = styles["Normal"]
    normal.font.size = Pt(_BODY_PT)
    normal.paragraph_format.space_after = Pt(4)
    normal.element.get_or_add_rPr().append(language_element(language))
    for name in ("Title", "Subtitle"):
        _set_plain(styles[name])
    for name in ("Heading 1", "Heading 2", "Heading 3"):
        styles[name].paragraph_format.space_before = Pt(10)
        styles[name].paragraph_format.space_after = Pt(3)
    styles["Code"].font.size = Pt(9)


def _set_font(style: Any) -> None:  # noqa: ANN401
    """Let a style have one of two fonts that every Word has, in black."""
    font = _CODE_FONT if style.name == "Code" else _FONT
    style.font.name = font
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), font)
    style.font.color.rgb = RGBColor(0, 0, 0)
    if style.name in _SIZES:
        style.font.size = Pt(_SIZES[style.name])


def _set_plain(style: Any) -> None:  # noqa: ANN401
    """Take away the rule and the spacing that the library's template has."""
    style.font.italic = False
    for name in ("w:pBdr", "w:spacing"):
        for one in style.element.findall(f".//{qn(name)}"):
            if name == "w:pBdr" or one.getparent().tag == qn("w:rPr"):
                one.getparent().remove(one)


def language_element(language: str) -> Any:  # noqa: ANN401
    """Return what says in which language words are."""
    element = OxmlElement("w:lang")
    element.set(qn("w:val"), _region(language))
    return element


def _region(language: str) -> str:
    """Return a tag with a region. *Why*: Word takes a language without one for unknown."""
    return {"de": "de-DE", "en": "en-US"}.get(language, language)


def _set_properties(document: Any, facts: FileFacts) -> None:  # noqa: ANN401
    properties = document.core_properties
    day = datetime.datetime.combine(facts.day, datetime.time(), datetime.UTC)
    properties.title, properties.author = _short(facts.title), _short(facts.author)
    properties.subject, properties.keywords = _short(facts.subject), _short(*facts.keywords)
    properties.language = facts.language
    properties.created = properties.modified = day
    properties.last_modified_by, properties.comments = _short(facts.author), ""
    properties.revision = 1
    relations = document.part.package.rels
    for name in [key for key, one in relations.items() if one.reltype.endswith(_ALIEN)]:
        del relations[name]


def _short(*words: str) -> str:
    """Return a property of a file, which takes 255 characters: as many whole words as fit."""
    text = ""
    for word in words:
        longer = f"{text}, {word}" if text else word[:_LONGEST]
        if len(longer) > _LONGEST:
            break
        text = longer
    return printable(text)


def printable(text: str) -> str:
    """Return a text without the characters that XML does not take."""
    return _UNWRITTEN.sub("", text)


def finished(document: Any) -> bytes:  # noqa: ANN401
    """Return a document as a file, which is the same whenever it is made."""
    raw = BytesIO()
    document.save(raw)
    whole = BytesIO()
    with zipfile.ZipFile(raw) as given, zipfile.ZipFile(whole, "w") as archive:
        for name in _names(given):
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, given.read(name))
    return whole.getvalue()


def _names(archive: zipfile.ZipFile) -> Iterator[str]:
    """Yield the names of the parts; readers look for the list of their types first."""
    first = "[Content_Types].xml"
    yield first
    yield from sorted(name for name in archive.namelist() if name != first)
