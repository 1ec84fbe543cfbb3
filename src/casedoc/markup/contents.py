"""The table of contents of a booklet (DESIGN section 10)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.figure import FigureSetting, set_figure
from casedoc.markup.tokens import DISPLAY_FAMILY, length_mm, token_style
from casedoc.source.element import plain_text

if TYPE_CHECKING:
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.booklet import ChapterView
    from casedoc.view.study import FigureView, Original

_HEIGHT_MM: Final = 205.0
_LEAST_MM: Final = 26.0
_TITLE_AND_INDEX: Final = 7.5
_TITLE_LINE: Final = 1.5
_ENTRY_GAPS: Final = 1.1
_MOST_MM: Final = 38.0
_PAGE_MM: Final = 18.0
"""Width of the page number with the gap after it; `--entry-page` in the stylesheets."""
_FIGURE_PT: Final = 24.0
_WORDS_PT: Final = 15.0


class ContentsDensity(Enum):
    """How much an entry of the contents says; templates use the values."""

    FULL = "full"
    """Title, byline, figure with its label."""
    COMPACT = "compact"
    """Title, byline, figure."""
    LINES = "lines"
    """Title and figure on one line."""


FROM: Final = {ContentsDensity.FULL: 8, ContentsDensity.COMPACT: 12}
"""From this number of case studies on a density says too much."""


@dataclass(frozen=True, slots=True)
class EntrySetting:
    """How an entry of the contents is set."""

    slug: str
    """Where it leads."""
    title: tuple[str, ...]
    """The title in balanced lines."""
    byline: str
    """Category, date and role; may be empty."""
    original: Original | None
    """Its own language, where that is not the document's."""
    view: FigureView | None
    """The first figure; none where there are none."""
    figure: FigureSetting | None
    """How the figure is set."""
    label: str
    """What the figure means; may be empty."""


@dataclass(frozen=True, slots=True)
class ContentsSetting:
    """How the table of contents is set."""

    density: ContentsDensity
    """How much an entry says."""
    entries: tuple[EntrySetting, ...]
    """One for each case study."""
    entry_mm: float
    """Least height of an entry in millimetres; 0 where each takes one line."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style({"--entry": length_mm(self.entry_mm)})


def set_contents(
    chapters: tuple[ChapterView, ...], geometry: Geometry, scale: Scale, fonts: FontSet
) -> ContentsSetting:
    """Measure the table of contents.

    It says as much as fits on one page. *Why*: a few entries on a second page would leave the third
    one blank, since a case study begins on the left.
    """
    count = len(chapters)
    entries = tuple(_entry(chapter, geometry, scale, fonts) for chapter in chapters)
    for density, least in ((ContentsDensity.FULL, _LEAST_MM), (ContentsDensity.COMPACT, 0.0)):
        height = min(_MOST_MM, max(least, _HEIGHT_MM / (count + 1)))
        setting = ContentsSetting(density, entries, height)
        if count < FROM[density] and _height_mm(setting, scale) <= geometry.area_height:
            return setting
    lines = tuple(
        entry if len(entry.title) == 1 else replace(entry, title=(chapter.study.short_title,))
        for entry, chapter in zip(entries, chapters, strict=True)
    )
    return ContentsSetting(ContentsDensity.LINES, lines, 0.0)


def _height_mm(setting: ContentsSetting, scale: Scale) -> float:
    """Return the height of the contents with its title and the line for the index."""
    height = _TITLE_AND_INDEX * scale.line_mm
    for entry in setting.entries:
        lines = (
            _ENTRY_GAPS + _TITLE_LINE * len(entry.title) + bool(entry.byline) + bool(entry.original)
        )
        height += max(setting.entry_mm, lines * scale.line_mm)
    return height


def _entry(chapter: ChapterView, geometry: Geometry, scale: Scale, fonts: FontSet) -> EntrySetting:
    """Measure one entry."""
    study = chapter.study
    style = TextStyle(DISPLAY_FAMILY, 600, scale.heading)
    metric = study.panel.metrics[0] if study.panel else None
    size = _WORDS_PT if metric and metric.figure.is_words else _FIGURE_PT
    return EntrySetting(
        slug=study.slug,
        title=balanced_lines(study.title, fonts, style, geometry.wide_column - _PAGE_MM),
        byline=" \u00b7 ".join(chapter.byline),
        original=study.original,
        view=metric.figure if metric else None,
        figure=set_figure(metric.figure, fonts, size, geometry.column) if metric else None,
        label=plain_text(metric.label or metric.context) if metric else "",
    )
