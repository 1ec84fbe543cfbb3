"""Shells complete the names of case studies."""

import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.command import environment, write_files

from casedoc.cli.completion import complete_slugs

FILES = {
    "casedoc.toml": "",
    "content/de/alpha.md": "---\ntitle: A\n---\n",
    "content/en/alpha.md": "---\ntitle: A\n---\n",
    "content/all.en.md": "---\ntitle: A\n---\n",
    "content/other.markdown": "---\ntitle: A\nslug: 'almond'\n---\n",
    "content/toml.md": '+++\ntitle = "A"\nslug = "alto"\n+++\n',
    "content/_draft.md": "---\ntitle: A\nslug: altogether\n---\n",
    "content/.hidden/also.md": "---\ntitle: A\n---\n",
    "content/alike.txt": "",
    "content/zebra.md": "---\ntitle: A\n---\n",
}


@pytest.mark.parametrize("folder", ["", "content/de"])
def test_names_that_begin_so_are_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    write_files(tmp_path, FILES)
    monkeypatch.chdir(tmp_path / folder)
    assert complete_slugs("al") == ["all", "almond", "alpha", "alto"]
    assert complete_slugs("x") == []


def test_without_content_nothing_is_proposed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert complete_slugs("") == []


@pytest.mark.parametrize("command", ["build", "list"])
def test_a_shell_is_answered(tmp_path: Path, command: str) -> None:
    write_files(tmp_path, FILES)
    asked = {
        "_CASEDOC_COMPLETE": "complete_bash",
        "COMP_WORDS": f"casedoc {command} al",
        "COMP_CWORD": "2",
    }
    program = Path(sys.executable).with_name("casedoc")
    done = subprocess.run(
        [program],
        cwd=tmp_path,
        env=environment(**asked),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["all", "almond", "alpha", "alto"]
