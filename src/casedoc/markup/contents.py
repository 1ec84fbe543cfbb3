"""The table of contents of a booklet (DESIGN section 10)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.figure import FigureSetting, set_figure
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.tokens import DISPLAY_FAMILY, TEXT_FAMILY, length_mm, token_style
from casedoc.source.element import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.typeface.font_set import FontSet
    from casedoc.view.booklet import BookletView, ChapterView, GroupView
    from casedoc.view.study import FigureView, Original

_HEIGHT_MM: Final = 205.0
_LEAST_MM: Final = 26.0
_MOST_MM: Final = 38.0
_TITLE_AND_INDEX: Final = 7.5
_TITLE_LINE: Final = 1.5
_ENTRY_GAPS: Final = 1.25
_GROUP_LINES: Final = 2.75
_FURTHER_LINES: Final = 2.0
"""The line for the skill matrix."""
_LAST_GAP: Final = 1.5
_RAGGED: Final = 1.05
"""Lines end before the measure: a text takes this much more room than its bare width."""
_NUMBER_MM: Final = 20.0
"""Width of the page number with the least leader before it."""
_WORDS_PT: Final = 15.0
_LINE_FIGURE_PT: Final = 16.5
_LINE_WORDS_PT: Final = 12.0


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
    byline_lines: int
    """Lines that it takes."""
    original: Original | None
    """Its own language, where that is not the document's."""
    view: FigureView | None
    """The first figure; none where there are none."""
    figure: FigureSetting | None
    """How the figure is set."""
    label: str
    """What the figure means; may be empty."""


@dataclass(frozen=True, slots=True)
class EntryGroup:
    """Entries under one heading."""

    view: GroupView | None
    """Where the heading comes from; none where there is none."""
    entries: tuple[EntrySetting, ...]
    """Its case studies."""


@dataclass(frozen=True, slots=True)
class ContentsSetting:
    """How the table of contents is set."""

    density: ContentsDensity
    """How much an entry says."""
    groups: tuple[EntryGroup, ...]
    """The entries; one group without a heading where the case studies are not put together."""
    entry_mm: float
    """Least height of an entry in millimetres; 0 where each takes one line."""
    has_figures: bool
    """Whether any entry has a figure; without, the titles take the whole measure."""

    @property
    def style(self) -> str:
        """Return the custom properties that the stylesheet sets it by."""
        return token_style({"--entry": length_mm(self.entry_mm)})


def set_contents(
    view: BookletView, geometry: Geometry, scale: Scale, fonts: FontSet
) -> ContentsSetting:
    """Measure the table of contents: it says as much as fits on one page."""
    has_figures = any(chapter.study.panel for chapter in view.chapters)
    measure = geometry.wide_column if has_figures else geometry.measure
    setter = _EntrySetter(geometry, scale, fonts, measure)
    count = len(view.chapters)
    further = _FURTHER_LINES * scale.line_mm if view.skills else 0.0
    room = _HEIGHT_MM - further - len(view.groups) * _GROUP_LINES * scale.line_mm
    for density, least in ((ContentsDensity.FULL, _LEAST_MM), (ContentsDensity.COMPACT, 0.0)):
        groups = tuple(_groups(view, setter, density))
        height = min(_MOST_MM, max(least, room / (count + 1)))
        setting = ContentsSetting(density, groups, height, has_figures)
        if count < FROM[density] and _height_mm(setting, scale) <= geometry.area_height - further:
            return setting
    groups = tuple(_groups(view, setter, ContentsDensity.LINES))
    return ContentsSetting(ContentsDensity.LINES, groups, 0.0, has_figures)


def _groups(
    view: BookletView, setter: _EntrySetter, density: ContentsDensity
) -> Iterator[EntryGroup]:
    """Yield the entries group by group."""
    chapters = {chapter.study.slug: chapter for chapter in view.chapters}
    if not view.groups:
        yield EntryGroup(None, tuple(setter.entry(one, density) for one in view.chapters))
    for group in view.groups:
        entries = tuple(setter.entry(chapters[slug], density) for slug in group.slugs)
        yield EntryGroup(group, entries)


def _height_mm(setting: ContentsSetting, scale: Scale) -> float:
    """Return the height of the contents with its title and the line for the index."""
    height = (_TITLE_AND_INDEX + _LAST_GAP * bool(setting.groups[0].view)) * scale.line_mm
    for group in setting.groups:
        height += _GROUP_LINES * scale.line_mm if group.view else 0.0
        for entry in group.entries:
            lines = _ENTRY_GAPS + _TITLE_LINE * len(entry.title)
            lines += entry.byline_lines + bool(entry.original)
            height += max(setting.entry_mm, lines * scale.line_mm)
    return height


@dataclass(frozen=True, slots=True)
class _EntrySetter:
    """Sets entries."""

    geometry: Geometry
    scale: Scale
    fonts: FontSet
    words_mm: float

    def entry(self, chapter: ChapterView, density: ContentsDensity) -> EntrySetting:
        """Measure one entry."""
        study = chapter.study
        is_line = density is ContentsDensity.LINES
        weight = self.fonts.lettering.heading_weight
        style = TextStyle(DISPLAY_FAMILY, weight, self.scale.heading)
        title_mm = self.words_mm - _NUMBER_MM
        title = balanced_lines(study.title, self.fonts, style, title_mm)
        if is_line and len(title) > 1:
            title = balanced_lines(study.short_title, self.fonts, style, title_mm)
        byline = " \u00b7 ".join(chapter.byline)
        small = self.fonts.width_pt(byline, TEXT_FAMILY, 400, self.scale.small) / POINTS_PER_MM
        metric = study.panel.metrics[0] if study.panel else None
        figure = None
        if metric is not None:
            large = self.fonts.lettering.entry_figure_size
            sizes = (_LINE_FIGURE_PT, _LINE_WORDS_PT) if is_line else (large, _WORDS_PT)
            size = sizes[metric.figure.is_words]
            figure = set_figure(metric.figure, self.fonts, size, self.geometry.rail)
        return EntrySetting(
            slug=study.slug,
            title=title,
            byline=byline,
            byline_lines=math.ceil(small * _RAGGED / self.words_mm),
            original=study.original,
            view=metric.figure if metric else None,
            figure=figure,
            label=plain_text(metric.label or metric.context) if metric else "",
        )
