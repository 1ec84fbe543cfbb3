"""Images declared in front matter become paragraphs at the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.fields import FrontMatter, ImageFields
from casedoc.source.element import Element, Kind
from casedoc.source.values import Mapping, place_of

if TYPE_CHECKING:
    from casedoc.content.references import ReferenceCheck


def declared_images(
    matter: FrontMatter, fields: Mapping, references: ReferenceCheck
) -> tuple[Element, ...]:
    """Return a paragraph for each image of `image` and `figures`."""
    given: list[tuple[tuple[str | int, ...], str | ImageFields]] = []
    if isinstance(matter.image, list):
        given.extend((("image", number), one) for number, one in enumerate(matter.image))
    elif matter.image is not None:
        given.append((("image",), matter.image))
    given.extend((("figures", number), one) for number, one in enumerate(matter.figures or []))
    found = []
    for location, one in given:
        whole = ImageFields(src=one) if isinstance(one, str) else one
        span = place_of(fields, location)
        path = references.image(whole.src, span, cleared=whole.cleared)
        if not whole.alt:
            message = "an image without alternative text"
            hint = "add `alt: …`: what it shows, for those who can't see it"
            references.found.append(Diagnostic(Code.IMAGE_NO_ALT, message, span, hint))
        attributes = {"src": path, "title": whole.caption or ""}
        element = Element(Kind.IMAGE, span, whole.alt or "", (), attributes)
        found.append(Element(Kind.PARAGRAPH, span, children=(element,)))
    return tuple(found)
