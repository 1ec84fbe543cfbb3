"""Around every command: no traceback on screen, whatever happens."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.build.studies import study
from tests.cli.conftest import Run
from tests.end_to_end.command import command_line, environment, run_casedoc, write_files

from casedoc import __version__
from casedoc.cli import fresh_check


def broken(error: BaseException) -> Callable[..., None]:
    """A stage with a bug."""

    def fail(*_arguments: object) -> None:
        raise error

    return fail


def test_a_bug_leaves_a_log_and_exits_with_70(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh_check, "check", broken(ZeroDivisionError("secret of a bug")))
    finished = run("check")
    (log,) = (tmp_path / ".casedoc").iterdir()
    assert (finished.code, finished.out) == (70, "")
    assert finished.err == (
        f"casedoc has a bug, for which we are sorry; its traceback is in {log}\n"
    )
    written = log.read_text()
    assert written.startswith(f"casedoc {__version__}, Python ")
    assert "ZeroDivisionError: secret of a bug" in written


def test_a_log_goes_elsewhere_where_the_folder_can_not_be_written(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".casedoc").write_text("in the way")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(elsewhere))
    monkeypatch.setattr(fresh_check, "check", broken(ZeroDivisionError()))
    assert run("check").code == 70
    assert [path.name.startswith("crash-") for path in elsewhere.iterdir()] == [True]


def test_an_interrupt_exits_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fresh_check, "check", broken(KeyboardInterrupt()))
    finished = run("check")
    assert (finished.code, finished.out, finished.err) == (130, "", "interrupted\n")


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_reader_that_leaves_early_changes_nothing(tmp_path: Path, form: str) -> None:
    write_files(tmp_path, {f"content/s{n}.md": study("A", "colour: blue") for n in range(400)})
    line = command_line("check", "--output-format", form)
    with subprocess.Popen(
        line, cwd=tmp_path, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 0


def test_a_terminal_of_few_characters_is_no_bug(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("Größe", "slug: Größe")})
    finished = run_casedoc("check", cwd=tmp_path, more={"PYTHONIOENCODING": "ascii"})
    assert finished.code == 1
    assert "slug `Gr\\xf6\\xdfe`" in finished.out


def test_colours_are_for_terminals_and_not_against_the_users_will(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("A", "date: 2023-02-30")})
    wanted = {"FORCE_COLOR": "1", "TERM": "xterm"}
    forced = run_casedoc("check", cwd=tmp_path, more=wanted)
    refused = run_casedoc("check", cwd=tmp_path, more={**wanted, "NO_COLOR": "1"})
    assert "\x1b[1;31merror" in forced.out
    assert "\x1b[1;31m" not in refused.out


def test_the_program_says_its_version(tmp_path: Path) -> None:
    finished = run_casedoc("--version", cwd=tmp_path)
    assert (finished.code, finished.out, finished.err) == (0, f"casedoc {__version__}\n", "")


@pytest.mark.parametrize("arguments", [("-h",), ("build", "--help"), ("check", "-h")])
def test_help_is_at_hand(run: Run, arguments: tuple[str, ...]) -> None:
    finished = run(*arguments)
    assert (finished.code, finished.err) == (0, "")
    assert "Usage: casedoc" in finished.out


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    finished = run()
    assert "build" in finished.out + finished.err
    assert finished.code == 2
