"""Drawings: SVG files, looked through for what can't be printed and for what must not be."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final
from xml.parsers import expat

from casedoc.picture.picture import MM_PER_INCH, Fault, Picture, Remark

if TYPE_CHECKING:
    from collections.abc import Mapping

NAMESPACE: Final = "http://www.w3.org/2000/svg"
_SEPARATOR: Final = "|"
_SVG: Final = f"{NAMESPACE}{_SEPARATOR}"
_XLINK: Final = f"http://www.w3.org/1999/xlink{_SEPARATOR}href"
_UNITS: Final = {
    "": 1.0, "px": 1.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "pt": 96 / 72, "pc": 16.0,
}  # fmt: skip
"""CSS pixels. *Source:* CSS Values and Units 3, 5.2."""
_PX_PER_INCH: Final = 96
_LENGTH: Final = re.compile(r"\s*\+?(\d+(?:\.\d*)?|\.\d+)\s*([a-z]*)\s*", re.IGNORECASE)
_URL: Final = re.compile(r"url\(\s*[\"']?\s*([^\"')\s]*)", re.IGNORECASE)
_FAMILY: Final = re.compile(r"font-family\s*:\s*([^;}]+)", re.IGNORECASE)
_FONT: Final = re.compile(r"(?:^|[;{\s])font\s*:", re.IGNORECASE)
_UNDRAWN: Final = {
    "foreignObject": "text or HTML in a `foreignObject`",
    "filter": "a filter",
    "animate": "an animation",
    "animateMotion": "an animation",
    "animateTransform": "an animation",
    "set": "an animation",
    "switch": "a choice by `switch`",
    "video": "a film",
    "audio": "a sound",
}
"""Elements that WeasyPrint 70 does not draw."""
_UNREAD: Final = (
    (re.compile(r"\bvar\(", re.IGNORECASE), "a value by `var()`", "write the value itself"),
    (
        re.compile(r"(?:^|[;{\s])filter\s*:", re.IGNORECASE),
        "a filter",
        "draw it with shapes and text, or save it as PNG",
    ),
    (re.compile(r"@media\b", re.IGNORECASE), "rules by `@media`", "write them outside"),
    (re.compile(r"@font-face\b", re.IGNORECASE), "a font of its own", "turn its text into paths"),
    (re.compile(r"mix-blend-mode|backdrop-filter", re.IGNORECASE), "blending", "draw it flat"),
    (_FONT, "the shorthand `font`", "write `font-family`, `font-size` and `font-weight`"),
)
"""What WeasyPrint 70 does not understand in styles."""


def is_drawing(content: bytes) -> bool:
    """Tell whether a file is written in XML, as drawings are."""
    return content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<"


def read_drawing(content: bytes) -> Picture | Fault:
    """Return what is known of a drawing, or why it can't be printed."""
    reader = _Reader()
    try:
        reader.read(content)
    except expat.ExpatError as error:
        said = f"line {error.lineno}: {expat.errors.messages[error.code]}"
        return Fault(said, "save it again, whole, as plain SVG")
    return reader.fault or reader.picture()


