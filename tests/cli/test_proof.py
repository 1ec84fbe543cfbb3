"""`casedoc proof`."""

import json
from pathlib import Path

from tests.end_to_end.command import run_casedoc


def test_good_files_are_proven(samples: Path) -> None:
    files = sorted((samples / "output").glob("*.pdf"))
    done = run_casedoc("proof", *files, cwd=samples)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"nothing wrong with {len(files)} files\n"


def test_others_are_told_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Hello")
    done = run_casedoc("proof", "notes.txt", "gone.pdf", "--output-format", "json", cwd=tmp_path)
    told = json.loads(done.out)["diagnostics"]
    assert done.code == 1
    assert [(one["code"], one["path"]) for one in told] == [
        ("CD650", "notes.txt"),
        ("CD650", "gone.pdf"),
    ]
    assert told[1]["message"] == "`gone.pdf` can't be read: there is no such file"
