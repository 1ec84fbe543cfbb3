"""How large type is set: weights, letter-spacings, and the units of figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lettering:
    """What widths of large type depend on beside the font. Lengths in em."""

    title_weight: int = 600
    """Weight of titles."""
    heading_weight: int = 600
    """Weight of section heads."""
    hero_weight: int = 400
    """Weight of the large figure."""
    figure_weight: int = 600
    """Weight of the other figures."""
    title_spacing: float = 0.0
    """Letter-spacing of titles."""
    hero_spacing: float = 0.0
    """Letter-spacing of the large figure."""
    figure_spacing: float = 0.0
    """Letter-spacing of the other figures."""
    name_spacing: float = 0.0
    """Letter-spacing of the name on the cover."""
    cv_name_spacing: float = 0.0
    """Letter-spacing of the name in a CV."""
    unit_size: float = 1.0
    """Size of a figure's unit, in sizes of the figure."""
    unit_pull: float = 0.0
    """What is added to the space before a unit, in sizes of the unit; usually negative."""
