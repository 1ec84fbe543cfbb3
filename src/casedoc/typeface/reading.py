"""Reading the font folders: `fonts/<family>/FONT.toml` names the files and what they are."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING, Any

from fontTools.ttLib import TTLibError

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.recording import digest_of
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.typeface.face import FontFace, FontStyle
from casedoc.typeface.font_set import FontSet

if TYPE_CHECKING:
    from casedoc.base.world import World

FOLDER = "fonts"
"""Where the font families lie, in the workspace and in the built-in theme."""


def read_fonts(world: World) -> Outcome[FontSet]:
    """Read all fonts of the theme and of the workspace.

    Returns:
        The fonts; none where a file is missing or broken (`FILE_UNREADABLE`) or a `FONT.toml`
        can't be used (`SETTING_INVALID`).
    """
    folders = world.list(FOLDER)
    if isinstance(folders, ReadFailure):
        return Outcome(None, (_unreadable(FOLDER, folders.reason),))
    faces: list[FontFace] = []
    diagnostics: list[Diagnostic] = []
    for folder in folders:
        if folder.is_folder:
            outcome = _read_family(world, f"{FOLDER}/{folder.name}")
            diagnostics.extend(outcome.diagnostics)
            faces.extend(outcome.value or ())
    if not faces and not diagnostics:
        diagnostics.append(_unreadable(FOLDER, "there is no font in it"))
    if diagnostics:
        return Outcome(None, tuple(diagnostics))
    return Outcome(FontSet(tuple(sorted(faces, key=lambda face: face.path))))


def _read_family(world: World, folder: str) -> Outcome[tuple[FontFace, ...]]:
    """Read one family's folder."""
    path = f"{folder}/FONT.toml"
    content = world.read(path)
    if isinstance(content, ReadFailure):
        # A folder that describes no family is somebody else's, such as a website's.
        is_other = content.problem is ReadProblem.MISSING
        return Outcome(None, () if is_other else (_unreadable(path, content.reason),))
    try:
        table = tomllib.loads(content.decode("utf-8"))
        family = str(table["family"])
        entries = [_entry(entry) for entry in table["face"]]
    except (UnicodeDecodeError, tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        return Outcome(None, (_unusable(path, error),))
    faces: list[FontFace] = []
    diagnostics: list[Diagnostic] = []
    for file, weight, style in entries:
        place = f"{folder}/{file}"
        data = world.read(place)
        if isinstance(data, ReadFailure):
            diagnostics.append(_unreadable(place, data.reason))
            continue
        face = FontFace(family, weight, style, place, digest_of(data), data)
        try:
            _ = face.glyphs
        except (TTLibError, ValueError, KeyError, AssertionError) as error:
            diagnostics.append(_unreadable(place, f"it is no font: {error}"))
        else:
            faces.append(face)
    return Outcome(tuple(faces), tuple(diagnostics))


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
