"""`--fix`: what typography would correct, and not one byte more."""

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.build.studies import study, workspace_at
from tests.view.views import spec

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.build.mending import Mending, find_mendings, mend
from casedoc.build.origin import Origin
from casedoc.build.workspace import Workspace
from casedoc.content.settings import Settings
from casedoc.source.element import plain_text
from casedoc.source.source import read_source
from casedoc.source.values import Mapping
from casedoc.view.typesetter import Typesetter

PATH = "content/de/a.md"
PATHS = ("content/de/a.md", "content/en/a.md", "content/de-CH/a.md")
SOFT = Counter(" \u00a0\u2009\u202f-–—−\"'„“”‚‘’«»‹›.…x×")
"""What typography may change, take away or put in."""


def workspace_of(files: dict[str, bytes]) -> Workspace:
    nothing = Mapping((), Span.of_file("casedoc.toml"))
    return Workspace(Path("/nowhere"), MemoryWorld(files), Settings(), nothing, Origin((), ()))


def mended(content: bytes, path: str = PATH) -> bytes:
    """Return the file after `--fix`."""
    found = find_mendings(workspace_of({path: content}), lambda _path: True)
    return found[0].after if found else content


def text(body: str, matter: str = "title: Ein Fall") -> bytes:
    return f"---\n{matter}\n---\n\n{body}".encode()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("last", ["", "\n", "  \n\n \n"])
def test_nothing_else_changes(end: str, mark: str, last: str) -> None:
    lines = (
        "---", 'title:   "Um 60% - mehr"  # so', "slug: a-2-4", "---", "", "", "# Um 60%  ",
        "", 'Er sagte "**2-4** `60%`"  ', "\tund *mehr*...", "", "* * *", "", "| a | 5 % |",
        "|:--|---|", "| `x` | -5% |", "", "```sh", "echo 60%  ", "```", "Ende",
    )  # fmt: skip
    fixed = (
        "---", 'title:   "Um 60_%_– mehr"  # so', "slug: a-2-4", "---", "", "", "# Um 60_%  ",
        "", "Er sagte „**2–4** `60%`“  ", "\tund *mehr*…", "", "* * *", "", "| a | 5_% |",
        "|:--|---|", "| `x` | −5_% |", "", "```sh", "echo 60%  ", "```", "Ende",
    )  # fmt: skip
    before, after = (mark + end.join(each) + last.replace("\n", end) for each in (lines, fixed))
    assert mended(before.encode()).decode() == after.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("path", "body", "expected"),
    [
        (PATH, 'Ein "*langes* Zitat", 60%', "Ein „*langes* Zitat“, 60_%"),
        ("content/en/a.md", "A \"*long* quote\", it's 60 %", "A “*long* quote”, it’s 60%"),
        ("content/de-CH/a.md", 'Ein "*langes* Zitat", 60 %', "Ein «*langes* Zitat», 60%"),
        (PATH, "- **45% weniger** (von 9-10 auf 5%)", "- **45_% weniger** (von 9–10 auf 5_%)"),
        (PATH, "[60%](https://e.de/2-4 '60%') \\- 5%", "[60_%](https://e.de/2-4 '60%') \\- 5_%"),
        (PATH, "<abbr title='2-4'>2-4</abbr>", "<abbr title='2-4'>2–4</abbr>"),
        (PATH, "a ^[um 60%] um 60%", "a ^[um 60_%] um 60_%"),
    ],
)  # fmt: skip
def test_texts_are_corrected(path: str, body: str, expected: str) -> None:
    assert mended(text(body), path).decode() == text(expected.replace("_", "\u00a0")).decode()


@pytest.mark.parametrize(
    "body",
    [
        # a gap inside the bold would end it; the whole paragraph is left alone
        "Um **60**% und 2-4 Tage",
        # a pair of which one mark is not written as it reads
        'Ein \\"Zitat" und 2-4',
        'Ein &quot;Zitat" und 2-4',
    ],
)  # fmt: skip
def test_what_would_read_otherwise_stays(body: str) -> None:
    others = "\n\nDanach 60%.\n"
    fixed = "\n\nDanach 60\u00a0%.\n"
    assert mended(text(body + others)) == text(body + fixed)


def test_an_alias_of_another_field_stays() -> None:
    content = text("", "title: &t 2-4 Tage\nslug: a\nsubtitle: *t\nsummary: 2-4")
    assert mended(content) == content.replace(b"summary: 2-4", "summary: 2–4".encode())


