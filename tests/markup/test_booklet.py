import io
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pypdf
import pypdfium2
import pytest
from tests.markup import portfolio
from tests.markup.portfolio import CLINIC, GERMAN, HEATING, LIBRARY, WAREHOUSE
from tests.markup.samples import world

from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.markup.theme import ThemeChoice, load_theme
from casedoc.pdf.printing import print_pdf
from casedoc.view.booklet import BookletView, GroupView

MM = 72 / 25.4
LONG_ROWS = [
    (portfolio.number("7", "%"), "Weniger Fehler", f"Reihe {at}: und viele Worte dazu, " * 40, "")
    for at in range(1, 7)
]
OVERFULL = replace(WAREHOUSE, panel=portfolio.panel("kommissionierung", "Ergebnisse", *LONG_ROWS))
"""Its results don't fit on one page."""


PROSE = replace(
    WAREHOUSE,
    before=(
        portfolio.section(
            "kommissionierung",
            "other",
            "Bericht",
            *(
                portfolio.flow("Ein Satz, der lang genug für zwei Zeilen ist. " * at)
                for at in range(3, 40)
            ),
        ),
    ),
)
"""Paragraphs of all lengths over many pages."""


def grouped(view: BookletView) -> BookletView:
    """Return a booklet of which all but the last two case studies stand in the first group."""
    slugs = tuple(chapter.study.slug for chapter in view.chapters)
    groups = (GroupView("Netze & Daten", slugs[:-2]), GroupView("2022", slugs[-2:]))
    return replace(view, groups=groups)


def booklets() -> dict[str, tuple[BookletView, ThemeChoice]]:
    """Return booklets of different shapes by name."""
    return {
        "six": (portfolio.booklet(*GERMAN), ThemeChoice()),
        "solid": (portfolio.booklet(*GERMAN), ThemeChoice(cover="solid", booklet_level=-3)),
        "letter": (portfolio.booklet(*GERMAN), ThemeChoice(paper="letter")),
        "single": (portfolio.booklet(WAREHOUSE), ThemeChoice()),
        "no-figures": (portfolio.booklet(CLINIC), ThemeChoice()),
        "no-technologies": (portfolio.booklet(LIBRARY), ThemeChoice()),
        "no-profile": (portfolio.booklet(HEATING, LIBRARY, profile=None), ThemeChoice()),
        "fourteen": (portfolio.booklet(*portfolio.many(14)), ThemeChoice()),
        "overfull": (portfolio.booklet(OVERFULL), ThemeChoice()),
        "english": (portfolio.english_booklet(), ThemeChoice()),
        "groups": (grouped(portfolio.booklet(*GERMAN)), ThemeChoice()),
        "prose": (portfolio.booklet(PROSE), ThemeChoice(booklet_level=-1)),
        "pages": (portfolio.booklet(*GERMAN), ThemeChoice(booklet_layout="page")),
    }


NAMES = tuple(booklets())


@cache
def html(name: str) -> HtmlPage:
    view, choice = booklets()[name]
    theme = load_theme(world(), choice).value
    assert theme is not None
    outcome = render_page(view, theme, FitSetting(choice.booklet_level), world())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@cache
def printed(name: str) -> bytes:
    outcome = print_pdf(html(name))
    # Text outside the type area, missing glyphs and styles that do nothing would stand here.
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.data


@cache
def reader(name: str) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(printed(name)))


@cache
def texts(name: str) -> tuple[str, ...]:
    """Return the words of each page, in the order of the content stream."""
    return tuple(re.sub(r"\s+", " ", page.extract_text()).strip() for page in reader(name).pages)


def text(name: str, number: int) -> str:
    return texts(name)[number - 1]


def whole_text(name: str) -> str:
    return " ".join(texts(name))


@cache
def places(name: str) -> dict[str, int]:
    """Return the page number of each anchor."""
    file = reader(name)
    return {
        anchor: (file.get_destination_page_number(destination) or 0) + 1
        for anchor, destination in file.named_destinations.items()
    }


def words_with_places(name: str, number: int) -> list[tuple[str, float, float]]:
    """Return each piece of text of a page with its left edge and its height in mm."""
    sheet = pypdfium2.PdfDocument(printed(name))[number - 1]
    textpage = sheet.get_textpage()
    found = []
    for index in range(textpage.count_rects()):
        left, bottom, right, top = textpage.get_rect(index)
        words = textpage.get_text_bounded(left, bottom, right, top)
        found.append((words, left / MM, (sheet.get_height() - bottom) / MM))
    return found


