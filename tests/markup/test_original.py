"""A study in another language: screen readers and hyphenation are told which words are whose."""

import re
from functools import cache

import pytest
from tests.content.reading import study_of
from tests.markup.samples import theme, world
from tests.view.views import profile_of, spec

from casedoc.content.case_study import CaseStudy
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.view.booklet import BookletView
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv
from casedoc.view.compose_one_pager import compose_one_pager
from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

BODY = "## Problem\n\nEs war langsam.\n\n## Ergebnisse\n\n- **45% Verfügbarkeit** im Jahr\n"


def study(language: str) -> CaseStudy:
    matter = f"title: Ein Fall\nslug: {language}\nrole: Leitung\ndate: 2023-08\ntechnologies: [Go]"
    return study_of(matter, BODY, f"content/{language}/a.md")


@cache
def html(kind: str, own: str, target: str) -> str:
    """A document of a study in its own language and, beside it, one in the document's."""
    studies, profile = [study(one) for one in dict.fromkeys((own, target))], profile_of()
    view: OnePagerView | BookletView | CvView | None
    if kind == "one-pager":
        view = compose_one_pager(studies[0], profile, spec(target)).value
    elif kind == "booklet":
        view = compose_booklet(studies, profile, spec(target)).value
    else:
        view = compose_cv(studies, profile, spec(target))
    assert view is not None
    page = render_page(view, theme(), FitSetting(0), world()).value
    assert page is not None
    return page.html


def test_a_one_pager_has_the_originals_language_and_labels_in_the_documents() -> None:
    page = html("one-pager", "de", "en")
    assert '<html lang="en">' in page
    assert '<main lang="de">' in page
    assert '<body class="one-pager is-ordinary is-hyphenated">' in page
    assert '<p lang="en">Case study <br>Original in German</p>' in page
    assert '<span class="meta__label" lang="en">Role</span>' in page
    assert 'lang="en">Technologies</h2>' in page


def test_headings_of_ours_are_labels() -> None:
    source = study_of(
        "title: A\nmetrics:\n  - value: 45%\nlinks:\n  - https://example.org", "Text[^1]\n\n[^1]: N"
    )
    view = compose_one_pager(source, None, spec("en")).value
    assert view is not None
    page = render_page(view, theme(), FitSetting(0), world()).value
    assert page is not None
    for heading in ("Results", "External links", "Notes"):
        assert f'lang="en">{heading}</h2>' in page.html


def test_a_chapter_has_its_own_language_and_hyphenation() -> None:
    page = html("booklet", "de", "en")
    foreign = re.findall(r'<(?:section|a)\b[^>]*lang="de"[^>]*>', page)
    assert len(foreign) == 3
    assert any('id="de--text"' in tag and "is-hyphenated" in tag for tag in foreign)
    assert re.search(r'<section id="en--text"[^>]*>', page)[0].count("lang=") == 0  # type: ignore[index]
    assert page.count("Original in German") == 2
    other = html("booklet", "en", "de")
    assert re.search(r'<section id="en--text" class="[^"]*unhyphenated" lang="en">', other)
    assert '<span class="booklet-entry__notice" lang="de"> Original auf Englisch</span>' in other


def test_a_project_has_its_own_language() -> None:
    page = html("cv", "de", "en")
    assert '<article class="cv-project" id="de" lang="de">' in page
    assert '<span lang="en">Original in German</span>' in page
    assert '<strong lang="en">Result:</strong>' in page
    assert '<article class="cv-project" id="en">' in page


@pytest.mark.parametrize("kind", ["one-pager", "booklet", "cv"])
def test_documents_in_one_language_have_one(kind: str) -> None:
    assert len(re.findall(r"\blang=", html(kind, "de", "de"))) == 1
