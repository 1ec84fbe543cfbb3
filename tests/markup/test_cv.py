import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
from tests.markup.curriculum import BARE_CV, ENGLISH_CV, GERMAN_CV, PROJECTS
from tests.markup.portfolio import inline
from tests.markup.portfolio import number as figure
from tests.markup.samples import theme, world

from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.cv import band_of
from casedoc.markup.kind import PageKind
from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import print_pdf
from casedoc.view.cv import CvView, ResultView

MM = 72 / 25.4
CVS = {"german": GERMAN_CV, "bare": BARE_CV, "english": ENGLISH_CV}


@cache
def html(name: str, level: int = 0) -> HtmlPage:
    outcome = render_page(CVS[name], theme(), FitSetting(level), world())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@cache
def printed(name: str, level: int = 0) -> bytes:
    outcome = print_pdf(html(name, level))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.data


@cache
def texts(name: str, level: int = 0) -> tuple[str, ...]:
    """Return the words of each page, in the order of the content stream."""
    pages = pypdf.PdfReader(io.BytesIO(printed(name, level))).pages
    return tuple(re.sub(r"\s+", " ", page.extract_text()).strip() for page in pages)


def characters(name: str, level: int = 0) -> list[tuple[str, int, float, float, float]]:
    """Return each character with its page, left and right edge and baseline, in mm."""
    found = []
    for number, sheet in enumerate(pypdfium2.PdfDocument(printed(name, level))):
        page = sheet.get_textpage()
        for index in range(page.count_chars()):
            left, bottom, right, _top = page.get_charbox(index)
            height = sheet.get_height() - bottom
            character = page.get_text_range(index, 1)
            if character.strip():
                found.append((character, number, left / MM, right / MM, height / MM))
    return found


def page_context() -> PageContext:
    """What the template is given at the ordinary level."""
    collector = PageCollector(world(), theme().fonts)
    return PageContext(PageKind.CV, theme(), FitSetting(0), collector)


def in_reading_order(view: CvView) -> list[str]:
    """Return what a CV prints, in the order in which it is read."""
    contact = view.contact
    expected = [view.heading, view.role]
    if contact is not None:
        expected += [contact.city, contact.email, contact.phone, contact.url]
    if view.summary:
        expected += [view.summary_heading, view.summary]
    for section in view.before:
        expected.append(section.heading)
        expected += [f"{fact.label}: {fact.value}" for fact in section.facts]
    for project in view.projects:
        expected += [project.period, *project.meta, project.title]
        page = page_context()
        shown = band_of(project, view.result_label, page)
        expected += [result.figure.text for result in shown]
        expected += [bullet[0].text for bullet in project.bullets]
        expected.append(", ".join(project.technologies))
    for section in view.after:
        expected.append(section.heading)
        for fact in section.facts:
            expected += [fact.label, fact.value, *fact.details]
    return [re.sub(r"\s+", " ", words).strip() for words in expected if words]


@pytest.mark.parametrize("name", CVS)
def test_words_come_in_reading_order(name: str) -> None:
    shown = " ".join(texts(name))
    at = 0
    for words in in_reading_order(CVS[name]):
        found = shown.find(words, at)
        assert found >= 0, words
        at = found


@pytest.mark.parametrize("level", [1, 0, -1, -2])
def test_order_in_the_file_is_order_on_paper_at_every_level(level: int) -> None:
    for page in range(len(texts("german", level))):
        # The page footer stands in the margin and is no part of the text.
        lines = [
            baseline
            for _character, number, _left, _right, baseline in characters("german", level)
            if number == page and baseline < 278
        ]
        assert all(after > before - 3 for before, after in pairwise(lines))


@pytest.mark.parametrize("level", [1, 0, -1, -2])
def test_labels_are_no_column_of_their_own(level: int) -> None:
    # Poppler reads labels less than 1.5 sizes apart as a column, before all values.
    size = {1: 9.6, 0: 9.3, -1: 9.1, -2: 8.9}[level] / MM
    capitals = [
        baseline
        for character, page, left, _right, baseline in characters("german", level)
        if page == len(texts("german", level)) - 1 and left < 23 and character in "DEN"
    ]
    languages = capitals[-3:]
    assert all(after - before >= 1.5 * size for before, after in pairwise(languages))


@pytest.mark.parametrize("level", [1, 0, -1, -2])
def test_nothing_stands_outside_the_type_area(level: int) -> None:
    for character, _page, left, right, baseline in characters("german", level):
        assert left > 21.5, character
        assert right < 188.5, character
        assert baseline < 290


def test_values_hang_below_each_other() -> None:
    starts: dict[str, float] = {}
    shown = characters("german")
    joined = "".join(character for character, *_rest in shown)
    for words in ("ApacheKafka,PostgreSQL,Time", "Kotlin,Java,SpringBoot", "undVorleseprogramm"):
        starts[words] = shown[joined.index(words)][2]
    first = starts["ApacheKafka,PostgreSQL,Time"]
    assert first == pytest.approx(22 + 27, abs=0.5)
    assert all(start == pytest.approx(first, abs=0.5) for start in starts.values())
    history = shown[joined.index("Entwicklerin,Werft")][2]
    assert history == pytest.approx(22 + 38, abs=0.7)


def test_no_project_is_split_across_pages() -> None:
    for project in PROJECTS:
        pages = {
            number
            for number, shown in enumerate(texts("german"))
            for words in (project.title, project.bullets[-1][0].text)
            if words in shown
        }
        assert len(pages) == 1


def test_pages_are_numbered_and_named() -> None:
    german, english = texts("german"), texts("english")
    for number, shown in enumerate(german, start=1):
        assert shown.endswith(f"Lebenslauf mit Projekthistorie Seite {number} von {len(german)}")
    assert english[0].endswith("CV with project history Page 1 of 1")


def test_missing_parts_leave_no_trace() -> None:
    shown = " ".join(texts("bare"))
    assert shown.startswith("Projekte 01/2023")
    assert "Profil" not in shown
    lines = re.findall(r'<p class="cv-project__meta dotted">.*?</p>', html("german").html)
    assert len(lines) == len(PROJECTS)
    assert "Entwicklung Anmeldung in der Klinik" in " ".join(texts("german"))
    assert "2020 Vorrang" in " ".join(texts("german"))


@pytest.mark.parametrize("name", CVS)
def test_no_heading_level_is_skipped(name: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(name).html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_no_word_is_hyphenated_and_nothing_stands_in_a_table() -> None:
    assert "is-hyphenated" not in html("german").html
    assert "<table" not in html("german").html
    assert not re.search(r"[a-zäöü]- ?$", "\n".join(texts("german")), re.MULTILINE)


def test_a_band_takes_one_line_and_cuts_no_words() -> None:
    long = ResultView(
        figure("67", "%"),
        inline("weniger Rückfragen an die Betreuung in allen Regionen"),
    )
    short = ResultView(figure("4", "%"), inline("mehr Ruhe"))
    project = replace(PROJECTS[0], results=(long, long, short, short, short))
    page = page_context()
    assert band_of(project, "Ergebnis", page) == (long, short, short)
    chosen = replace(project, results_are_chosen=True)
    assert band_of(chosen, "Ergebnis", page) == project.results
    endless = ResultView(figure("1", "%"), inline("sehr " * 40))
    assert band_of(replace(project, results=(endless,)), "Ergebnis", page) == (endless,)
