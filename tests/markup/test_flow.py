import re

from tests.markup.samples import collector, element, paragraph, text, theme
from tests.picture.files import KINDS

from casedoc.base.codes import Code
from casedoc.markup.flow import FlowWriter
from casedoc.source.element import Element, Kind
from casedoc.view.study import StepView

PICTURE = KINDS["png"]()


def write(*elements: Element, **files: bytes) -> str:
    return str(FlowWriter("sample", collector(**files), theme().fonts).blocks(elements))


def item(*children: Element) -> Element:
    return element(Kind.ITEM, "", *children)


def test_blocks_lead_back_to_their_place() -> None:
    gathered = collector()
    FlowWriter("sample", gathered, theme().fonts).blocks((paragraph("a"), paragraph("b")))
    assert list(gathered.spans) == ["sample-10-3", "sample-10-3-2"]
    assert gathered.spans["sample-10-3"].line == 10


def test_the_first_paragraph_of_an_item_shares_the_marker_s_line() -> None:
    markup = write(element(Kind.BULLET_LIST, "", item(paragraph("eins"), paragraph("zwei"))))
    assert re.search(
        r'<ul id="[^"]+" class="list"><li id="[^"]+">eins\n<p id="[^"]+">zwei</p></li></ul>', markup
    )


def test_numbered_lists_begin_where_the_author_says() -> None:
    markup = write(
        element(Kind.ORDERED_LIST, "", item(paragraph("x")), item(paragraph("y")), start="9")
    )
    assert 'class="list list--numbered list--wide"' in markup
    assert "counter-reset: list-item 8" in markup


def test_tables_have_headers_with_scope_and_alignment() -> None:
    row = element(Kind.ROW, "", element(Kind.HEADER_CELL, "", *text("Zone"), align="right"))
    body = element(Kind.ROW, "", element(Kind.CELL, "", *text("5")))
    markup = write(
        element(
            Kind.TABLE, "", element(Kind.TABLE_HEAD, "", row), element(Kind.TABLE_BODY, "", body)
        )
    )
    assert '<thead><tr id="sample-10-3-2"><th scope="col" class="align-right">Zone</th>' in markup
    assert '<td class="align-left">5</td>' in markup


def test_images_are_taken_in_with_caption_and_alternative_text() -> None:
    image = element(Kind.IMAGE, "Ein Plan", src="bilder/mein plan.png", title="Der Plan")
    gathered = collector(**{"bilder/mein plan.png": PICTURE})
    markup = FlowWriter("sample", gathered, theme().fonts).blocks(
        (element(Kind.PARAGRAPH, "", image),)
    )
    address = "file:///_project_/bilder/mein%20plan.png"
    assert markup == (
        '<figure id="sample-10-3" class="illustration">'
        '<div class="illustration__frame" style="--ratio: 2.0000">'
        f'<img class="illustration__picture" src="{address}" alt="Ein Plan"></div>'
        "<figcaption>Der Plan</figcaption></figure>"
    )
    assert list(gathered.resources) == [address]


def figure(image: Element, *behind: Element, **files: bytes) -> str:
    return write(element(Kind.PARAGRAPH, "", image, *behind), **{"plan.png": PICTURE, **files})


def test_the_caption_stands_in_for_an_alternative_text() -> None:
    assert 'alt="Der Plan"' in figure(element(Kind.IMAGE, src="plan.png", title="Der Plan"))


def test_a_decoration_is_a_background_and_has_no_words() -> None:
    image = element(Kind.IMAGE, **{"src": "plan.png", "class": "decoration"})
    markup = figure(image)
    assert "<img" not in markup
    assert "background-image: url(file:///_project_/plan.png)" in markup
    assert "--ratio: 2.0000; --natural: 13.5467mm; --share: 50.0000%" in markup
    in_line = figure(image, *text(" und Wörter"))
    assert '<span class="inline-decoration" style="--ratio: 2.0000; background-image: ' in in_line


def test_a_decoration_with_words_is_a_figure_all_the_same() -> None:
    image = element(Kind.IMAGE, "Plan", **{"src": "plan.png", "class": "decoration"})
    assert '<figure id="sample-10-3" class="illustration">' in figure(image)


def test_a_note_behind_a_figure_stands_in_its_caption() -> None:
    note = element(Kind.FOOTNOTE_REFERENCE, number="1")
    image = element(Kind.IMAGE, "Plan", src="plan.png", title="Der Plan")
    caption = figure(image, note).partition("<figcaption>")[2]
    assert caption.startswith('Der Plan<sup class="note-mark"><a href="#sample-note-1">1</a></sup>')
    bare = figure(element(Kind.IMAGE, "Plan", src="plan.png"), note)
    assert '<figcaption><sup class="note-mark">' in bare


