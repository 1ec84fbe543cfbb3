"""The folder a user works in, and its settings."""

from pathlib import Path

import pytest
from tests.build.studies import codes_of
from tests.end_to_end.command import write_files

from casedoc.build.workspace import Workspace, open_workspace

ACCENT = "#102030"


def opened(start: Path, **environment: str) -> Workspace:
    found = open_workspace(start, environment)
    assert found.diagnostics == ()
    assert found.value is not None
    return found.value


def test_without_any_settings_the_current_folder_and_the_defaults(tmp_path: Path) -> None:
    workspace = opened(tmp_path)
    assert workspace.root == tmp_path
    settings = workspace.settings
    assert (settings.languages, settings.paper, settings.output, settings.file_name) == (
        None, "A4", "output", "{name}.{lang}"
    )  # fmt: skip
    assert (settings.one_pager.overflow, settings.booklet.cover, settings.booklet.level) == (
        "flow", "light", 0
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("casedoc.toml", f'accent = "{ACCENT}"\n'),
        ("pyproject.toml", f'[project]\nname = "x"\n[tool.casedoc]\naccent = "{ACCENT}"\n'),
    ],
)
def test_the_nearest_folder_with_settings_is_the_root(tmp_path: Path, name: str, text: str) -> None:
    write_files(tmp_path, {"casedoc.toml": 'paper = "letter"\n', f"near/{name}": text})
    below = tmp_path / "near" / "content" / "de"
    below.mkdir(parents=True)
    workspace = opened(below)
    assert workspace.root == tmp_path / "near"
    assert (workspace.settings.accent, workspace.settings.paper) == (ACCENT, "A4")


@pytest.mark.parametrize("text", ["[tool.other]\nx = 1\n", "[project\nbroken"])
def test_a_file_of_other_tools_is_none_of_ours(tmp_path: Path, text: str) -> None:
    write_files(tmp_path, {"casedoc.toml": f'accent = "{ACCENT}"\n', "near/pyproject.toml": text})
    assert opened(tmp_path / "near").root == tmp_path


def test_casedoc_toml_wins_over_pyproject_toml(tmp_path: Path) -> None:
    write_files(
        tmp_path,
        {
            "casedoc.toml": f'accent = "{ACCENT}"\n',
            "pyproject.toml": '[tool.casedoc]\naccent = "#000000"\n',
        },
    )
    assert opened(tmp_path).settings.accent == ACCENT


def test_variables_win_over_the_file(tmp_path: Path) -> None:
    text = 'languages = ["de"]\noutput = "here"\n[booklet]\nlevel = -1\ncover = "solid"\n'
    write_files(tmp_path, {"casedoc.toml": text})
    settings = opened(
        tmp_path,
        CASEDOC_LANGUAGES="en, de-AT",
        CASEDOC_PAPER="letter",
        CASEDOC_OUTPUT="there",
        CASEDOC_FILE_NAME="{author}-{name}",
        CASEDOC_ACCENT=ACCENT.upper(),
        CASEDOC_ONE_PAGER_OVERFLOW="error",
        CASEDOC_ONE_PAGER_QR="true",
        CASEDOC_BOOKLET_LEVEL="-2",
        CASEDOC_THEME="",
    ).settings
    assert settings.languages == ["en", "de-AT"]
    assert (settings.paper, settings.output, settings.accent) == ("letter", "there", ACCENT)
    assert (settings.file_name, settings.one_pager.overflow) == ("{author}-{name}", "error")
    assert settings.one_pager.qr
    assert (settings.booklet.level, settings.booklet.cover) == (-2, "solid")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("paper = ", "CD111", 1),
        ('paper = "A5"\n', "CD710", 1),
        ('accent = "blue"\n', "CD710", 1),
        ("theme = []\n", "CD710", 1),
        ('\nfile-name = "{lang}"\n', "CD710", 2),
        ('file-name = "../{name}"\n', "CD710", 1),
        ('file-name = "{name!r}"\n', "CD710", 1),
        ('languages = ["tlh"]\n', "CD710", 1),
        ("languages = []\n", "CD710", 1),
        ("[booklet]\nlevel = 1\n", "CD710", 2),
        ('[one-pager]\noverflow = "cut"\n', "CD710", 2),
        ('papr = "A4"\n', "CD711", 1),
    ],
)
@pytest.mark.parametrize("name", ["casedoc.toml", "pyproject.toml"])
def test_broken_settings_are_told_with_their_place(
    tmp_path: Path, name: str, text: str, code: str, line: int
) -> None:
    if name == "pyproject.toml":
        text = "[tool.casedoc]\n" + text.replace("[", "[tool.casedoc.", 1 if text[0] == "[" else 0)
        line += 1
    write_files(tmp_path, {name: text})
    found = open_workspace(tmp_path, {})
    assert found.value is None
    assert codes_of(found.diagnostics) == [code]
    span = found.diagnostics[0].span
    assert span is not None
    assert (span.path, span.line) == (name, line)


def test_a_broken_variable_is_told_by_its_name(tmp_path: Path) -> None:
    found = open_workspace(tmp_path, {"CASEDOC_PAPER": "A5"})
    assert found.value is None
    (one,) = found.diagnostics
    assert one.span is not None
    assert (one.code.number, one.span.path) == ("CD710", "$CASEDOC_PAPER")


def test_settings_that_are_no_text_are_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"casedoc.toml": b"\xff"})
    assert codes_of(open_workspace(tmp_path, {}).diagnostics) == ["CD103"]


def test_settings_that_can_not_be_read_are_not_passed_over(tmp_path: Path) -> None:
    outside = tmp_path / "outside.toml"
    outside.write_text('paper = "letter"\n')
    write_files(tmp_path, {"near/content/a.md": ""})
    (tmp_path / "near" / "casedoc.toml").symlink_to(outside)
    found = open_workspace(tmp_path / "near", {})
    assert found.value is None
    assert codes_of(found.diagnostics) == ["CD101"]
