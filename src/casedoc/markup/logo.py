"""The author's own logo: small, in few places, and never in place of the name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.kind import PageKind
from casedoc.markup.tokens import length_mm, token_style

if TYPE_CHECKING:
    from casedoc.markup.context import PageContext

_ALT: Final = "Logo"
"""What is read out where neither settings nor profile say whose it is; alike in all languages."""


@dataclass(frozen=True, slots=True)
class LogoSetting:
    """How the logo is printed in a document."""

    address: str
    """Its virtual address."""
    alt: str
    """What is read out in its place."""
    width_mm: float
    """Its width."""
    height_mm: float
    """Its height."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style(
            {
                "--logo-width": length_mm(self.width_mm),
                "--logo-height": length_mm(self.height_mm),
            }
        )


def set_logo(page: PageContext, author: str) -> LogoSetting | None:
    """Return how the logo is printed: as high as the theme says, no wider than a column.

    Args:
        page: The page, which takes the picture in.
        author: Name of the author; may be empty.
    """
    logo = page.theme.logo
    is_solid = page.kind is PageKind.BOOKLET and page.theme.choice.cover == "solid"
    if logo is None or is_solid:
        # It is drawn for paper; on the accent nobody knows whether it can be seen.
        return None
    placed = page.collector.image(logo.path, logo.place)
    if placed is None:
        return None
    design = page.design
    lines, most_mm = {
        PageKind.ONE_PAGER: (design.one_pager.kicker_logo, page.geometry.column),
        PageKind.BOOKLET: (design.booklet.cover_logo, page.geometry.column),
        PageKind.CV: (design.cv.cv_logo, design.cv.cv_bar),
    }[page.kind]
    width = min(most_mm, lines * page.scale.line_mm * placed.picture.ratio)
    height = width / placed.picture.ratio
    return LogoSetting(placed.address, logo.alt or author or _ALT, width, height)
