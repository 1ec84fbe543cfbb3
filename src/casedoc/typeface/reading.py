"""Reading a font family: `fonts/<family>/FONT.toml` names the files and what they are.

Without it, each font file in the folder says so itself.
"""

from __future__ import annotations

import tomllib
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTLibError

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.typeface.face import FontFace, FontStyle, read_glyphs

if TYPE_CHECKING:
    from casedoc.base.world import World

FOLDER = "fonts"
"""Where the font families lie, in the workspace and in casedoc."""
DESCRIPTION = "FONT.toml"
"""What describes a family."""
_ENDINGS = (".ttf", ".otf", ".woff", ".woff2")


def read_family(world: World, name: str) -> Outcome[tuple[FontFace, ...]]:
    """Read one family.

    Args:
        world: The door to the disk.
        name: The name of its folder.

    Returns:
        Its files as its `FONT.toml` names them; without one, all font files in the folder as they
        describe themselves. None where a file is missing or broken (`FILE_UNREADABLE`), or a
        `FONT.toml` can't be used (`SETTING_INVALID`).
    """
    folder = f"{FOLDER}/{name}"
    path = f"{folder}/{DESCRIPTION}"
    content = world.read(path)
    if isinstance(content, ReadFailure):
        if content.problem is ReadProblem.MISSING:
            return _undescribed(world, folder)
        return Outcome(None, (_unreadable(path, content.reason),))
    try:
        table = tomllib.loads(content.decode("utf-8"))
        family = str(table["family"])
        entries = [_entry(entry) for entry in table["face"]]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        return Outcome(None, (_unusable(path, error),))
    faces = [
        _face(world, f"{folder}/{file}", FontFace(family, weight, style, "", "", b""))
        for file, weight, style in entries
    ]
    return _gathered(folder, faces)


def _undescribed(world: World, folder: str) -> Outcome[tuple[FontFace, ...]]:
    """Read a folder of font files as they describe themselves."""
    entries = world.list(folder)
    if isinstance(entries, ReadFailure):
        return Outcome(None, (_unreadable(folder, entries.reason),))
    names = (one.name for one in entries if not one.is_folder)
    fonts = [name for name in names if name.lower().endswith(_ENDINGS)]
    return _gathered(folder, [_face(world, f"{folder}/{name}", None) for name in fonts])


def _face(world: World, path: str, described: FontFace | None) -> Outcome[FontFace]:
    """Read one file; what is not described is read from it."""
    data = world.read(path)
    if isinstance(data, ReadFailure):
        return Outcome(None, (_unreadable(path, data.reason),))
    try:
        glyphs = read_glyphs(data)
    except (TTLibError, ValueError, KeyError, AssertionError, OSError, ImportError) as error:
        return Outcome(None, (_unreadable(path, f"it is no font: {error}"),))
    if glyphs.is_variable:
        return Outcome(None, (_unreadable(path, "it is a variable font; static ones are wanted"),))
    if described is None:
        described = FontFace(glyphs.family, glyphs.weight, glyphs.style, "", "", b"")
    return Outcome(replace(described, path=path, digest=digest_of(data), data=data))


def _gathered(folder: str, faces: list[Outcome[FontFace]]) -> Outcome[tuple[FontFace, ...]]:
    """Return the files of a family, or what is wrong with any of them."""
    found = tuple(one for face in faces for one in face.diagnostics)
    read = tuple(face.value for face in faces if face.value is not None)
    if not found and not read:
        found = (_unreadable(folder, "there is no font in it"),)
    return Outcome(None if found else tuple(sorted(read, key=lambda face: face.path)), found)


def _entry(entry: Any) -> tuple[str, int, FontStyle]:  # noqa: ANN401 - whatever the file holds
    """Return file name, weight and style of one `[[face]]`."""
    return str(entry["file"]), int(entry["weight"]), FontStyle(entry.get("style", "normal"))


def _unreadable(path: str, reason: str) -> Diagnostic:
    return Diagnostic(
        Code.FILE_UNREADABLE, f"the fonts can't be read: {reason}", Span.of_file(path)
    )


def _unusable(path: str, error: Exception) -> Diagnostic:
    reason = f"there is no {error}" if isinstance(error, KeyError) else str(error)
    return Diagnostic(
        Code.SETTING_INVALID,
        f"the description of a font family can't be used: {reason}",
        Span.of_file(path),
        hint="name the `family` and, for each `[[face]]`, its `file`, `weight` and `style`",
    )
