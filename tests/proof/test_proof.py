"""The proof says nothing of a good file, and finds each way of spoiling one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from tests.build.generated_studies import generated_study
from tests.build.test_generated_studies import fitted

from casedoc.base.span import Span
from casedoc.proof.expectation import Expectation, expectation_of
from casedoc.proof.fields import Field
from casedoc.proof.proof import prove

Spoil = Callable[[pikepdf.Pdf], None]


@cache
def sample() -> tuple[bytes, Expectation]:
    """A printed one-pager of two pages with figures, steps, links, technologies."""
    study = generated_study(900, "de", 310, everything=True)
    outcome, _asked = fitted(study)
    assert outcome.value is not None
    layout = outcome.value.layout
    written = layout.write()
    assert written.value is not None
    title = re.search(r"^title: (.*)$", study.text, re.MULTILINE)
    assert title is not None
    head = (Field("name", "Henrike Falkenau"),)
    project = (Field("title", title[1].strip("\"'")),)
    return written.value.data, expectation_of(layout, (head, project))


def spoilt(spoil: Spoil) -> bytes:
    file = BytesIO()
    with pikepdf.open(BytesIO(sample()[0])) as pdf:
        spoil(pdf)
        pdf.save(file)
    return file.getvalue()


def test_nothing_is_said_of_a_good_file() -> None:
    proof = prove(*sample())
    assert proof.findings == ()
    assert proof.pages == 2
    assert {"words", "geometry", "reading", "links", "structure"} <= set(proof.checks)


def roles(pdf: pikepdf.Pdf, role: str) -> Iterator[Any]:
    """All elements of a role."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/S") == role and "/P" in thing:
            yield thing


def rewritten(pdf: pikepdf.Pdf, change: Callable[[bytes], bytes], page: int = 0) -> None:
    contents = pdf.pages[page].Contents
    before = contents.read_bytes()
    after = change(before)
    assert after != before
    contents.write(after)


def removed_word(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, lambda data: re.sub(rb"\[[^\]]{200,}\] TJ", b"[] TJ", data, count=1))


def repeated_words(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, lambda data: re.sub(rb"(\[<[^\]]{200,}\] TJ)", rb"\1 \1", data, count=1))


def swapped_paragraphs(pdf: pikepdf.Pdf) -> None:
    kids = next(roles(pdf, "/Sect")).K
    kids[1], kids[2] = kids[2], kids[1]


def moved_line(pdf: pikepdf.Pdf, across: float, up: float) -> None:
    """Move a long line of the second page, in its units of 0.75 pt from the top."""
    line = re.compile(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm(?=\s+/\S+ \S+ Tf\s+\[<[^\]]{300,}\] TJ)")

    def moved(match: re.Match[bytes]) -> bytes:
        x, y = float(match[1]) + across, float(match[2]) + up
        return f"1 0 0 -1 {x} {y} Tm".encode()

    rewritten(pdf, lambda data: line.sub(moved, data, count=1), page=1)


def moved_off(pdf: pikepdf.Pdf) -> None:
    moved_line(pdf, 900, 0)


def moved_out(pdf: pikepdf.Pdf) -> None:
    moved_line(pdf, -30, 0)


def moved_over(pdf: pikepdf.Pdf) -> None:
    moved_line(pdf, 0, 16)


def set_small(pdf: pikepdf.Pdf) -> None:
    font = re.compile(rb"(?<= )1[0-9.]+ Tf(?=\s+\[<[^\]]{300,}\] TJ)")
    rewritten(pdf, lambda data: font.sub(b"6 Tf", data, count=1))


def glyph_missing(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, lambda data: re.sub(rb"\[<....>", b"[<0000>", data, count=1))


def page_added(pdf: pikepdf.Pdf) -> None:
    pdf.add_blank_page()


def page_removed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def wrong_label(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(S=Name.r)]))


