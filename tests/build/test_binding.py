"""A booklet that is bound of chapters is the one that is set in one piece."""

import io
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from PIL import ImageChops
from tests.build.studies import build_here, codes_of, study, workspace_at
from tests.markup.samples import world
from tests.markup.test_booklet import booklets

from casedoc.base.outcome import Outcome
from casedoc.build.binding import bind, in_one_piece
from casedoc.build.chapter import Chapter, SetBooklet
from casedoc.build.chapters import alone, set_chapter
from casedoc.build.kinds import DocumentKind
from casedoc.markup.theme import Theme, load_theme
from casedoc.pdf import insert_fonts, printing
from casedoc.pdf.insert import UnfitError
from casedoc.pdf.standards import Standard
from casedoc.proof.expectation import expectation_of
from casedoc.proof.proof import prove

DPI = 40
SHARED = "no-technologies"
"""Without an index the contact data stand on the last page of the last chapter."""
BOUND = ("groups", "pages", "prose", "letter")
"""Spreads in groups, with a divided word and tables; studies on single pages, left ones and right
ones; one chapter of many pages; another paper."""


def theme_of(name: str) -> Theme:
    theme = load_theme(world(), booklets()[name][1]).value
    assert theme is not None
    return theme


@cache
def chapters(name: str) -> tuple[Chapter, ...]:
    view = booklets()[name][0]
    found = []
    for at in range(len(view.chapters)):
        one = set_chapter(
            alone(view, at), theme_of(name), world(), Standard.ARCHIVE, with_files=False
        )
        assert one.diagnostics == ()
        assert one.value is not None
        found.append(one.value)
    return tuple(found)


def set_booklet(name: str) -> SetBooklet:
    """Return a booklet whose chapters are set."""
    set_ = tuple(Outcome(one) for one in chapters(name))
    return SetBooklet(Outcome(booklets()[name][0]), set_)


@cache
def files(name: str) -> tuple[bytes, bytes]:
    """Return a booklet as it is bound, and in one piece."""
    found = []
    for lay_out in (bind, in_one_piece):
        fitted = lay_out(set_booklet(name), theme_of(name), world())
        assert fitted.diagnostics == ()
        assert fitted.value is not None
        layout = fitted.value.layout
        assert bool(layout.inserts) == (lay_out is bind)
        file = layout.write().value
        assert file is not None
        proof = prove(file.data, expectation_of(layout))
        assert proof.diagnostics == ()
        found.append(file.data)
    return found[0], found[1]


@pytest.mark.parametrize("name", BOUND)
def test_pages_look_the_same(name: str) -> None:
    bound, whole = (pypdfium2.PdfDocument(data) for data in files(name))
    assert len(bound) == len(whole) > 2
    for one, other in zip(bound, whole, strict=True):
        pictures = [page.render(scale=DPI / 72).to_pil() for page in (one, other)]
        difference = ImageChops.difference(*pictures).convert("L")
        # Letters may be placed otherwise by a thousandth of their size.
        assert difference.point(lambda value: 255 * (value > 40)).getbbox() is None


@pytest.mark.parametrize("name", BOUND)
def test_words_stand_in_the_same_order(name: str) -> None:
    bound, whole = ([page.extract_text() for page in reader(data).pages] for data in files(name))
    assert [sorted(text.split()) for text in bound] == [sorted(text.split()) for text in whole]
    trees = [tree_of(data) for data in files(name)]
    assert trees[0] == trees[1]


@pytest.mark.parametrize("name", BOUND)
def test_links_and_bookmarks_lead_to_the_same_places(name: str) -> None:
    bound, whole = (links_of(data) for data in files(name))
    assert bound == whole
    marks = [bookmarks_of(data) for data in files(name)]
    assert marks[0] == marks[1]
    assert len(marks[0]) > 2


def test_a_booklet_whose_last_chapter_shares_its_page_is_set_in_one_piece() -> None:
    with pytest.raises(UnfitError):
        bind(set_booklet(SHARED), theme_of(SHARED), world())


