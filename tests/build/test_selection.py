"""Which case studies are meant: values of one flag widen, different flags narrow."""

import pytest
from tests.build.studies import project_of, study

from casedoc.base.codes import Code
from casedoc.build.selection import Selection, in_order, select, unknown_slugs
from casedoc.locale.dates import PartialDate

PROJECT = project_of(
    {
        "alpha.md": study(
            "A", "date: 2021", "category: Web", "technologies: [Python, Go]", "featured: true"
        ),
        "beta.md": study(
            "B", "date: 2022-05", "category: Data", "technologies: [Kafka]", "tags: [stream]"
        ),
        "gamma.md": study(
            "C",
            "period: {start: 2020-01, end: present}",
            "category: web",
            "tags: [Lead]",
            "featured: true",
        ),
        "delta.md": study("D", "date: 2023-02-10", "weight: 5", "technologies: [python]"),
        "undated.md": study("E"),
        "draft.md": study("F", "date: 2024", "draft: true", "featured: true"),
    }
)
AS_OF = PartialDate(2022, 12)


def chosen(selection: Selection, as_of: PartialDate | None = AS_OF) -> list[str]:
    studies, found = select(PROJECT, selection, "de", as_of)
    assert found == ()
    return [one.slug for one in studies]


def test_the_project_is_sound() -> None:
    assert len(PROJECT.studies) == 6
    assert [one for file in PROJECT.files for one in file.diagnostics] == []


def test_weight_leads_then_the_newest() -> None:
    assert chosen(Selection()) == ["delta", "gamma", "beta", "alpha", "undated"]


def test_lasting_work_ends_on_the_day_it_is() -> None:
    assert chosen(Selection(), PartialDate(2021, 6)) == [
        "delta", "beta", "gamma", "alpha", "undated"
    ]  # fmt: skip


def test_equal_dates_go_by_slug() -> None:
    twins = project_of({"b.md": study("B", "date: 2020"), "a.md": study("A", "date: 2020")})
    assert [one.slug for one in in_order(twins.studies, None)] == ["a", "b"]


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("weight", "delta gamma beta alpha undated"),
        ("date", "delta gamma beta alpha undated"),
        ("category", "beta gamma alpha delta undated"),
    ],
)
def test_orders(order: str, expected: str) -> None:
    studies = [one for one in PROJECT.studies if not one.draft]
    assert [one.slug for one in in_order(studies, AS_OF, order)] == expected.split()


def test_by_date_weight_does_not_lead() -> None:
    project = project_of(
        {"a.md": study("A", "date: 2020", "weight: 1"), "b.md": study("B", "date: 2021")}
    )
    assert [one.slug for one in in_order(project.studies, None, "weight")] == ["a", "b"]
    assert [one.slug for one in in_order(project.studies, None, "date")] == ["b", "a"]


@pytest.mark.parametrize(
    ("selection", "expected"),
    [
        (Selection(featured=True), ["gamma", "alpha"]),
        (Selection(categories=("WEB",)), ["gamma", "alpha"]),
        (Selection(categories=("web", "data")), ["gamma", "beta", "alpha"]),
        (Selection(technologies=("python",)), ["delta", "alpha"]),
        (Selection(technologies=("Go", "Kafka")), ["beta", "alpha"]),
        (Selection(tags=("lead", "stream")), ["gamma", "beta"]),
        (Selection(categories=("web",), technologies=("python",)), ["alpha"]),
        (Selection(featured=True, tags=("stream",)), []),
        (Selection(categories=("nothing",)), []),
        (Selection(slugs=("beta", "alpha")), ["beta", "alpha"]),
        (Selection(slugs=("beta",), featured=True, categories=("web",)), ["beta"]),
        (Selection(slugs=("draft",)), []),
    ],
)
def test_one_flag_widens_and_two_narrow(selection: Selection, expected: list[str]) -> None:
    assert chosen(selection) == expected


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (PartialDate(2022), None, ["delta", "gamma", "beta"]),
        (PartialDate(2022, 5), None, ["delta", "gamma", "beta"]),
        (PartialDate(2022, 6), None, ["delta", "gamma"]),
        (PartialDate(2023, 2, 11), None, []),
        (None, PartialDate(2021), ["alpha"]),
        (None, PartialDate(2022, 5), ["beta", "alpha"]),
        (None, PartialDate(2023, 2, 9), ["gamma", "beta", "alpha"]),
        (None, PartialDate(2023), ["delta", "gamma", "beta", "alpha"]),
        (PartialDate(2022), PartialDate(2022), ["gamma", "beta"]),
    ],
)
def test_since_and_until_go_by_the_end(
    since: PartialDate | None, until: PartialDate | None, expected: list[str]
) -> None:
    assert chosen(Selection(since=since, until=until)) == expected


