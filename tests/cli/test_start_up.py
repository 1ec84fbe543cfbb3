"""What starts up imports nothing that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.build.studies import study
from tests.cli.conftest import Run
from tests.end_to_end.command import environment, run_casedoc, write_files
from typer.testing import CliRunner

from casedoc.cli.commands import COMMANDS, DeferredCommand
from casedoc.cli.main import app

HEAVY = {
    "PIL", "babel", "fontTools", "frontmatter", "jinja2", "markdown_it", "markupsafe",
    "mdit_py_plugins", "pydantic", "tomlkit", "weasyprint", "yaml",
}  # fmt: skip
"""What only content and pages need."""
LIBRARIES_OF_PAGES = {"jinja2", "markupsafe", "weasyprint"}
ROOMS_OF_CONTENT = {
    "casedoc.content", "casedoc.locale", "casedoc.markup", "casedoc.pdf", "casedoc.source",
    "casedoc.typeface", "casedoc.view",
}  # fmt: skip
PROGRAM = """\
import sys
from casedoc.__main__ import main
try:
    main()
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def imported(cwd: Path, *arguments: str) -> set[str]:
    """What a command has imported by its end, as whole names and as first parts."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *arguments],
        cwd=cwd,
        env=environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stderr
    names = set(done.stderr.splitlines())
    assert "casedoc.cli.main" in names
    return names | {name.split(".")[0] for name in names}


def with_content(root: Path) -> Path:
    return write_files(
        root,
        {
            "casedoc.toml": 'languages = ["de", "en"]\n',
            "content/de/a.md": study("A", "colour: blue"),
            "content/en/a.md": study("A", "date: 2023-02-30"),
        },
    )


@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_check_of_the_same_content_imports_nothing_that_reads_it(
    tmp_path: Path, form: str
) -> None:
    with_content(tmp_path)
    fresh = imported(tmp_path, "check")
    again = imported(tmp_path, "check", "--output-format", form)
    assert HEAVY - fresh == LIBRARIES_OF_PAGES
    assert fresh & ROOMS_OF_CONTENT == ROOMS_OF_CONTENT - {"casedoc.pdf", "casedoc.view"}
    assert again & (HEAVY | ROOMS_OF_CONTENT) == set()
    assert {"rich.progress", "rich.table", "rich.markdown"} & again == set()


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("check", "--help")])
def test_a_help_imports_no_more_than_it_shows(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert imported(tmp_path, *arguments) & (HEAVY | ROOMS_OF_CONTENT) <= {"markdown_it"}


def test_the_help_of_all_tells_what_the_help_of_each_does() -> None:
    for name, said in COMMANDS.items():
        whole = DeferredCommand(name, callback=None).load().help
        assert said == " ".join(whole.split("\n\n")[0].split())


def test_the_help_lists_all_commands(run: Run) -> None:
    shown = " ".join(run("--help").out.replace("│", " ").split())
    for name, said in COMMANDS.items():
        assert f"{name} {said}" in shown


def completed(root: Path, line: str) -> list[str]:
    words = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    more = {"_CASEDOC_COMPLETE": "complete_bash", **words}
    done = CliRunner().invoke(app, [], env=more, prog_name="casedoc")
    assert root.is_dir()
    return done.stdout.split()


def test_commands_and_options_are_completed(tmp_path: Path) -> None:
    assert completed(tmp_path, "casedoc ") == list(COMMANDS)
    assert completed(tmp_path, "casedoc c") == ["check", "clean"]
    assert {"--strict", "--output-format", "--quiet"} <= set(
        completed(tmp_path, "casedoc check --")
    )


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [("text", 0, "0 case studies"), ("json", 0, '"diagnostics": []'), ("jsn", 2, "'jsn'")],
)
def test_words_out_of_a_few_are_read_without_pydantic_and_others_told(
    tmp_path: Path, text: str, code: int, expected: str
) -> None:
    by_option = run_casedoc("check", "--output-format", text, cwd=tmp_path)
    by_variable = run_casedoc("check", cwd=tmp_path, more={"CASEDOC_OUTPUT_FORMAT": text})
    for finished in (by_option, by_variable):
        assert finished.code == code
        assert expected in finished.out + finished.err


def test_a_build_of_the_same_content_imports_nothing_that_reads_or_prints(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/de/a.md": study("A"), "content/de/b.md": study("B")})
    asked = ("build", "a", "b", "--lang", "de", "--kind", "one-pager", "-j", "2", "-o", "out")
    fresh = imported(tmp_path, *asked)
    again = imported(tmp_path, *asked, "--output-format", "json", "--timings")
    # What prints is imported in another process.
    assert {"jinja2", "weasyprint", "casedoc.proof.proof"} & fresh == set()
    assert "pydantic" in fresh
    assert again & (HEAVY | ROOMS_OF_CONTENT) <= {"casedoc.pdf"}
    assert {"multiprocessing", "pebble", "rich.progress"} & again == set()
