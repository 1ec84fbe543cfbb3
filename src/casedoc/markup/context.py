"""What templates are given beside the view: measures, fonts, and writers of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.markup.flow import FlowWriter
from casedoc.markup.qr_code import QrCode, site_code

if TYPE_CHECKING:
    from casedoc.markup.collector import PageCollector
    from casedoc.markup.design import Design
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.kind import PageKind
    from casedoc.markup.scale import Scale
    from casedoc.markup.setting import FitSetting
    from casedoc.markup.theme import Theme
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import ContactView


@dataclass(frozen=True, slots=True)
class PageContext:
    """One page in the making; templates call it as `page`."""

    kind: PageKind
    """Which kind of document it is."""
    theme: Theme
    """The theme."""
    setting: FitSetting
    """How large and how close it is set."""
    collector: PageCollector
    """Gathers places, images and complaints."""

    @property
    def fonts(self) -> FontSet:
        """Return the fonts of the theme."""
        return self.theme.fonts

    @property
    def geometry(self) -> Geometry:
        """Return where things stand on the sheet."""
        return self.theme.geometry(self.kind)

    @property
    def scale(self) -> Scale:
        """Return the type scale."""
        return self.theme.scale(self.kind, self.setting)

    @property
    def design(self) -> Design:
        """Return the tokens of the theme."""
        return self.theme.tokens.design

    def writer(self, slug: str) -> FlowWriter:
        """Return a writer for the text of one case study."""
        return FlowWriter(slug, self.collector, self.theme.fonts)

    def site_code(self, contact: ContactView | None) -> QrCode | None:
        """Return the QR code of the author's site, where there is one; once a document."""
        return site_code(contact, self.design.colours.ink, self.collector)
