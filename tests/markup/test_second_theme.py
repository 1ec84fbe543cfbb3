"""Kontor, the second built-in theme: all kinds, another look, the same words in the same order."""

import io
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from tests.build.generated_studies import ON_ONE_PAGE, GeneratedStudy, generated_studies
from tests.build.studies import codes_of, workspace_at
from tests.markup import curriculum, portfolio
from tests.markup.samples import one_pager, study, world

from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.markup.theme import Theme, ThemeChoice, load_theme
from casedoc.pdf.printing import print_pdf
from casedoc.view.booklet import BookletView
from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

View = OnePagerView | BookletView | CvView
POINTS_PER_MM = 72 / 25.4
AXIS_MM = 18 + 85.5
"""Where the figures of a one-pager end: left margin and one column."""
SETTINGS = {
    "ordinary": FitSetting(0),
    "dense": FitSetting(-3, PageArrangement.DENSE),
    "poster": FitSetting(-1, PageArrangement.POSTER),
    "columns": FitSetting(0, PageArrangement.COLUMNS),
}
ENGLISH = one_pager(language="en", hyphenate=False, kicker=("Infrastructure", "Case study", "Jo"))
DOCUMENTS: dict[str, tuple[View, FitSetting, int]] = {
    **{f"one-pager-{at}": (one_pager(study(at)), FitSetting(0), 1) for at in range(7)},
    **{f"one-pager-{name}": (one_pager(), one, 1) for name, one in SETTINGS.items()},
    **{f"one-pager-{name}-en": (ENGLISH, one, 1) for name, one in SETTINGS.items()},
    "cv": (curriculum.GERMAN_CV, FitSetting(0), 2),
    "cv-bare": (curriculum.BARE_CV, FitSetting(0), 1),
    "cv-en": (curriculum.ENGLISH_CV, FitSetting(0), 1),
    "booklet": (portfolio.booklet(*portfolio.GERMAN), FitSetting(0), 18),
    "booklet-no-figures": (portfolio.booklet(portfolio.CLINIC), FitSetting(0), 6),
    "booklet-en": (portfolio.english_booklet(), FitSetting(0), 6),
}
CHOICES = {
    "A4": ThemeChoice(name="kontor"),
    "letter": ThemeChoice(name="kontor", paper="letter", accent="#9a2f1c", cover="solid"),
    "page": ThemeChoice(name="kontor", booklet_layout="page"),
}


@cache
def theme(name: str = "kontor", choice: str = "A4") -> Theme:
    outcome = load_theme(world(), replace(CHOICES[choice], name=name))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def printed(view: View, setting: FitSetting, of: Theme) -> bytes:
    page = render_page(view, of, setting, world())
    assert page.diagnostics == ()
    assert page.value is not None
    outcome = print_pdf(page.value)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value.data


@cache
def document(name: str, choice: str = "A4") -> bytes:
    view, setting, _ = DOCUMENTS[name]
    return printed(view, setting, theme(choice=choice))


def raw_words(data: bytes) -> list[str]:
    """Return the words in the order in which they stand in the file."""
    command = ["pdftotext", "-raw", "-", "-"]
    text = subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode()
    # The dot between technologies is decoration of this theme.
    return [word for word in text.split() if word != "·"]


def embedded_families(data: bytes) -> set[str]:
    """Return what the fonts in the file are called by their own tables."""
    names: set[str] = set()
    for page in pypdf.PdfReader(io.BytesIO(data)).pages:
        resources: Any = page["/Resources"]
        for entry in resources.get("/Font", {}).values():
            (font,) = entry.get_object()["/DescendantFonts"]
            descriptor = font.get_object()["/FontDescriptor"].get_object()
            with TTFont(io.BytesIO(descriptor["/FontFile2"].get_object().get_data())) as face:
                names.add(face["name"].getBestFamilyName())
    return names


@pytest.mark.parametrize("name", DOCUMENTS)
def test_it_prints_every_kind_on_the_pages_that_are_expected(name: str) -> None:
    assert len(pypdf.PdfReader(io.BytesIO(document(name))).pages) == DOCUMENTS[name][2]


