"""The text of drawings is set in the fonts of the theme.

*Why* change the file: WeasyPrint sees no font of the machine, and would take any of ours in place
of those that a drawing names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

# What is parsed here was read once before, and declares no entities.
from xml.etree import ElementTree

from casedoc.markup.tokens import CODE_FAMILY, DISPLAY_FAMILY, TEXT_FAMILY
from casedoc.picture.drawing import NAMESPACE, is_drawing

if TYPE_CHECKING:
    from casedoc.typeface.font_set import FontSet

_GENERIC: Final = {
    "sans-serif": TEXT_FAMILY,
    "system-ui": TEXT_FAMILY,
    "ui-sans-serif": TEXT_FAMILY,
    "serif": DISPLAY_FAMILY,
    "ui-serif": DISPLAY_FAMILY,
    "monospace": CODE_FAMILY,
    "ui-monospace": CODE_FAMILY,
    "inherit": "inherit",
}
_FAMILY: Final = re.compile(r"(font-family\s*:\s*)([^;}]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SetDrawing:
    """A drawing whose text names fonts of the theme only."""

    content: bytes
    """Its file."""
    foreign: frozenset[str]
    """Lists of families that begin with none of ours, as they are written."""


def with_our_fonts(content: bytes, fonts: FontSet) -> SetDrawing:
    """Return a drawing with its fonts put right; one without text as it is."""
    root = ElementTree.fromstring(content)  # noqa: S314 - see above
    if not any(element.tag == f"{{{NAMESPACE}}}text" for element in root.iter()):
        return SetDrawing(content, frozenset())
    chooser = _Chooser(fonts)
    root.attrib.setdefault("font-family", TEXT_FAMILY)
    for element in root.iter():
        if "font-family" in element.attrib:
            element.set("font-family", chooser.family(element.attrib["font-family"]))
        if "style" in element.attrib:
            element.set("style", chooser.styles(element.attrib["style"]))
        if element.tag == f"{{{NAMESPACE}}}style" and element.text:
            element.text = chooser.styles(element.text)
    ElementTree.register_namespace("", NAMESPACE)
    ElementTree.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    return SetDrawing(ElementTree.tostring(root), frozenset(chooser.foreign))


def drawing_text(content: bytes) -> str:
    """Return a drawing as text, to see which fonts it needs; nothing of other pictures."""
    return content.decode("utf-8", "ignore") if is_drawing(content) else ""


class _Chooser:
    """Chooses one of our families for each list of names."""

    def __init__(self, fonts: FontSet) -> None:
        self._ours = dict(_GENERIC)
        for face in fonts.faces:
            names = (face.family, *face.glyphs.family_names)
            self._ours.update({name.lower(): face.family for name in names})
        self.foreign: set[str] = set()

    def family(self, names: str) -> str:
        """Return our family for a list of names: that of the first that is known."""
        wanted = [name.strip().strip("\"'").lower() for name in names.split(",")]
        known = [self._ours[name] for name in wanted if name in self._ours]
        if wanted[0] not in self._ours:
            self.foreign.add(names.strip())
        return known[0] if known else TEXT_FAMILY

    def styles(self, text: str) -> str:
        """Return declarations with their families replaced."""
        return _FAMILY.sub(lambda found: f'{found[1]}"{self.family(found[2])}"', text)
