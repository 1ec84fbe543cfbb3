"""A font family in a role: which of its files stand for which weights and styles.

*Why* names of our own for the roles: stylesheets need not know which family a user chose, and no
installed font can answer in place of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casedoc.typeface.face import FontStyle

if TYPE_CHECKING:
    from casedoc.typeface.face import FontFace

_NEAR: Final = 150
"""How far a weight may be off and still pass for another: a bold for a semi-bold."""


@dataclass(frozen=True, slots=True)
class Role:
    """What a family is used for."""

    name: str
    """The family's name in the stylesheets."""
    weights: tuple[int, ...]
    """Weights that are used."""
    styles: tuple[FontStyle, ...]
    """Styles that are used."""


@dataclass(frozen=True, slots=True)
class RoleFaces:
    """The files of a family in a role."""

    faces: tuple[FontFace, ...]
    """One for each weight and style, under the name of the role."""
    lacking: tuple[str, ...]
    """What the family has not, in words."""


def faces_for(role: Role, family: tuple[FontFace, ...]) -> RoleFaces:
    """Return the file that comes nearest to each weight and style of a role.

    Args:
        role: What the family is used for.
        family: Its files; at least one.
    """
    faces: list[FontFace] = []
    lacking: dict[str, None] = {}
    for style in role.styles:
        own = [face for face in family if face.style is style]
        if not own:
            lacking[style.value if style is FontStyle.ITALIC else "upright"] = None
        for weight in role.weights:
            face = min(own or family, key=lambda one: (abs(one.weight - weight), one.path))
            if own and abs(face.weight - weight) > _NEAR:
                lacking[_words(weight, style)] = None
            faces.append(replace(face, family=role.name, weight=weight, style=style))
    return RoleFaces(tuple(faces), tuple(lacking))


def _words(weight: int, style: FontStyle) -> str:
    words = {400: "regular", 600: "semi-bold or bold"}.get(weight, f"weight {weight}")
    return f"{words} {style.value}" if style is FontStyle.ITALIC else words
