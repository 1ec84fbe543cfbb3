"""Images declared in front matter become paragraphs at the end of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.fields import FrontMatter, ImageFields
from casedoc.content.lone_images import DECORATION
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
        names = (("cleared", whole.cleared), (DECORATION, whole.decoration))
        attributes = {
            "src": whole.src,
            "title": whole.caption or "",
            "class": " ".join(name for name, is_set in names if is_set),
        }
        span = place_of(fields, location)
        image = Element(Kind.IMAGE, span, whole.alt or "", (), attributes)
        checked = references.image(image, is_alone=True, is_declared=True)
        found.append(Element(Kind.PARAGRAPH, span, children=(checked,)))
    return tuple(found)
