"""A study in another language than its document: its words stay, labels and values don't."""

from tests.content.reading import study_of
from tests.view.views import profile_of, spec

from casedoc.locale.catalog import language_name
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_projects
from casedoc.view.compose_one_pager import compose_one_pager
from casedoc.view.study import FigureView, Original

MATTER = "title: Ein Fall\nslug: a\nrole: Leitung\nperiod: 2022-03/2023-09\ncategory: Web"
BODY = "## Ergebnisse\n\n- **99,95% Verfügbarkeit** im Jahr\n- **1.250 Fälle**\n"
STUDY = study_of(MATTER, BODY)
GERMAN = Original("de", "en", "Original in German", hyphenate=True)


def test_a_one_pager_is_labelled_and_keeps_its_words() -> None:
    view = compose_one_pager(STUDY, profile_of(), spec("en")).value
    assert view is not None
    assert (view.language, view.hyphenate, view.study.original) == ("en", True, GERMAN)
    assert view.kicker == ("Web", "Case study", "Jana Brandt")
    assert [(one.label, one.value) for one in view.study.meta] == [
        ("Role", "Leitung"), ("Period", "March 2022\u00a0– September 2023")
    ]  # fmt: skip
    assert view.study.panel is not None
    assert [one.figure for one in view.study.panel.metrics] == [
        FigureView("99.95", "%"), FigureView("1,250")
    ]  # fmt: skip
    assert view.study.technologies_heading == "Technologies"


def test_an_english_study_in_a_german_document() -> None:
    study = study_of(MATTER, "## Results\n\n- **99.95% uptime**\n", "content/en/a.md")
    view = compose_one_pager(study, None, spec()).value
    assert view is not None
    assert view.study.original == Original("en", "de", "Original auf Englisch", hyphenate=False)
    assert view.study.panel is not None
    assert view.study.panel.metrics[0].figure == FigureView("99,95", "%", gap=True)


def test_a_document_in_the_studys_own_language_says_nothing() -> None:
    view = compose_one_pager(STUDY, None, spec()).value
    assert view is not None
    assert view.study.original is None


def test_a_chapter_and_a_project_are_labelled() -> None:
    other = study_of("title: A case\nslug: b", "", "content/en/b.md")
    booklet = compose_booklet([STUDY, other], None, spec("en")).value
    assert booklet is not None
    assert [chapter.study.original for chapter in booklet.chapters] == [GERMAN, None]
    projects = compose_projects([STUDY, other], None, spec("en")).projects
    assert [project.original for project in projects] == [GERMAN, None]
    assert [one.figure.text for one in projects[0].results] == ["99.95%", "1,250"]
    assert projects[0].period == "03/2022\u00a0–\u00a009/2023"


def test_results_written_for_the_cv_are_in_the_documents_notation() -> None:
    study = study_of('title: A\ncv:\n  results: ["99,95% Verfügbarkeit"]')
    (project,) = compose_projects([study], None, spec("en")).projects
    assert [one.figure.text for one in project.results] == ["99.95%"]


def test_languages_have_names_in_each_other() -> None:
    named = [language_name(spec(one), spec(other)) for one, other in (("de", "en"), ("en", "de"))]
    assert named == ["German", "Englisch"]
    assert language_name(spec("de-AT"), spec("en")) == "German"
    assert language_name(spec("de-AT"), spec("de")) == "Österreichisches Deutsch"
