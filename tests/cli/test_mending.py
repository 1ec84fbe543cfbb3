"""`casedoc check --fix` and `--diff`: first shown, then written."""

from pathlib import Path

import pytest
from tests.build.studies import study
from tests.cli.conftest import Run
from tests.end_to_end.command import Finished, like_anybody, run_casedoc, write_files
from typer.testing import CliRunner

from casedoc.cli.main import app

TYPED = study("Gut", body='Um 60% und "so"\r\n\r\nviel alle 10m\r\n')
FIXED = TYPED.replace("60%", "60\u00a0%").replace('"so"', "„so“")
DIFF = (
    "⍽ stands for a no-break space\n--- a/content/a.md\n+++ b/content/a.md\n@@ -2,6 +2,6 @@\n"
    ' title: Gut\n ---\n \n-Um 60% und "so"\n+Um 60⍽% und „so“\n \n viel alle 10m\n'
)
WARNED = ("CD218", "content/a.md", 7)


@pytest.fixture(autouse=True)
def one_language(run: Run, tmp_path: Path) -> None:
    """No translation is missing."""
    del run
    (tmp_path / "casedoc.toml").write_text('languages = ["de"]\n')


def content(root: Path) -> str:
    """What the file holds now, line ends included."""
    return (root / "content/a.md").read_bytes().decode()


def answered(answer: str, *arguments: str) -> Finished:
    """Run with somebody at the terminal."""
    result = CliRunner().invoke(app, list(arguments), input=answer)
    return Finished(result.exit_code, result.stdout, result.stderr)


def test_a_diff_alone_writes_nothing(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": TYPED})
    finished = run("check", "--diff")
    assert (finished.code, finished.err) == (1, "")
    assert finished.out == f"{DIFF}would correct 3 places in 1 file\n"
    assert run("check", "--fix", "--diff").out == finished.out
    assert run("check", "--diff", "-q").out == DIFF
    assert content(tmp_path) == TYPED


def test_files_are_corrected_and_checked_as_they_are_then(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": TYPED})
    finished = run("check", "--fix")
    assert finished.out.startswith(f"{DIFF}corrected 3 places in 1 file\n")
    assert (finished.code, finished.err, finished.complaints) == (0, "", [WARNED])
    assert content(tmp_path) == FIXED
    again = run("check", "--fix", "--strict")
    assert (again.code, again.complaints) == (3, [WARNED])
    assert "corrected" not in again.out
    assert (run("check", "--diff").out, run("check", "--diff").code) == ("nothing to correct\n", 0)
    assert content(tmp_path) == FIXED


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_json_tells_what_is_corrected(run: Run, tmp_path: Path, option: str) -> None:
    write_files(tmp_path, {"content/a.md": TYPED})
    finished = run("check", option, "--output-format", "json")
    assert finished.data["fixes"] == [
        {"path": "content/a.md", "line": 5, "column": 6, "before": "", "after": "\u00a0"},
        {"path": "content/a.md", "line": 5, "column": 12, "before": '"', "after": "„"},
        {"path": "content/a.md", "line": 5, "column": 15, "before": '"', "after": "“"},
    ]
    assert finished.data_complaints == [WARNED]
    assert (finished.code, content(tmp_path)) == ((0, FIXED) if option == "--fix" else (1, TYPED))
    assert "fixes" not in run("check", "--output-format", "json").data


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_annotations_stand_alone(run: Run, tmp_path: Path, option: str) -> None:
    write_files(tmp_path, {"content/a.md": TYPED})
    finished = run("check", option, "--output-format", "github")
    assert [line[:40] for line in finished.out.splitlines()] == [
        "::warning file=content/a.md,line=7,col=11"[:40]
    ]
    assert (finished.code, content(tmp_path)) == ((0, FIXED) if option == "--fix" else (1, TYPED))


def test_only_the_paths_that_are_given(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": TYPED, "content/en/b.md": TYPED})
    finished = run("check", "--fix", "content/en")
    assert "content/a.md" not in finished.out
    assert content(tmp_path) == TYPED
    assert "“so”" in (tmp_path / "content/en/b.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("y\n", FIXED), ("YES\n", FIXED), ("\n", TYPED), ("n\n", TYPED), ("", TYPED)],
)
def test_on_a_terminal_one_is_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, expected: str
) -> None:
    assert run("check").code == 0
    write_files(tmp_path, {"content/a.md": TYPED, "content/b.md": TYPED})
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    finished = answered(answer, "check", "--fix")
    assert finished.err == "rewrite 2 files? [y/N] "
    assert (finished.code, content(tmp_path)) == (0, expected)
    assert ("\x1b[32m+Um 60⍽% und „so“" in finished.out, "corrected" in finished.out) == (
        True, expected == FIXED
    )  # fmt: skip
    assert answered("", "check", "--fix", "--output-format", "json").err == ""
    assert content(tmp_path) == FIXED
    assert answered("", "check", "--fix").err == ""


def test_what_can_not_be_written_is_an_error(run: Run, tmp_path: Path) -> None:
    assert run("check").code == 0
    write_files(tmp_path, {"content/a.md": TYPED, "content/locked/b.md": TYPED})
    (tmp_path / "content/locked").chmod(0o555)
    finished = run_casedoc("check", "--fix", cwd=tmp_path, before=like_anybody)
    (tmp_path / "content/locked").chmod(0o755)
    assert finished.code == 1
    assert ("CD703", "content/locked/b.md", 1) in finished.complaints
    assert "can't write the corrected file: permission denied" in finished.out
    assert "corrected 3 places in 1 file" in finished.out
    assert content(tmp_path) == FIXED
    assert (tmp_path / "content/locked/b.md").read_bytes().decode() == TYPED


def test_a_file_that_must_not_be_written_is_not_replaced(run: Run, tmp_path: Path) -> None:
    assert run("check").code == 0
    write_files(tmp_path, {"content/a.md": TYPED})
    (tmp_path / "content/a.md").chmod(0o444)
    finished = run_casedoc("check", "--fix", cwd=tmp_path, before=like_anybody)
    assert finished.complaints == [("CD218", "content/a.md", 7), ("CD703", "content/a.md", 1)]
    assert (finished.code, content(tmp_path)) == (1, TYPED)


def test_a_diff_shows_nothing_around_where_a_name_might_stand(run: Run, tmp_path: Path) -> None:
    client = "client: {name: Quastenberg, alias: {de: ein Hersteller}, confidential: true}"
    write_files(tmp_path, {"content/a.md": study("Um 60%", client, body="Gut.\n")})
    finished = run("check", "--diff")
    assert "+title: Um 60⍽%" in finished.out
    assert "Quastenberg" not in finished.out


def test_what_a_terminal_would_obey_is_not_sent(run: Run, tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("Gut", body="Um 60%\n`\x1b[2J`\n")})
    assert "\x1b" not in run("check", "--diff").out


def test_broken_files_are_told_and_left(run: Run, tmp_path: Path) -> None:
    broken = "---\ntitle: [\n---\n60%\n"
    write_files(tmp_path, {"content/a.md": broken, "content/b.md": TYPED})
    finished = run("check", "--fix")
    assert (finished.code, content(tmp_path)) == (1, broken)
    assert "corrected 3 places in 1 file" in finished.out