@pytest.mark.parametrize(
    "content",
    [
        b"---\ntitle: [\n---\n60%\n",
        b"---\ntitle: a\n60%\n",
        b"60% \xff\n",
        b"60% \0\n",
        b"<div>60%</div>\n\n60%\n",
        b"---\ntitle: a\nlang: tlh\n---\n60%\n",
        b"60% " * 300_000,
    ],
    ids=lambda content: content[:12].decode("ascii", "replace"),
)
def test_a_file_that_can_not_be_read_is_not_touched(content: bytes) -> None:
    assert mended(content) == content


def test_a_file_with_other_errors_is_corrected() -> None:
    content = b"---\ntitle: a\ndate: 2023-02-30\n---\n![](missing.png) 60%\n"
    assert mended(content) == content.replace(b"60%", "60\u00a0%".encode())


def test_the_markup_of_another_tool_is_left_to_it() -> None:
    content = text('Um 2-4 Tage {: title="so"}\n\nUm 60%\n')
    assert mended(content) == content.replace(b"60%", "60\u00a0%".encode())


def test_a_file_does_not_outgrow_what_can_be_read() -> None:
    line = b"\n60%\n"
    content = b"# a\n" + b"x" * (1024 * 1024 - 4 - len(line) - 1) + line
    assert mended(content) == content


def test_only_what_was_asked_for_is_corrected() -> None:
    files = {f"content/{name}.md": text("60%") for name in "abc"}
    found = find_mendings(workspace_of(files), lambda path: path.endswith("b.md"))
    assert [one.path for one in found] == ["content/b.md"]


