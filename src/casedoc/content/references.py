"""What a text refers to: addresses that may be printed, and images that can be."""

from __future__ import annotations

import io
import posixpath
import re
import warnings
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from PIL import Image, ImageFile, UnidentifiedImageError

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure, ReadProblem, World, is_remote
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.span import Span

SCHEMES: Final = ("http", "https", "mailto", "tel")
"""Schemes an address may have on paper."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PROBLEMS: Final = {
    ReadProblem.MISSING: (Code.IMAGE_MISSING, "image `{src}` does not exist"),
    ReadProblem.REMOTE: (Code.IMAGE_REMOTE, "image `{src}` is not fetched from the network"),
    ReadProblem.OUTSIDE: (Code.IMAGE_OUTSIDE, "image `{src}` lies outside the workspace"),
}
_UNREADABLE: Final = (Code.IMAGE_BROKEN, "image `{src}` can't be read")


def check_address(href: str, span: Span, found: list[Diagnostic]) -> bool:
    """Tell whether an address may be printed as a link; complain where not."""
    scheme = _SCHEME.match(href.strip())
    if scheme is None:
        message = f"link to `{href}` leads to a file that the reader of the paper won't have"
        hint = "its words are printed without a link; give the full address"
        found.append(Diagnostic(Code.LINK_RELATIVE, message, span, hint))
        return False
    if scheme[1].lower() not in SCHEMES:
        message = f"a link must not begin with `{scheme[1].lower()}:`"
        hint = "use an address that begins with `https://`, `mailto:` or `tel:`"
        found.append(Diagnostic(Code.LINK_ADDRESS, message, span, hint))
        return False
    return True


class ReferenceCheck:
    """Checks the links and images of one file and puts images' paths right."""

    def __init__(self, world: World, path: str, *, confidential: bool) -> None:
        """Prepare for one file; images of confidential clients must be cleared."""
        self._world = world
        self._folder = posixpath.dirname(path)
        self._confidential = confidential
        self.found: list[Diagnostic] = []

    def element(self, element: Element) -> Element:
        """Return an element and all below it with image paths from the workspace root."""
        children = tuple(self.element(child) for child in element.children)
        if element.kind is Kind.LINK:
            return self._link(element.with_children(children))
        if element.kind is Kind.IMAGE:
            cleared = "cleared" in element.get("class").split()
            source = self.image(unquote(element.get("src")), element.span, cleared=cleared)
            if not element.text.strip():
                message = "an image without alternative text"
                hint = "say in the brackets what it shows, for those who can't see it"
                self.found.append(Diagnostic(Code.IMAGE_NO_ALT, message, element.span, hint))
            return replace(element, attributes={**element.attributes, "src": source})
        return element.with_children(children)

    def image(self, source: str, span: Span, *, cleared: bool) -> str:
        """Check one image and return its path from the workspace root."""
        if self._confidential and not cleared:
            message = "an image of a confidential client must be cleared"
            hint = "add `{.cleared}` behind it, or `cleared: true`, once nothing in it tells names"
            self.found.append(Diagnostic(Code.CLIENT_IMAGE, message, span, hint))
        remote = is_remote(source) or source.startswith("data:")
        path = source if remote else posixpath.normpath(posixpath.join(self._folder, source))
        if source.startswith("/") and not remote:
            path = source.lstrip("/")
        content = self._world.read(path)
        if isinstance(content, ReadFailure):
            problem = content.problem
            code, words = _PROBLEMS.get(problem, _UNREADABLE)
            is_missing = code is Code.IMAGE_MISSING
            advice = "the path counts from the file's own folder" if is_missing else None
            self.found.append(Diagnostic(code, words.format(src=source), span, advice))
        elif (fault := image_fault(content)) is not None:
            message = f"image `{source}` can't be decoded: {fault}"
            hint = "use a whole PNG, JPEG, WebP, GIF or SVG file"
            self.found.append(Diagnostic(Code.IMAGE_BROKEN, message, span, hint))
        return path

    def _link(self, link: Element) -> Element:
        if link.get("title"):
            message = f"the title `{link.get('title')}` of a link is not seen on paper"
            hint = "put its words into the text"
            self.found.append(Diagnostic(Code.LINK_TITLE, message, link.span, hint))
        if link.get("href").startswith("#") or not check_address(
            link.get("href"), link.span, self.found
        ):
            return Element(Kind.SPAN, link.span, children=link.children)
        return link


@contextmanager
def _cut_off_is_an_error() -> Iterator[None]:
    """Let Pillow refuse truncated images, whoever else has told it not to.

    *Why*: WeasyPrint switches that off for its whole process, once it is imported.
    """
    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def image_fault(content: bytes) -> str | None:
    """Return why an image can't be printed, or none.

    *Why* decode it: WeasyPrint prints half of a truncated image without a word.
    """
    if b"<svg" in content[:4096]:
        return None if b"</svg>" in content or content.rstrip().endswith(b"/>") else "it is cut off"
    try:
        with warnings.catch_warnings(), _cut_off_is_an_error():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content)) as image:
                image.load()
    except UnidentifiedImageError:
        return "it is no image"
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError, Warning) as error:
        return str(error) or type(error).__name__
    return None
