"""What the glyphs of a font mean, and how wide they are.

*Source:* ISO 32000-1, 9.7.4.3 (widths) and 9.10.3 (ToUnicode).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLOCK: Final = re.compile(r"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR: Final = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_RANGE: Final = re.compile(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
_USUAL_WIDTH: Final = 1000


@dataclass(frozen=True, slots=True)
class GlyphTable:
    """The glyphs of one font, by their codes of two bytes."""

    meanings: Mapping[int, str]
    """The characters of each."""
    widths: Mapping[int, float]
    """The width of each, in thousandths of the font size."""
    usual_width: float
    """The width of all others."""


def glyph_table(font: Any) -> GlyphTable:  # noqa: ANN401 - pikepdf has one type for all objects
    """Read what a font says of its glyphs."""
    table = font.ToUnicode.read_bytes().decode("latin-1") if "/ToUnicode" in font else ""
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    usual = float(inner.get("/DW", _USUAL_WIDTH))
    return GlyphTable(_meanings(table), _widths(list(inner.get("/W", []))), usual)


def _meanings(table: str) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, block in _BLOCK.findall(table):
        if kind == "char":
            for glyph, text in _CHAR.findall(block):
                found[int(glyph, 16)] = _text(text)
            continue
        for first, last, text in _RANGE.findall(block):
            start = int(first, 16)
            for glyph in range(start, int(last, 16) + 1):
                found[glyph] = chr(ord(_text(text)) + glyph - start)
    return found


def _text(digits: str) -> str:
    return bytes.fromhex(digits).decode("utf-16-be")


def _widths(entries: list[Any]) -> dict[int, float]:
    """Read pairs of a first code and widths, and triples of first, last and their one width."""
    found: dict[int, float] = {}
    at = 0
    while at + 1 < len(entries):
        first, second = int(entries[at]), entries[at + 1]
        if hasattr(second, "append"):
            found.update((first + step, float(width)) for step, width in enumerate(second))
            at += 2
        elif at + 2 < len(entries):
            found.update(dict.fromkeys(range(first, int(second) + 1), float(entries[at + 2])))
            at += 3
        else:
            break
    return found
