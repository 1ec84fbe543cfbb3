"""What typography would correct, at its places in the file."""

import pytest
from tests.view.views import spec

from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.content.corrections import corrections_of
from casedoc.source.source import read_source


def corrected(text: str, tag: str = "de") -> list[str]:
    """`1:4 '' → '_'` for each correction, with `_` for a no-break space."""
    source = read_source(MemoryWorld({"a.md": text.encode()}), "a.md").value
    assert source is not None
    return [
        f"{one.span.line}:{one.span.column} {one.before!r} → {one.after!r}".replace("\\xa0", "_")
        for group in corrections_of(source, spec(tag))
        for one in group
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("um 60% mehr", ["1:6 '' → '_'"]),
        ("2-4, -5% und 3x", ["1:2 '-' → '–'", "1:6 '-' → '−'", "1:8 '' → '_'", "1:15 'x' → '×'"]),
        ('"Ja" und so...', ["1:1 '\"' → '„'", "1:4 '\"' → '“'", "1:12 '...' → '…'"]),
        ("z.B. geht's - 5 MB", [
            "1:3 '' → '_'", "1:10 \"'\" → '’'", "1:12 ' -' → '_–'", "1:16 ' ' → '_'",
        ]),
        ("am 5. Mai für 5€", ["1:6 ' ' → '_'", "1:16 '' → '_'"]),
        # across runs
        ('"**Ja** und *nein*"', ["1:1 '\"' → '„'", "1:19 '\"' → '“'"]),
        ("**3**x", ["1:6 'x' → '×'"]),
        ("so\n60%", ["2:3 '' → '_'"]),
        ("> - a\n>   60%\n", ["2:7 '' → '_'"]),
        ("| a | 60% |\n|--|--|\n| b | 2-4 |\n", ["1:9 '' → '_'", "3:8 '-' → '–'"]),
        ("a[^1]\n\n[^1]: um 60%\n", ["3:12 '' → '_'"]),
        # only for breaking lines
        ("200 Mehrwegverpackungen", []),
        ("und das ist so", []),
        # what is no text, or not written as it reads
        ("`60%` [so](https://e.de/2-4 '60%') ![60%](a.png '60%') <https://e.de/2-4>", []),
        ("```\n60%\n```\n\n    60%\n\n<!-- 60% -->\n\n{.a2-4}\nb", []),
        ("60&#37; \\- 2&#45;4 &quot;Ja&quot;", ["1:3 '' → '_'"]),
        ("60\\% und 5%", ["1:3 '' → '_'", "1:11 '' → '_'"]),
        ("2\\-4 und 5%", ["1:11 '' → '_'"]),
        ("z.\nB. 5%", ["2:5 '' → '_'"]),
        # typed values
        ("{date}`2022-03/2023-09`, {percent}`-3.5`: 60%", ["1:45 '' → '_'"]),
        ("---\ntitle: 'A {num}`2-4` {percent}`-3` {eur}`1.5` 60%'\n---\n", ["2:49 '' → '_'"]),
    ],
)  # fmt: skip
def test_german_text(text: str, expected: list[str]) -> None:
    assert expected == corrected(text)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "It's 60 %", ["1:3 \"'\" → '’'", "1:8 ' ' → ''"]),
        ("en", '"so"', ["1:1 '\"' → '“'", "1:4 '\"' → '”'"]),
        ("de-CH", '"60 %"', ["1:1 '\"' → '«'", "1:4 ' ' → ''", "1:6 '\"' → '»'"]),
    ],
)
def test_each_language_has_its_own(tag: str, text: str, expected: list[str]) -> None:
    assert expected == corrected(text, tag)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("title: Um 60% mehr", ["2:13 '' → '_'"]),
        ("title: 'Um 60%'", ["2:14 '' → '_'"]),
        ('title: "Um 60%"', ["2:14 '' → '_'"]),
        # not written as it reads
        ('title: "Um \\"60%\\""', []),
        ("title: 'Hans'' 60%'", ["2:18 '' → '_'"]),
        ("title: |\n  Um 60%", []),
        ("title: Um\n  60%", []),
        ("title: &t 60%\nsubtitle: *t", []),
        # other fields
        ("title: a\ndescription: 2-4 Tage", ["3:15 '-' → '–'"]),
        ("title: a\nslug: a-2-4\nteam: 2-4\ntags: 2-4\nclient: 2-4\nrandom: 2-4", []),
        ("title: a\nmetrics: [{value: 60%, label: 2-4, before: 2-4}]", ["3:32 '-' → '–'"]),
    ],
)
def test_front_matter(matter: str, expected: list[str]) -> None:
    assert expected == corrected(f"---\n{matter}\n---\n")


def test_toml() -> None:
    text = "+++\ntitle = \"Um 60%\"\nsummary = '60%'\nrole = '''60%'''\n+++\n"
    assert corrected(text) == ["2:15 '' → '_'", "3:14 '' → '_'"]


def test_each_text_is_a_group() -> None:
    source = read_source(MemoryWorld({"a.md": b"2-4 und 5-6\n\n7-8\n"}), "a.md").value
    assert source is not None
    assert [len(group) for group in corrections_of(source, spec("de"))] == [2, 1]


def test_a_text_with_something_strange_is_left_alone() -> None:
    source = read_source(MemoryWorld({"a.md": b"2-4 und 5-6\n\n7-8\n"}), "a.md").value
    assert source is not None
    strange = Span.within("a.md", 1, 10, 1)
    [group] = corrections_of(source, spec("de"), [strange])
    assert [one.span.line for one in group] == [3]