class _Reader:
    """Walks through a drawing once, and notes lines."""

    def __init__(self) -> None:
        self.fault: Fault | None = None
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.ProcessingInstructionHandler = self._instruction
        self._depth = 0
        self._style_line = 0
        self._remarks: dict[str, Remark] = {}
        self._families: dict[str, int] = {}
        self._root: Mapping[str, str] = {}

    def read(self, content: bytes) -> None:
        """Parse the whole file.

        Raises:
            expat.ExpatError: It is not well-formed.
        """
        self._parser.Parse(content, True)  # noqa: FBT003 - says that nothing follows

    def picture(self) -> Picture | Fault:
        """Return what was found, once all was read."""
        width, height = (_pixels(self._root.get(side, "")) for side in ("width", "height"))
        box = _view_box(self._root.get("viewBox", ""))
        if width and height:
            ratio = width / height
        elif box is not None:
            ratio = box[0] / box[1]
            width = width or (height * ratio if height else None)
        else:
            return Fault("its size is not known", "give it a `viewBox`, or `width` and `height`")
        return Picture(
            ratio=ratio,
            natural_mm=width / _PX_PER_INCH * MM_PER_INCH if width else None,
            remarks=tuple(self._remarks.values()),
            families=tuple(self._families.items()),
        )

    def _line(self) -> int:
        return self._parser.CurrentLineNumber

    def _refuse(self, said: str, hint: str) -> None:
        self.fault = self.fault or Fault(f"line {self._line()}: {said}", hint)

    def _remark(self, what: str, hint: str) -> None:
        said = f"{what} in line {self._line()} is not printed"
        self._remarks.setdefault(what, Remark(said, hint, self._line()))

    def _entity(self, *_declaration: object) -> None:
        self._refuse("it declares entities", "save it as plain SVG")

    def _instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            self._refuse("it asks for a stylesheet of its own", "put the styles into the file")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self._root = attributes
            if name != f"{_SVG}svg":
                hint = f'a drawing begins with `<svg xmlns="{NAMESPACE}" …>`'
                self._refuse(f"it is no SVG, but `{name.rsplit(_SEPARATOR, 1)[-1]}`", hint)
        if not name.startswith(_SVG):
            # What editors note for themselves is not drawn, by anybody.
            return
        tag = name.removeprefix(_SVG)
        if tag == "script" or any(key.lower().startswith("on") for key in attributes):
            self._refuse("it holds a script", "remove it: paper runs nothing")
        if tag == "style":
            self._style_line = self._line()
        if tag in _UNDRAWN:
            self._remark(_UNDRAWN[tag], "draw it with shapes and text, or save it as PNG")
        self._references(tag, attributes)
        for key, value in attributes.items():
            if key == "font-family":
                self._families.setdefault(value, self._line())
            elif key == "font":
                self._style(f"font: {value}")
            else:
                self._style(value)

    def _end(self, _name: str) -> None:
        self._depth -= 1
        self._style_line = 0

    def _text(self, text: str) -> None:
        if self._style_line:
            if "@import" in text.lower():
                self._refuse("it asks for a stylesheet of its own", "put the styles into the file")
            self._style(text)

    def _references(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Refuse what would have to be fetched; where a link leads to is never fetched."""
        for key in (_XLINK, "href"):
            target = attributes.get(key, "").strip()
            if not target or target.startswith("#") or tag == "a":
                continue
            if target.lower().startswith("data:"):
                self._refuse("it holds a picture of pixels", "print that as an image of its own")
            else:
                self._refuse(f"it refers to `{target[:60]}`", "put all of it into the file")

    def _style(self, text: str) -> None:
        """Look through a value or a stylesheet."""
        for target in _URL.findall(text):
            if not target.startswith("#"):
                self._refuse(f"it refers to `{target[:60]}`", "put all of it into the file")
        for pattern, what, hint in _UNREAD:
            if pattern.search(text):
                self._remark(what, hint)
        for names in _FAMILY.findall(text):
            self._families.setdefault(names.strip(), self._line())


def _pixels(length: str) -> float | None:
    """Return a length in CSS pixels; none where it is a share of something, or nothing."""
    found = _LENGTH.fullmatch(length)
    if found is None or found[2].lower() not in _UNITS:
        return None
    return float(found[1]) * _UNITS[found[2].lower()] or None


def _view_box(text: str) -> tuple[float, float] | None:
    """Return width and height of a view box, if it has any."""
    try:
        numbers = [float(number) for number in text.replace(",", " ").split()]
    except ValueError:
        return None
    if len(numbers) != 4 or min(numbers[2:]) <= 0:  # noqa: PLR2004 - left, top, width, height
        return None
    return numbers[2], numbers[3]
