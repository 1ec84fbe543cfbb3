"""Diagnostics as people, programs and CI read them."""

import json
from pathlib import Path

import pytest

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Position, Span
from casedoc.base.world import World
from casedoc.cli.output import LONGEST_EXCERPT, OutputFormat, Reporter, folder_in_repository

PATH = "content/de/acme.md"
LINE = "- **99.95% Verfügbarkeit**"
WORLD = MemoryWorld({PATH: f"---\ntitle: A\n---\n{LINE}\n".encode()})
FOUND = Diagnostic(
    Code.NUMBER_FORM,
    "decimal point in a German document",
    Span.within(PATH, 4, 5, 6),
    "write `99,95%`",
    (Related("the other place", Span.within("b.md", 7, 2)),),
)
NOWHERE = Diagnostic(Code.NOTHING_SELECTED, "nothing is made")


def told(
    capsys: pytest.CaptureFixture[str],
    *found: Diagnostic,
    form: OutputFormat = OutputFormat.TEXT,
    world: World | None = WORLD,
    quiet: bool = False,
) -> tuple[str, str]:
    """What a command prints, on both streams."""
    reporter = Reporter(form, quiet=quiet)
    reporter.diagnostics(found, world)
    reporter.summary(found)
    reporter.line("made.pdf  (1 page)")
    reporter.data(found, documents=[])
    printed = capsys.readouterr()
    return printed.out, printed.err


def test_text_shows_the_place_the_line_and_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, FOUND, NOWHERE)
    assert out == "made.pdf  (1 page)\n"
    assert err.splitlines() == [
        "content/de/acme.md:4:5: warning[CD210]: decimal point in a German document",
        "",
        "  4 | - **99.95% Verfügbarkeit**",
        "    |     ^^^^^^",
        "  b.md:7:2: the other place",
        "  hint: write `99,95%`",
        "",
        "error[CD702]: nothing is made",
        "",
        "found 1 error, 1 warning",
    ]


def test_quiet_tells_only_errors(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, FOUND, NOWHERE, quiet=True)
    assert out == ""
    assert "CD210" not in err
    assert "CD702" in err


@pytest.mark.parametrize("code", [Code.CLIENT_NAMED, Code.CLIENT_NO_ALIAS])
def test_a_secret_line_is_not_shown(capsys: pytest.CaptureFixture[str], code: Code) -> None:
    _out, err = told(capsys, Diagnostic(code, "a secret", Span.within(PATH, 4, 1)))
    assert err.startswith(f"{PATH}:4:1: error[{code.number}]: a secret\n")
    assert "99.95" not in err


@pytest.mark.parametrize(
    ("content", "span", "expected"),
    [
        ("a\tb\u00a0c", (1, 3, 1), ["  1 | a b c", "    |   ^"]),
        ("\ufeffwords", (1, 1, 5), ["  1 | words", "    | ^^^^^"]),
        ("one\r\ntwo\r\n", (2, 1, 3), ["  2 | two", "    | ^^^"]),
        ("\x1b[31mred", (1, 1, 1), ["  1 | \ufffd[31mred", "    | ^"]),
        ("short", (1, 3, 90), ["  1 | short", "    |   ^^^"]),
        ("end", (1, 4, 1), ["  1 | end", "    |    ^"]),
        ("one", (9, 1, 1), []),
        ("one", (1, 1, 0), []),
    ],
)
def test_excerpts(
    capsys: pytest.CaptureFixture[str],
    content: str,
    span: tuple[int, int, int],
    expected: list[str],
) -> None:
    world = MemoryWorld({PATH: content.encode()})
    found = Diagnostic(Code.RAW_HTML, "x", Span.within(PATH, *span))
    _out, err = told(capsys, found, world=world)
    assert [line for line in err.splitlines() if " | " in line] == expected


