"""A new workspace builds at once, and nothing that is there is replaced."""

import json
import os
import pty
import re
import subprocess
import sys
import tomllib
from contextlib import suppress
from pathlib import Path

import jsonschema
import pytest
import yaml
from tests.end_to_end.command import environment, run_casedoc, write_files

from casedoc.content.json_schema import SchemaName, json_schema

GERMAN = ("--name", "Jördis „JJ“ Öhm", "--lang", "de", "--accent", "#9a2f1c")
BOTH = ("--name", "Alex Example", "--lang", "de", "--lang", "en")


CHOICE = re.compile(r"^( *)# (?=\[|[a-zA-Z-]+ = |[a-zA-Z]+:(?! \$)|  )", re.MULTILINE)


def files_in(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("asked", [GERMAN, BOTH])
def test_all_documents_are_built_without_a_warning(tmp_path: Path, asked: tuple[str, ...]) -> None:
    root = tmp_path / "neu"
    done = run_casedoc("init", "neu", *asked, cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[-1] == "next: cd neu && casedoc build"
    assert {f"neu/{path}" for path in files_in(root)} == {*done.out.splitlines()[:-1]}
    assert run_casedoc("check", "--strict", cwd=root).code == 0
    built = run_casedoc("build", "--strict", "--lang", "all", "--proof", "quick", cwd=root)
    assert built.code == 0, built.err
    author = "joerdis-jj-oehm" if asked is GERMAN else "alex-example"
    names = {name for name in files_in(root / "output") if name.endswith(".pdf")}
    tags = ["de"] if asked is GERMAN else ["de", "en"]
    kinds = ("search", "warehouse", "portfolio", "cv")
    assert names == {f"{author}-{kind}.{tag}.pdf" for kind in kinds for tag in tags}


def test_what_was_asked_for_is_in_the_files(tmp_path: Path) -> None:
    assert run_casedoc("init", *GERMAN, cwd=tmp_path).code == 0
    settings = tomllib.loads((tmp_path / "casedoc.toml").read_text("utf-8"))
    assert (settings["languages"], settings["accent"]) == (["de"], "#9a2f1c")
    profile = yaml.safe_load((tmp_path / "content/profile.yaml").read_text("utf-8"))
    assert profile["basics"]["name"] == "Jördis „JJ“ Öhm"
    assert not (tmp_path / "content/en").exists()


def test_editors_find_the_schemas(tmp_path: Path) -> None:
    assert run_casedoc("init", *BOTH, cwd=tmp_path).code == 0
    for path, mark in (("casedoc.toml", "#:schema "), ("content/profile.yaml", "$schema=")):
        first = (tmp_path / path).read_text("utf-8").split("\n", 1)[0]
        place = (tmp_path / path).parent / first.split(mark)[1]
        assert json.loads(place.read_text("utf-8"))["$schema"]
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        assert json.loads((tmp_path / name).read_text("utf-8"))
    schema = json_schema(SchemaName.PROFILE)
    profile = yaml.safe_load((tmp_path / "content/profile.yaml").read_text("utf-8"))
    jsonschema.validate(profile, schema)


def test_choices_in_comments_are_right(tmp_path: Path) -> None:
    """What is commented out is understood as soon as it is not."""
    assert run_casedoc("init", *BOTH, cwd=tmp_path).code == 0
    for path in ("casedoc.toml", "content/profile.yaml"):
        text = (tmp_path / path).read_text("utf-8")
        shown, count = CHOICE.subn(r"\1", text)
        assert count > 5
        (tmp_path / path).write_text(shown, encoding="utf-8")
    (tmp_path / "images").mkdir()
    (tmp_path / "images/logo.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>'
    )
    done = run_casedoc("check", cwd=tmp_path)
    assert done.code == 0, done.err + done.out


def test_what_belongs_to_git_and_editors_stays(tmp_path: Path) -> None:
    mine = {".gitignore": "mine\n", ".vscode/settings.json": "{}\n"}
    write_files(tmp_path, mine)
    done = run_casedoc("init", *BOTH, cwd=tmp_path)
    assert done.code == 0
    assert sorted(done.complaints) == [("CD703", path, 1) for path in sorted(mine)]
    assert "warning[CD703]" in done.err
    assert {path: (tmp_path / path).read_text() for path in mine} == mine
    assert run_casedoc("check", "--strict", cwd=tmp_path).code == 0


@pytest.mark.parametrize("path", ["casedoc.toml", "content/de/search.md"])
def test_nothing_is_written_where_a_file_is_in_the_way(tmp_path: Path, path: str) -> None:
    write_files(tmp_path, {path: "mine\n"})
    done = run_casedoc("init", *BOTH, cwd=tmp_path)
    assert done.code == (2 if path == "casedoc.toml" else 1)
    assert f"{path}:1:1: error[CD703]: there is such a file already" in done.err
    assert files_in(tmp_path) == {path}
    assert (tmp_path / path).read_text() == "mine\n"


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--lang", "fr"), "unknown language"),
        (("--accent", "red"), "is no colour such as"),
        (("--accent", "#12345"), "is no colour such as"),
    ],
)
def test_wrong_wishes_are_told(tmp_path: Path, asked: tuple[str, ...], told: str) -> None:
    done = run_casedoc("init", *asked, cwd=tmp_path)
    assert done.code == 2
    assert told in done.err
    assert files_in(tmp_path) == set()


def test_nobody_is_asked_where_there_is_no_terminal(tmp_path: Path) -> None:
    done = run_casedoc("init", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    profile = yaml.safe_load((tmp_path / "content/profile.yaml").read_text("utf-8"))
    assert profile["basics"]["name"] == "Alex Example"


def test_on_a_terminal_it_asks(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "casedoc", "init", "neu"],
        cwd=tmp_path,
        env=environment(LANG="de_DE.UTF-8", TERM="dumb"),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        close_fds=True,
    )
    os.close(theirs)
    os.write(ours, "Ida Größe\n\n#123456\n".encode())
    said = b""
    with suppress(OSError):
        # A terminal whose other end is closed can't be read any more.
        while part := os.read(ours, 4096):
            said += part
    os.close(ours)
    assert process.wait(timeout=60) == 0, said.decode()
    assert "Your name" in said.decode()
    profile = yaml.safe_load((tmp_path / "neu/content/profile.yaml").read_text("utf-8"))
    assert profile["basics"]["name"] == "Ida Größe"
    settings = tomllib.loads((tmp_path / "neu/casedoc.toml").read_text("utf-8"))
    assert (settings["languages"], settings["accent"]) == (["de"], "#123456")