INLINE = st.sampled_from([
    "60%", "**60**%", "**60%**", "2-4 Tage", "von **2-4**", '"Zitat"', '"*Zitat*"', '**"so** da"',
    "'innen'", "geht's", "so...", "a -- b", "a - b", "z.B.", "z. B.", "5€", "5 €", "-5 %", "3x",
    "30 x 60 m", '`60% "x"`', "[2-4](https://e.de/2-4 '60%')", '![2-4](a.svg "60%")', "\\*60%\\*",
    "60\\%", "&quot;60%&quot;", "2&#45;4", "<https://e.de/2-4>", "https://e.de/it's",
    "<kbd>2-4</kbd>",
    "5. Mai", "5 MB", "{{ 60% }}", "{.a2-4}", "^[um 60%]", "u\u0308ber 60%", "\u20095%", "\u00a0%",
    "wort", "|", "_60_%", "'90er", "6'2\"",
])  # fmt: skip
LINE = st.lists(INLINE, min_size=1, max_size=4).map(" ".join)
JOINED = st.lists(INLINE, min_size=1, max_size=4).map("".join)
BLOCK = st.one_of(
    LINE, JOINED, st.builds("{}\n{}".format, LINE, LINE), LINE.map("# {}".format),
    LINE.map("- {}".format), LINE.map("> 1. {}".format), LINE.map("    {}".format),
    LINE.map("```\n{}\n```".format), LINE.map("Wort\n:   {}".format),
    st.builds("| {} | a |\n|---|--:|\n| b | {} |".format, LINE, LINE),
    LINE.map("## Ergebnisse\n\n- **60% weniger** Zeit ({})".format),
    LINE.map("a[^n]\n\n[^n]: {}".format), LINE.map("<!-- {} -->".format),
)  # fmt: skip
VALUE = st.one_of(
    st.sampled_from(["60%", "2-4 Tage", "so - da", "geht's", "es 'so' da", "so..."]),
    LINE.map(lambda line: "'" + line.replace("'", "''") + "'"),
    st.sampled_from(['"60% \\"so\\""', "|\n  60%\n  2-4", ">\n  60%", "'Hans'' 60%'", "so\n  60%"]),
)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Make a file of all that is written here and there."""
    matter = f"title: {draw(VALUE)}\nsummary: {draw(VALUE)}\nslug: a-2-4"
    body = "\n\n".join(draw(st.lists(BLOCK, max_size=5)))
    whole = f"---\n{matter}\n---\n\n{body}{draw(st.sampled_from(['', '  ', chr(10)]))}"
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    return (draw(st.sampled_from(["", "\ufeff"])) + whole.replace("\n", end)).encode()


def paper(content: bytes, path: str) -> list[str]:
    """Return all text as it is typeset, code included."""
    source = read_source(MemoryWorld({"a.md": content}), "a.md").value
    assert source is not None
    setter = Typesetter(spec(path.split("/")[1]))
    titles = [pair.value for pair in source.fields.pairs if pair.key != "slug"]
    return [
        *(setter.text(" ".join(getattr(value, "text", "").split())) for value in titles),
        *(plain_text((block,)) for block in setter.blocks(source.blocks)),
    ]


def stays(content: bytes) -> str:
    """Return what typography has no hand in, and where lines end."""
    return "".join(one for one in content.decode() if one not in SOFT)


@settings(deadline=None)
@given(documents(), st.sampled_from(PATHS))
def test_a_corrected_file_prints_the_same(content: bytes, path: str) -> None:
    files = {
        path: content,
        path.replace(
            "a.md", "a.svg"
        ): b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    }
    found = find_mendings(workspace_of(files), lambda _path: True)
    for one in found:
        assert stays(one.after) == stays(content)
        assert unedited(one) == one.after
        assert paper(one.after, path) == paper(content, path)
        files[path] = one.after
        assert find_mendings(workspace_of(files), lambda _path: True) == ()


def unedited(one: Mending) -> bytes:
    """Put the corrections in by counting characters, to compare what lies between them."""
    whole = one.before.decode()
    starts = [match.end() for match in re.finditer(r"\A\ufeff?|\r\n|\r|\n", whole)]
    pieces, position = [], 0
    for change in one.replacements:
        start = starts[change.span.line - 1] + change.span.column - 1
        assert start >= position
        assert whole[start : start + len(change.before)] == change.before
        pieces += [whole[position:start], change.after]
        position = start + len(change.before)
    return "".join([*pieces, whole[position:]]).encode()


def test_files_are_written_with_their_permissions(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path, {"content/a.md": study("60%"), "content/b.md": study("b")})
    (tmp_path / "content/a.md").chmod(0o640)
    found = find_mendings(workspace, lambda _path: True)
    assert mend(workspace, found) == ()
    assert (tmp_path / "content/a.md").read_text("utf-8").startswith("---\ntitle: 60\u00a0%\n")
    assert (tmp_path / "content/a.md").stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in (tmp_path / "content").iterdir()) == ["a.md", "b.md"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    workspace = workspace_at(tmp_path, {"texts/real.md": study("60%")})
    (tmp_path / "content").mkdir()
    for name in ("a.md", "b.md"):
        (tmp_path / "content" / name).symlink_to("../texts/real.md")
    found = find_mendings(workspace, lambda _path: True)
    assert [one.path for one in found] == ["content/a.md"]
    assert mend(workspace, found) == ()
    assert (tmp_path / "content/a.md").readlink().as_posix() == "../texts/real.md"
    assert "60\u00a0%" in (tmp_path / "texts/real.md").read_text("utf-8")


def test_nothing_outside_the_workspace_is_written(tmp_path: Path) -> None:
    (tmp_path / "outside.md").write_text(study("60%"))
    workspace = workspace_at(tmp_path / "work", {"content/b.md": study("2-4")})
    found = find_mendings(workspace, lambda _path: True)
    (tmp_path / "work/content/a.md").symlink_to("../../outside.md")
    assert find_mendings(workspace, lambda _path: True) == found
    assert [one.path for one in found] == ["content/b.md"]


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    files = {"content/a.md": study("60%"), "content/b.md": study("60%")}
    workspace = workspace_at(tmp_path, files)
    found = find_mendings(workspace, lambda _path: True)
    (tmp_path / "content/a.md").write_text("mine")
    [failure] = mend(workspace, found)
    assert failure.code is Code.FILE_CHANGED
    assert failure.span is not None
    assert failure.span.path == "content/a.md"
    assert (tmp_path / "content/a.md").read_text() == "mine"
    assert "60\u00a0%" in (tmp_path / "content/b.md").read_text("utf-8")


def test_a_file_that_can_not_be_written_is_told(tmp_path: Path) -> None:
    long = f"content/{'a' * 245}.md"  # no room for the name under which it would be unfinished
    files = {long: study("60%", "slug: a"), "content/b.md": study("60%")}
    workspace = workspace_at(tmp_path, files)
    [failure] = mend(workspace, find_mendings(workspace, lambda _path: True))
    assert (failure.code, failure.is_error) == (Code.NOT_PUBLISHED, True)
    assert failure.message == "can't write the corrected file: file name too long"
    assert failure.span is not None
    assert failure.span.path == long
    assert (tmp_path / long).read_text() == study("60%", "slug: a")
    assert "60\u00a0%" in (tmp_path / "content/b.md").read_text("utf-8")
