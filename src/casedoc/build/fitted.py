"""A document laid out at one setting: what the loops of a fit hand to one another."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.markup.page import HtmlPage
    from casedoc.markup.setting import FitSetting
    from casedoc.pdf.printing import Layout


@dataclass(frozen=True, slots=True)
class Fitted:
    """A document laid out as large as it can be."""

    page: HtmlPage
    """The page."""
    layout: Layout
    """Its layout."""
    setting: FitSetting
    """The setting that was chosen."""

    @property
    def fill(self) -> float:
        """Return the share of the last page that is used."""
        return self.layout.measure.fill

    @property
    def height(self) -> float:
        """Return how much it fills, in pages."""
        return self.layout.measure.pages - 1 + self.fill
