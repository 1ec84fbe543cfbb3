"""One document as HTML, complete: nothing else is needed to print or show it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.span import Span
    from casedoc.locale.division import Exceptions
    from casedoc.markup.kind import PageKind


@dataclass(frozen=True, slots=True)
class HtmlPage:
    """One document as HTML."""

    kind: PageKind
    """Which kind of document it is."""
    html: str
    """The whole document without its stylesheets."""
    stylesheets: tuple[tuple[str, str], ...]
    """Path and text of each stylesheet, in the order in which they apply."""
    resources: Mapping[str, bytes]
    """Images and fonts by virtual address."""
    spans: Mapping[str, Span]
    """Place in the source by element id."""
    exceptions: Exceptions
    """Words that are not divided as the language's other words are."""
    font_families: frozenset[str]
    """All names under which a PDF may list its fonts; any other is a fallback."""
