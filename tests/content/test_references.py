"""Addresses that may be printed, and images that can be."""

import io

import pytest
from PIL import Image, ImageFile
from tests.content.reading import checked, told

from casedoc.base.outcome import Outcome
from casedoc.content.case_study import CaseStudy
from casedoc.source.element import Element, Kind


def png() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(buffer, "PNG")
    return buffer.getvalue()


FILES = {
    "content/de/a.png": png(),
    "content/images/b.png": png(),
    "content/de/mit blank.png": png(),
    "content/de/cut.png": png()[:900],
    "content/de/text.png": b"no image",
    "content/de/c.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    "content/de/cut.svg": b'<svg xmlns="http://www.w3.org/2000/svg"><rect',
}


def body(text: str, matter: str = "title: A") -> Outcome[CaseStudy]:
    return checked(matter, text, files=FILES)


def parts(outcome: Outcome[CaseStudy], kind: Kind) -> list[Element]:
    assert outcome.value is not None, outcome.diagnostics
    return [
        part
        for section in outcome.value.sections
        for block in section.blocks
        for part in block.walk()
        if part.kind is kind
    ]


@pytest.mark.parametrize(
    "href",
    ["https://example.com", "http://a.de/b?c=d", "mailto:a@b.de", "tel:+4930", "HTTPS://a.de"],
)
def test_addresses_that_are_printed(href: str) -> None:
    outcome = body(f"Ein [Wort]({href}).")
    assert outcome.diagnostics == ()
    assert [link.get("href") for link in parts(outcome, Kind.LINK)] == [href]


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JavaScript:x", "ftp://a"],
)
def test_addresses_that_are_refused(href: str) -> None:
    outcome = body(f"Ein [Wort]({href}).")
    assert outcome.value is None
    assert told(outcome) == ["CD401 5:5"]


@pytest.mark.parametrize("href", ["../x.md", "/a/b", "a.pdf", "//example.com/x", "?a=b"])
def test_relative_addresses_lose_their_link_but_not_their_words(href: str) -> None:
    outcome = body(f"Ein [Wort]({href}).")
    assert told(outcome) == ["CD402 5:5"]
    assert parts(outcome, Kind.LINK) == []
    assert [span.children[0].text for span in parts(outcome, Kind.SPAN)] == ["Wort"]


def test_a_place_in_the_same_file_is_no_link_and_no_fault() -> None:
    outcome = body("Ein [Wort](#unten).")
    assert outcome.diagnostics == ()
    assert parts(outcome, Kind.LINK) == []


def test_the_title_of_a_link_is_warned_of() -> None:
    assert told(body('Ein [Wort](https://a.de "Titel").')) == ["CD403 5:5"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "nur-worte", "../a.md"])
def test_links_of_the_front_matter_are_checked(href: str) -> None:
    outcome = checked(f"title: A\nlinks:\n  - url: {href}")
    assert outcome.value is None
    assert told(outcome) == ["CD401 4:10"]


@pytest.mark.parametrize(
    ("source", "path"),
    [
        ("a.png", "content/de/a.png"),
        ("../images/b.png", "content/images/b.png"),
        ("/content/images/b.png", "content/images/b.png"),
        ("mit%20blank.png", "content/de/mit blank.png"),
        ("c.svg", "content/de/c.svg"),
    ],
)
def test_images_are_found_from_the_files_folder(source: str, path: str) -> None:
    outcome = body(f"![Bild]({source})")
    assert outcome.diagnostics == ()
    assert [image.get("src") for image in parts(outcome, Kind.IMAGE)] == [path]