def coarse_picture(pdf: pikepdf.Pdf) -> None:
    image = pdf.make_stream(b"\0" * 30, Type=Name.XObject, Subtype=Name.Image, Width=5, Height=2)
    image.ColorSpace, image.BitsPerComponent = Name.DeviceRGB, 8
    pdf.pages[0].resources.XObject.coarse = image
    painted = b"\n/Artifact BMC q 100 0 0 100 300 300 cm /coarse Do Q EMC\n"
    rewritten(pdf, lambda data: data + painted)


def other_order(pdf: pikepdf.Pdf) -> None:
    """All that is painted comes backwards; only the tags know its order."""
    parts = re.compile(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC.*?EMC", re.DOTALL)

    def backwards(data: bytes) -> bytes:
        found = iter(reversed(parts.findall(data)))
        return parts.sub(lambda _match: next(found), data)

    rewritten(pdf, backwards)


def meaningless_glyphs(pdf: pikepdf.Pdf) -> None:
    for font in pdf.pages[0].resources.Font.values():
        font.ToUnicode.write(b"")


def font_not_embedded(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor.FontFile2


def font_not_a_subset(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font.values()))
    font.BaseFont = Name("/CD-Sans")


def font_of_others(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font.values()))
    font.DescendantFonts[0].FontDescriptor.FontFamily = String("DejaVu Sans")


def font_without_meaning(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].resources.Font.values())).ToUnicode


def font_of_drawings(pdf: pikepdf.Pdf) -> None:
    next(iter(pdf.pages[0].resources.Font.values())).Subtype = Name.Type3


