"""The arithmetic of the skill matrix: overlaps, open ends, months at both edges."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.content.reading import study_of
from tests.view.views import profile_of, spec

from casedoc.content.case_study import CaseStudy, Period
from casedoc.locale.dates import PartialDate
from casedoc.view.compose_skills import skill_facts, skill_table
from casedoc.view.skills import Skill, SkillChoice, first_month, grouped, last_month, skills_of

STUDY = study_of("title: A\ntechnologies: [Go]")
TODAY = PartialDate(2026, 3)
DATES = st.builds(PartialDate, st.integers(1990, 2030), st.none() | st.integers(1, 12))


def used(period: Period | None, *names: str, slug: str = "a") -> CaseStudy:
    return replace(STUDY, slug=slug, period=period, technologies=names or ("Go",))


def months(*periods: Period | None) -> int:
    studies = [used(one, slug=f"s{number}") for number, one in enumerate(periods)]
    (skill,) = skills_of(studies, SkillChoice(TODAY))
    assert skill.projects == len(periods)
    return skill.months


def between(start: tuple[int, int | None], end: tuple[int, int | None] | None) -> Period:
    return Period(PartialDate(*start), PartialDate(*end) if end else None)


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ([between((2022, 3), (2022, 3))], 1),
        ([between((2022, 3), (2023, 2))], 12),
        ([between((2022, None), (2023, None))], 24),
        ([between((2022, 3), (2022, None))], 10),
        ([between((2025, 12), None)], 4),
        ([between((2027, 1), None)], 0),
        ([between((2022, 1), (2022, 6)), between((2022, 4), (2022, 9))], 9),
        ([between((2022, 1), (2022, 6)), between((2022, 7), (2022, 9))], 9),
        ([between((2022, 1), (2022, 12)), between((2022, 4), (2022, 9))], 12),
        ([None], 0),
    ],
)
def test_months(periods: list[Period | None], expected: int) -> None:
    assert months(*periods) == expected


@given(st.lists(st.tuples(DATES, st.none() | DATES), min_size=1, max_size=6))
def test_the_union_counts_each_month_once(
    pairs: list[tuple[PartialDate, PartialDate | None]],
) -> None:
    """Counted month by month, by asking each period whether it touches it."""
    periods = [Period(start, end) for start, end in pairs]
    expected = 0
    for number in range(1980 * 12, 2040 * 12):
        year, month = divmod(number, 12)
        expected += any(_touches(one, year, month + 1) for one in periods)
    assert months(*periods) == expected


def _touches(period: Period, year: int, month: int) -> bool:
    end = period.end or TODAY
    return (period.start.year, period.start.month or 1) <= (year, month) and (
        (year, month) <= (end.year, end.month or 12)
    )


@given(st.lists(st.tuples(DATES, DATES), min_size=1, max_size=5), st.randoms())
def test_order_and_repetition_change_nothing(
    pairs: list[tuple[PartialDate, PartialDate]], chance: object
) -> None:
    periods = [Period(start, end) for start, end in pairs]
    shuffled = list(periods)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert months(*periods) == months(*shuffled) == months(*periods, *periods)


@given(DATES, DATES)
def test_a_period_has_the_months_between_its_edges(one: PartialDate, other: PartialDate) -> None:
    start, end = sorted((one, other), key=lambda date: (date.year, date.month or 0))
    assert months(Period(start, end)) == max(0, last_month(end) - first_month(start) + 1)


def test_last_use_is_the_latest_end_and_work_that_lasts_is_used_now() -> None:
    old, new = between((2020, 1), (2021, 5)), between((2019, 1), (2023, None))
    (skill,) = skills_of([used(old), used(new, slug="b")], SkillChoice(TODAY))
    assert skill.last == PartialDate(2023)
    (skill,) = skills_of([used(between((2020, 1), None))], SkillChoice(TODAY))
    assert skill.last == TODAY
    (skill,) = skills_of([replace(STUDY, date=PartialDate(2020, 5, 17))], SkillChoice(TODAY))
    assert (skill.last, skill.months) == (PartialDate(2020, 5), 0)


def test_aliases_and_case_are_one_technology_and_a_study_counts_once() -> None:
    studies = [
        used(between((2022, 1), (2022, 2)), "k8s", "Kubernetes", "helm"),
        used(between((2022, 3), (2022, 3)), "kubernetes", "Helm", slug="b"),
        used(None, "Helm", slug="c"),
    ]
    choice = SkillChoice(TODAY, (("k8s", "Kubernetes"),))
    assert skills_of(studies, choice) == (
        Skill("Helm", 3, PartialDate(2022, 3), 3),
        Skill("Kubernetes", 3, PartialDate(2022, 3), 2),
    )


def test_groups_are_those_of_the_profile_and_the_rest_comes_last() -> None:
    skills = [Skill(name, 1, None, 1) for name in ("Go", "Kubernetes", "SQL")]
    choice = SkillChoice(None, (("k8s", "Kubernetes"),))
    found = grouped(skills, [("Ops", ["K8S"]), ("Other", ["COBOL"]), ("Data", ["sql"])], choice)
    assert [(heading, [one.name for one in own]) for heading, own in found] == [
        ("Ops", ["Kubernetes"]),
        ("Data", ["SQL"]),
        ("", ["Go"]),
    ]


PROFILE = "skills: [{name: {de: Betrieb, en: Operations}, keywords: [Helm]}]\n"


def test_words_in_both_languages() -> None:
    studies = [used(between((2022, 1), (2025, 2)), "Helm", "Go"), used(None, "Go", slug="b")]
    profile = profile_of(PROFILE)
    german = skill_facts(studies, profile, SkillChoice(TODAY), spec("de"))
    assert [section.heading for section in german] == [
        "Erfahrung: Betrieb",
        "Erfahrung: Weitere Technologien",
    ]
    assert german[0].facts[0].value == "38\u00a0Monate, zuletzt 02/2025, 1 Projekt"
    english = skill_table(studies, profile, SkillChoice(TODAY), spec("en"))
    assert english is not None
    assert english.heads == ("Technology", "Projects", "Duration", "Last used")
    row = english.groups[1][1][0]
    assert (row.name, row.projects, row.months, row.last) == (
        "Go",
        "2",
        "38\u00a0months",
        "02/2025",
    )


def test_without_technologies_there_is_no_table() -> None:
    assert skill_table([replace(STUDY, technologies=())], None, SkillChoice(), spec()) is None
