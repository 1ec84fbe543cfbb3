"""Processes that are forked from one that has printed set text in the fonts it asks for."""

import io
import multiprocessing
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace

import pypdf
from tests.markup.samples import element, one_pager, paragraph, section, study, theme, world

from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import print_pdf
from casedoc.source.element import Kind
from casedoc.view.study import FlowPart


def page_with(*kinds: Kind) -> HtmlPage:
    words = (element(kind, "kubectl apply") for kind in kinds)
    part = FlowPart((paragraph("Davor."), element(Kind.PARAGRAPH, "", *words)))
    view = one_pager(replace(study(0), before=(section("other", "Text", part),)))
    page = render_page(view, theme(), FitSetting(0), world()).value
    assert page is not None
    return page


def fonts_of(page: HtmlPage) -> set[str]:
    """Print a page and return the names of its fonts."""
    file = print_pdf(page).value
    assert file is not None
    reader = pypdf.PdfReader(io.BytesIO(file.data))
    fonts = reader.pages[0]["/Resources"]["/Font"]  # type: ignore[index]
    return {str(font.get_object()["/BaseFont"]).partition("+")[2] for font in fonts.values()}


def fonts_in_forked(first: HtmlPage, second: HtmlPage) -> list[set[str]]:
    """Print a page, and another one in two processes that are forked then, one after the other."""
    fonts_of(first)
    found = []
    for _process in range(2):
        with ProcessPoolExecutor(1, multiprocessing.get_context("fork")) as forked:
            found.append(forked.submit(fonts_of, second).result())
    return found


def test_a_font_that_another_process_has_added_is_added_here_too() -> None:
    pages = (page_with(Kind.TEXT), page_with(Kind.CODE))
    # A new process, for this one may know all fonts.
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as new:
        first, second = new.submit(fonts_in_forked, *pages).result()
    assert any("Mono" in name for name in first)
    assert second == first