OWN = """\
{% extends "document.html" %}
{% from "partials/contact.html" import contact_block %}
{% block body %}
<body class="booklet booklet--{{ layout }} is-hyphenated" data-author="{{ view.author }}">
<main>
{% include "partials/booklet-cover.html" %}
{% include "partials/booklet-contents.html" %}
{% for chapter in chapters %}
{% with study = chapter.view.study, write = chapter.writer %}
{% with opener = chapter.opener, is_dense = false %}
{% include "partials/booklet-opener.html" %}
{% include "partials/booklet-text.html" %}
{% endwith %}
{% endwith %}
{% endfor %}
{% include "partials/booklet-index.html" %}
</main>
</body>
{% endblock %}
"""
"""A template that knows neither single chapters nor empty pages."""


def test_a_template_of_ones_own_that_knows_no_empty_pages_is_set_in_one_piece(
    tmp_path: Path,
) -> None:
    files = {
        f"content/{slug}.md": study(slug.title(), "technologies: [Go]") for slug in ("eins", "zwei")
    }
    texts = []
    for own in ({}, {"templates/booklet.html": OWN}):
        root = tmp_path / f"own-{len(own)}"
        root.mkdir()
        report = build_here(workspace_at(root, {**files, **own}), kinds=(DocumentKind.BOOKLET,))
        assert codes_of(report.diagnostics) == []
        pages = reader((root / "output" / "portfolio.de.pdf").read_bytes()).pages
        texts.append([page.extract_text() for page in pages])
    assert texts[0] == texts[1]


def test_where_pages_can_not_be_put_into_a_document_it_is_set_in_one_piece(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = []
    for is_private_name_there in (True, False):
        if not is_private_name_there:
            monkeypatch.setattr(insert_fonts, "without_fonts", unfit)
            monkeypatch.setattr(printing, "without_fonts", unfit)
        root = tmp_path / str(is_private_name_there)
        root.mkdir()
        report = build_here(
            workspace_at(root, {"content/eins.md": study("Eins", "technologies: [Go]")}),
            kinds=(DocumentKind.BOOKLET,),
        )
        assert codes_of(report.diagnostics) == []
        pages = reader((root / "output" / "portfolio.de.pdf").read_bytes()).pages
        texts.append([page.extract_text() for page in pages])
    assert texts[0] == texts[1]


def unfit() -> None:
    raise UnfitError


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def links_of(data: bytes) -> list[tuple[int, str, list[float], object]]:
    file = reader(data)
    found: list[tuple[int, str, list[float], object]] = []
    for number, page in enumerate(file.pages):
        for annotation in page.get("/Annots", []):
            link: Any = annotation.get_object()
            place: object = link.get("/A", {}).get("/URI")
            if "/Dest" in link:
                target = file.named_destinations[link["/Dest"]]
                at = round(float(str(target["/Left"]))), round(float(str(target["/Top"])))
                place = (file.get_destination_page_number(target), *at)
            edges = [round(float(str(edge)), 1) for edge in link["/Rect"]]
            found.append((number, str(link["/Contents"]), edges, place))
    return found


def bookmarks_of(data: bytes) -> list[tuple[str, int, int, int]]:
    return [
        (
            mark.get_title(),
            mark.level,
            mark.get_dest().get_index(),
            round(mark.get_dest().get_view()[1][1]),
        )
        for mark in pypdfium2.PdfDocument(data).get_toc()
    ]


def tree_of(data: bytes) -> list[tuple[str, int, str]]:
    """Return role, page and marks of each element, the tree read from its root."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        found: list[tuple[str, int, str]] = []

        def read(element: Any) -> None:  # noqa: ANN401
            kids = element.K if isinstance(element.get("/K"), pikepdf.Array) else []
            page = pages[element.Pg.objgen] if "/Pg" in element else -1
            alt = str(element.get("/Alt", element.get("/ActualText", "")))
            found.append((str(element.S), page, alt))
            for kid in kids:
                if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                    assert kid.P.objgen == element.objgen
                    read(kid)

        read(pdf.Root.StructTreeRoot.K[0])
        return found
