"""What a page gathers while it is written: places, images, complaints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.markup.drawing import with_our_fonts
from casedoc.markup.tokens import VIRTUAL_ROOT
from casedoc.picture.drawing import is_drawing
from casedoc.picture.picture import Fault
from casedoc.picture.preparation import prepared
from casedoc.picture.reading import read_picture

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.base.world import World
    from casedoc.picture.picture import Picture
    from casedoc.typeface.font_set import FontSet

_IMAGE_CODES = {
    ReadProblem.MISSING: Code.IMAGE_MISSING,
    ReadProblem.REMOTE: Code.IMAGE_REMOTE,
    ReadProblem.OUTSIDE: Code.IMAGE_OUTSIDE,
}


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture that the page carries."""

    address: str
    """Its virtual address."""
    picture: Picture
    """What is known of it."""


@dataclass(slots=True)
class PageCollector:
    """Grows while one page is written."""

    world: World
    """Answers for images."""
    fonts: FontSet
    """The fonts that the text of drawings is set in."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Place in the source by element id."""
    resources: dict[str, bytes] = field(default_factory=dict)
    """Content by virtual address."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What was noticed."""

    def claim(self, anchor: str, span: Span) -> str:
        """Return the id for an element, made unique, and note where it leads back to."""
        name, number = anchor, 1
        while name in self.spans:
            number += 1
            name = f"{anchor}-{number}"
        self.spans[name] = span
        return name

    def image(self, path: str, span: Span) -> PlacedPicture | None:
        """Take an image of the workspace in, ready for paper; none where it can't be printed."""
        content = self.world.read(path)
        if isinstance(content, ReadFailure):
            code = _IMAGE_CODES.get(content.problem, Code.IMAGE_BROKEN)
            message = f"the image `{path}` can't be read: {content.reason}"
            self.diagnostics.append(Diagnostic(code, message, span))
            return None
        picture = read_picture(content)
        if isinstance(picture, Fault):
            message = f"the image `{path}` can't be printed: {picture.said}"
            self.diagnostics.append(Diagnostic(Code.IMAGE_BROKEN, message, span, picture.hint))
            return None
        address = f"{VIRTUAL_ROOT}{quote(path)}"
        if address not in self.resources:
            self.resources[address] = self._for_paper(path, content, picture, span)
        return PlacedPicture(address, picture)

    def _for_paper(self, path: str, content: bytes, picture: Picture, span: Span) -> bytes:
        """Return the bytes that are laid out; complain of fonts that are not ours."""
        if not is_drawing(content):
            return prepared(content)
        drawing = with_our_fonts(content, self.fonts)
        for names, line in picture.families:
            if names in drawing.foreign:
                message = f"image `{path}`: text in line {line} asks for the font {names}"
                hint = "it is set in the theme's; name `sans-serif`, or turn the text into paths"
                self.diagnostics.append(Diagnostic(Code.IMAGE_PARTLY, message, span, hint))
        return drawing.content
