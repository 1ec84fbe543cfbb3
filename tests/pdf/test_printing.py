import io
import re
from dataclasses import replace

import pypdf
import pypdfium2
import pytest
from tests.markup.samples import element, one_pager, page, paragraph, section, study, theme, world

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.pdf.pdf_file import PdfFile
from casedoc.pdf.printing import lay_out, measure, print_pdf
from casedoc.source.element import Kind
from casedoc.view.one_pager import OnePagerView
from casedoc.view.study import FlowPart

MM = 72 / 25.4


def printed(html: HtmlPage) -> PdfFile:
    outcome = print_pdf(html)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def words(file: PdfFile) -> str:
    """Return the words in the order of the content stream."""
    pages = pypdf.PdfReader(io.BytesIO(file.data)).pages
    return re.sub(r"\s+", " ", "\n".join(page.extract_text() for page in pages))


def characters(file: PdfFile, number: int = 0) -> list[tuple[str, float, float, float, float]]:
    """Return each character with its ink: left, top, right, bottom in mm from the top left."""
    sheet = pypdfium2.PdfDocument(file.data)[number]
    text = sheet.get_textpage()
    found = []
    for index in range(text.count_chars()):
        character = text.get_text_range(index, 1)
        if character.strip():
            left, bottom, right, top = text.get_charbox(index)
            height = sheet.get_height()
            found.append(
                (character, left / MM, (height - top) / MM, right / MM, (height - bottom) / MM)
            )
    return found


SETTINGS = (
    (-2, PageArrangement.POSTER),
    (0, PageArrangement.ORDINARY),
    (-3, PageArrangement.DENSE),
    (-5, PageArrangement.COLUMNS),
)


def long_view() -> OnePagerView:
    sentence = "Die Plattform wurde schrittweise und ohne Unterbrechung umgestellt. "
    return one_pager(study(solution=sentence * 160))


def test_the_built_in_templates_use_no_style_that_is_ignored() -> None:
    full = replace(
        study(), subtitle="Ein Untertitel", summary="Eine Zusammenfassung in einem Satz."
    )
    for view in (one_pager(full), one_pager(study(1)), one_pager(study(3))):
        for level, arrangement in SETTINGS:
            assert printed(page(view, level, arrangement)).pages == 1


def test_numbered_lists_have_their_markers_inside() -> None:
    items = tuple(element(Kind.ITEM, "", paragraph(f"Punkt {one}")) for one in range(12))
    ordered = element(Kind.ORDERED_LIST, "", *items)
    view = replace(study(0), solution=section("solution", "Lösung", FlowPart((ordered,))))
    text = words(printed(page(one_pager(view))))
    assert "1. Punkt 0 2. Punkt 1" in text
    assert "12. Punkt 11" in text
    ink = characters(printed(page(one_pager(view))))
    joined = "".join(character for character, *_ in ink)
    # Figures are tabular and the first nine are padded: all texts begin at one place.
    starts = [ink[joined.index(f"Punkt{one}")][1] for one in (0, 9, 11)]
    assert max(starts) - min(starts) < 0.05


def test_every_word_is_printed_in_order() -> None:
    text = words(printed(page()))
    expected = [
        "Infrastruktur Fallstudie Jana Brandt",
        "Kubernetes Migration für E-Commerce Plattform",
        "Ergebnisse",
        "Reduzierung der Deployment-Zeit",
        "99,95 %",
        "Verfügbarkeit",
        "tägliche Deployments",
        "Problemstellung Die Plattform.",
        "Technologien Kubernetes AWS EKS",
        "Lösung Leitung der Migration auf Kubernetes.",
        "Service Mesh Einführung von Istio",
        "Externe Links Repository auf Anfrage example.com/assets/architecture.pdf",
        "Jana Brandt Plattform-Engineering post@jana-brandt.example",
    ]
    places = [text.find(words) for words in expected]
    assert -1 not in places
    assert sorted(places) == places


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("figures", [1, 2, 4, 5, 6])
def test_all_ink_stands_inside_the_type_area(figures: int, paper: str) -> None:
    view = one_pager(study(figures))
    html = render_page(view, theme(paper), FitSetting(), world()).value
    assert html is not None
    width, height = (210.0, 297.0) if paper == "A4" else (215.9, 279.4)
    side = (width - 177) / 2
    ink = characters(printed(html))
    assert len(ink) > 300
    assert side - 0.3 <= min(left for _, left, _, _, _ in ink)
    assert max(right for _, _, _, right, _ in ink) <= width - side + 0.3
    assert max(bottom for _, _, _, _, bottom in ink) <= height - 9


