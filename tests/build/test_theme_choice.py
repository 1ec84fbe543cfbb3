"""What the theme has to say about the settings stands where they do."""

from pathlib import Path

import pytest
from tests.end_to_end.command import write_files

from casedoc.base.codes import Code
from casedoc.build.check import read_theme
from casedoc.build.workspace import Workspace, open_workspace


def workspace(folder: Path, settings: str, **variables: str) -> Workspace:
    write_files(folder, {"casedoc.toml": settings})
    opened = open_workspace(folder, variables).value
    assert opened is not None
    return opened


@pytest.mark.parametrize(
    ("settings", "code", "place"),
    [
        ('paper = "A4"\ntheme = "belge"\n', Code.SETTING_INVALID, (2, 9)),
        ('\naccent = "#f28c28"\n', Code.ACCENT_DARKENED, (2, 10)),
        ('[fonts]\ntext = "plex"\n', Code.SETTING_INVALID, (2, 8)),
        ('[fonts]\ntext = "source-serif-4"\n', Code.FONT_INCOMPLETE, (2, 8)),
    ],
)
def test_it_is_told_in_the_settings(
    tmp_path: Path, settings: str, code: Code, place: tuple[int, int]
) -> None:
    (found,) = read_theme(workspace(tmp_path, settings)).diagnostics
    assert found.code is code
    assert found.span is not None
    assert (found.span.path, found.span.line, found.span.column) == ("casedoc.toml", *place)


def test_a_variable_is_a_place_too(tmp_path: Path) -> None:
    (found,) = read_theme(workspace(tmp_path, "", CASEDOC_THEME="bleg")).diagnostics
    assert found.span is not None
    assert found.span.path == "$CASEDOC_THEME"


def test_only_chosen_families_are_read(tmp_path: Path) -> None:
    opened = workspace(tmp_path, '[fonts]\ncode = "ibm-plex-sans"\n')
    write_files(tmp_path, {"fonts/broken/FONT.toml": "family = "})
    read = read_theme(opened)
    assert read.diagnostics == ()
    assert read.value is not None
    assert {face.path.split("/")[1] for face in read.value.fonts.faces} == {
        "ibm-plex-sans",
        "source-serif-4",
    }