def test_an_image_alone_in_an_item_is_a_figure() -> None:
    image = element(Kind.IMAGE, "Plan", src="plan.png", title="Der Plan")
    listed = element(Kind.BULLET_LIST, "", item(element(Kind.PARAGRAPH, "", image)))
    assert "<figcaption>Der Plan</figcaption>" in write(listed, **{"plan.png": PICTURE})
    step = StepView(text("Schritt"), (element(Kind.PARAGRAPH, "", image),), "s-1")
    writer = FlowWriter("sample", collector(**{"plan.png": PICTURE}), theme().fonts)
    assert "<figcaption>Der Plan</figcaption>" in writer.step(step, run_in=True)


def test_the_text_of_a_drawing_is_set_in_our_fonts() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">'
        b"<style>.b { font-family: Inter, serif }</style>"
        b'<text font-family="Arial">a</text><text style="font-family:monospace">b</text>'
        b'<text font-family="IBM Plex Sans">c</text></svg>'
    )
    gathered = collector(**{"plan.svg": drawing})
    writer = FlowWriter("sample", gathered, theme().fonts)
    image = element(Kind.IMAGE, "Plan", src="plan.svg")
    writer.blocks((element(Kind.PARAGRAPH, "", image),))
    written = gathered.resources["file:///_project_/plan.svg"].decode()
    assert '.b { font-family: "CD Display"}' in written
    assert written.count('font-family="CD Sans"') == 3
    assert 'style="font-family:&quot;CD Mono&quot;"' in written
    assert [(one.code, one.message) for one in gathered.diagnostics] == [
        (Code.IMAGE_PARTLY, f"image `plan.svg`: text in line 1 asks for the font {names}")
        for names in ("Inter, serif", "Arial")
    ]


def test_a_missing_image_is_an_error() -> None:
    gathered = collector()
    image = element(Kind.IMAGE, "x", src="fehlt.png")
    FlowWriter("sample", gathered, theme().fonts).blocks((element(Kind.PARAGRAPH, "", image),))
    assert [diagnostic.code for diagnostic in gathered.diagnostics] == [Code.IMAGE_MISSING]


def test_code_keeps_its_lines_and_is_escaped() -> None:
    markup = write(element(Kind.CODE_BLOCK, "a < b\n  c\n", info="sql"))
    assert markup == '<pre id="sample-10-3" class="is-whole"><code>a &lt; b\n  c</code></pre>'


def test_notes_are_found_by_their_number() -> None:
    note = element(Kind.FOOTNOTE, "", paragraph("Anmerkung"), number="1")
    markup = write(element(Kind.FOOTNOTES, "", note))
    assert '<li id="sample-note-1"><span class="unhyphenated">Anmerkung</span></li>' in markup


def test_a_heading_inside_text_is_a_paragraph() -> None:
    markup = write(element(Kind.HEADING, "", *text("Nebenbei"), level="4"))
    assert markup == '<p id="sample-10-3" class="minor-heading"><strong>Nebenbei</strong></p>'


def test_every_kind_of_block_prints_its_words() -> None:
    blocks = (
        element(Kind.QUOTE, "", paragraph("Zitat")),
        element(
            Kind.DEFINITION_LIST,
            "",
            element(Kind.TERM, "", *text("Begriff")),
            element(Kind.DEFINITION, "", paragraph("Erklärung")),
        ),
        element(Kind.SEPARATOR),
        element(Kind.BULLET_LIST, "", item(element(Kind.CODE_BLOCK, "Code")), item()),
    )
    words = re.sub(r"<[^>]+>", " ", write(*blocks)).split()
    assert words == ["Zitat", "Begriff", "Erklärung", "Code"]


def test_steps_have_their_lead_in_on_a_line_of_its_own_or_run_in() -> None:
    writer = FlowWriter("sample", collector(), theme().fonts)
    step = StepView(text("Netz"), (paragraph("Istio"), paragraph("mehr")), "sample-1-1")
    apart = writer.step(step, run_in=False)
    assert '<strong class="steps__lead">Netz</strong> <br>Istio</p>' in apart
    assert '<strong class="steps__lead">Netz:</strong> Istio</p>' in writer.step(step, run_in=True)


def test_addresses_break_between_their_pieces_only() -> None:
    writer = FlowWriter("sample", collector(), theme().fonts)
    markup = writer.address(("example.com/", "x" * 80), 8.0, 55)
    assert '<span class="unbroken">example.com/</span><span class="anywhere">xxx' in markup


def test_long_code_may_break_over_pages() -> None:
    markup = write(element(Kind.CODE_BLOCK, "x\n" * 40))
    assert markup.startswith('<pre id="sample-10-3"><code>x')


def test_words_of_a_table_stay_whole_where_all_have_room() -> None:
    def table(columns: int) -> Element:
        cells = [element(Kind.HEADER_CELL, "", *text("Veränderung")) for _ in range(columns)]
        return element(Kind.TABLE, "", element(Kind.TABLE_HEAD, "", element(Kind.ROW, "", *cells)))

    assert "table--wide" not in write(table(3))
    assert "table--wide" in write(table(6))
