"""The fonts of a theme: which families of `fonts/` it is set in, and as what."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.world import ReadFailure
from casedoc.content.likeness import nearest
from casedoc.markup.tokens import CODE_FAMILY, DISPLAY_FAMILY, TEXT_FAMILY
from casedoc.source.values import place_of
from casedoc.typeface.face import FontStyle
from casedoc.typeface.family import Role, faces_for
from casedoc.typeface.font_set import FontSet
from casedoc.typeface.lettering import Lettering
from casedoc.typeface.reading import FOLDER, read_family

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.span import Span
    from casedoc.base.world import World
    from casedoc.markup.design import Design
    from casedoc.markup.theme_file import Tokens
    from casedoc.typeface.face import FontFace

_REGULAR: Final = 400
_STRONG: Final = 600
_UPRIGHT: Final = (FontStyle.NORMAL,)
_BOTH: Final = (FontStyle.NORMAL, FontStyle.ITALIC)


def choose_fonts(
    world: World, tokens: Tokens, chosen: Mapping[str, str], places: Mapping[str, Span]
) -> Outcome[FontSet]:
    """Read the families that a theme or its user chose, and none beside them.

    Args:
        world: The door to the disk.
        tokens: The theme's tokens.
        chosen: The folders of families that the user chose, by `text`, `display`, `code`.
        places: Where the user did, by `fonts.text` and so on.

    Returns:
        The fonts; none where a family is not there (`SETTING_INVALID`) or can't be read. With
        `FONT_INCOMPLETE` where another weight or style stands in for one that a family lacks.
    """
    lettering = _lettering(tokens.design)
    known = _families(world)
    faces: list[FontFace] = []
    found: list[Diagnostic] = []
    for name, role in _roles(lettering).items():
        own = chosen.get(name)
        folder: str = own or getattr(tokens.design.fonts, name)
        place = places.get(f"fonts.{name}") if own else place_of(tokens.given, ("fonts", name))
        if folder not in known:
            found.append(_unknown(folder, known, place, is_setting=own is not None))
            continue
        family = read_family(world, folder)
        found.extend(family.diagnostics)
        if family.value is None:
            continue
        chosen_faces = faces_for(role, family.value)
        faces.extend(chosen_faces.faces)
        if chosen_faces.lacking:
            message = f"the family `{folder}` has no {' and no '.join(chosen_faces.lacking)}"
            hint = "what comes nearest is printed; add the files to its folder"
            found.append(Diagnostic(Code.FONT_INCOMPLETE, message, place, hint))
    if has_errors(found):
        return Outcome(None, tuple(found))
    return Outcome(FontSet(tuple(faces), lettering), tuple(found))


def _lettering(design: Design) -> Lettering:
    """Return how large type is set: the tokens of the same names."""
    known = design.letters.model_dump() | design.booklet.model_dump(exclude={"page", "scales"})
    names = {field.name for field in fields(Lettering)}
    return Lettering(**{name: value for name, value in known.items() if name in names})


def _roles(lettering: Lettering) -> Mapping[str, Role]:
    """Return what a family must have to be used for text, for display, for code."""
    display = {
        lettering.title_weight,
        lettering.lead_weight,
        lettering.heading_weight,
        lettering.hero_weight,
        lettering.figure_weight,
    }
    return {
        "text": Role(TEXT_FAMILY, (_REGULAR, _STRONG), _BOTH),
        "display": Role(DISPLAY_FAMILY, tuple(sorted(display | {_REGULAR, _STRONG})), _UPRIGHT),
        "code": Role(CODE_FAMILY, (_REGULAR, _STRONG), _UPRIGHT),
    }


def _families(world: World) -> tuple[str, ...]:
    """Return the names of all folders of fonts."""
    entries = world.list(FOLDER)
    if isinstance(entries, ReadFailure):
        return ()
    return tuple(entry.name for entry in entries if entry.is_folder)


def _unknown(
    folder: str, known: tuple[str, ...], place: Span | None, *, is_setting: bool
) -> Diagnostic:
    near = nearest(folder, known)
    names = ", ".join(f"`{one}`" for one in known)
    start = f"did you mean `{near}`? " if near else ""
    code = Code.SETTING_INVALID if is_setting else Code.TOKEN_INVALID
    message = f"there is no font family `{folder}`"
    return Diagnostic(code, message, place, f"{start}the folders in `{FOLDER}` are {names}")
