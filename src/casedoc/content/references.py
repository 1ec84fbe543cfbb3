"""What a text refers to: addresses that may be printed, and images that can be."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure, ReadProblem, World, is_remote
from casedoc.content.lone_images import is_marked, lone_images
from casedoc.picture.picture import Fault, Picture
from casedoc.picture.reading import read_picture
from casedoc.source.element import Element, Kind

if TYPE_CHECKING:
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

    def element(self, element: Element, *, is_alone: bool = False) -> Element:
        """Return an element and all below it with image paths from the workspace root.

        Args:
            element: A block, or what stands in one.
            is_alone: Whether it is, or is around, an image that stands alone.
        """
        alone = is_alone or bool(lone_images(element))
        children = tuple(self.element(child, is_alone=alone) for child in element.children)
        if element.kind is Kind.LINK:
            return self._link(element.with_children(children))
        if element.kind is Kind.IMAGE:
            written = {**element.attributes, "src": unquote(element.get("src"))}
            return self.image(replace(element, attributes=written), is_alone=is_alone)
        if element.kind is Kind.ABBREVIATION and element.get("title"):
            self._unseen(element, "an abbreviation")
        return element.with_children(children)

    def image(self, image: Element, *, is_alone: bool, is_declared: bool = False) -> Element:
        """Check one image; return it with its path from the workspace root, and its proportions.

        Args:
            image: The image; `src` is its path as the author means it.
            is_alone: Whether it stands alone, and has room for a caption.
            is_declared: Whether it stands in the front matter.
        """
        source = image.get("src")
        if self._confidential and "cleared" not in image.get("class").split():
            message = "an image of a confidential client must be cleared"
            hint = "add `{.cleared}` behind it, or `cleared: true`, once nothing in it tells names"
            self.found.append(Diagnostic(Code.CLIENT_IMAGE, message, image.span, hint))
        path = self._path(source)
        attributes = {**image.attributes, "src": path}
        picture = self._picture(source, path, image.span)
        self._check_words(image, is_alone=is_alone, is_declared=is_declared)
        if picture is not None:
            attributes["ratio"] = repr(picture.ratio)
            attributes["natural"] = repr(picture.natural_mm) if picture.natural_mm else ""
        return replace(image, attributes=attributes)

    def _path(self, source: str) -> str:
        """Return where an image lies in the workspace; an address of the network as it is."""
        if is_remote(source) or source.startswith("data:"):
            return source
        if source.startswith("/"):
            return source.lstrip("/")
        return posixpath.normpath(posixpath.join(self._folder, source))

    def _picture(self, source: str, path: str, span: Span) -> Picture | None:
        """Read an image and tell what keeps it from being printed, and what of it is not."""
        content = self._world.read(path)
        if isinstance(content, ReadFailure):
            code, words = _PROBLEMS.get(content.problem, _UNREADABLE)
            is_missing = code is Code.IMAGE_MISSING
            advice = "the path counts from the file's own folder" if is_missing else None
            self.found.append(Diagnostic(code, words.format(src=source), span, advice))
            return None
        picture = read_picture(content)
        if isinstance(picture, Fault):
            message = f"image `{source}` can't be printed: {picture.said}"
            self.found.append(Diagnostic(Code.IMAGE_BROKEN, message, span, picture.hint))
            return None
        for remark in picture.remarks:
            message = f"image `{source}`: {remark.said}"
            self.found.append(Diagnostic(Code.IMAGE_PARTLY, message, span, remark.hint))
        return picture

    def _check_words(self, image: Element, *, is_alone: bool, is_declared: bool) -> None:
        """See that an image has words for those who can't see it, and that all are printed."""
        has_words, has_title = bool(image.text.strip()), bool(image.get("title").strip())
        if is_marked(image):
            if not has_words and not has_title:
                return
            message = "an image with words of its own is no decoration"
            hint = "it is printed as a figure; leave out its words, or `decoration`"
            self.found.append(Diagnostic(Code.IMAGE_DECORATION, message, image.span, hint))
        if has_title and not is_alone:
            self._unseen(image, "an image in a line of text")
        if has_words:
            return
        wanted = "`alt: …`" if is_declared else "in the brackets"
        mark = "`decoration: true`" if is_declared else "`{.decoration}` behind it"
        message = "an image without alternative text"
        hint = f"say what it shows, for those who can't see it: {wanted}"
        severity = None if has_title else Severity.ERROR
        if has_title:
            message += "; its caption stands in for it"
        else:
            message += " or caption"
            hint += f"; mark what says nothing by {mark}"
        self.found.append(
            Diagnostic(Code.IMAGE_NO_ALT, message, image.span, hint, severity_override=severity)
        )

    def _unseen(self, element: Element, what: str) -> None:
        message = f"the title `{element.get('title')}` of {what} is not seen on paper"
        hint = "put its words into the text"
        self.found.append(Diagnostic(Code.TITLE_UNSEEN, message, element.span, hint))

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
