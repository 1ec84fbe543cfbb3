"""Every place of a finished file where a name can hide."""

import base64
import zipfile
import zlib
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image, PngImagePlugin

from casedoc.content.confidences.terms import holds
from casedoc.proof import reading
from casedoc.proof.leaks import leaks_in
from casedoc.proof.proof import prove

NAME = "Quastenberg"
HIDDEN = partial(holds, names=("Quastenberg", "Möbel Süd AG", "Ida"))


def found(name: str, data: bytes) -> bool:
    return bool(leaks_in(name, data, HIDDEN))


def pdf_with(change: Callable[[pikepdf.Pdf], Any]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    change(pdf)
    data = BytesIO()
    pdf.save(
        data,
        fix_metadata_version=False,
        compress_streams=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return data.getvalue()


def _attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(
        pdf, b"f\xc3\xbcr M\xc3\xb6bel S\xc3\xbcd AG"
    )


def _outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("Die Quastenbergs", 0))


CHANGES: dict[str, Callable[[pikepdf.Pdf], Any]] = {
    "title": lambda pdf: pdf.docinfo.__setitem__("/Title", f"Für {NAME}"),
    "utf-16": lambda pdf: pdf.docinfo.__setitem__("/Subject", "Für Möbel Süd AG \u2013 neu"),
    "name": lambda pdf: pdf.Root.__setitem__("/Ex", pikepdf.Name("/an-Quastenberg")),
    "key": lambda pdf: pdf.Root.__setitem__("/Quastenberg", 1),
    "escaped name": lambda pdf: pdf.Root.__setitem__(
        "/Ex", pikepdf.Name("/M#c3#b6bel#20S#c3#bcd#20AG")
    ),
    "address": lambda pdf: pdf.pages[0].__setitem__(
        "/Annots",
        pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.Annot,
                    Subtype=pikepdf.Name.Link,
                    Rect=[0, 0, 1, 1],
                    A=pikepdf.Dictionary(
                        S=pikepdf.Name.URI,
                        URI=pikepdf.String("https://m%C3%B6bel-s%C3%BCd-ag.example"),
                    ),
                )
            ]
        ),
    ),
    "nested": lambda pdf: pdf.Root.__setitem__("/Ex", pikepdf.Array([["a", ["b", NAME]]])),
    "attachment": _attach,
    "attachment's name": lambda pdf: pdf.attachments.__setitem__(
        f"{NAME}.txt", pikepdf.AttachedFileSpec(pdf, b"x")
    ),
    "bookmark": _outline,
    "stream": lambda pdf: pdf.Root.__setitem__("/Ex", pdf.make_stream(b"%a Quasten-\nberg")),
    "stream in hexadecimal": lambda pdf: pdf.Root.__setitem__(
        "/Ex",
        pdf.make_stream(
            b"/ActualText <" + ("\ufeff" + NAME).encode("utf-16-be").hex().encode() + b">"
        ),
    ),
    "XMP": lambda pdf: pdf.Root.__setitem__(
        "/Metadata", pdf.make_stream(b"<a>Quasten&#98;erg</a>", Type=pikepdf.Name.Metadata)
    ),
    "picture": lambda pdf: pdf.Root.__setitem__(
        "/Ex",
        pikepdf.Stream(
            pdf,
            b"\xff\xd8\xff\xe1 Exif by Quastenberg \xff\xd9",
            Type=pikepdf.Name.XObject,
            Subtype=pikepdf.Name.Image,
            Filter=pikepdf.Name.DCTDecode,
        ),
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_name_is_found_in_a_pdf(change: Callable[[pikepdf.Pdf], Any]) -> None:
    assert found("a.pdf", pdf_with(change))


def test_an_innocent_pdf_is_innocent() -> None:
    assert (
        leaks_in("a.pdf", pdf_with(lambda pdf: pdf.docinfo.__setitem__("/Title", "Idaho")), HIDDEN)
        == ()
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.html", "<p>Quasten<b>berg</b></p>"),
        ("a.html", "<p title='Quasten&shy;berg'>a</p>"),
        (
            "a.html",
            f"<img src='data:image/svg+xml;base64,{base64.b64encode(NAME.encode()).decode()}'>",
        ),
        ("manifest.json", '{"path": "content/m\\u00f6bel-s\\u00fcd-ag.md"}'),
        ("SHA256SUMS", "abc  quastenberg.de.pdf\n"),
        ("a.md", "Q u a s t e n b e r g"),
        ("a.txt", "Moebel Sued AG"),
        ("a.txt", "NEUQUASTENBERG"),
        ("quastenberg-shop.de.pdf.txt", "nichts"),
        ("a.txt", "mit Ida."),
    ],
)
def test_a_name_is_found_in_text(name: str, text: str) -> None:
    assert found(name, text.encode())


@pytest.mark.parametrize("text", ["Quasten", "Idaho", "Friday", "Möbel", "quasi ten berg"])
def test_other_words_are_not(text: str) -> None:
    assert not found("a.txt", text.encode())


def test_a_name_is_found_beside_the_pixels() -> None:
    plain, packed = PngImagePlugin.PngInfo(), PngImagePlugin.PngInfo()
    plain.add_text("Comment", NAME)
    packed.add_itxt("Comment", f"für {NAME}", zip=True)
    for info in (plain, packed):
        data = BytesIO()
        Image.new("RGB", (2, 2)).save(data, "PNG", pnginfo=info)
        assert found("a.png", data.getvalue())
    clean = BytesIO()
    Image.new("RGB", (2, 2)).save(clean, "PNG")
    assert not found("a.png", clean.getvalue())


def test_a_name_is_found_in_the_parts_of_an_archive() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<w:t>Quasten</w:t></w:r><w:r><w:t>berg</w:t>")
    assert zlib.crc32(data.getvalue()) != 0
    assert leaks_in("a.docx", data.getvalue(), HIDDEN) == ("`word/document.xml`",)


OCTAL = rb"/Span <</ActualText (\121\165\141\163\164\145\156\142\145\162\147)>> BDC EMC"


def test_a_name_is_found_in_the_escapes_of_a_mark() -> None:
    def draw(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(OCTAL)

    assert found("a.pdf", pdf_with(draw))


def test_a_name_is_found_in_a_mark_at_a_point() -> None:
    def draw(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(b"/Note <</Of (Quastenberg)>> DP")

    assert found("a.pdf", pdf_with(draw))


@pytest.mark.parametrize("mark", [b"DP", b"BMC EMC", b"/Note /MC0 DP", b"BDC EMC"])
def test_marks_that_say_nothing_are_read(mark: bytes) -> None:
    assert not found("a.pdf", pdf_with(lambda pdf: pdf.pages[0].contents_add(mark)))


def test_a_file_that_was_proven_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    original = reading._Reader.read

    def noting(reader: reading._Reader) -> reading.Sheet:
        sheet = original(reader)
        read.append(sheet.number)
        return sheet

    monkeypatch.setattr(reading._Reader, "read", noting)
    data = pdf_with(lambda _pdf: None)
    prove(data)
    leaks_in("a.pdf", data, HIDDEN)
    assert read == [1]
    other = pdf_with(lambda pdf: pdf.pages[0].contents_add(OCTAL))
    assert leaks_in("a.pdf", other, HIDDEN)
    assert read == [1, 1]


def test_what_only_looks_like_data_is_text() -> None:
    assert not found("a.html", b"<code>data:image/png;base64,iVBORw0KG</code>")
    packed = base64.b64encode(b"Quastenberg").decode()
    assert found("a.html", f"<a href='data:text/plain;charset=utf-8;base64,{packed}'>".encode())
