"""Roles in Markdown and in plain texts, and what only looks like one."""

import pytest

from casedoc.source.element import Element, Kind, plain_text
from casedoc.source.roles import roles_in
from casedoc.source.tree import read_body


def parsed(body: str) -> tuple[Element, ...]:
    outcome = read_body(body, "a.md", 1)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    return outcome.value


def values(body: str) -> list[tuple[str, str]]:
    """Role and text of all values, footnotes included."""
    found = [part for block in parsed(body) for part in block.walk()]
    return [(part.get("role"), part.text) for part in found if part.kind is Kind.VALUE]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{num}`1234567.5`", [("num", "1234567.5")]),
        ("{date}`2022-03/2023-09`.", [("date", "2022-03/2023-09")]),
        ("a{fact}`lead-time`b", [("fact", "lead-time")]),
        ("**{eur}`5`** and *{usd}`6`*", [("eur", "5"), ("usd", "6")]),
        ("[a {num}`1` b](https://e.example)", [("num", "1")]),
        ("## Head {num}`1`", [("num", "1")]),
        ("| a |\n|---|\n| {num}`1` |", [("num", "1")]),
        ("- {num}`1`\n- {num}`2`", [("num", "1"), ("num", "2")]),
        ("a[^1]\n\n[^1]: {num}`1`", [("num", "1")]),
        ("a^[b {num}`1`]", [("num", "1")]),
        ("{num}``1`2``", [("num", "1`2")]),
        ("{num}` 1 `", [("num", "1")]),
        ("{num}`1\n2`", [("num", "1\n2")]),
        ("{num}``", [("num", "")]),
        ("{num}`` ` ``", [("num", "`")]),
        ("{unknown-role}`x`", [("unknown-role", "x")]),
        ("{a}`1`{b}`2`", [("a", "1"), ("b", "2")]),
        ("{{a}`1`", [("a", "1")]),
    ],
)
def test_roles(body: str, expected: list[tuple[str, str]]) -> None:
    assert values(body) == expected


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("\\{num}`1`", "{num}1"),
        ("`{num}`1", "{num}1"),
        ("``{num}`1` ``", "{num}`1` "),
        ("{num} `1`", "{num} 1"),
        ("{num}", "{num}"),
        ("{num}`1", "{num}`1"),
        ("{1}`1`", "{1}1"),
        ("{}`1`", "{}1"),
        ("{.x}`1`", "{.x}1"),
    ],
)
def test_what_is_no_role(body: str, text: str) -> None:
    [paragraph] = parsed(body)
    assert values(body) == []
    assert plain_text(paragraph.children) == text


def test_code_keeps_its_attributes() -> None:
    [paragraph] = parsed("`a`{.x} {num}`1`")
    code, _gap, value = paragraph.children
    assert (code.get("class"), value.kind) == ("x", Kind.VALUE)


def test_the_place_is_that_of_the_whole_role() -> None:
    [paragraph] = parsed("Zeile\nvor {num}`1` und {num}`1` hier")
    spans = [part.span for part in paragraph.children if part.kind is Kind.VALUE]
    assert [(one.line, one.column, one.end.column) for one in spans] == [(2, 5, 13), (2, 18, 26)]


def test_an_alternative_text_keeps_the_role_as_it_was_written() -> None:
    [paragraph] = parsed("![Bild von {num}`5` Kisten](a.png)")
    assert paragraph.children[0].text == "Bild von {num}`5` Kisten"


def test_roles_in_plain_text() -> None:
    text = "Seit {date}`2023` um {percent}``9`` mehr, \\{num}`1`, {x} `y`"
    found = [(role.name, role.written, text[role.start : role.end]) for role in roles_in(text)]
    assert found == [("date", "2023", "{date}`2023`"), ("percent", "9", "{percent}``9``")]
