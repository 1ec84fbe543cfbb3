"""What is doubtful in printed texts is told, each at its very words."""

from pathlib import Path

import pytest
from tests.content.reading import checked

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.build.project import read_project
from casedoc.content.text_warnings import text_warnings, told_once
from casedoc.locale.spec import locale_spec
from casedoc.locale.typography import FindingCode
from casedoc.source.source import read_source

ROOT = Path(__file__).parents[2]


def warnings(text: str, tag: str = "de") -> list[Diagnostic]:
    source = read_source(MemoryWorld({"a.md": text.encode()}), "a.md").value
    spec = locale_spec(tag)
    assert source is not None
    assert spec is not None
    return list(text_warnings(source, spec))


def told(text: str, tag: str = "de") -> list[str]:
    """Code and stretch of each warning: `CD210 1:5-1:8`."""
    return [
        f"{one.code.number} {one.span.line}:{one.span.column}"
        f"-{one.span.end.line}:{one.span.end.column}"
        for one in warnings(text, tag)
        if one.span
    ]


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        (
            "Mit 1.5 Millionen",
            "CD210 1:5-1:8",
            "`1.5` has the decimal separator of another language",
            "write `1,5`",
        ),
        (
            "Waren von 10-20 Minuten",
            "CD211 1:7-1:16",
            "`von 10-20` begins with a word and goes on with a dash",
            "write `von 10 bis 20`, or the dash without the word",
        ),
        (
            "Saison 2018-19",
            "CD212 1:8-1:15",
            "`2018-19` may be two years, or a year and a month",
            "write `2018–19` if these are years, or the name of the month",
        ),
        (
            "In 2 - 4 Stunden",
            "CD213 1:4-1:9",
            "`2 - 4` may be a range or a subtraction",
            "write `2–4` if it is a range, or a minus `\u2212` if it is none",
        ),
        (
            "ist 3x schneller",
            "CD214 1:5-1:17",
            "`3x schneller` says one more than it seems to mean",
            "write how many times as much it is: `3-mal so schnell`",
        ),
        (
            "für 8000 Leute",
            "CD215 1:5-1:9",
            "`8000` is hard to read without groups",
            "write `8.000`",
        ),
        (
            "je 1 000 000",
            "CD216 1:4-1:13",
            "`1 000 000` may come apart at the end of a line",
            "write `1.000.000` if it is one number",
        ),
        (
            "à €4.500/Monat",
            "CD217 1:3-1:15",
            "`€4.500/Monat` has its currency before the number",
            "write `4.500 €/Monat`",
        ),
        (
            "alle 10m",
            "CD218 1:6-1:9",
            "`10m` may mean metres, minutes or millions",
            "write the word, or `m` behind a space for metres",
        ),
        (
            "seit '90",
            "CD219 1:6-1:7",
            "`'` opens or closes nothing and is printed as it stands",
            "add the other one; an apostrophe is `’`, feet and inches are `\u2032` and `\u2033`",
        ),
        (
            "so.... ja",
            "CD224 1:3-1:7",
            "`....` has more dots than an ellipsis",
            "write `…`, in which the full stop is contained",
        ),
        (
            "so — ja",
            "CD225 1:3-1:6",
            "`—` is the dash of another language",
            "write `–` with a space on both sides",
        ),
    ],
)
def test_each_finding_in_words(text: str, code: str, message: str, hint: str) -> None:
    assert told(text) == [code]
    (found,) = warnings(text)
    assert (message, hint, found.is_error) == (found.message, found.hint, False)


def test_every_finding_has_a_code_of_its_own() -> None:
    text = (
        "1.5 Millionen, von 10-20 Minuten, 2018-19, 2 - 4 Tage, 3x schneller, 8000 Leute, "
        "1 000 000, €4.500, 10m, '90, so....ja, so—ja"
    )
    assert len({one.code for one in warnings(text)}) == len(FindingCode) == len(warnings(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # across bold and links; the words stand around the marks
        ("Waren von **10-20** Minuten", ["CD211 1:7-1:18"]),
        ("Es **sind 8000** [Leute](https://e.de)", ["CD215 1:11-1:15"]),
        ('Er sagte **"Ja** und ging', ["CD219 1:12-1:13"]),
        # escapes and entities
        ("5\\% von \\*10-20\\* und 8000 Leute", ["CD215 1:23-1:27"]),
        ("A &amp; B &lt; 10m", ["CD218 1:16-1:19"]),
        ("Mit &quot;so und 10m", ["CD219 1:5-1:11", "CD218 1:18-1:21"]),
        ("so\\.... ja", ["CD224 1:3-1:8"]),
        # behind a soft break, indented, in a list, in a quote, in a table, a footnote
        ("eins\nzwei 10m", ["CD218 2:6-2:9"]),
        ("- eins\n  zwei 10m\n", ["CD218 2:8-2:11"]),
        ("> eins\n> zwei 10m\n", ["CD218 2:8-2:11"]),
        ("von\n10-20 Minuten", ["CD211 1:1-2:6"]),
        ("| a | 10m |\n|--|--|\n| 10m | b |\n", ["CD218 1:7-1:10", "CD218 3:3-3:6"]),
        ("a[^1]\n\n[^1]: alle 10m\n", ["CD218 3:12-3:15"]),
        # what is no text
        ("`10m` und ```10m``` und [x](https://e.de/10m '10m')", []),
        ("Siehe <https://e.de/10m>, {.c 10m}", ["CD218 1:31-1:34"]),
        ("[10m](https://e.de/10m '10m') 10m", ["CD218 1:2-1:5", "CD218 1:31-1:34"]),
        ("![10m](x.png '10m') alle 10m", ["CD218 1:26-1:29"]),
        ('Aus `8000` Leuten wurden 3\u00a0`x` und "`a`"', []),
    ],
)  # fmt: skip
def test_the_place_is_that_of_the_words(text: str, expected: list[str]) -> None:
    assert expected == told(text)


