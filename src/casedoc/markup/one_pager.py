"""What the one-pager's template is given beside the view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from casedoc.markup.geometry import POINTS_PER_MM
from casedoc.markup.panel import set_panel
from casedoc.markup.rail import RailSetter
from casedoc.markup.title import set_title
from casedoc.markup.tokens import TEXT_FAMILY, token_style
from casedoc.view.study import Arrangement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.markup.context import PageContext
    from casedoc.view.one_pager import OnePagerView
    from casedoc.view.study import ContactView


def one_pager_context(view: OnePagerView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `one-pager.html` is given."""
    study = view.study
    write = page.writer(study.slug)
    return {
        "study": study,
        "write": write,
        "title": set_title(
            study.title,
            page.fonts,
            page.scale,
            page.geometry.measure,
            page.design.common.title_measure,
        ),
        "panel": set_panel(study.panel, page, write) if study.panel else None,
        "rails": RailSetter(page.geometry, page.scale, page.fonts),
        "is_split": study.arrangement is Arrangement.SPLIT,
        "is_dense": page.setting.dense,
        "footer_style": token_style({"--footer-lines": str(_footer_lines(view.contact, page))}),
    }


def _footer_lines(contact: ContactView | None, page: PageContext) -> int:
    """Return how many lines the longest cell of the footer takes."""
    if contact is None:
        return 0
    measure = page.geometry.column * POINTS_PER_MM
    size = page.design.one_pager.footer_size
    cells = (
        (contact.name, contact.role),
        (contact.email, contact.phone),
        (contact.url, contact.city),
    )
    return max(
        sum(
            math.ceil(page.fonts.width_pt(line, TEXT_FAMILY, 600, size) / measure) for line in lines
        )
        for lines in cells
    )
