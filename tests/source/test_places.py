import pytest
from tests.source.reading import stretch

from casedoc.source.element import Kind
from casedoc.source.tree import read_body


def leaves(body: str) -> list[tuple[str, str]]:
    """Text and stretch of each text and code element."""
    return [
        (part.text, stretch(part.span))
        for block in read_body(body, "a.md", 1).value or ()
        for part in block.walk()
        if part.kind in {Kind.TEXT, Kind.CODE}
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("ab\ncd", [("ab", "1:1-1:3"), ("cd", "2:1-2:3")]),
        ("a a *a* a", [("a a ", "1:1-1:5"), ("a", "1:6-1:7"), (" a", "1:8-1:10")]),
        ("> - a\n>   b", [("a", "1:5-1:6"), ("b", "2:5-2:6")]),
        ("T\n: a\n\tb", [("T", "1:1-1:2"), ("a", "2:3-2:4"), ("b", "3:2-3:3")]),
        ("- a\n\tb", [("a", "1:3-1:4"), ("b", "2:2-2:3")]),
        ("| a | a |\n|---|---|\n| b |b |", [
            ("a", "1:3-1:4"), ("a", "1:7-1:8"), ("b", "3:3-3:4"), ("b", "3:6-3:7"),
        ]),
        ("&lt;a&gt; b", [("<a> b", "1:1-1:12")]),
        ("a\\*b **5\\%** and **5%**", [
            ("a*b ", "1:1-1:6"), ("5%", "1:8-1:11"), (" and ", "1:13-1:18"), ("5%", "1:20-1:22"),
        ]),
        ("[a](b 'a c') c", [("a", "1:2-1:3"), (" c", "1:13-1:15")]),
        ("[a](<b c> (a c)) c", [("a", "1:2-1:3"), (" c", "1:17-1:19")]),
        ("[a][b c] c\n\n[b c]: d", [("a", "1:2-1:3"), (" c", "1:9-1:11")]),
        ("![a c](d 'e c') c", [(" c", "1:16-1:18")]),
        ("^[a *b* c] c", [
            (" c", "1:11-1:13"), ("a ", "1:3-1:5"), ("b", "1:6-1:7"), (" c", "1:8-1:10"),
        ]),
        ("^[a [b](c)\nd] d", [
            (" d", "2:3-2:5"), ("a ", "1:1-1:1"), ("b", "1:1-1:1"), ("d", "1:1-1:1"),
        ]),
        ("<https://e.de> e", [("https://e.de", "1:2-1:14"), (" e", "1:15-1:17")]),
        ("a\n\u00a0b", [("a", "1:1-1:2"), ("\u00a0b", "2:1-2:3")]),
        ("### a ###", [("a", "1:5-1:6")]),
        ("a\n=", [("a", "1:1-1:2")]),
    ],
)  # fmt: skip
def test_leaves_know_their_places(body: str, expected: list[tuple[str, str]]) -> None:
    assert expected == leaves(body)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("\x0c", ["1:1-1:2"]),
        ("\x0ca\x0c", ["1:1-1:4"]),
        ("  a  \n\tb \n", ["1:3-2:3"]),
        ("\n\n> a\n> b\n\nc", ["3:1-4:4", "6:1-6:2"]),
    ],
)
def test_blocks_begin_and_end_where_their_words_do(body: str, expected: list[str]) -> None:
    blocks = read_body(body, "a.md", 1).value or ()
    assert expected == [stretch(block.span) for block in blocks]


def test_a_body_begins_somewhere_in_its_file() -> None:
    [block] = read_body("\n  a", "a.md", 7).value or ()
    assert [stretch(part.span) for part in block.walk()] == ["8:3-8:4", "8:3-8:4"]
