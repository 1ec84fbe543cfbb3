"""The cover of a booklet: names above, the wall of figures below (DESIGN section 10)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.opener import opener_height_mm
from casedoc.markup.title import TitleSetting
from casedoc.markup.tokens import DISPLAY_FAMILY
from casedoc.markup.wall import WallCell, WallSpace, set_wall

if TYPE_CHECKING:
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.booklet import CoverView

_TITLES_LEAST_PT: Final = 12.0
_TITLE_LINE_EM: Final = 1.25
_TITLE_GAP_EM: Final = 0.5
_ROLE_LINE_EM: Final = 1.25
_FIXED_LINES: Final = 7.0
"""Kicker, the gaps around the name and the least space above the wall, in L."""
_NAME_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class CoverSetting:
    """What is decided about the cover by measuring its text."""

    name: TitleSetting
    """How the name is set."""
    role: tuple[str, ...]
    """The role in balanced lines."""
    wall: tuple[tuple[WallCell, ...], ...]
    """The figures in lines; empty where there are none."""
    titles: tuple[TitleSetting, ...]
    """The titles, where there are no figures."""


def set_cover(
    cover: CoverView, geometry: Geometry, scale: Scale, fonts: FontSet, logo_lines: float = 0.0
) -> CoverSetting:
    """Measure the cover.

    Args:
        cover: What is printed.
        geometry: The page.
        scale: The type sizes.
        fonts: Measures the words.
        logo_lines: Height of the logo in L; 0 without one.
    """
    name = _set_name(cover.title, geometry.measure, fonts)
    set_by = TextStyle(DISPLAY_FAMILY, fonts.lettering.lead_weight, fonts.lettering.role_size)
    role = balanced_lines(cover.subtitle, fonts, set_by, geometry.measure) if cover.subtitle else ()
    height = opener_height_mm(geometry) - _FIXED_LINES * scale.line_mm
    height -= (logo_lines + 1) * scale.line_mm if logo_lines else 0.0
    height -= len(name.lines) * name.leading_mm
    height -= len(role) * set_by.size * _ROLE_LINE_EM / POINTS_PER_MM
    space = WallSpace(geometry.measure, height, scale.small, scale.line_mm)
    return CoverSetting(
        name=name,
        role=role,
        wall=set_wall(cover.wall, space, fonts),
        titles=_set_titles(cover.titles, space, fonts),
    )


def _set_name(text: str, measure_mm: float, fonts: FontSet) -> TitleSetting:
    """Return the largest setting in which the name takes two lines and no word is too wide."""
    sizes = fonts.lettering.name_sizes
    setting = TitleSetting((text,), sizes[-1], sizes[-1] / POINTS_PER_MM)
    weight, spacing = fonts.lettering.title_weight, fonts.lettering.name_spacing
    for size in sizes:
        style = TextStyle(DISPLAY_FAMILY, weight, size, spacing)
        lines = balanced_lines(text, fonts, style, measure_mm)
        setting = TitleSetting(lines, size, size / POINTS_PER_MM)
        widest = max(
            fonts.width_pt(line, style.family, style.weight, size, style.spacing) for line in lines
        )
        if len(lines) <= _NAME_LINES and widest <= measure_mm * POINTS_PER_MM:
            break
    return setting


def _set_titles(
    titles: tuple[str, ...], space: WallSpace, fonts: FontSet
) -> tuple[TitleSetting, ...]:
    """Return the largest setting in which all titles stand below each other."""
    size = fonts.lettering.cover_title
    while True:
        style = TextStyle(DISPLAY_FAMILY, fonts.lettering.lead_weight, size)
        lines = [balanced_lines(title, fonts, style, space.width_mm) for title in titles]
        ems = sum(len(one) * _TITLE_LINE_EM + _TITLE_GAP_EM for one in lines)
        if ems * size / POINTS_PER_MM <= space.height_mm or size <= _TITLES_LEAST_PT:
            leading = size * _TITLE_LINE_EM / POINTS_PER_MM
            return tuple(TitleSetting(one, size, leading) for one in lines)
        size -= 1.0