@pytest.mark.parametrize(
    ("name", "choice"),
    [("one-pager-5", "letter"), ("cv", "letter"), ("booklet", "letter"), ("booklet", "page")],
)
def test_it_prints_on_other_paper_in_other_colours_and_layouts(name: str, choice: str) -> None:
    first = pypdf.PdfReader(io.BytesIO(document(name, choice))).pages[0]
    width = {"letter": 215.9, "page": 210.0}[choice]
    assert float(first.mediabox.width) / POINTS_PER_MM == pytest.approx(width, abs=0.1)


@pytest.mark.parametrize("name", ["one-pager-5", "cv", "booklet"])
def test_its_fonts_are_its_own(name: str) -> None:
    display = {face.path for face in theme().fonts.faces if face.family == "CD Display"}
    assert display == {"fonts/inter/Inter-Light.woff", "fonts/inter/Inter-SemiBold.woff"}
    families = embedded_families(document(name))
    assert {"Inter Light", "Inter Semi Bold", "IBM Plex Sans"} <= families
    assert all(family.startswith(("Inter ", "IBM Plex ")) for family in families)


@pytest.mark.parametrize("name", ["one-pager-0", "one-pager-5", "one-pager-poster", "cv", "cv-en"])
def test_its_words_stand_in_the_order_of_the_first_theme(name: str) -> None:
    view, setting, _ = DOCUMENTS[name]
    if isinstance(view, OnePagerView):
        view = replace(view, hyphenate=False)
    ours, theirs = (raw_words(printed(view, setting, theme(one))) for one in ("kontor", "beleg"))
    assert " ".join(ours) == " ".join(theirs)
    assert len(ours) > 30


def test_figures_end_on_the_axis_of_the_page() -> None:
    sheet = pypdfium2.PdfDocument(document("one-pager-5"))[0]
    text = sheet.get_textpage()
    whole = text.get_text_range()
    ends: list[float] = []
    for figure, last in (("70", "%"), ("45", "%"), ("99,95", "%"), ("tägliche Deployments", "s")):
        at = whole.index(
            last, whole.index(figure) + len(figure) - (len(last) if last == "s" else 0)
        )
        ends.append(text.get_charbox(at)[2] / POINTS_PER_MM)
    assert all(AXIS_MM - 2.5 < end <= AXIS_MM for end in ends), ends


def test_a_thumbnail_has_another_face() -> None:
    def thumbnail(name: str) -> Any:  # noqa: ANN401 - what pypdfium2 draws has no types
        data = printed(one_pager(), FitSetting(0), theme(name))
        return pypdfium2.PdfDocument(data)[0].render(scale=0.2).to_pil().convert("L")

    ours, theirs = thumbnail("kontor"), thumbnail("beleg")
    darkest = [min(page.crop((0, 0, page.width, 12)).tobytes()) for page in (ours, theirs)]
    # The bar across the page is black here; the one of the first theme is a line in the accent.
    assert darkest[0] < 40 < darkest[1]
    # Paper lies behind the figures, not a tint: the lightest pixel of each line is white.
    panel = ours.crop((0, 35, ours.width, 80))
    assert min(max(panel.crop((0, y, panel.width, y + 1)).tobytes()) for y in range(45)) == 255


def longest(language: str) -> GeneratedStudy:
    fitting = (one for one in generated_studies() if one.words <= ON_ONE_PAGE)
    return max((one for one in fitting if one.language == language), key=lambda one: one.words)


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_study_of_five_hundred_words_fits_one_page(language: str, tmp_path: Path) -> None:
    made = longest(language)
    assert made.words > 470
    files = {
        f"content/{language}/{made.slug}.md": made.text,
        "casedoc.toml": f'theme = "kontor"\nlanguages = ["{language}"]\n',
    }
    kinds = (DocumentKind.ONE_PAGER,)
    report = build(workspace_at(tmp_path, files), BuildRequest(kinds=kinds, jobs=1))
    (entry,) = report.documents
    assert entry["pages"] == 1
    assert codes_of(report.diagnostics) == []
