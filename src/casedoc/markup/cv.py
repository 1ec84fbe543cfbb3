"""What the CV's template is given beside the view."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from casedoc.markup.balance import TextStyle, widths_of
from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.kind import PageKind
from casedoc.markup.tokens import TEXT_FAMILY
from casedoc.source.element import plain_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.world import World
    from casedoc.markup.setting import FitSetting
    from casedoc.markup.theme import Theme
    from casedoc.view.cv import CvView, ProjectView, ResultView

MOST_RESULTS: Final = 3
"""Figures of a project's result band."""
_SPARE_MM: Final = 0.5
"""What the sum of measured widths may be wrong by, kerning being left out."""
_SEPARATOR: Final = "\u00a0· "


def cv_context(view: CvView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `cv.html` is given."""
    return {
        "fill": partial(fill_behind, page),
        "writers": {project.slug: page.writer(project.slug) for project in view.projects},
        "results": {
            project.slug: band_of(project, view.result_label, page) for project in view.projects
        },
    }


def shown_results(
    view: CvView, theme: Theme, setting: FitSetting, world: World
) -> Mapping[str, tuple[ResultView, ...]]:
    """Return the results that the printed CV shows of each project, by its slug.

    Args:
        view: The CV.
        theme: How it looks.
        setting: How large it is set.
        world: The door to the disk.
    """
    page = PageContext(PageKind.CV, theme, setting, PageCollector(world, theme.fonts))
    return {one.slug: band_of(one, view.result_label, page) for one in view.projects}


def fill_behind(page: PageContext, label: str, *, is_period: bool) -> str:
    """Return the spaces that reach from the end of a label to its value, less the last one.

    *Why* spaces where an indent would do: whoever reads a PDF by the places of its letters takes
    a wide gap for the space between two columns, and would read all labels before all values.

    Args:
        page: Gives indents, size and fonts.
        label: The label as it is printed.
        is_period: Whether it is a period, which takes more room than other labels.
    """
    design = page.design.cv
    indent = design.period_indent if is_period else design.label_indent
    bold = TextStyle(TEXT_FAMILY, 600, page.scale.body)
    taken, space = widths_of((label, " "), page.fonts, bold)
    return " " * max(0, math.floor((indent * POINTS_PER_MM - taken) / space) - 1)


def band_of(project: ProjectView, label: str, page: PageContext) -> tuple[ResultView, ...]:
    """Return the results that a project's band shows on its one line, at most three.

    Those of the author's own choice are all shown; of those that were found, one that no longer
    fits makes room for the next. Words are never cut.

    Args:
        project: The project.
        label: What stands before the results, without colon.
        page: Gives measure, size and fonts.
    """
    if project.results_are_chosen:
        return project.results
    bold = TextStyle(TEXT_FAMILY, 600, page.scale.body)
    plain = TextStyle(TEXT_FAMILY, 400, page.scale.body)
    room = (page.geometry.measure - _SPARE_MM) * POINTS_PER_MM
    room -= sum(widths_of((f"{label}:",), page.fonts, bold))
    kept: list[ResultView] = []
    for result in project.results:
        words = f" {plain_text(result.words)}{_SEPARATOR if kept else ''} "
        width = sum(widths_of((result.figure.text,), page.fonts, bold))
        width += sum(widths_of((words,), page.fonts, plain))
        if width <= room and len(kept) < MOST_RESULTS:
            kept.append(result)
            room -= width
    return tuple(kept) or project.results[:1]