@pytest.mark.parametrize(
    ("matter", "expected"),
    [
        ("title: Von 10-20 Tagen", ["CD211 2:8-2:17"]),
        ("title: 'Von 10-20 Tagen'", ["CD211 2:9-2:18"]),
        ("title: 'Hans'' 10m'", ["CD218 2:16-2:19"]),
        ('title: "Das \\"10m\\" hier"', ["CD218 2:15-2:18"]),
        ("title: a\nsummary: >\n  So\n  es 10m und\n  10m.", ["CD218 5:6-5:9", "CD218 6:3-6:6"]),
        ("title: a\nsummary: So war\n  es von\n  10-20 Tagen", ["CD211 4:6-5:8"]),
        ("title: a\ndescription: alle 10m", ["CD218 3:19-3:22"]),
        ("title: a\ncategory: [b, 10m]", ["CD218 3:15-3:18"]),
        (
            "title: a\nmetrics:\n- {value: 10m, label: 10m, context: 10m, reference: 10m}",
            ["CD218 4:23-4:26", "CD218 4:37-4:40", "CD218 4:53-4:56"],
        ),
        ("title: a\nimage: {src: 10m.png, alt: 10m, caption: 10m}", ["CD218 3:42-3:45"]),
        ("title: a\nlinks: [{url: e.de/10m, label: 10m, note: 10m}]", [
            "CD218 3:32-3:35", "CD218 3:43-3:46",
        ]),
        ("title: a\ncv: {title: 10m, results: 10m, bullets: [10m], technologies: 10m}", [
            "CD218 3:13-3:16", "CD218 3:27-3:30", "CD218 3:42-3:45",
        ]),
        ("title: a\nslug: x-10m\nteam: 10m\nclient: 10m\ntags: 10m", []),
        ("title: &t 10m\nsubtitle: *t", ["CD218 2:11-2:14"]),
    ],
)  # fmt: skip
def test_printed_front_matter_is_looked_at(matter: str, expected: list[str]) -> None:
    assert expected == told(f"---\n{matter}\n---\n")


def test_toml_is_looked_at() -> None:
    text = "+++\ntitle = \"Von 10-20 Tagen\"\nsummary = 'alle 10m'\n+++\n"
    assert told(text) == ["CD211 2:10-2:19", "CD218 3:17-3:20"]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("de", "Mit 1,5 Millionen, 1.500 Stunden, OAuth 2.0 und `1.5 Millionen`"),
        ("de", 'von **2-4** Stunden auf 20 Minuten, "ein *Zitat*" und Hans\' Auto'),
        ("de", "Port 8080 Konfiguration, TCP-Ports 9000-9010, im Jahr 2024 Projekte"),
        ("de", "3x täglich, 2x wieder, 3x über Nacht"),
        ("en", "With 1.5 million users and 1,500 hours on port 50051 and ID 123456 of it"),
        ("en", "It's the users' own—\"quoted 'twice'\"—dash at €4,500"),
        ("de-CH", "Mit 1.5 Millionen für $5"),
    ],
)
def test_nothing_to_say(tag: str, text: str) -> None:
    assert told(text, tag) == []


@pytest.mark.parametrize("path", sorted((ROOT / "content").glob("*/*.md")), ids=str)
def test_the_samples_draw_no_warning(path: Path) -> None:
    assert told(path.read_text("utf-8"), path.parent.name) == []


def test_an_unknown_language_is_not_looked_at() -> None:
    found = checked("title: a\nlang: xx", "alle 10m").diagnostics
    assert [one.code.number for one in found] == ["CD313"]


def test_what_another_diagnostic_says_is_not_told_again() -> None:
    [inside] = warnings("alle 10m")
    [elsewhere] = warnings("und alle 10m")
    other = Diagnostic(Code.FOOTNOTE_UNUSED, "strange", Span.within("a.md", 1, 5, 5))
    in_another_file = Diagnostic(Code.FOOTNOTE_UNUSED, "strange", Span.within("b.md", 1, 9, 9))
    nowhere = Diagnostic(Code.FOOTNOTE_UNUSED, "strange")
    given = (inside, elsewhere, other, in_another_file, nowhere)
    assert told_once(given) == (elsewhere, other, in_another_file, nowhere)
    assert told_once((inside, inside)) == (inside, inside)


def test_markup_of_another_tool_is_not_looked_at() -> None:
    world = MemoryWorld({"content/de/a.md": b"---\ntitle: a\n---\n\nUm {: a='} 10m\n"})
    [file] = read_project(world, ("de",)).files
    assert [one.code.number for one in file.diagnostics] == ["CD131", "CD218"]