def test_heads_and_figures_of_a_row_share_a_baseline() -> None:
    ink = characters(printed(page()))
    text = "".join(character for character, *_ in ink)
    baselines = [
        ink[text.index(word) + offset][4]
        # Letters that end on the baseline: E of the heading, 4 and the last 5 of two figures.
        for word, offset in (("Ergebnisse", 0), ("45%", 0), ("99,95", 0))
    ]
    # Round figures overshoot the baseline by about 0.1 mm.
    assert max(baselines) - min(baselines) < 0.2


def test_figures_stand_on_the_column_edge_by_their_ink() -> None:
    ink = characters(printed(page()))
    text = "".join(character for character, *_ in ink)
    assert pytest.approx(16.5, abs=0.15) == ink[text.index("70")][1]
    assert pytest.approx(77.5, abs=0.15) == ink[text.index("45%")][1]


def test_a_long_text_runs_on_and_the_footer_stands_at_the_end() -> None:
    file = printed(page(long_view()))
    assert file.pages > 1
    text = words(file)
    joined = text.replace("-", "").replace(" ", "")
    assert joined.count("Plattformwurdeschrittweiseundohne") == 160
    last = characters(file, file.pages - 1)
    joined = "".join(character for character, *_ in last)
    start = joined.index("JanaBrandt")
    body, footer = last[:start], last[start:]
    assert max(bottom for *_, bottom in body) <= 270.5
    assert min(top for _, _, top, _, _ in footer) > 274
    for number in range(file.pages - 1):
        assert max(bottom for *_, bottom in characters(file, number)) <= 271


def test_a_very_long_word_stays_inside_its_column() -> None:
    word = "Donaudampfschifffahrtsgesellschaft" * 5
    outcome = print_pdf(page(one_pager(study(solution=word))))
    assert outcome.diagnostics == ()


def test_the_same_page_gives_the_same_bytes() -> None:
    html = page()
    assert printed(html).digest == printed(html).digest


def test_a_measure_tells_pages_and_fill() -> None:
    short, long = measure(page()).value, measure(page(long_view())).value
    assert short is not None
    assert long is not None
    assert short.pages == 1
    assert 0.5 < short.fill < 1
    assert long.pages > 1


def test_smaller_levels_take_less_room() -> None:
    fills = [lay_out(page(level=level)).value for level in (3, 0, -3)]
    heights = [layout.measure.fill for layout in fills if layout]
    assert sorted(heights, reverse=True) == heights
    assert len(set(heights)) == 3


def test_title_language_and_author_are_set() -> None:
    data = printed(page())
    document = pypdfium2.PdfDocument(data.data)
    assert document.get_metadata_value("Title") == "Kubernetes Migration"
    assert document.get_metadata_value("Author") == "Jana Brandt"
    assert b"/Lang" in data.data or document.is_tagged()


def diagnostics(html: HtmlPage) -> tuple[Diagnostic, ...]:
    return print_pdf(html).diagnostics


def test_a_character_without_a_glyph_is_an_error() -> None:
    found = diagnostics(page(one_pager(study(solution="漢"))))
    assert [diagnostic.code for diagnostic in found] == [Code.GLYPH_MISSING]
    assert "U+6F22" in found[0].message


def test_a_style_that_cannot_be_printed_is_told_with_its_place() -> None:
    plain = page()
    own = ("templates/css/mine.css", "p {\n  colour: red;\n}\n")
    found = diagnostics(replace(plain, stylesheets=(own, *plain.stylesheets)))
    assert [diagnostic.code for diagnostic in found] == [Code.STYLE_IGNORED]
    assert found[0].span is not None
    assert (
        found[0].span.path,
        found[0].span.line,
        found[0].span.column,
    ) == ("templates/css/mine.css", 2, 3)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:9/a.png", "a.png"])
def test_nothing_is_fetched_from_elsewhere(address: str) -> None:
    plain = page()
    html = plain.html.replace("<main>", f'<main><img src="{address}" alt="x">')
    codes = {diagnostic.code for diagnostic in diagnostics(replace(plain, html=html))}
    assert codes & {Code.STYLE_IGNORED, Code.IMAGE_BROKEN}


def test_text_outside_the_type_area_is_told() -> None:
    plain = page()
    wide = ("templates/css/mine.css", ".section__body { white-space: nowrap; }")
    view = one_pager(study(solution="Ein langer Satz ohne Umbruch. " * 8))
    html = replace(page(view), stylesheets=(*plain.stylesheets[:-1], wide, plain.stylesheets[-1]))
    found = [diagnostic for diagnostic in diagnostics(html) if diagnostic.code is Code.OUTSIDE_AREA]
    assert found
    assert found[0].span is not None
