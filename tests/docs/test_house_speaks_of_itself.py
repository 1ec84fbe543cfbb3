"""No file tells on which machine it was written, or where that machine gets its packages."""

import re
from pathlib import Path

import pytest
from tests.docs.pages import ROOT, named

# What git ignores, and git's own.
IGNORED = {"output", "build", "dist"}
TEXTS = {
    *("", ".css", ".html", ".json", ".lock", ".md", ".po", ".py", ".sh", ".toml", ".tsv", ".txt"),
    *(".yaml", ".yml"),
}
INDEX = re.compile(
    r"https?://[^\s/\"'`]*(?:pypi|pythonhosted|npmjs|registry|mirror|artifact|proxy)"
)
OWN_PLACE = re.compile(r"(?<![\w.}/-])/(?:home|root|Users|work|workspace|workspaces|mnt|srv)/\w")


def texts() -> list[Path]:
    tops = [one for one in sorted(ROOT.iterdir()) if one.name not in IGNORED]
    shown = [one for one in tops if one.is_file() or one.name[0] != "." or one.name == ".ci"]
    files = [below for top in shown for below in ([top] if top.is_file() else top.rglob("*"))]
    return [
        one
        for one in files
        if one.is_file() and one.suffix in TEXTS and "__pycache__" not in one.parts
    ]


def places(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in texts():
        text = path.read_bytes().decode("utf-8", "replace")
        found += [f"{named(path)}: {match[0]}" for match in pattern.finditer(text)]
    return found


def test_there_are_files_to_look_at() -> None:
    names = {named(path) for path in texts()}
    assert len(names) > 200
    assert {"README.md", ".ci/run", "scripts/test", "requirements/run.lock"} <= names


def test_no_package_index_is_named() -> None:
    assert places(INDEX) == []


def test_no_place_on_a_machine_is_named() -> None:
    assert places(OWN_PLACE) == []


@pytest.mark.parametrize("place", ["home/jo/casedoc", "root/x", "Users/jo"])
def test_a_place_on_a_machine_is_noticed(place: str) -> None:
    assert OWN_PLACE.search(f"see /{place}")


def test_a_package_index_is_noticed() -> None:
    host = "pypi.example"
    assert INDEX.search(f"from https://{host}/simple")
