"""Starts casedoc as people do: as a program of its own, with an environment of its own."""

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_CAPBSET_DROP = 24
_DAC_OVERRIDE, _DAC_READ_SEARCH = 1, 2
_COMPLAINT = re.compile(r"(?:(.+?):(\d+):(\d+): )?(error|warning)\[(CD\d{3})\]: (.+)")


@dataclass(frozen=True, slots=True)
class Finished:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> dict[str, Any]:
        """The object that `--output-format json` prints."""
        data = json.loads(self.out)
        assert isinstance(data, dict)
        return data

    @property
    def complaints(self) -> list[tuple[str, str, int]]:
        """Code, path and line of every diagnostic in the text."""
        found = [_COMPLAINT.fullmatch(line) for line in (self.err + self.out).splitlines()]
        return sorted((m[5], m[1] or "", int(m[2] or 0)) for m in found if m)

    @property
    def data_complaints(self) -> list[tuple[str, str, int]]:
        """Code, path and line of every diagnostic in the JSON."""
        return sorted(
            (one["code"], one["path"] or "", one["line"] or 0) for one in self.data["diagnostics"]
        )


def environment(**more: str) -> dict[str, str]:
    """The environment of this process without what would change casedoc's answers."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("CASEDOC_", "PYTEST_")) and name not in _TELLING
    }
    return {**kept, **more}


_TELLING = ("SOURCE_DATE_EPOCH", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "FONTCONFIG_FILE")


def command_line(*arguments: str | Path) -> list[str]:
    """How casedoc is called with the interpreter of the tests."""
    return [sys.executable, "-m", "casedoc", *(str(argument) for argument in arguments)]


def run_casedoc(
    *arguments: str | Path,
    cwd: Path,
    more: Mapping[str, str] | None = None,
    before: Callable[[], None] | None = None,
) -> Finished:
    """Run casedoc to its end; `before` runs in the new process first."""
    done = subprocess.run(
        command_line(*arguments),
        cwd=cwd,
        env=environment(**(more or {})),
        preexec_fn=before,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=300,
        check=False,
    )
    finished = Finished(
        done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")
    )
    assert "Traceback" not in finished.out + finished.err
    return finished


def like_anybody() -> None:
    """Let file permissions count for root, too."""
    if os.getuid() != 0:
        return
    library = ctypes.CDLL(None, use_errno=True)
    for capability in (_DAC_OVERRIDE, _DAC_READ_SEARCH):
        if library.prctl(_CAPBSET_DROP, capability, 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")


def write_files(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below a folder and return the folder."""
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def sums_of(folder: Path) -> dict[str, str]:
    """What `SHA256SUMS` says, by file name."""
    lines = (folder / "SHA256SUMS").read_text().splitlines()
    return {name: digest for digest, name in (line.split("  ", 1) for line in lines)}
