"""QR codes as they come out on paper: each module, the white around them, size, tag."""

from dataclasses import replace

import pypdfium2
import pytest
import segno
from PIL import Image
from tests.markup.curriculum import GERMAN_CV
from tests.markup.portfolio import PROFILE, booklet
from tests.markup.samples import CONTACT, one_pager, study, theme, world
from tests.pdf.drawn import alternatives

from casedoc.markup.page import HtmlPage
from casedoc.markup.qr_code import code_rows
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.pdf.printing import Layout, lay_out
from casedoc.view.booklet import BookletView
from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

DPI = 600
ADDRESSES = (
    "https://a.de",
    "https://jana-brandt.example",
    "https://www.jana-brandt.example/fallstudien/plattformen/2024?lang=de",
)


def html(
    view: OnePagerView | BookletView | CvView, setting: FitSetting, *, qr: bool = False
) -> HtmlPage:
    chosen = replace(theme(), choice=replace(theme().choice, one_pager_qr=qr))
    outcome = render_page(view, chosen, setting, world())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def laid_out(page: HtmlPage) -> Layout:
    layout = lay_out(page).value
    assert layout is not None
    return layout


def of_booklet(address: str) -> Layout:
    contact = replace(PROFILE.contact, url_href=address, code_words=f"QR-Code: {address}")
    view = booklet(profile=replace(PROFILE, contact=contact))
    return laid_out(html(view, FitSetting(0)))


def of_one_pager(address: str, setting: FitSetting, *, qr: bool = True) -> Layout:
    contact = replace(CONTACT, url_href=address, code_words=f"QR-Code: {address}")
    return laid_out(html(one_pager(study(1), contact=contact), setting, qr=qr))


def printed(layout: Layout) -> bytes:
    file = layout.write()
    assert file.diagnostics == ()
    assert file.value is not None
    return file.value.data


def place(layout: Layout) -> tuple[int, float, float, float]:
    """The page of the code, and its left edge, upper edge and side in millimetres."""
    for number, page in enumerate(layout.document.pages):
        for box in page._page_box.descendants():
            if box.element is not None and box.element.get("class") == "qr-code__symbol":
                x, y, width = box.position_x, box.position_y, box.width
                return number, *(one * 25.4 / 96 for one in (x, y, width))
    raise AssertionError("no code on any page")


def drawn(data: bytes, page: int) -> Image.Image:
    picture = pypdfium2.PdfDocument(data)[page].render(scale=DPI / 72, grayscale=True).to_pil()
    assert isinstance(picture, Image.Image)
    return picture


def modules(layout: Layout, count: int, around: int) -> list[list[bool]]:
    """Whether each module is dark on paper, and so many around them."""
    number, left, top, side = place(layout)
    picture = drawn(printed(layout), number)
    greys = picture.tobytes()
    middles = [(at + 0.5) * side / count for at in range(-around, count + around)]
    columns = [round((left + middle) / 25.4 * DPI) for middle in middles]
    rows = [round((top + middle) / 25.4 * DPI) for middle in middles]
    return [[greys[y * picture.width + x] < 128 for x in columns] for y in rows]


def expected(address: str) -> list[list[bool]]:
    """What segno makes of an address, with four white modules around it."""
    version = 2 if len(address) < 15 else None
    code = segno.make(address, error="m", boost_error=False, micro=False, version=version)
    return [[bool(one) for one in row] for row in code.matrix_iter(border=4)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_module_is_on_paper_and_nothing_around_them(address: str) -> None:
    layout = of_booklet(address)
    assert modules(layout, len(code_rows(address)), 4) == expected(address)
    assert place(layout)[3] == pytest.approx(24, abs=0.01)
    assert alternatives(printed(layout)) == [f"QR-Code: {address}"]


@pytest.mark.parametrize(
    "setting",
    [
        FitSetting(0),
        FitSetting(-3, PageArrangement.DENSE),
        FitSetting(-2, PageArrangement.POSTER),
        FitSetting(0, PageArrangement.COLUMNS),
    ],
    ids=lambda setting: str(setting.arrangement.value),
)
def test_a_one_pager_carries_one_beside_its_links_if_asked_to(setting: FitSetting) -> None:
    address = ADDRESSES[1]
    layout = of_one_pager(address, setting)
    number, _left, top, side = place(layout)
    line = theme().scale(layout.page.kind, setting).line_mm
    assert number == 0
    assert side == pytest.approx(3 * line, abs=0.01)
    assert modules(layout, len(code_rows(address)), 4) == expected(address)
    assert alternatives(printed(layout)) == [f"QR-Code: {address}"]
    # Neither the contact footer nor the end of the text comes closer than four modules.
    assert top + side * (1 + 4 / len(code_rows(address))) < 270


def test_one_pagers_have_none_by_default_and_cvs_never() -> None:
    assert alternatives(printed(of_one_pager(ADDRESSES[1], FitSetting(0), qr=False))) == []
    assert "qr-code__symbol" not in html(GERMAN_CV, FitSetting(0), qr=True).html


def test_without_a_site_or_with_an_endless_address_there_is_none() -> None:
    for address in ("", "https://example.com/" + "a" * 300):
        contact = replace(CONTACT, url_href=address)
        page = html(one_pager(contact=contact), FitSetting(0), qr=True)
        assert "qr-code" not in page.html
