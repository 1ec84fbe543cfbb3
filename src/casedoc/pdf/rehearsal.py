"""A page that is printed before there is one, so that the first real one finds all in place.

*Why*: parsing the stylesheets of the usual theme, unpacking its fonts, loading patterns and the
types of C take as long as setting a page. A process that waits for its first order has the time.
"""

from __future__ import annotations

from typing import Final

import casedoc
from casedoc.base.prepared import keep, recall
from casedoc.locale.division import NO_EXCEPTIONS
from casedoc.markup.kind import PageKind
from casedoc.markup.page import HtmlPage
from casedoc.pdf.engine import forget_rehearsal
from casedoc.pdf.printing import print_pdf

_NAME: Final = "rehearsal"
_MADE_OF: Final = casedoc.__version__.encode()
"""*Why* no more: one that is out of date does no harm, as stylesheets and fonts are compared."""


def keep_rehearsal(page: HtmlPage) -> None:
    """Keep a page of the usual theme for the processes to come.

    Args:
        page: A page that needs no face which only some pages need: what was once loaded could
            answer for a glyph that the fonts of another page lack.

    Raises:
        OSError: It can't be kept.
    """
    keep(_NAME, _MADE_OF, (page.html, page.stylesheets, dict(page.resources)))


def rehearse() -> None:
    """Print the page that was kept, if there is one."""
    kept = recall(_NAME, _MADE_OF)
    if kept is None:
        return
    html, stylesheets, resources = kept
    families: frozenset[str] = frozenset()
    print_pdf(
        HtmlPage(PageKind.ONE_PAGER, html, stylesheets, resources, {}, NO_EXCEPTIONS, families)
    )
    forget_rehearsal()