@pytest.mark.parametrize("name", [name for name in NAMES if name != "pages"])
def test_case_studies_open_on_the_left_and_go_on_behind(name: str) -> None:
    at = places(name)
    for chapter in booklets()[name][0].chapters:
        slug = chapter.study.slug
        assert at[slug] % 2 == 0
        # Only results that don't fit their page come between the two.
        assert name == "overfull" or at[f"{slug}--text"] == at[slug] + 1


@pytest.mark.parametrize("name", NAMES)
def test_contents_name_the_page_of_each_case_study(name: str) -> None:
    at = places(name)
    contents = text(name, 3)
    view = booklets()[name][0]
    assert contents.startswith(view.contents_heading)
    for chapter in view.chapters:
        title, short = chapter.study.title, chapter.study.short_title
        last = re.escape(re.split("[ \u00a0]", title)[-1])
        number = at[chapter.study.slug]
        assert re.search(rf"({last}|{re.escape(short)}) [. ]+ {number} ", contents)
    if view.index:
        assert re.search(rf"{view.index_heading} [. ]+ {at['--index']}\b", contents)


@pytest.mark.parametrize("name", NAMES)
def test_index_names_the_text_pages_of_each_technology(name: str) -> None:
    at = places(name)
    shown = whole_text(name)
    for group in booklets()[name][0].index:
        for entry in group.entries:
            pages = ", ".join(str(at[f"{slug}--text"]) for slug in entry.slugs)
            assert re.search(rf"{re.escape(entry.name)} ?[. ]*{pages}\b", shown), entry.name


@pytest.mark.parametrize("name", NAMES)
def test_every_link_inside_leads_somewhere_and_each_row_is_one_link(name: str) -> None:
    file, at = reader(name), places(name)
    view = booklets()[name][0]
    targets = [
        str(annotation.get_object()["/Dest"])
        for page in file.pages
        for annotation in page.get("/Annots", ())
        if "/Dest" in annotation.get_object()
    ]
    assert set(targets) <= set(at)
    for chapter in view.chapters:
        assert targets.count(chapter.study.slug) == 1


@pytest.mark.parametrize("name", NAMES)
def test_bookmarks_are_the_title_and_below_it_the_parts(name: str) -> None:
    view = booklets()[name][0]
    file = pypdfium2.PdfDocument(printed(name))
    marks = [(mark.level, mark.get_title().strip()) for mark in file.get_toc()]
    titles = {chapter.study.slug: chapter.study.title for chapter in view.chapters}
    groups = [
        mark
        for group in view.groups
        for mark in ((1, group.heading), *((2, titles[slug]) for slug in group.slugs))
    ]
    assert marks == [
        (0, view.cover.title),
        *([(1, view.profile.heading)] if view.profile else []),
        (1, view.contents_heading),
        *(groups or ((1, title) for title in titles.values())),
        *([(1, view.index_heading)] if view.index else []),
    ]


@pytest.mark.parametrize("name", NAMES)
def test_each_bookmark_leads_to_the_page_that_its_words_stand_on(name: str) -> None:
    at = places(name)
    file = pypdfium2.PdfDocument(printed(name))
    marks = [(mark.get_title().strip(), mark.get_dest().get_index() + 1) for mark in file.get_toc()]
    view = booklets()[name][0]
    for chapter in view.chapters:
        assert (chapter.study.title, at[chapter.study.slug]) in marks
    for group in view.groups:
        assert (group.heading, at[group.slugs[0]]) in marks


def test_groups_have_headings_in_the_contents() -> None:
    contents = text("groups", 3)
    assert re.search(r"Inhalt Netze & Daten \d", contents)
    last = booklets()["groups"][0].chapters[-2].study
    assert contents.index(" 2022 ") < contents.index(last.title.split()[0])


@pytest.mark.parametrize("name", NAMES)
def test_no_heading_level_is_skipped(name: str) -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", html(name).html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def ink(name: str, number: int) -> set[int]:
    """Return the grey levels on a page, rendered small."""
    sheet = pypdfium2.PdfDocument(printed(name))[number - 1]
    return set(sheet.render(scale=0.5).to_pil().convert("L").tobytes())


def test_a_missing_profile_leaves_a_blank_page_and_contents_on_the_third() -> None:
    assert text("no-profile", 2) == ""
    assert ink("no-profile", 2) == {255}
    assert text("no-profile", 3).startswith("Inhalt")


def test_a_page_that_is_left_out_has_no_tint_and_no_folio() -> None:
    # Text pages that end on the left are followed by a blank page before the next opener.
    view = booklets()["six"][0]
    at = places("six")
    openers = [at[chapter.study.slug] for chapter in view.chapters]
    pages = range(1, len(reader("six").pages) + 1)
    empty = [number for number in pages if not text("six", number)]
    assert all(ink("six", number) == {255} for number in empty)
    assert ink("six", openers[0]) != {255}


