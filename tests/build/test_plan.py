"""Which documents are made, and what their files are called."""

import pytest
from tests.build.studies import codes_of, project_of, study

from casedoc.base.codes import Code
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.plan import Plan, make_plan, targets_twice
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.content.settings import BookletSettings, OnePagerSettings, Settings
from casedoc.locale.dates import PartialDate
from casedoc.view.grouping import Grouping

PROFILE = "basics: {name: Jörg Müller-Groß}\n"
FILES = {
    "de/one.md": study("Eins", "date: 2020"),
    "de/two.md": study("Zwei", "date: 2021"),
    "en/one.md": study("One", "date: 2020"),
}


def plan_of(
    request: BuildRequest | None = None,
    settings: Settings | None = None,
    files: dict[str, str] | None = None,
    *languages: str,
) -> Plan:
    project = project_of(FILES if files is None else files, *languages)
    return make_plan(project, settings or Settings(), request or BuildRequest())


def names_of(plan: Plan) -> list[str]:
    return [name for job in plan.jobs for _form, name in job.targets]


def test_the_usual_documents_with_the_longest_work_first() -> None:
    plan = plan_of()
    assert names_of(plan) == ["portfolio.de.pdf", "cv.de.pdf", "two.de.pdf", "one.de.pdf"]
    assert plan.diagnostics == ()
    assert [[one.slug for one in job.studies] for job in plan.jobs] == [
        ["two", "one"], ["two", "one"], ["two"], ["one"]
    ]  # fmt: skip


def test_named_studies_become_one_pagers_alone() -> None:
    assert names_of(plan_of(BuildRequest(Selection(slugs=("one",))))) == ["one.de.pdf"]


def test_kinds_and_formats_are_chosen() -> None:
    request = BuildRequest(
        Selection(slugs=("one",)),
        kinds=(DocumentKind.PROJECTS,),
        formats=(Format.HTML, Format.PDF, Format.HTML),
    )
    assert names_of(plan_of(request)) == ["projects.de.html", "projects.de.pdf"]


def test_fallback_makes_documents_of_originals() -> None:
    plan = plan_of(BuildRequest(languages=("en",), fallback=True))
    assert names_of(plan) == ["portfolio.en.pdf", "cv.en.pdf", "two.en.pdf", "one.en.pdf"]
    assert [job.language.tag for job in plan.jobs] == ["en"] * 4
    assert [[one.locale.tag for one in job.studies] for job in plan.jobs] == [
        ["de", "en"], ["de", "en"], ["de"], ["en"]
    ]  # fmt: skip
    assert codes_of(plan.diagnostics) == [Code.TRANSLATION_MISSING.number]


def test_only_the_booklet_has_an_order_and_groups_of_its_own() -> None:
    given = {"order": "category", "group-by": "year"}
    settings = Settings(booklet=BookletSettings.model_validate(given))
    files = {
        "one.md": study("A", "category: Web", "weight: 1"),
        "two.md": study("B", "category: Data", "date: 2020"),
    }
    booklet, cv, *_one_pagers = plan_of(settings=settings, files=files).jobs
    assert [one.slug for one in booklet.studies] == ["two", "one"]
    assert booklet.grouping == Grouping("year", PartialDate(2020))
    assert [one.slug for one in cv.studies] == ["one", "two"]
    assert cv.grouping == Grouping()


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        ((), ["one.de.pdf"]),
        (("en",), ["one.en.pdf"]),
        (("en", "de", "en"), ["one.en.pdf", "one.de.pdf"]),
        (("all",), ["one.de.pdf", "one.en.pdf"]),
    ],
)
def test_languages(wanted: tuple[str, ...], expected: list[str]) -> None:
    request = BuildRequest(Selection(slugs=("one",)), languages=wanted)
    assert names_of(plan_of(request)) == expected


def test_an_unknown_language_is_wrong_usage() -> None:
    assert codes_of(plan_of(BuildRequest(languages=("tlh",))).diagnostics) == ["CD712"]


def test_a_missing_translation_is_left_out_with_a_warning() -> None:
    plan = plan_of(BuildRequest(languages=("en",), kinds=(DocumentKind.ONE_PAGER,)))
    assert names_of(plan) == ["one.en.pdf"]
    assert codes_of(plan.diagnostics) == ["CD701"]


def test_nothing_selected_is_an_error() -> None:
    plan = plan_of(BuildRequest(Selection(featured=True)))
    assert (plan.jobs, codes_of(plan.diagnostics)) == ((), ["CD702"])


def test_no_content_is_an_error() -> None:
    assert codes_of(plan_of(files={"_left-out.md": study("X")}).diagnostics) == ["CD702"]


@pytest.mark.parametrize(
    ("pattern", "with_profile", "expected"),
    [
        ("{name}.{lang}", True, "one.de.pdf"),
        ("{author}-{name}.{lang}", True, "joerg-mueller-gross-one.de.pdf"),
        ("{author}-{name}.{lang}", False, "one.de.pdf"),
        ("{name}-{profile}.{lang}", True, "one-de.pdf"),
        ("{profile}-{name}", True, "one.pdf"),
        ("Fallstudie_{name}", True, "Fallstudie_one.pdf"),
    ],
)
def test_file_names_follow_the_pattern(pattern: str, expected: str, *, with_profile: bool) -> None:
    files = FILES | ({"profile.yaml": PROFILE} if with_profile else {})
    settings = Settings(file_name=pattern)
    plan = plan_of(BuildRequest(Selection(slugs=("one",))), settings, files)
    assert names_of(plan) == [expected]


def test_two_documents_of_one_name_are_found_before_anything_is_printed() -> None:
    request = BuildRequest(Selection(slugs=("one",)), languages=("all",))
    plan = plan_of(request, Settings(file_name="{name}"))
    (found,) = targets_twice(plan.jobs)
    assert found.code is Code.TARGET_TWICE
    assert "`one.pdf`" in found.message


@pytest.mark.parametrize("slug", ["portfolio", "cv", "projects"])
def test_names_of_our_own_documents_are_reserved(slug: str) -> None:
    project = project_of({"x.md": study("X", f"slug: {slug}"), f"{slug}.md": study("Y")})
    assert project.studies == ()
    assert [codes_of(file.diagnostics) for file in project.files] == [["CD311"], ["CD311"]]


@pytest.mark.parametrize(("overflow", "expected"), [("flow", False), ("error", True)])
def test_overflow_is_handed_on(overflow: str, *, expected: bool) -> None:
    one_pager = OnePagerSettings.model_validate({"overflow": overflow})
    plan = plan_of(settings=Settings(one_pager=one_pager, booklet=BookletSettings()))
    assert {job.overflow_is_error for job in plan.jobs} == {expected}


@pytest.mark.parametrize(
    ("files", "slugs", "expected"),
    [
        ({"bad.md": study("X", "date: 2023-02-30")}, (), []),
        ({"bad.md": study("X", "date: 2023-02-30")}, ("bad",), []),
        ({"bad.md": study("X", "date: 2023-02-30"), "a.md": study("A")}, (), ["CD702"]),
    ],
)
def test_mistakes_explain_why_nothing_is_made(
    files: dict[str, str], slugs: tuple[str, ...], expected: list[str]
) -> None:
    plan = plan_of(BuildRequest(Selection(slugs, featured=True)), files=files)
    assert (plan.jobs, codes_of(plan.diagnostics)) == ((), expected)
