"""On a terminal a bar shows how far a build is, and goes when it is done."""

from pathlib import Path

from tests.build.studies import study
from tests.end_to_end.command import run_casedoc, write_files

TERMINAL = {"TERM": "xterm", "COLUMNS": "100", "TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1"}
"""What makes a pipe a terminal for rich; a real one is not to be had everywhere."""


def test_a_build_on_a_terminal(tmp_path: Path) -> None:
    write_files(tmp_path, {f"content/{name}.md": study(name) for name in ("one", "two", "three")})
    arguments = ("build", "--kind", "one-pager", "--jobs", "2")
    finished = run_casedoc(*arguments, cwd=tmp_path, more=TERMINAL)
    assert (finished.code, "Traceback" in finished.err) == (0, False)
    assert "3/3" in finished.err
    # The last thing the bar does is to wipe itself away.
    assert finished.err.rstrip().endswith("\x1b[2K")
    assert [line.split("/")[-1] for line in finished.out.splitlines()] == [
        "one.de.pdf  (1 page)", "three.de.pdf  (1 page)", "two.de.pdf  (1 page)"
    ]  # fmt: skip
