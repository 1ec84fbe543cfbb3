"""A profile and its studies become a CV."""

import pytest
from tests.content.reading import study_of
from tests.view.views import profile_of, spec, words

from casedoc.content.profile import Profile
from casedoc.view.compose_cv import compose_cv, compose_projects
from casedoc.view.cv import CvView, ProjectView


def project_of(*lines: str, body: str = "") -> ProjectView:
    study = study_of("\n".join(("title: Ein Fall", *lines)), body)
    [project] = compose_projects([study], None, spec()).projects
    return project


def cv_of(yaml: str) -> CvView:
    return compose_cv([], profile_of(yaml), spec())


def told(project: ProjectView) -> list[tuple[str, str]]:
    return [(one.figure.text.replace("\u00a0", " "), words(one.words)) for one in project.results]


def test_the_newest_comes_first() -> None:
    given = {
        "a": "date: 2021",
        "b": "period: 2015/present",
        "c": "period: 2010/2023-05",
        "d": "date: 2023-06",
        "e": "featured: no",
    }
    studies = [study_of(f"title: A\nslug: {slug}\n{line}") for slug, line in given.items()]
    projects = compose_projects(studies, None, spec()).projects
    assert [project.slug for project in projects] == ["b", "d", "c", "a", "e"]


@pytest.mark.parametrize(
    ("line", "period"),
    [
        ("period: 2022-02/2023-08", "02/2022 – 08/2023"),
        ("period: 2022-02/present", "02/2022 – heute"),
        ("period: 2022-02/2022-02", "02/2022"),
        ("period: 2022/2023", "2022 – 2023"),
        ("date: 2023-08-15", "08/2023"),
        ("slug: a", ""),
    ],
)
def test_period(line: str, period: str) -> None:
    assert project_of(line).period.replace("\u00a0", " ") == period


def test_results_that_have_words() -> None:
    body = (
        "## Ergebnisse\n\n- **70% Reduzierung** der Zeit (Mai)\n- Jetzt **3-fach** so viel\n"
        "- **5% Kosten**, sagt man\n- Nun **täglich**\n- **9% mehr** Ruhe\n"
    )
    assert told(project_of(body=body)) == [
        ("70 %", "Reduzierung der Zeit"),
        ("5 %", "Kosten"),
        ("täglich", ""),
        ("9 %", "mehr Ruhe"),
    ]


def test_the_hero_is_the_first_result() -> None:
    line = "metrics: [{value: 1%, label: a}, {value: 2%, label: b, hero: true}]"
    assert told(project_of(line)) == [("2 %", "b"), ("1 %", "a")]


def test_what_the_author_says_for_the_cv_takes_the_place() -> None:
    body = "## Lösung\n\n- Eins\n\n## Ergebnisse\n\n- **70% Reduzierung** der Zeit\n"
    line = (
        "cv: {title: Kurz, results: [98% Zufriedenheit, große Freude], bullets: [A -- b, C, D, E],"
        " technologies: [Go]}"
    )
    project = project_of(line, "technologies: [Java]", body=body)
    assert (project.title, project.technologies) == ("Kurz", ("Go",))
    assert told(project) == [("98 %", "Zufriedenheit"), ("große Freude", "")]
    assert [words(one) for one in project.bullets] == ["A – b", "C", "D", "E"]
    empty = project_of("cv: {results: [], bullets: [], technologies: []}", body=body)
    assert (empty.results, empty.bullets, empty.technologies) == ((), (), ())


def test_three_bullets_of_the_solution() -> None:
    body = "## Lösung\n\nText.\n\n- **Eins**: der Anfang\n- Zwei\n  - innen\n- Drei\n- Vier\n"
    bullets = [words(one) for one in project_of(body=body).bullets]
    assert bullets == ["Eins: der Anfang", "Zwei", "Drei"]


