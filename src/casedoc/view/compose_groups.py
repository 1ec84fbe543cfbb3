"""Case studies put together under headings: by category or by year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.locale.alphabet import alphabetical
from casedoc.locale.catalog import message
from casedoc.view.booklet import GroupView
from casedoc.view.compose_study import original_of
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.content.case_study import CaseStudy
    from casedoc.locale.spec import LocaleSpec
    from casedoc.view.grouping import Grouping

_YEAR = "year"
_CATEGORY = "category"


def in_groups(
    studies: Sequence[CaseStudy], grouping: Grouping, target: LocaleSpec
) -> tuple[tuple[CaseStudy, ...], tuple[GroupView, ...]]:
    """Put case studies together.

    Categories stand in the order of their first case studies, years from the newest back. What
    has neither stands at the end, under a heading from the catalog. Inside a group the order stays.

    Args:
        studies: The case studies in order.
        grouping: What they are put together by.
        target: The language of the document.

    Returns:
        The case studies in their new order, and their groups; none where nothing tells them apart.
    """
    groups: dict[str, list[CaseStudy]] = {}
    for study in studies:
        groups.setdefault(_key(study, grouping), []).append(study)
    if not any(groups):
        return tuple(studies), ()
    keys = sorted(groups, reverse=True) if grouping.by == _YEAR else list(groups)
    keys.sort(key=lambda key: not key)
    ordered = tuple(study for key in keys for study in groups[key])
    return ordered, tuple(_group(key, groups[key], grouping, target) for key in keys)


def _key(study: CaseStudy, grouping: Grouping) -> str:
    """Return what is the same for all case studies of a group; empty where it is missing."""
    if grouping.by == _CATEGORY:
        return alphabetical(" ".join(study.category.split())) if study.category else ""
    if grouping.by != _YEAR:
        return ""
    lasts = study.period is not None and study.period.end is None
    date = grouping.as_of if lasts and grouping.as_of else study.last_date
    return f"{date.year:04}" if date else ""


def _group(
    key: str, studies: Sequence[CaseStudy], grouping: Grouping, target: LocaleSpec
) -> GroupView:
    """Return one group with its heading."""
    slugs = tuple(study.slug for study in studies)
    first = studies[0]
    if not key:
        return GroupView(message("Other case studies", target), slugs)
    if grouping.by == _YEAR:
        return GroupView(key.lstrip("0"), slugs)
    return GroupView(
        Typesetter(first.locale).text(first.category), slugs, original_of(first, target)
    )
