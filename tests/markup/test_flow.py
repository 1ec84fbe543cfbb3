import re

from tests.markup.samples import collector, element, paragraph, text, theme

from casedoc.base.codes import Code
from casedoc.markup.flow import FlowWriter
from casedoc.source.element import Element, Kind
from casedoc.view.study import StepView


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
    gathered = collector(**{"bilder/mein plan.png": b"\x89PNG"})
    markup = FlowWriter("sample", gathered, theme().fonts).blocks(
        (element(Kind.PARAGRAPH, "", image),)
    )
    address = "file:///_project_/bilder/mein%20plan.png"
    assert f'<img src="{address}" alt="Ein Plan"><figcaption>Der Plan</figcaption>' in markup
    assert {address: b"\x89PNG"} == gathered.resources


def test_an_image_without_words_is_named_after_its_file() -> None:
    markup = write(
        element(Kind.PARAGRAPH, "", element(Kind.IMAGE, src="plan.png")), **{"plan.png": b"x"}
    )
    assert 'alt="plan"' in markup


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
