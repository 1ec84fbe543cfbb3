"""On a terminal a bar shows how far a build is, and goes when it is done."""

import os
import pty
import subprocess
from pathlib import Path

from tests.build.studies import study
from tests.end_to_end.command import command_line, environment, write_files


def read_all(descriptor: int) -> bytes:
    """Read until the other side of a terminal is closed."""
    read = b""
    try:
        while part := os.read(descriptor, 65536):
            read += part
    except OSError:
        # Linux's way to say that a terminal has been closed.
        pass
    return read


def test_a_build_on_a_terminal(tmp_path: Path) -> None:
    write_files(tmp_path, {f"content/{name}.md": study(name) for name in ("one", "two", "three")})
    ours, theirs = pty.openpty()
    arguments = command_line("build", "--kind", "one-pager", "--jobs", "2")
    variables = environment(TERM="xterm", COLUMNS="100")
    with subprocess.Popen(
        arguments, cwd=tmp_path, env=variables, stdin=theirs, stdout=theirs, stderr=theirs
    ) as process:
        os.close(theirs)
        said = read_all(ours).decode()
    os.close(ours)
    assert process.returncode == 0, said
    assert "3/3" in said
    assert "Traceback" not in said
    # The last thing on the screen is the result; the bar was wiped away before it.
    result = said.rpartition("\x1b[2K")[2]
    assert [line.split("/")[-1] for line in result.split("\r\n") if ".pdf" in line] == [
        "one.de.pdf  (1 page)", "three.de.pdf  (1 page)", "two.de.pdf  (1 page)"
    ]  # fmt: skip
