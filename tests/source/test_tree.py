import pytest
from hypothesis import given
from hypothesis import strategies as st

from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.source import Source, read_source


def read(body: str) -> Outcome[Source]:
    return read_source(MemoryWorld({"a.md": f"---\ntitle: x\n---\n{body}".encode()}), "a.md")


def blocks(body: str) -> tuple[Element, ...]:
    outcome = read(body)
    assert outcome.value is not None
    return outcome.value.blocks


def found(body: str) -> list[tuple[str, str]]:
    return [
        (one.code.number, f"{one.span.line}:{one.span.column}" if one.span else "")
        for one in read(body).diagnostics
    ]


def test_inline_elements_know_their_places() -> None:
    (paragraph,) = blocks("\nEin **fettes** Wort und `code` und\n[Link](https://a.example).\n")
    places = [
        (one.kind, f"{one.span.line}:{one.span.column}")
        for one in paragraph.walk()
        if one.kind in {Kind.TEXT, Kind.CODE}
    ]
    assert places == [
        (Kind.TEXT, "5:1"),
        (Kind.TEXT, "5:7"),
        (Kind.TEXT, "5:15"),
        (Kind.CODE, "5:26"),
        (Kind.TEXT, "5:31"),
        (Kind.TEXT, "6:2"),
        (Kind.TEXT, "6:26"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "{% include '/etc/passwd' %}",
        "{.name} words behind}",
        "a {% x %} b",
        "${HOME} <%= x %>",
    ],
)
def test_what_other_languages_take_for_code_is_text(text: str) -> None:
    if "<" in text:
        assert found(text) == []
    (paragraph,) = blocks(text)
    assert plain_text(paragraph.children) == text


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a <b>c</b>", [("CD121", "4:3"), ("CD121", "4:7")]),
        ("<div>\nx\n</div>", [("CD121", "4:1"), ("CD121", "6:1")]),
        ("a <sub>2", [("CD121", "4:3")]),
        ("a </sub> b", [("CD121", "4:3")]),
        ("<!-- never", [("CD121", "4:1")]),
        ("<!-- gone -->\n\nH<sub>2</sub>O<br>und <!-- x --> mehr", []),
        ("Text[^1]\n\n[^1]: Note\n[^2]: Lost", [("CD122", "7:1")]),
        ("> " * 3000 + "x", [("CD120", "4:1")]),
        ("- " * 100 + "x", [("CD120", "4:1")]),
    ],
)
def test_what_can_not_be_printed_is_told(body: str, expected: list[tuple[str, str]]) -> None:
    assert found(body) == expected


def test_harmless_tags_become_elements() -> None:
    (paragraph,) = blocks("H<sub>2</sub>O <kbd>Strg</kbd><br/><mark>neu</mark>")
    assert [child.kind for child in paragraph.children] == [
        Kind.TEXT, Kind.SUBSCRIPT, Kind.TEXT, Kind.KEYBOARD, Kind.HARD_BREAK, Kind.MARK,
    ]  # fmt: skip


def test_attributes_that_could_do_harm_are_left_out() -> None:
    (paragraph,) = blocks('[a](https://b.example){href="javascript:x" onclick=y .kept}')
    attributes = paragraph.children[0].attributes
    assert attributes == {"href": "https://b.example", "class": "kept"}


def test_tables_lists_definitions_and_notes() -> None:
    body = "| a | b |\n|---|--:|\n| 1 | 2 |\n\n1. x\n   - y\n\nTerm\n: Def\n\nz[^n]\n\n[^n]: w\n"
    kinds = [block.kind for block in blocks(body)]
    assert kinds == [
        Kind.TABLE, Kind.ORDERED_LIST, Kind.DEFINITION_LIST, Kind.PARAGRAPH, Kind.FOOTNOTES,
    ]  # fmt: skip
    cells = [one for one in blocks(body)[0].walk() if one.kind is Kind.CELL]
    assert [cell.get("align") for cell in cells] == ["", "right"]


WORDS = st.lists(st.text("abcäöß0123", min_size=1, max_size=8), min_size=1, max_size=6)
SHAPES = st.sampled_from(
    [
        "{}",
        "- {}",
        "1. {}",
        "> {}",
        "**{}**",
        "# {}",
        "*{}* x",
        "- - {}",
        "a | {}",
        "`{}`",
        "[{}](x)",
    ]
)


@given(st.lists(st.tuples(SHAPES, WORDS), max_size=8))
def test_every_word_reaches_the_tree(parts: list[tuple[str, list[str]]]) -> None:
    body = "\n\n".join(shape.format(" ".join(words)) for shape, words in parts)
    text = " ".join(
        element.text for block in blocks(body) for element in block.walk() if element.text
    )
    missing = [word for _shape, words in parts for word in words if word not in text]
    assert missing == []


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=300))
def test_any_text_is_read_without_an_exception_and_places_lie_inside_it(body: str) -> None:
    outcome = read(body)
    if outcome.value is None:
        assert outcome.diagnostics
        return
    lines = outcome.value.text.split("\n")
    for block in outcome.value.blocks:
        for element in block.walk():
            start, end = element.span.start, element.span.end
            assert 1 <= start.line <= len(lines)
            assert 1 <= start.column <= len(lines[start.line - 1]) + 1
            assert end.line <= len(lines)
