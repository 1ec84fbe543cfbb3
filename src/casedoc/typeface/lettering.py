"""How large type is set: weights, letter-spacings, units, sizes that no level changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lettering:
    """What widths of large type depend on beside the font. Lengths in em, sizes in points."""

    title_weight: int
    """Weight of titles."""
    lead_weight: int
    """Weight of leads, subtitles and roles."""
    heading_weight: int
    """Weight of section heads."""
    hero_weight: int
    """Weight of the large figure."""
    figure_weight: int
    """Weight of the other figures."""
    title_spacing: float
    """Letter-spacing of titles."""
    hero_spacing: float
    """Letter-spacing of the large figure."""
    figure_spacing: float
    """Letter-spacing of the other figures."""
    name_spacing: float
    """Letter-spacing of the name on the cover."""
    cv_name_spacing: float
    """Letter-spacing of the name in a CV."""
    unit_size: float
    """Size of a figure's unit, in sizes of the figure."""
    unit_pull: float
    """What is added to the space before a unit, in sizes of the unit; usually negative."""
    display_line: float
    """Line height of the largest figures of a booklet, in their size."""
    display_depth: float
    """Room for the tail of a comma below them."""
    name_sizes: tuple[float, ...]
    """Sizes of the name on the cover, the largest first."""
    cover_figure: float
    """Largest size of a figure on the cover."""
    cover_title: float
    """Largest size of titles on a cover without figures."""
    opener_titles: tuple[float, ...]
    """Sizes of titles of two lines, the largest first."""
    opener_long_titles: tuple[float, ...]
    """Sizes of titles of three lines."""
    opener_figures: tuple[float, ...]
    """Size of the large figure where there are one, two, three … figures; the last for more."""
    opener_measure: float
    """Greatest width of the large figure in millimetres."""
    role_size: float
    """Size of the role on the cover."""
    opener_label: float
    """Size of the label of an opener's large figure."""
    opener_words: float
    """Size of the other words below it."""
    page_lead_size: float
    """Size of a lead."""
    entry_figure_size: float
    """Size of figures in the contents."""

    @property
    def figure_height(self) -> float:
        """Return the height of the largest figures, with room for the tail of a comma."""
        return self.display_line + self.display_depth