@pytest.mark.parametrize(
    ("path", "lang", "expected"),
    [
        ("de/one.md", "de", "content/en/one.md"),
        ("one.md", "de", "content/one.en.md"),
        ("one.de.md", "de", "content/one.en.md"),
        ("deep/de/one.md", "de", "content/deep/en/one.md"),
        ("de/deep/de/one.md", "de", "content/de/deep/en/one.md"),
        ("de/one.de.md", "de", "content/de/one.en.md"),
        ("one.markdown", "de", "content/one.en.markdown"),
    ],
)
def test_a_missing_translation_names_the_file_to_write(path: str, lang: str, expected: str) -> None:
    project = project_of({path: study("A", f"lang: {lang}")}, "de", "en")
    studies, (found,) = select(project, Selection(), "en", None)
    assert studies == ()
    assert (found.code, found.hint) == (Code.TRANSLATION_MISSING, f"write `{expected}`")
    assert not found.is_error


def test_a_translation_needs_the_slug_where_the_name_is_another() -> None:
    project = project_of({"eins.md": study("A", "lang: de", "slug: one")}, "de", "en")
    _studies, (found,) = select(project, Selection(), "en", None)
    assert found.hint == "write `content/eins.en.md` with `slug: one`"
    files = {"de/eins.md": study("A", "slug: one"), "en/eins.md": study("B")}
    _studies, (found,) = select(project_of(files, "de", "en"), Selection(), "en", None)
    assert found.hint == "give `content/en/eins.md` the slug `one`, or write another file in `en`"


def test_drafts_wait_for_no_translation() -> None:
    files = {
        "de/one.md": study("A", "draft: true"),
        "de/two.md": study("B"),
        "en/two.md": study("B", "draft: true"),
    }
    assert select(project_of(files, "de", "en"), Selection(), "en", None) == ((), ())


def test_a_translation_that_is_not_selected_is_not_missing() -> None:
    files = {"de/one.md": study("A", "featured: true"), "en/one.md": study("A")}
    assert select(project_of(files, "de", "en"), Selection(featured=True), "en", None) == ((), ())


def test_fallback_takes_the_original_and_says_so() -> None:
    files = {
        "de/one.md": study("A", "date: 2020"),
        "de-AT/one.md": study("A", "date: 2020"),
        "en/two.md": study("B", "date: 2021"),
        "de/three.md": study("C", "date: 2022"),
        "en/three.md": study("C", "draft: true"),
    }
    project = project_of(files, "de", "de-AT", "en")
    studies, found = select(project, Selection(), "en", None, fallback=True)
    assert [one.path for one in studies] == [
        "content/de/three.md", "content/en/two.md", "content/de/one.md"
    ]  # fmt: skip
    assert sorted((one.message, one.hint) for one in found) == [
        ("`one` is missing in `en`; the original in `de` is printed", "write `content/en/one.md`"),
        ("`three` is a draft in `en`; the original in `de` is printed", "finish the translation"),
    ]
    assert {one.code for one in found} == {Code.TRANSLATION_MISSING}


def test_fallback_does_not_hide_a_broken_translation() -> None:
    files = {"de/one.md": study("A"), "en/one.md": study("A", "date: 2023-02-30")}
    project = project_of(files, "de", "en")
    assert select(project, Selection(), "en", None, fallback=True) == ((), ())


def test_a_broken_translation_is_not_missing() -> None:
    files = {"de/one.md": study("A"), "en/one.md": study("A", "date: 2023-02-30")}
    _studies, found = select(project_of(files, "de", "en"), Selection(), "en", None)
    assert found == ()


@pytest.mark.parametrize(
    ("slug", "message", "hint"),
    [
        ("alpa", "there is no case study `alpa`", "did you mean `alpha`?"),
        ("zzz", "there is no case study `zzz`", "`casedoc list` shows all"),
        (
            "draft",
            "`draft` is a draft and is left out",
            "add `--drafts` to build it",
        ),
    ],
)
def test_an_unknown_slug_gets_a_suggestion(slug: str, message: str, hint: str) -> None:
    (found,) = unknown_slugs(PROJECT, ("alpha", slug))
    assert (found.code, found.message, found.hint) == (Code.NOTHING_SELECTED, message, hint)
