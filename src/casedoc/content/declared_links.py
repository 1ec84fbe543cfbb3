"""Links of the front matter."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.case_study import Link
from casedoc.content.fields import LinkFields
from casedoc.content.references import check_address
from casedoc.source.element import text_elements
from casedoc.source.values import place_of

if TYPE_CHECKING:
    from casedoc.content.fields import FrontMatter
    from casedoc.source.values import Mapping

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?:[/?#]|\Z)")


def declared_links(
    matter: FrontMatter, fields: Mapping, found: list[Diagnostic]
) -> tuple[Link, ...]:
    """Return the links of the front matter, in order.

    Args:
        matter: The checked front matter.
        fields: The same with places.
        found: Takes `LINK_ADDRESS` and `LINK_RELATIVE`.
    """
    links = []
    for number, given in enumerate(matter.links or ()):
        whole = LinkFields(url=given) if isinstance(given, str) else given
        span = place_of(fields, ("links", number))
        if isinstance(given, LinkFields):
            span = place_of(fields, ("links", number, "url"))
        href = whole.url if _SCHEME.match(whole.url) else f"https://{whole.url}"
        if not _SCHEME.match(whole.url) and not _HOST.match(whole.url):
            message = f"`{whole.url}` is no address that the reader can follow"
            hint = "give the full address, beginning with `https://`"
            found.append(Diagnostic(Code.LINK_ADDRESS, message, span, hint))
        elif check_address(href, span, found):
            label, note = text_elements(whole.label, span), text_elements(whole.note, span)
            links.append(Link(label, href, note, span))
    return tuple(links)
