"""The rail of a booklet's text pages: the heading in column A, the text in B and C.

*Why* no grid: one that does not fit moves to the next page as a whole and leaves half a page empty.
So a heading is an ordinary block whose height is taken back below it, which needs to know how many
lines it takes; the text beside it then breaks over pages like any other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, length_pt, token_style
from casedoc.source.element import plain_text
from casedoc.view.study import SectionView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.source.element import Element
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import FlowPart, LinksPart, StepsPart

_LEAST_HEADING_PT: Final = 10.0
_LAST_LEVEL: Final = 6


@dataclass(frozen=True, slots=True)
class RailHeading:
    """A heading in column A."""

    lines: tuple[str, ...]
    """Its balanced lines."""
    size: float
    """Font size in points; smaller than usual where a word is wider than the column."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style({"--size": length_pt(self.size), "--lines": str(len(self.lines))})


@dataclass(frozen=True, slots=True)
class Rail:
    """A heading with the text beside it."""

    level: int
    """Level of the heading: 3 for a section, 4 for one inside it."""
    section: SectionView
    """Where heading and anchor come from."""
    heading: RailHeading
    """How the heading is set."""
    parts: tuple[FlowPart | StepsPart | LinksPart, ...]
    """What the section contains, without the sections inside it, which follow as rails."""


class RailSetter:
    """Sets sections as rails."""

    def __init__(self, geometry: Geometry, scale: Scale, fonts: FontSet) -> None:
        """Measure with the fonts and sizes of one document."""
        self._geometry = geometry
        self._scale = scale
        self._fonts = fonts

    def rails(self, section: SectionView, level: int = 3) -> Iterator[Rail]:
        """Yield a section and those inside it, one below the other."""
        inner = tuple(part for part in section.parts if isinstance(part, SectionView))
        parts = tuple(part for part in section.parts if not isinstance(part, SectionView))
        if parts or section.heading:
            yield Rail(level, section, self.heading(section.heading), parts)
        for part in inner:
            yield from self.rails(part, min(level + 1, _LAST_LEVEL))

    def heading(self, heading: tuple[Element, ...] | str) -> RailHeading:
        """Return how a heading is set."""
        text = heading if isinstance(heading, str) else plain_text(heading)
        words = text.split(" ")
        weight = self._fonts.lettering.heading_weight
        measure = self._geometry.rail * POINTS_PER_MM
        widest = max(self._fonts.width_pt(word, DISPLAY_FAMILY, weight, 1.0) for word in words)
        size = self._scale.heading
        if widest * size > measure:
            size = max(_LEAST_HEADING_PT, int(2 * measure / widest) / 2)
        style = TextStyle(DISPLAY_FAMILY, weight, size)
        return RailHeading(
            balanced_lines(text, self._fonts, style, self._geometry.rail) if text else (), size
        )