def test_long_texts_flow_on_in_order_and_technologies_follow() -> None:
    at = places("six")
    first, last = at["schadenakte--text"], at["klinik-anmeldung"]
    assert last - first >= 2
    shown = " ".join(text("six", number) for number in range(first, last))
    expected = [
        "Ausgangslage",
        "Mikrofilm",
        "Vorgehen in vier Etappen",
        "Kraftfahrt 1.420.000",
        "Abgleich Jede Akte",
        "Am dritten Tag",
        "Umsetzung",
        *(f"Regeln von Baustein {number}," for number in range(1, 10)),
        "Was wir anders machen würden",
        "Technologien",
        "GitLab CI",
        "Externe Links",
        "teil-2",
    ]
    positions = [shown.find(words) for words in expected]
    assert -1 not in positions
    assert positions == sorted(positions)


def test_technologies_and_links_of_a_short_text_stand_on_the_lower_edge() -> None:
    at = places("six")
    lowest = max(
        bottom
        for words, _left, bottom in words_with_places("six", at["waermenetz--text"])
        if words.strip() != str(at["waermenetz--text"])
    )
    # The type area ends at 273 mm; the last line stands in it.
    assert 269 < lowest <= 273


def test_results_that_do_not_fit_their_page_run_on() -> None:
    shown = whole_text("overfull")
    for at in range(1, 7):
        assert shown.count(f"Reihe {at}:") == 40


def test_a_study_without_figures_opens_with_its_problem_and_does_not_repeat_it() -> None:
    at = places("no-figures")
    opener = text("no-figures", at["klinik-anmeldung"])
    assert "Problemstellung Wer in der Klinik ankam" in opener
    assert whole_text("no-figures").count("Wer in der Klinik ankam") == 1


def test_a_cover_without_figures_shows_the_titles() -> None:
    assert "Anmeldung in der Klinik vor dem ersten Termin" in text("no-figures", 1)


def test_a_booklet_without_technologies_has_no_index_but_a_closing_block() -> None:
    assert "Technologie-Index" not in whole_text("no-technologies")
    assert "Technologien" not in whole_text("no-technologies")
    last = text("no-technologies", len(reader("no-technologies").pages))
    assert "post@tomke-harmsen.example" in last


def test_folios_stand_outside_and_running_heads_name_author_and_case_study() -> None:
    at = places("six")
    left, right = at["schadenakte--text"] + 1, at["schadenakte--text"]
    folios = {
        number: next(
            place
            for words, place, _bottom in words_with_places("six", number)
            if words.strip() == str(number)
        )
        for number in (left, right)
    }
    assert folios[left] == pytest.approx(17, abs=1)
    assert folios[right] > 185
    tops = {
        number: [words for words, _left, bottom in words_with_places("six", number) if bottom < 20]
        for number in (left, right, at["schadenakte"], 1, 2, 3)
    }
    assert tops[left] == ["Tomke Harmsen"]
    assert tops[right] == ["Schadenakte"]
    assert tops[at["schadenakte"]] == tops[1] == tops[2] == tops[3] == []


def test_contact_block_closes_the_last_page() -> None:
    last = len(reader("six").pages)
    assert last % 2 == 0
    shown = text("six", last)
    assert shown.startswith("Technologie-Index")
    assert shown.index("post@tomke-harmsen.example") > shown.index("TypeScript")
    bottom = next(
        bottom for words, _left, bottom in words_with_places("six", last) if "Köln" in words
    )
    assert 265 < bottom <= 273


def test_many_case_studies_take_one_line_each() -> None:
    assert "booklet-contents--lines" in html("fourteen").html
    contents = text("fourteen", 3)
    assert "Ampelvorrang 12" in contents
    assert "Nahverkehr" not in contents
    assert "Nahverkehr" in text("six", 3)


def test_solid_cover_is_filled_and_a_light_one_is_not() -> None:
    assert 255 in ink("six", 1)
    corner = pypdfium2.PdfDocument(printed("solid"))[0].render(scale=0.2).to_pil()
    assert corner.convert("RGB").getpixel((2, 2)) == (0x0B, 0x55, 0x63)


def test_language_and_author_stand_in_the_file() -> None:
    file = reader("english")
    assert str(file.root_object["/Lang"]) == "en"
    assert file.metadata is not None
    assert file.metadata.title == "Tomke Harmsen: case studies"
    assert file.metadata.author == "Tomke Harmsen"