def test_a_cut_image_is_an_error_when_weasyprint_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    assert told(body("![Bild](cut.png)")) == ["CD413 5:1"]
    assert ImageFile.LOAD_TRUNCATED_IMAGES is True


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("fehlt.png", "CD410"),
        ("https://example.com/a.png", "CD411"),
        ("//example.com/a.png", "CD411"),
        ("../../../a.png", "CD412"),
        ("cut.png", "CD413"),
        ("text.png", "CD413"),
        ("cut.svg", "CD413"),
    ],
)
def test_images_that_cant_be_printed(source: str, code: str) -> None:
    outcome = body(f"![Bild]({source})")
    assert outcome.value is None
    assert told(outcome) == [f"{code} 5:1"]
    matter = checked(f"title: A\nimage: {{src: {source!r}, alt: Bild}}", files=FILES)
    assert [one.code.number for one in matter.diagnostics] == [code]


def test_a_caption_stands_in_for_words_about_what_is_seen() -> None:
    outcome = body('![](a.png "Ein Plan")')
    assert told(outcome) == ["CD414 5:1"]
    assert outcome.value is not None
    matter = "title: A\nfigures:\n  - {src: a.png, caption: Ein Plan}"
    outcome = checked(matter, files=FILES)
    assert told(outcome) == ["CD414 4:5"]
    assert outcome.value is not None


def test_an_image_without_any_words_is_an_error() -> None:
    for outcome in (body("![](a.png)"), body("Wort ![](a.png)")):
        assert [one.code.number for one in outcome.diagnostics] == ["CD414"]
        assert outcome.value is None
    outcome = checked("title: A\nfigures: [a.png]", files=FILES)
    assert told(outcome) == ["CD414 3:11"]
    assert outcome.value is None
    assert "`decoration: true`" in (outcome.diagnostics[0].hint or "")


def test_a_decoration_needs_no_words() -> None:
    assert body("![](a.png){.decoration}").diagnostics == ()
    outcome = checked("title: A\nimage: {src: a.png, decoration: true}", files=FILES)
    assert outcome.diagnostics == ()
    assert [image.get("class") for image in parts(outcome, Kind.IMAGE)] == ["decoration"]


def test_a_decoration_with_words_is_warned_of() -> None:
    assert told(body("![Bild](a.png){.decoration}")) == ["CD417 5:1"]
    assert told(body('![](a.png "Plan"){.decoration}')) == ["CD417 5:1", "CD414 5:1"]


def test_titles_that_paper_does_not_show_are_told() -> None:
    assert told(body('Ein ![Bild](a.png "Titel") im Satz.')) == ["CD418 5:5"]
    assert body('![Bild](a.png "Titel")').diagnostics == ()
    assert body('- ![Bild](a.png "Titel")[^1]\n\n[^1]: Note').diagnostics == ()
    assert told(body('Das <abbr title="Lang">L</abbr>.')) == ["CD418 5:5"]
    assert body("Das <abbr>L</abbr>.").diagnostics == ()


def test_what_a_drawing_can_t_show_is_told_with_its_line() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<foreignObject/></svg>'
    outcome = checked("title: A", "![Bild](f.svg)", files={"content/de/f.svg": svg})
    assert told(outcome) == ["CD416 5:1"]
    assert "in line 2 is not printed" in outcome.diagnostics[0].message


def test_an_image_knows_its_proportions() -> None:
    (image,) = parts(body("![Bild](a.png)"), Kind.IMAGE)
    assert float(image.get("ratio")) == 1.0
    assert float(image.get("natural")) == pytest.approx(64 / 150 * 25.4)
    (drawing,) = parts(body("![Bild](c.svg)"), Kind.IMAGE)
    assert (float(drawing.get("ratio")), drawing.get("natural")) == (1.0, "")


def test_images_of_confidential_clients_must_be_cleared() -> None:
    matter = "title: A\nclient: {name: Nord AG, alias: Händler, confidential: true}"
    assert told(body("![Bild](a.png)", matter)) == ["CD503 6:1"]
    assert body("![Bild](a.png){.cleared}", matter).diagnostics == ()
    declared = f"{matter}\nimage: {{src: a.png, alt: Bild}}"
    assert [one.code.number for one in body("", declared).diagnostics] == ["CD503"]
    cleared = f"{matter}\nimage: {{src: a.png, alt: Bild, cleared: true}}"
    assert body("", cleared).diagnostics == ()
