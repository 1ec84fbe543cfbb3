"""All selected studies become a booklet."""

from tests.content.reading import study_of
from tests.view.views import profile_of, spec

from casedoc.content.case_study import CaseStudy
from casedoc.content.profile import Profile
from casedoc.view.booklet import BookletView
from casedoc.view.compose_booklet import MOST_FIGURES, compose_booklet


def booklet_of(
    *studies: CaseStudy, profile: Profile | None = None, language: str = "de"
) -> BookletView:
    outcome = compose_booklet(studies, profile, spec(language))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def study(slug: str, *lines: str, figures: str = "") -> CaseStudy:
    metrics = ", ".join(f"{{value: {one}}}" for one in figures.split(","))
    given = (*lines, f"metrics: [{metrics}]") if figures else lines
    return study_of("\n".join((f"title: Fall {slug}", f"slug: {slug}", *given)))


def test_the_wall_has_all_first_figures_then_all_second_ones() -> None:
    booklet = booklet_of(
        study("a", figures="1 %,4 %,6 %"),
        study("b", "short-title: B", figures="2 %"),
        study("c", figures="täglich,3 %,5 %"),
    )
    wall = [(one.figure.number, one.caption) for one in booklet.cover.wall]
    assert wall == [
        ("1", "Fall a"),
        ("2", "B"),
        ("3", "Fall c"),
        ("4", "Fall a"),
        ("5", "Fall c"),
        ("6", "Fall a"),
    ]
    assert booklet.cover.titles == ()


def test_the_wall_has_at_most_ten_figures() -> None:
    studies = [study(f"a{number}", figures="1 %,2 %,3 %") for number in range(5)]
    wall = booklet_of(*studies).cover.wall
    assert len(wall) == MOST_FIGURES == 10
    assert [one.figure.number for one in wall] == ["1"] * 5 + ["2"] * 5


def test_without_number_figures_the_titles_stand_on_the_cover() -> None:
    cover = booklet_of(study("a", figures="täglich"), study("b")).cover
    assert (cover.wall, cover.titles) == ((), ("Fall a", "Fall b"))


def test_years_on_the_cover() -> None:
    first, last = study("a", "period: 2019-05/2021-02"), study("b", "date: 2024")
    assert booklet_of(first, last).cover.kicker == ("", "2019–2024", "")
    assert booklet_of(last).cover.kicker[1] == "2024"
    assert booklet_of(study("c")).cover.kicker[1] == ""


def test_cover_with_and_without_a_profile() -> None:
    profile = profile_of("  label: Architektin\n  location: {city: Köln}")
    cover = booklet_of(study("a"), profile=profile).cover
    assert (cover.title, cover.subtitle) == ("Jana Brandt", "Architektin")
    assert cover.kicker == ("Fallstudien", "", "Köln")
    without = booklet_of(study("a"))
    assert (without.cover.title, without.title, without.profile) == (
        "Fallstudien",
        "Fallstudien",
        None,
    )


def test_the_index_is_grouped_without_regard_to_case_and_accents() -> None:
    booklet = booklet_of(
        study("a", "technologies: [Übertragung, docker, Ansible, 3D-Druck, .NET, ßig]"),
        study("b", "technologies: [Docker, umami, Éclair, AWS, 5G]"),
    )
    index = [
        (group.letter, [(entry.name, entry.slugs) for entry in group.entries])
        for group in booklet.index
    ]
    assert index == [
        ("#", [(".NET", ("a",)), ("3D-Druck", ("a",)), ("5G", ("b",))]),
        ("A", [("Ansible", ("a",)), ("AWS", ("b",))]),
        ("D", [("docker", ("a", "b"))]),
        ("E", [("Éclair", ("b",))]),
        ("S", [("ßig", ("a",))]),
        ("U", [("Übertragung", ("a",)), ("umami", ("b",))]),
    ]
    assert booklet_of(study("a")).index == ()


def test_chapters_are_numbered_and_tell_what_they_are() -> None:
    chapters = booklet_of(
        study("a", "category: Web", "date: 2023-08", "role: Leitung"), study("b")
    ).chapters
    assert [chapter.ordinal for chapter in chapters] == ["Fallstudie 1 von 2", "Fallstudie 2 von 2"]
    assert [chapter.byline for chapter in chapters] == [("Web", "August 2023", "Leitung"), ()]
    assert [chapter.study.slug for chapter in chapters] == ["a", "b"]


def test_the_profile_page() -> None:
    profile = profile_of(
        "  summary: Ich baue um.\nskills:\n  - {name: Daten, keywords: [SQL, XML]}\n"
        "  - name: Netz\n"
        "languages:\n  - {language: Deutsch, fluency: Muttersprache}\n  - language: Polnisch\n"
    )
    page = booklet_of(study("a"), profile=profile).profile
    assert page is not None
    assert page.lead.replace("\u00a0", " ") == "Ich baue um."
    assert [lines for _heading, lines in page.sections] == [
        ("Daten: SQL, XML", "Netz"),
        ("Deutsch (Muttersprache)", "Polnisch"),
    ]
