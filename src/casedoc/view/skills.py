"""The skill matrix: for each technology how long it was used, when last, and in how many projects.

Months of several projects count once. A month that a period touches counts whole; of a period in
years, all months of both. Work that still lasts ends on the day that today means.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.locale.alphabet import alphabetical
from casedoc.locale.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from casedoc.content.case_study import CaseStudy

_MONTHS: Final = 12


@dataclass(frozen=True, slots=True)
class SkillChoice:
    """What a skill matrix is made by."""

    as_of: PartialDate | None = None
    """When work that still lasts is taken to end."""
    aliases: tuple[tuple[str, str], ...] = ()
    """Pairs of a technology, in lower case, and what it is called."""

    def name(self, technology: str) -> str:
        """Return what a technology is called."""
        return dict(self.aliases).get(technology.casefold(), technology)


@dataclass(frozen=True, slots=True)
class Skill:
    """One technology."""

    name: str
    """What it is called: its alias, or the spelling that is used most."""
    months: int
    """Months in which it was used, each once; 0 where no project has a period."""
    last: PartialDate | None
    """When it was used last, in months or years; none where no project has a date."""
    projects: int
    """Number of projects."""


def skills_of(studies: Iterable[CaseStudy], choice: SkillChoice) -> tuple[Skill, ...]:
    """Return the technologies of case studies, those of most months first.

    Args:
        studies: The case studies, each once.
        choice: What the matrix is made by.
    """
    users: dict[str, list[CaseStudy]] = {}
    spellings: dict[str, Counter[str]] = {}
    for study in studies:
        for name in dict.fromkeys(map(choice.name, study.technologies)):
            key = name.casefold()
            spellings.setdefault(key, Counter())[name] += 1
            if study not in users.setdefault(key, []):
                users[key].append(study)
    skills = [
        Skill(
            name=spellings[key].most_common(1)[0][0],
            months=len(_months(using, choice.as_of)),
            last=_last(using, choice.as_of),
            projects=len(using),
        )
        for key, using in users.items()
    ]
    return tuple(sorted(skills, key=_most_first))


def _most_first(skill: Skill) -> tuple[object, ...]:
    year, month, day = skill.last.sort_key if skill.last else (0, 0, 0)
    return (-skill.months, (-year, -month, -day), -skill.projects, alphabetical(skill.name))


def _months(studies: Sequence[CaseStudy], as_of: PartialDate | None) -> set[int]:
    """Return the months of all periods, counted from year 0."""
    found: set[int] = set()
    for study in studies:
        if study.period is not None:
            end = study.period.end or as_of or study.period.start
            found.update(range(first_month(study.period.start), last_month(end) + 1))
    return found


def first_month(date: PartialDate) -> int:
    """Return the first month that a date touches, counted from year 0."""
    return date.year * _MONTHS + (date.month or 1) - 1


def last_month(date: PartialDate) -> int:
    """Return the last month that a date touches, counted from year 0."""
    return date.year * _MONTHS + (date.month or _MONTHS) - 1


def _last(studies: Sequence[CaseStudy], as_of: PartialDate | None) -> PartialDate | None:
    """Return when the last of several case studies ended, without its day."""
    ends = []
    for study in studies:
        lasts = study.period is not None and study.period.end is None
        end = (as_of or study.last_date) if lasts else study.last_date
        if end is not None:
            ends.append(end)
    newest = max(ends, key=lambda date: (last_month(date), date.sort_key), default=None)
    return PartialDate(newest.year, newest.month) if newest is not None else None


def grouped(
    skills: Sequence[Skill], groups: Sequence[tuple[str, Sequence[str]]], choice: SkillChoice
) -> tuple[tuple[str, tuple[Skill, ...]], ...]:
    """Return skills by group: those that no group has come last, under an empty heading.

    Args:
        skills: The skills in order.
        groups: Heading and technologies of each group.
        choice: What technologies are called.
    """
    left = {skill.name.casefold(): skill for skill in skills}
    found = []
    for heading, names in groups:
        keys = {choice.name(name).casefold() for name in names}
        own = tuple(skill for key, skill in left.items() if key in keys)
        left = {key: skill for key, skill in left.items() if key not in keys}
        if own:
            found.append((heading, own))
    return (*found, ("", tuple(left.values()))) if left else tuple(found)
