import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.typeface.face import FontStyle
from casedoc.typeface.reading import read_family

PLEX = Path(__file__).parents[2] / "fonts" / "ibm-plex-sans"
DESCRIPTION = b"family='X'\n[[face]]\nfile='a.ttf'\nweight=400"


def file(name: str) -> bytes:
    return (PLEX / name).read_bytes()


@pytest.mark.parametrize(
    ("files", "code", "word"),
    [
        ({}, Code.FILE_UNREADABLE, "no font in it"),
        ({"a.ttf": b""}, Code.FILE_UNREADABLE, "it is no font"),
        ({"a.woff2": b"wOF2no"}, Code.FILE_UNREADABLE, "it is no font"),
        ({"readme.txt": b"hello"}, Code.FILE_UNREADABLE, "no font in it"),
        ({"FONT.toml": b"family = "}, Code.SETTING_INVALID, "can't be used"),
        ({"FONT.toml": b"family = 'X'"}, Code.SETTING_INVALID, "face"),
        ({"FONT.toml": DESCRIPTION}, Code.FILE_UNREADABLE, "no such file"),
        ({"FONT.toml": DESCRIPTION, "a.ttf": b"no font"}, Code.FILE_UNREADABLE, "it is no font"),
    ],
)
def test_a_family_that_cannot_be_read_is_told(
    files: dict[str, bytes], code: Code, word: str
) -> None:
    world = MemoryWorld({f"fonts/x/{name}": data for name, data in files.items()})
    outcome = read_family(world, "x")
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.code is code
    assert word in found.message


def test_a_description_says_what_the_files_are() -> None:
    files = {"fonts/x/FONT.toml": DESCRIPTION, "fonts/x/a.ttf": file("IBMPlexSans-SemiBold.woff")}
    (face,) = read_family(MemoryWorld(files), "x").value or ()
    assert (face.family, face.weight, face.style) == ("X", 400, FontStyle.NORMAL)


def test_files_without_a_description_say_it_themselves() -> None:
    names = ("IBMPlexSans-Italic.woff", "IBMPlexSans-Regular.woff", "IBMPlexSans-SemiBold.woff")
    files = {f"fonts/x/{name}": file(name) for name in names} | {"fonts/x/OFL.txt": b"licence"}
    faces = read_family(MemoryWorld(files), "x").value
    assert faces is not None
    assert [(face.family, face.weight, face.style) for face in faces] == [
        ("IBM Plex Sans", 400, FontStyle.ITALIC),
        ("IBM Plex Sans", 400, FontStyle.NORMAL),
        ("IBM Plex Sans", 600, FontStyle.NORMAL),
    ]


def test_a_variable_font_is_refused() -> None:
    font = TTFont(io.BytesIO(file("IBMPlexSans-Regular.woff")))
    font.flavor = None
    font["fvar"] = _axes()
    data = io.BytesIO()
    font.save(data)
    outcome = read_family(MemoryWorld({"fonts/x/a.ttf": data.getvalue()}), "x")
    assert ["it is a variable font" in one.message for one in outcome.diagnostics] == [True]


def _axes() -> object:
    from fontTools.ttLib.tables._f_v_a_r import Axis, table__f_v_a_r  # noqa: PLC0415

    table = table__f_v_a_r()
    axis = Axis()
    axis.axisTag = "wght"
    table.axes = [axis]
    return table
