"""One font file: what it is called, which characters it has, and how wide they are."""

from __future__ import annotations

import io
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from fontTools.ttLib import TTFont

from casedoc.base.prepared import prepared

if TYPE_CHECKING:
    from collections.abc import Mapping

_PACKED: Final = (b"wOFF", b"wOF2")
"""How a packed font file begins."""
_MAC_BOLD: Final = 1
_MAC_ITALIC: Final = 2


class FontStyle(Enum):
    """Upright or slanted, as CSS calls it."""

    NORMAL = "normal"
    ITALIC = "italic"


@dataclass(frozen=True, slots=True)
class FontFace:
    """One static font file."""

    family: str
    """The name the stylesheets use, such as `CD Sans`."""
    weight: int
    """400 for regular, 600 for semi-bold."""
    style: FontStyle
    """Upright or italic."""
    path: str
    """Where the file lies, such as `fonts/ibm-plex-sans/IBMPlexSans-Regular.woff2`."""
    digest: str
    """SHA-256 of the file in hexadecimal."""
    data: bytes
    """The file as it lies there."""

    @property
    def glyphs(self) -> Glyphs:
        """Return its characters and widths, read from the file at most once a process."""
        return read_glyphs(self.data)


@dataclass(frozen=True, slots=True)
class Glyphs:
    """What casedoc needs to know of the inside of a font file. Lengths in em."""

    advances: Mapping[int, float]
    """Advance width by code point."""
    proportional_advances: Mapping[int, float]
    """Advance width of the code points that have a proportional form beside a tabular one."""
    left_bearings: Mapping[int, float]
    """Space left of the ink by code point, of the proportional form where there is one."""
    baseline: float
    """How far the baseline lies below the centre of a line box."""
    family_names: frozenset[str]
    """What the file calls itself."""
    family: str
    """What it calls its family."""
    weight: int
    """Its weight, such as 400."""
    style: FontStyle
    """Upright or italic."""
    is_variable: bool
    """Whether the file holds a range of weights."""


@lru_cache(maxsize=64)
def read_glyphs(data: bytes) -> Glyphs:
    """Read the characters and widths of a font file.

    Raises:
        TTLibError: The file is no font.
    """
    *told, slant, is_variable = prepared("glyphs", data, lambda: _plain_glyphs(data))
    advances, proportional, bearings, baseline, names, family, weight = told
    return Glyphs(
        advances,
        proportional,
        bearings,
        baseline,
        names,
        family,
        weight,
        FontStyle(slant),
        is_variable,
    )


def _plain_glyphs(data: bytes) -> tuple[Any, ...]:
    """Return what `Glyphs` is made of, in its order and as plain data."""
    font: Any = TTFont(io.BytesIO(data), lazy=True)
    em = font["head"].unitsPerEm
    metrics = font["hmtx"].metrics
    names = font.getBestCmap()
    proportional = _proportional_forms(font)
    header = font["hhea"]
    labels = font["name"]
    is_italic = bool(font["head"].macStyle & _MAC_ITALIC)
    return (
        {code: metrics[name][0] / em for code, name in names.items()},
        {
            code: metrics[proportional[name]][0] / em
            for code, name in names.items()
            if name in proportional
        },
        {code: metrics[proportional.get(name, name)][1] / em for code, name in names.items()},
        # The line box centres ascent and descent, whatever the line height is.
        (header.ascent + header.descent) / 2 / em,
        frozenset(record.toUnicode() for record in labels.names if record.nameID in {1, 4, 16}),
        labels.getBestFamilyName() or "",
        font["OS/2"].usWeightClass if "OS/2" in font else _usual_weight(font),
        (FontStyle.ITALIC if is_italic else FontStyle.NORMAL).value,
        "fvar" in font,
    )


def _usual_weight(font: Any) -> int:  # noqa: ANN401 - fontTools has no types
    """Return the weight of a font that does not tell it."""
    return 700 if font["head"].macStyle & _MAC_BOLD else 400


@lru_cache(maxsize=64)
def unpacked(data: bytes) -> bytes:
    """Return a font file as plain TrueType or OpenType.

    *Why* here: WeasyPrint would do the same for each font configuration (0.2 to 0.5 s for a woff2
    file), and write the time of day into the font, and so into each PDF.
    """
    if not data.startswith(_PACKED):
        return data
    font = TTFont(io.BytesIO(data), recalcBBoxes=False, recalcTimestamp=False)
    font.flavor = None
    plain = io.BytesIO()
    font.save(plain, reorderTables=False)
    return plain.getvalue()


def _proportional_forms(font: Any) -> dict[str, str]:  # noqa: ANN401 - fontTools has no types
    """Return the glyph names that the feature `pnum` replaces, and by which."""
    if "GSUB" not in font:
        return {}
    table = font["GSUB"].table
    numbers = {
        number
        for record in table.FeatureList.FeatureRecord
        if record.FeatureTag == "pnum"
        for number in record.Feature.LookupListIndex
    }
    forms: dict[str, str] = {}
    for number in sorted(numbers):
        for subtable in table.LookupList.Lookup[number].SubTable:
            forms.update(getattr(subtable, "mapping", {}))
    return forms
