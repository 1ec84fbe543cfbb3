"""Words as outlines: for what is seen and must be neither text nor tag."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from fontTools.pens.basePen import BasePen
from fontTools.ttLib import TTFont

_PLACES: Final = 4


@dataclass(frozen=True, slots=True)
class Outline:
    """The outlines of a word, from its baseline's left end up and to the right. Lengths in em."""

    curves: tuple[tuple[str, tuple[float, ...]], ...]
    """Steps `m` (move), `l` (line), `c` (curve) and `h` (close), each with its coordinates."""
    width: float
    """Width of the word."""
    height: float
    """Height of its capitals, roughly."""

    def drawing(self, colour: str) -> str:
        """Return the word as SVG, from the lower left to the upper right."""
        steps = []
        for step, numbers in self.curves:
            flipped = (f"{-one if at % 2 else one:g}" for at, one in enumerate(numbers))
            steps.append(f"{'Z' if step == 'h' else step.upper()}{' '.join(flipped)}")
        side = self.width
        box = f"{-side / 2:g} {-side / 2:g} {side:g} {side:g}"
        turned = f"rotate(-45) translate({-side / 2:g} {self.height / 2:g})"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">'
            f'<path transform="{turned}" fill="{colour}" d="{"".join(steps)}"/></svg>'
        )


@lru_cache(maxsize=8)
def outline_of(data: bytes, word: str) -> Outline:
    """Return the outlines of a word.

    Args:
        data: A font file.
        word: Its characters; those that the font has not are left out.
    """
    font: Any = TTFont(io.BytesIO(data), lazy=True)
    em = font["head"].unitsPerEm
    glyphs, names = font.getGlyphSet(), font.getBestCmap()
    curves: list[tuple[str, tuple[float, ...]]] = []
    at = top = 0.0
    for character in word:
        if ord(character) not in names:
            continue
        glyph = glyphs[names[ord(character)]]
        pen = _Pen(glyphs, em, at)
        glyph.draw(pen)
        curves += pen.curves
        top = max([top, *pen.heights])
        at += glyph.width / em
    return Outline(tuple(curves), at, top)


class _Pen(BasePen):  # type: ignore[misc]
    """Notes what is drawn, in em."""

    def __init__(self, glyphs: Any, em: int, left: float) -> None:  # noqa: ANN401
        super().__init__(glyphs)
        self._em, self._left = em, left
        self.curves: list[tuple[str, tuple[float, ...]]] = []
        self.heights: list[float] = []

    def _note(self, step: str, *points: tuple[float, float]) -> None:
        numbers: list[float] = []
        for x, y in points:
            numbers += [round(self._left + x / self._em, _PLACES), round(y / self._em, _PLACES)]
            self.heights.append(y / self._em)
        self.curves.append((step, tuple(numbers)))

    def _moveTo(self, pt: tuple[float, float]) -> None:  # noqa: N802 - fontTools' names
        self._note("m", pt)

    def _lineTo(self, pt: tuple[float, float]) -> None:  # noqa: N802
        self._note("l", pt)

    def _curveToOne(  # noqa: N802
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self._note("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.curves.append(("h", ()))

    def _endPath(self) -> None:  # noqa: N802
        self.curves.append(("h", ()))
