import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.source.markdown import BODY, NASTY
from tests.source.reading import told

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.source.element import Element
from casedoc.source.source import LARGEST_TEXT, Source, read_source


def read(text: str) -> Outcome[Source]:
    return read_source(MemoryWorld({"a.md": text.encode()}), "a.md")


def elements_of(source: Source) -> list[Element]:
    return [element for block in source.blocks for element in block.walk()]


def test_a_file_in_its_parts() -> None:
    content = b"\xef\xbb\xbf---\r\ntitle: x\r\n---\r\nText.\r\n"
    source = read_source(MemoryWorld({"a.md": content}), "./a.md").value
    assert source is not None
    assert source.text == "---\ntitle: x\n---\nText.\n"
    assert source.digest == digest_of(content)
    assert [pair.key for pair in source.fields.pairs] == ["title"]


@pytest.mark.parametrize(
    ("path", "expected"),
    [("none.md", "CD101 1:1"), ("../a.md", "CD101 1:1"), ("large.md", "CD102 1:1")],
)
def test_what_can_not_be_read(path: str, expected: str) -> None:
    world = MemoryWorld({"large.md": b"x" * (LARGEST_TEXT + 1)})
    outcome = read_source(world, path)
    assert outcome.value is None
    assert [expected] == told(outcome.diagnostics)


def test_the_largest_text_is_read() -> None:
    world = MemoryWorld({"a.md": b"x" * LARGEST_TEXT})
    assert not isinstance(world.read("a.md"), ReadFailure)
    assert read_source(world, "a.md").value is not None


def test_why_a_file_can_not_be_read_is_told() -> None:
    [found] = read_source(MemoryWorld({}), "a.md").diagnostics
    assert ReadProblem.MISSING.value in found.message


def test_warnings_of_the_body_do_not_keep_the_file_from_being_read() -> None:
    outcome = read("Text.\n\n[^1]: Nie genannt.\n")
    assert outcome.value is not None
    assert told(outcome.diagnostics) == ["CD122 3:1"]


@given(NASTY)
def test_no_text_raises_and_every_span_lies_inside_its_file(text: str) -> None:
    outcome = read(text)
    if outcome.value is None:
        assert outcome.diagnostics
        return
    lines = outcome.value.text.split("\n")
    spans = [element.span for element in elements_of(outcome.value)]
    spans += [one.span for one in outcome.diagnostics if one.span is not None]
    spans += [pair.key_span for pair in outcome.value.fields.pairs]
    for span in spans:
        assert span.start <= span.end
        for place in (span.start, span.end):
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


PRINTED = {
    Code.SHORTCODE,
    Code.TEMPLATE_MARKUP,
    Code.MDX_CODE,
    Code.WIKILINK,
    Code.CONTAINER,
    Code.KRAMDOWN_ATTRIBUTES,
    Code.CALLOUT,
    Code.OTHER_MARKDOWN,
}
"""Complaints of what is printed all the same."""


@given(st.lists(BODY, min_size=1, max_size=3).map("\n\n".join))
def test_every_word_is_in_the_tree_or_something_is_said(body: str) -> None:
    outcome = read(body)
    if any(one.code not in PRINTED for one in outcome.diagnostics):
        return
    assert outcome.value is not None
    parts = elements_of(outcome.value)
    kept = "".join(text for part in parts for text in (part.text, *part.attributes.values()))
    assert [word for word in re.findall(r"w\d{3}", body) if word not in kept] == []


@pytest.mark.parametrize(
    "body",
    [
        "> " * 41 + "x",
        "- " * 21 + "x",
        "*a _b " * 60 + "_ *" * 60,
        "x " + "<sub>" * 60 + "x" + "</sub>" * 60,
        "<mark>" + "*a _b " * 60 + "_ *" * 60 + "</mark>",
        "x^[" + "*a _b " * 60 + "_ *" * 60 + "]",
    ],
    ids=lambda body: body[:12],
)
def test_what_is_nested_too_deeply_is_said(body: str) -> None:
    assert [one.split()[0] for one in told(read(body).diagnostics)] == ["CD120"]


@pytest.mark.parametrize(
    "body",
    [
        "^[" * 2000 + "x" + "]" * 2000,
        "<sub>" * 5000,
        "x <sub>" * 3000 + "</sub>" * 3000,
        "<!--" * 60_000,
        "[" * 3000,
        "![" * 1500,
        "> " * 3000 + "x",
        "- " * 1000 + "x",
        "*a _b " * 60 + "_ *" * 60,
        "<mark>" + "*a _b " * 60 + "_ *" * 60 + "</mark>",
        "[^1]" * 3000 + "\n\n[^1]: x\n",
        "".join(f"[^{number}]: x\n" for number in range(3000)),
        "wort\n" * 10_000,
    ],
    ids=lambda body: body[:12],
)
def test_hostile_text_costs_neither_recursion_nor_much_time(body: str) -> None:
    start = time.process_time()
    outcome = read(body)
    assert outcome.value is not None or outcome.diagnostics
    assert time.process_time() - start < 20
