"""Case studies are put together by category or by year."""

import pytest
from tests.content.reading import study_of
from tests.view.views import spec

from casedoc.content.case_study import CaseStudy
from casedoc.locale.dates import PartialDate
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_groups import in_groups
from casedoc.view.grouping import Grouping


def study(slug: str, *lines: str, language: str = "de") -> CaseStudy:
    given = (f"title: Fall {slug}", f"slug: {slug}", f"lang: {language}", *lines)
    return study_of("\n".join(given))


STUDIES = (
    study("a", "category: Netze", "date: 2021-03"),
    study("b", "period: 2019-01/2022-06"),
    study("c", "category: Ablösung", "period: {start: 2018-05, end: present}"),
    study("d", "category:  netze", "date: 2022"),
)


def groups_of(by: str, *studies: CaseStudy, as_of: int = 2024) -> list[tuple[str, str]]:
    """Return heading and slugs of each group."""
    grouping = Grouping(by, PartialDate(as_of))
    ordered, groups = in_groups(studies or STUDIES, grouping, spec("de"))
    assert [one.slug for one in ordered] == [slug for group in groups for slug in group.slugs]
    return [(group.heading, " ".join(group.slugs)) for group in groups]


def test_categories_follow_their_first_studies_and_what_has_none_is_last() -> None:
    assert groups_of("category") == [
        ("Netze", "a d"),
        ("Ablösung", "c"),
        ("Weitere Fallstudien", "b"),
    ]


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [
        (2024, [("2024", "c"), ("2022", "b d"), ("2021", "a")]),
        (2022, [("2022", "b c d"), ("2021", "a")]),
    ],
)
def test_years_go_back_from_the_newest(as_of: int, expected: list[tuple[str, str]]) -> None:
    assert groups_of("year", as_of=as_of) == expected


def test_a_study_without_a_year_is_last() -> None:
    undated = study("e")
    assert groups_of("year", undated, STUDIES[0]) == [("2021", "a"), ("Weitere Fallstudien", "e")]


@pytest.mark.parametrize("by", ["none", "category", "year"])
def test_where_nothing_tells_them_apart_there_are_no_groups(by: str) -> None:
    alone = (study("x"), study("y"))
    assert in_groups(alone, Grouping(by), spec("de")) == (alone, ())


def test_the_chapters_follow_their_groups() -> None:
    booklet = compose_booklet(STUDIES, None, spec("de"), Grouping("category")).value
    assert booklet is not None
    assert [chapter.study.slug for chapter in booklet.chapters] == ["a", "d", "c", "b"]
    assert [chapter.ordinal for chapter in booklet.chapters][1] == "Fallstudie 2 von 4"
    assert [group.slugs for group in booklet.groups] == [("a", "d"), ("c",), ("b",)]


def test_a_category_in_another_language_says_which() -> None:
    original = study("z", "category: Networks", language="en")
    _ordered, groups = in_groups((original,), Grouping("category"), spec("de"))
    assert groups[0].original is not None
    assert groups[0].original.language == "en"
    assert in_groups(STUDIES[:1], Grouping("category"), spec("de"))[1][0].original is None