def test_without_bullets_there_is_a_short_text() -> None:
    body = "## Problem\n\nEs war langsam.\n\n## Lösung\n\nWir taten es.\n"
    assert [words(one) for one in project_of(body=body).bullets] == ["Wir taten es."]
    summary = project_of("summary: Kurz gesagt.", body=body).bullets
    assert [words(one) for one in summary] == ["Kurz gesagt."]
    assert project_of(body=f"## Lösung\n\n{'lang ' * 80}\n").bullets == ()


def test_meta_has_the_alias_and_never_the_name() -> None:
    line = "client: {name: Nordlicht AG, alias: ein Händler, confidential: true}"
    project = project_of("role: Leitung", line, "industry: Handel")
    assert [one.replace("\u00a0", " ") for one in project.meta] == [
        "Leitung",
        "ein Händler",
        "Handel",
    ]
    assert "Nordlicht" not in repr(project)


def facts(view: CvView) -> dict[str, list[tuple[str, str]]]:
    return {
        one.name: [
            (fact.label.replace("\u00a0", " "), fact.value.replace("\u00a0", " "))
            for fact in one.facts
        ]
        for one in (*view.before, *view.after)
    }


def test_facts_of_the_author() -> None:
    view = cv_of(
        "freelance: {rate: 900 EUR, available: sofort}\n"
        "skills: [{name: Daten, keywords: [SQL, XML]}]\n"
        "work:\n  - {name: Nord AG, position: Leiterin, location: Köln, startDate: 2019-04}\n"
        "  - {name: Süd AG, startDate: 2014-02, endDate: 2019-03}\n"
        "education: [{institution: TU, area: Informatik, studyType: M. Sc., endDate: 2010}]\n"
        "certificates:\n  - {name: iSAQB CPSA, issuer: iSAQB, date: 2020-11}\n"
        "  - {name: CKA, issuer: LF}\n"
        "languages: [{language: Deutsch, fluency: gut}]\n"
    )
    assert facts(view) == {
        "facts": [("Verfügbar", "sofort"), ("Stundensatz", "900 EUR")],
        "skills": [("Daten", "SQL, XML")],
        "work": [("seit 04/2019", "Leiterin, Nord AG, Köln"), ("02/2014 – 03/2019", "Süd AG")],
        "education": [("2010", "M. Sc. Informatik, TU")],
        "certificates": [("11/2020", "iSAQB CPSA"), ("", "CKA, LF")],
        "languages": [("Deutsch", "gut")],
    }


@pytest.mark.parametrize(
    ("dates", "unread", "printed"),
    [
        ("startDate: 2019-04", 0, "seit 04/2019"),
        ("startDate: 2019-04, endDate: bald", 1, "04/2019 – bald"),
        ("startDate: damals, endDate: 2020", 1, "damals – 2020"),
        ("startDate: damals, endDate: bald", 2, "damals – bald"),
        ("startDate: damals", 1, "damals"),
        ("endDate: 2020", 0, "2020"),
        ("endDate: bald", 1, "bald"),
        ("location: Kiel", 0, ""),
    ],
)
def test_no_word_of_a_date_is_lost(dates: str, unread: int, printed: str) -> None:
    profile = profile_of(f"work: [{{name: Nord, {dates}}}]", ("CD222",) * unread)
    [work] = compose_cv([], profile, spec()).after
    [fact] = work.facts
    assert fact.label.replace("\u00a0", " ") == printed


def test_details_of_a_position() -> None:
    view = cv_of("work: [{name: Nord AG, summary: Alles, highlights: [Eins, Zwei]}]")
    assert view.after[0].facts[0].details == ("Alles", "Eins", "Zwei")


@pytest.mark.parametrize("profile", [None, profile_of()])
def test_heading_and_footer(profile: Profile | None) -> None:
    view = compose_cv([], profile, spec())
    if profile is None:
        assert (view.heading, view.footer, view.contact) == ("Projektliste", "Projektliste", None)
    else:
        assert (view.heading, view.author) == ("Jana Brandt", "Jana Brandt")
        assert view.footer == f"Jana Brandt · {view.title.split(',')[0]}"
        assert view.contact is not None
    assert view.page_words == ("Seite ", " von ")
