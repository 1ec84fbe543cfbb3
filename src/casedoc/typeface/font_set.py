"""All fonts of a theme: which characters they cover, and how wide a text will be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from casedoc.typeface.face import FontFace, FontStyle
from casedoc.typeface.lettering import Lettering

if TYPE_CHECKING:
    from casedoc.typeface.face import Glyphs

INVISIBLE: Final = frozenset("\t\n\r\u00ad\u034f\u061c\ufeff") | frozenset(
    chr(code)
    for first, last in ((0x200B, 0x200F), (0x2028, 0x202E), (0x2060, 0x206F), (0xFE00, 0xFE0F))
    for code in range(first, last + 1)
)
"""Characters that need no glyph: white space and what Unicode calls Default_Ignorable_Code_Point
(of that, the part one meets in European texts)."""


@dataclass(frozen=True, slots=True)
class FontSet:
    """The fonts a theme prints with, and nothing else."""

    faces: tuple[FontFace, ...]
    """All font files, sorted by path."""
    lettering: Lettering
    """How large type is set in them."""

    def face(
        self, family: str, weight: int, style: FontStyle = FontStyle.NORMAL
    ) -> FontFace | None:
        """Return the file of a family that comes closest in style and weight."""
        candidates = [face for face in self.faces if face.family == family]
        return min(
            candidates,
            key=lambda face: (face.style is not style, abs(face.weight - weight)),
            default=None,
        )

    def width_pt(
        self,
        text: str,
        family: str,
        weight: int,
        size_pt: float,
        letter_spacing_em: float = 0.0,
        *,
        proportional: bool = False,
    ) -> float:
        """Return the width of a line of text in points, without kerning.

        Args:
            text: One line.
            family: As in `FontFace.family`.
            weight: As in `FontFace.weight`.
            size_pt: Font size in points.
            letter_spacing_em: Added after each character.
            proportional: Whether figures have their proportional form, as display figures do.
        """
        glyphs = self._glyphs(family, weight)
        width_em = 0.0
        for character in text:
            code = ord(character)
            if character in INVISIBLE:
                continue
            if proportional and code in glyphs.proportional_advances:
                width_em += glyphs.proportional_advances[code]
            else:
                # A missing character is reported elsewhere; here it is as wide as an average one.
                width_em += glyphs.advances.get(code, 0.6)
            width_em += letter_spacing_em
        return width_em * size_pt

    def left_bearing_em(self, character: str, family: str, weight: int) -> float:
        """Return the space left of a character's ink in em, of its proportional form."""
        return self._glyphs(family, weight).left_bearings.get(ord(character), 0.0)

    def baseline_em(self, family: str, weight: int) -> float:
        """Return how far the baseline lies below the centre of a line box, in em."""
        return self._glyphs(family, weight).baseline

    def missing(self, text: str) -> tuple[str, ...]:
        """Return the characters of `text` that none of the fonts has, each once, in order."""
        covered = _coverage(self.faces)
        return tuple(
            character
            for character in dict.fromkeys(text)
            if ord(character) not in covered and character not in INVISIBLE
        )

    def family_names(self) -> frozenset[str]:
        """Return all names under which a PDF may list these fonts."""
        names = {name for face in self.faces for name in face.glyphs.family_names}
        return frozenset(names | {face.family for face in self.faces})

    def _glyphs(self, family: str, weight: int) -> Glyphs:
        face = self.face(family, weight)
        if face is None:
            raise LookupError(f"no font of the family {family}")
        return face.glyphs


@lru_cache(maxsize=8)
def _coverage(faces: tuple[FontFace, ...]) -> frozenset[int]:
    """Return the code points that any of the fonts has."""
    return frozenset(code for face in faces for code in face.glyphs.advances)