def font_not_there(pdf: pikepdf.Pdf) -> None:
    fonts = pdf.pages[0].resources.Font
    del fonts[next(iter(fonts.keys()))]


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def emptied_tree(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K = Array()


def all_artifact(pdf: pikepdf.Pdf) -> None:
    rewritten(
        pdf, lambda data: re.sub(rb"/\w+\s*<<\s*/MCID \d+\s*>>\s*BDC", b"/Artifact BMC", data)
    )


def not_marked_at_all(pdf: pikepdf.Pdf) -> None:
    rewritten(pdf, lambda data: data + b"\n0 0 10 10 re f\n")


def unresolved_content(pdf: pikepdf.Pdf) -> None:
    own = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    own[0], own[9] = own[9], own[0]


def content_of_two_elements(pdf: pikepdf.Pdf) -> None:
    first, second, *_others = roles(pdf, "/P")
    second.K.append(first.K[0])


def content_of_no_element(pdf: pikepdf.Pdf) -> None:
    del next(roles(pdf, "/H1")).K[0]


def content_of_no_page(pdf: pikepdf.Pdf) -> None:
    next(roles(pdf, "/H1")).K.append(9999)


def skipped_level(pdf: pikepdf.Pdf) -> None:
    next(roles(pdf, "/H2")).S = Name.H4


def two_titles(pdf: pikepdf.Pdf) -> None:
    next(roles(pdf, "/H2")).S = Name.H1


def picture_without_words(pdf: pikepdf.Pdf) -> None:
    next(roles(pdf, "/P")).S = Name.Figure


def link_to_nowhere(pdf: pikepdf.Pdf) -> None:
    link = pdf.pages[-1].Annots[0]
    link.A = Dictionary(S=Name.GoTo, D=String("nowhere"))


def link_to_a_file(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].Annots[0].A.URI = String("file:///home/anna/secret.txt")


def link_to_others(pdf: pikepdf.Pdf) -> None:
    pdf.pages[-1].Annots[0].A.URI = String("https://example.org/elsewhere")


def link_removed(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].Annots


def link_in_no_element(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[-1].Annots[0].StructParent


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def no_title(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo.Title


def title_not_shown(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.ViewerPreferences


def other_titles(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = String("Another")


def no_standard(pdf: pikepdf.Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(data.replace(b"pdfuaid:part", b"pdfuaid:pant"))


def no_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


TEXT = (removed_word, repeated_words, swapped_paragraphs, meaningless_glyphs)
FONTS = (
    font_not_embedded,
    font_not_a_subset,
    font_of_others,
    font_without_meaning,
    font_of_drawings,
    font_not_there,
)
STRUCTURE = (
    no_tree,
    emptied_tree,
    all_artifact,
    not_marked_at_all,
    unresolved_content,
    content_of_two_elements,
    content_of_no_element,
    content_of_no_page,
    skipped_level,
    two_titles,
    picture_without_words,
)
LINKS = (link_to_nowhere, link_to_a_file, link_to_others, link_removed, link_in_no_element)
METADATA = (
    wrong_label,
    no_language,
    no_title,
    title_not_shown,
    other_titles,
    no_standard,
    no_metadata,
    no_intent,
)
FAULTS = [
    *((spoil, "CD655") for spoil in TEXT),
    *((spoil, "CD652") for spoil in FONTS),
    *((spoil, "CD651") for spoil in STRUCTURE),
    *((spoil, "CD653") for spoil in LINKS),
    *((spoil, "CD654") for spoil in METADATA),
    (moved_off, "CD656"),
    (moved_over, "CD656"),
    (glyph_missing, "CD601"),
    (page_added, "CD657"),
    (page_removed, "CD657"),
]
FLAWS = [
    (moved_out, "CD607"),
    (set_small, "CD656"),
    (coarse_picture, "CD415"),
    (other_order, "CD658"),
]


@pytest.mark.parametrize(("spoil", "code"), FAULTS, ids=lambda one: getattr(one, "__name__", one))
def test_a_spoilt_file_is_found(spoil: Spoil, code: str) -> None:
    found = prove(spoilt(spoil), sample()[1]).diagnostics
    assert code in {one.code.number for one in found if one.is_error}


@pytest.mark.parametrize(("spoil", "code"), FLAWS, ids=lambda one: getattr(one, "__name__", one))
def test_a_flaw_is_told_but_forbids_nothing(spoil: Spoil, code: str) -> None:
    found = prove(spoilt(spoil), sample()[1]).diagnostics
    assert code in {one.code.number for one in found}
    assert not any(one.is_error for one in found if one.code.number == code)


def test_what_is_no_pdf_is_told() -> None:
    (found,) = prove(b"Hello").diagnostics
    assert found.code.number == "CD650"


def test_a_missing_word_leads_to_its_source() -> None:
    def removed(pdf: pikepdf.Pdf) -> None:
        longest = max(re.findall(rb"\[[^\]]*\] TJ", pdf.pages[1].Contents.read_bytes()), key=len)
        rewritten(pdf, lambda data: data.replace(longest, b"[] TJ"), page=1)

    found = prove(spoilt(removed), sample()[1]).diagnostics
    assert {one.span.path for one in found if one.span} == {"content/de/study-310-900.md"}


def test_the_first_content_of_a_page_has_a_place_too() -> None:
    data, expected = sample()
    place = Span.within("content/de/one.md", 7, 1, 4)
    known = replace(expected, texts=tuple(replace(one, span=place) for one in expected.texts))
    file = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        marked = re.compile(rb"/\w+\s*<<\s*/MCID 0\s*>>\s*BDC.*?EMC", re.DOTALL)
        rewritten(pdf, lambda contents: marked.sub(lambda match: match[0] + match[0], contents))
        pdf.save(file)
    over = [
        one for one in prove(file.getvalue(), known).findings if "over one another" in one.message
    ]
    assert [one.span for one in over] == [place]


def test_a_moved_word_leads_to_its_source_and_its_place() -> None:
    found = [one for one in prove(spoilt(moved_off), sample()[1]).findings if one.box]
    assert found
    assert all(one.box.left > 595 for one in found if one.box)
    assert {one.page for one in found} == {2}
    assert {one.span.path for one in found if one.span} == {"content/de/study-310-900.md"}
