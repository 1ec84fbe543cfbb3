"""What the one-pager's template is given beside the view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, Final

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.panel import set_panel
from casedoc.markup.rail import RailSetter
from casedoc.markup.setting import PageArrangement
from casedoc.markup.title import set_title
from casedoc.markup.tokens import TEXT_FAMILY, token_style
from casedoc.view.study import Arrangement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.markup.context import PageContext
    from casedoc.view.one_pager import OnePagerView
    from casedoc.view.study import ContactView, SectionView, StudyView

_SPLIT: Final = frozenset({PageArrangement.ORDINARY, PageArrangement.DENSE})
_CLOSE: Final = frozenset({PageArrangement.DENSE, PageArrangement.COLUMNS})


def one_pager_context(view: OnePagerView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `one-pager.html` is given."""
    study = view.study
    write = page.writer(study.slug)
    arrangement = page.setting.arrangement
    is_columns = arrangement is PageArrangement.COLUMNS
    is_split = is_split_at(study, arrangement)
    before, after = sections_around(study, is_split=is_split)
    footer_lines = _footer_lines(view.contact, page)
    return {
        "study": study,
        "write": write,
        "title": set_title(
            study.title,
            page.fonts,
            page.scale,
            page.geometry.measure,
            page.design.common.title_measure,
            most_lines=1 if is_columns else 2,
        ),
        "panel": set_panel(study.panel, page, write) if study.panel else None,
        "rails": RailSetter(page.geometry, page.scale, page.fonts),
        "arrangement": arrangement.value,
        "is_columns": is_columns,
        "is_split": is_split,
        "is_dense": arrangement in _CLOSE,
        "before": before,
        "after": after,
        "code": page.site_code(view.contact) if page.theme.choice.one_pager_qr else None,
        "footer_lines": footer_lines,
        "footer_style": token_style({"--footer-lines": str(footer_lines)}),
    }


def is_split_at(study: StudyView, arrangement: PageArrangement) -> bool:
    """Tell whether problem and solution stand side by side."""
    return study.arrangement is Arrangement.SPLIT and arrangement in _SPLIT


def sections_around(
    study: StudyView, *, is_split: bool
) -> tuple[tuple[SectionView, ...], tuple[SectionView, ...]]:
    """Return the sections above the technologies and those below, in the order of the page.

    Args:
        study: The case study.
        is_split: Whether problem and solution stand side by side: then they are in neither.
    """
    problem, solution = (None, None) if is_split else (study.problem, study.solution)
    before = (*study.before, problem)
    after = (solution, *study.after, study.links, study.notes)
    return tuple(one for one in before if one), tuple(one for one in after if one)


def _footer_lines(contact: ContactView | None, page: PageContext) -> int:
    """Return how many lines the longest cell of the footer takes."""
    if contact is None:
        return 0
    measure = page.geometry.column * POINTS_PER_MM
    size = page.design.one_pager.footer_size
    cells = (
        ((contact.name, 600), (contact.role, 400)),
        ((contact.email, 400), (contact.phone, 400)),
        ((contact.url, 400), (contact.city, 400)),
    )
    return max(
        sum(
            math.ceil(page.fonts.width_pt(text, TEXT_FAMILY, weight, size) / measure)
            for text, weight in cell
        )
        for cell in cells
    )
