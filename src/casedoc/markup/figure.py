"""Figures set large: how large, on how many lines, and how far out of the column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_breaks
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, length_pt, token_style

if TYPE_CHECKING:
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.study import FigureView

LEAST_OUTDENTED_PT: Final = 28.0
"""From this size on the ink stands on the column edge, not the space left of it."""
_STEP_PT: Final = 2.0
_WORD_STEP_PT: Final = 0.5
_LEAST_SHARE: Final = 0.7
_SAFETY: Final = 0.995
_MOST_LINES: Final = 2
_DESCENDING: Final = frozenset("gjpqyçşţ")


@dataclass(frozen=True, slots=True)
class FigureSetting:
    """How one figure is set."""

    lines: tuple[str, ...]
    """Its words, line by line; the number alone where it is a number."""
    size: float
    """Font size in points."""
    outdent_em: float
    """Space left of the ink, by which it moves out of the column."""
    descends: bool = False
    """Whether it reaches below the baseline, as `11 days` and `99,95 %` do."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style(
            {
                "--size": length_pt(self.size),
                "--outdent-em": f"{self.outdent_em:.4f}",
                "--descends": str(int(self.descends)),
            }
        )


def set_figure(
    figure: FigureView, fonts: FontSet, size: float, measure_mm: float, *, is_hero: bool = False
) -> FigureSetting:
    """Return the largest setting in which a number and its unit fit the column.

    Args:
        figure: A number with its unit, or words.
        fonts: Measures it.
        size: The size it has unless it is too wide, in points.
        measure_mm: Width of the column in millimetres.
        is_hero: Whether it is the large figure, which is lighter and closer set.
    """
    measure = measure_mm * POINTS_PER_MM * _SAFETY
    if figure.is_words:
        return _set_words(figure, fonts, size, measure_mm)
    width = figure_width_em(figure, fonts, is_hero=is_hero)
    step = _STEP_PT if is_hero else _WORD_STEP_PT
    while size > step and width * size > measure:
        size -= step
    lettering = fonts.lettering
    weight = lettering.hero_weight if is_hero else lettering.figure_weight
    outdent = _outdent(figure.number, fonts, weight, size)
    descends = not _DESCENDING.isdisjoint(figure.unit) or "," in figure.number
    return FigureSetting((figure.number,), size, outdent, descends)


def figure_width_em(figure: FigureView, fonts: FontSet, *, is_hero: bool = False) -> float:
    """Return the width of a number with its unit, from ink to the end, in em of the number."""
    lettering = fonts.lettering
    weight = lettering.hero_weight if is_hero else lettering.figure_weight
    spacing = lettering.hero_spacing if is_hero else lettering.figure_spacing
    size = lettering.unit_size
    number = fonts.width_pt(figure.number, DISPLAY_FAMILY, weight, 1.0, spacing, proportional=True)
    unit = f"\u00a0{figure.unit}" if figure.gap else figure.unit
    pull = lettering.unit_pull * size if figure.gap else 0.0
    width = fonts.width_pt(unit, DISPLAY_FAMILY, weight, size, proportional=True)
    return number + width + pull


def _set_words(figure: FigureView, fonts: FontSet, size: float, measure_mm: float) -> FigureSetting:
    """Set a word figure: a little smaller on one line, else on two."""
    words = figure.text.split(" ")
    weight, spacing = fonts.lettering.figure_weight, fonts.lettering.figure_spacing
    for most_lines in (1, _MOST_LINES):
        tried = size
        while tried >= size * _LEAST_SHARE:
            style = TextStyle(DISPLAY_FAMILY, weight, tried, spacing)
            breaks = balanced_breaks(words, fonts, style, measure_mm * _SAFETY)
            lines = _lines(words, breaks)
            widest = max(
                fonts.width_pt(line, style.family, style.weight, tried, style.spacing)
                for line in lines
            )
            if len(lines) <= most_lines and widest <= measure_mm * POINTS_PER_MM:
                return FigureSetting(lines, tried, _outdent(lines[0], fonts, weight, tried))
            tried -= _WORD_STEP_PT
    return FigureSetting((figure.text,), size * _LEAST_SHARE, 0.0)


def _lines(words: list[str], breaks: tuple[int, ...]) -> tuple[str, ...]:
    starts, ends = (0, *breaks), (*breaks, len(words))
    return tuple(" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True))


def _outdent(text: str, fonts: FontSet, weight: int, size: float) -> float:
    if size < LEAST_OUTDENTED_PT or not text:
        return 0.0
    return fonts.left_bearing_em(text[0], DISPLAY_FAMILY, weight)
