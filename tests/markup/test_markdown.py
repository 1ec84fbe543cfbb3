"""What is written as Markdown is read back as it was, signs included."""

import html

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casedoc.base.span import Span
from casedoc.markup.markdown import blocks
from casedoc.source.element import Element, Kind

READER = MarkdownIt("commonmark").enable("table")
SPAN = Span.of_file("a.md")
SIGNS = "ab1 #*_-+.>)(=:|~`<&;[]!\\x\"'"


def paragraph(kind: Kind, words: str) -> Element:
    return Element(Kind.PARAGRAPH, SPAN, children=(Element(kind, SPAN, words),))


def read_back(*elements: Element) -> str:
    return str(READER.render("\n\n".join(blocks(elements)))).strip()


@given(st.text(st.sampled_from(SIGNS), min_size=1, max_size=14).filter(str.strip))
def test_no_word_is_taken_for_a_sign(words: str) -> None:
    shown = html.escape(words.strip()).replace("&#x27;", "'")
    assert read_back(paragraph(Kind.TEXT, words)) == f"<p>{shown}</p>"


@given(st.text(st.sampled_from("a`\\*"), min_size=1, max_size=8))
def test_code_is_read_as_it_is(words: str) -> None:
    assert read_back(paragraph(Kind.CODE, words)) == f"<p><code>{words}</code></p>"


def test_items_with_several_blocks_stay_together() -> None:
    parts = (paragraph(Kind.TEXT, "eins"), paragraph(Kind.TEXT, "zwei"))
    items = (Element(Kind.ITEM, SPAN, children=parts), Element(Kind.ITEM, SPAN, children=parts))
    for kind, tag in ((Kind.BULLET_LIST, "ul"), (Kind.ORDERED_LIST, "ol")):
        shown = read_back(Element(kind, SPAN, children=items))
        assert shown.count(f"<{tag}>") == 1
        assert shown.count("<li>\n<p>eins</p>\n<p>zwei</p>\n</li>") == 2
