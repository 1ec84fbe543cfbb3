"""The skill matrix in words: lines of the CV, a table of the booklet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.profile import Profile, text_in
from casedoc.locale.catalog import message
from casedoc.locale.dates import format_short_period
from casedoc.locale.typed_units import format_months
from casedoc.view.booklet import SkillRow, SkillTable
from casedoc.view.cv import FactsView, FactView
from casedoc.view.skills import Skill, SkillChoice, grouped, skills_of
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.content.case_study import CaseStudy
    from casedoc.locale.spec import LocaleSpec


def skill_facts(
    studies: Sequence[CaseStudy], profile: Profile | None, choice: SkillChoice, target: LocaleSpec
) -> tuple[FactsView, ...]:
    """Return a section of label and value lines for each group of technologies."""
    heading = message("Experience", target)
    return tuple(
        FactsView(
            "matrix",
            f"{heading}: {name}" if name else heading,
            tuple(FactView(skill.name, _line(skill, target)) for skill in skills),
        )
        for name, skills in _groups(studies, profile, choice, target)
    )


def skill_table(
    studies: Sequence[CaseStudy], profile: Profile | None, choice: SkillChoice, target: LocaleSpec
) -> SkillTable | None:
    """Return the table of the booklet; none where no technology is named."""
    groups = tuple(
        (
            name,
            tuple(
                SkillRow(one.name, str(one.projects), _months(one, target), _last(one, target))
                for one in skills
            ),
        )
        for name, skills in _groups(studies, profile, choice, target)
    )
    if not groups:
        return None
    return SkillTable(
        message("Experience", target),
        (
            message("Technology", target),
            message("Projects", target),
            message("Duration", target),
            message("Last used", target),
        ),
        groups,
    )


def _groups(
    studies: Sequence[CaseStudy], profile: Profile | None, choice: SkillChoice, target: LocaleSpec
) -> tuple[tuple[str, tuple[Skill, ...]], ...]:
    """Return skills by the groups of the profile; alone, what is in none needs no heading."""
    typesetter = Typesetter(target)
    known = [
        (typesetter.text(text_in(skill.name, target.tag)), tuple(skill.keywords))
        for skill in (profile.skills if profile else ())
    ]
    found = grouped(skills_of(studies, choice), known, choice)
    if len(found) > 1:
        others = message("Other technologies", target)
        return tuple((name or others, skills) for name, skills in found)
    return found


def _line(skill: Skill, target: LocaleSpec) -> str:
    """Return what is said of a technology: `38 Monate, zuletzt 09/2023, 3 Projekte`."""
    count = str(skill.projects)
    one, many = message("{n} project", target, n=count), message("{n} projects", target, n=count)
    last = _last(skill, target)
    parts = (
        _months(skill, target),
        message("last used {date}", target, date=last) if last else "",
        one if skill.projects == 1 else many,
    )
    return Typesetter(target).text(", ".join(part for part in parts if part))


def _months(skill: Skill, target: LocaleSpec) -> str:
    return format_months(skill.months, target) if skill.months else ""


def _last(skill: Skill, target: LocaleSpec) -> str:
    return format_short_period(skill.last, skill.last, target, "") if skill.last else ""