def test_a_long_line_is_cut_around_the_place(capsys: pytest.CaptureFixture[str]) -> None:
    content = "a" * 300 + "HERE" + "b" * 300
    found = Diagnostic(Code.RAW_HTML, "x", Span.within(PATH, 1, 301, 4))
    _out, err = told(capsys, found, world=MemoryWorld({PATH: content.encode()}))
    shown, marks = (line for line in err.splitlines() if " | " in line)
    assert len(shown) == LONGEST_EXCERPT + len("  1 | ")
    assert shown[marks.index("^") : marks.rindex("^") + 1] == "HERE"


def test_a_span_of_several_lines_is_marked_to_the_end_of_its_first(
    capsys: pytest.CaptureFixture[str],
) -> None:
    span = Span(PATH, Position(1, 3), Position(2, 2))
    _out, err = told(
        capsys, Diagnostic(Code.RAW_HTML, "x", span), world=MemoryWorld({PATH: b"abcd\nefgh"})
    )
    assert "    |   ^^\n" in err


def test_nothing_a_terminal_would_obey_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    found = Diagnostic(Code.SLUG_INVALID, "slug `\x1b[2J\nx`", None, "write\r`\x07`")
    _out, err = told(capsys, found)
    assert err.splitlines()[:2] == [
        "error[CD310]: slug `\ufffd[2J x`", "  hint: write `\ufffd`"
    ]  # fmt: skip


def test_a_file_that_is_gone_since_has_no_excerpt(capsys: pytest.CaptureFixture[str]) -> None:
    _out, err = told(capsys, FOUND, world=MemoryWorld({}))
    assert " | " not in err


def test_json_is_one_object_of_the_documented_shape(capsys: pytest.CaptureFixture[str]) -> None:
    out, err = told(capsys, FOUND, NOWHERE, form=OutputFormat.JSON)
    assert err == ""
    assert json.loads(out) == {
        "diagnostics": [
            {
                "code": "CD210",
                "severity": "warning",
                "message": "decimal point in a German document",
                "path": "content/de/acme.md",
                "line": 4,
                "column": 5,
                "hint": "write `99,95%`",
                "related": [{"message": "the other place", "path": "b.md", "line": 7, "column": 2}],
            },
            {
                "code": "CD702",
                "severity": "error",
                "message": "nothing is made",
                "path": None,
                "line": None,
                "column": None,
                "hint": None,
                "related": [],
            },
        ],
        "documents": [],
    }


def test_github_gets_annotations_with_everything_escaped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    odd = Diagnostic(
        Code.IMAGE_MISSING, "100% of\r\nit, here: gone", Span.within("a:b,c%.md", 2, 3), "look"
    )
    out, err = told(capsys, odd, FOUND, NOWHERE, form=OutputFormat.GITHUB)
    assert err == ""
    first, second, third = out.splitlines()
    place = "file=a%3Ab%2Cc%25.md,line=2,col=3,title=casedoc CD410"
    assert first == f"::error {place}::100%25 of%0D%0Ait, here: gone%0Ahint: look"
    place = "file=content/de/acme.md,line=4,col=5,title=casedoc CD210"
    words = "decimal point in a German document%0Ahint: write `99,95%25`"
    assert second == f"::warning {place}::{words}"
    assert third == "::error title=casedoc CD702::nothing is made"


def test_long_lines_are_never_wrapped(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    message = "word " * 40 + "end"
    for form in OutputFormat:
        out, err = told(capsys, Diagnostic(Code.RAW_HTML, message), form=form)
        assert message in out + err


def test_markup_of_a_terminal_library_means_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    _out, err = told(capsys, Diagnostic(Code.RAW_HTML, "[bold]x[/bold] [/] :smile:"))
    assert "[bold]x[/bold] [/] :smile:" in err


def test_annotated_files_are_named_from_the_repository(tmp_path: Path) -> None:
    studies = tmp_path / "studies"
    studies.mkdir()
    checked_out = {"GITHUB_WORKSPACE": str(tmp_path)}
    assert folder_in_repository(studies, checked_out) == "studies/"
    assert folder_in_repository(tmp_path, checked_out) == ""
    assert folder_in_repository(studies, {}) == ""
    assert folder_in_repository(tmp_path, {"GITHUB_WORKSPACE": str(studies)}) == ""
