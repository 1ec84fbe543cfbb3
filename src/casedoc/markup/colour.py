"""Colours: mixing, contrast, and an accent dark enough for text."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Final

_HEX: Final = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\Z")

LEAST_TEXT_CONTRAST: Final = 4.5
"""*Source:* WCAG 2.2, success criterion 1.4.3."""
LEAST_BAR_CONTRAST: Final = 3.0
"""*Source:* WCAG 2.2, success criterion 1.4.11."""
_NO_CHROMA: Final = 0.001
_STEP: Final = 0.01
_MOST_STEPS: Final = 101
_MIDDLE_LUMINANCE: Final = 0.18
"""Half-way between black and white to the eye."""
_SLACK: Final = 0.0005


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour in sRGB."""

    red: int
    """0 to 255."""
    green: int
    """0 to 255."""
    blue: int
    """0 to 255."""

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"

    def over(self, ground: Colour, share: float) -> Colour:
        """Return this colour laid over `ground` with the opacity `share`, mixed in sRGB."""
        return Colour(
            *(
                round(own * share + other * (1 - share))
                for own, other in zip(self._channels(), ground._channels(), strict=True)
            )
        )

    def luminance(self) -> float:
        """Return the relative luminance. *Source:* WCAG 2.2."""
        red, green, blue = (_linear(channel / 255) for channel in self._channels())
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    def contrast(self, other: Colour) -> float:
        """Return the contrast ratio with another colour, from 1 to 21. *Source:* WCAG 2.2."""
        lighter, darker = sorted((self.luminance(), other.luminance()), reverse=True)
        return (lighter + 0.05) / (darker + 0.05)

    def darker(self, step: float) -> Colour:
        """Return the colour with its OKLCH lightness lowered by `step`, its hue kept.

        Args:
            step: By how much; a negative one makes the colour lighter.
        """
        lightness, chroma, hue = _to_oklch(self)
        target = min(1.0, max(0.0, lightness - step))
        channels = _from_oklch(target, chroma, hue)
        # A colour near black or white can't be as strong: chroma shrinks until sRGB has it.
        while chroma > _NO_CHROMA and not all(-_SLACK <= one <= 1 + _SLACK for one in channels):
            chroma *= 0.97
            channels = _from_oklch(target, chroma, hue)
        return Colour(*(round(255 * min(1.0, max(0.0, channel))) for channel in channels))

    def _channels(self) -> tuple[int, int, int]:
        return self.red, self.green, self.blue


WHITE: Final = Colour(255, 255, 255)
"""Paper that nothing is printed on."""


@dataclass(frozen=True, slots=True)
class Mixing:
    """What a theme mixes its colours of, beside the accent (DESIGN section 5)."""

    paper: Colour
    """What lies behind the text."""
    on_accent: Colour
    """Text on the accent."""
    tint: float
    """Share of accent in the tint."""
    tint_hair: float
    """Share of accent in hairlines on tint."""
    on_accent_2: float
    """Share of `on_accent` in small text on the accent."""

    @property
    def darkens(self) -> bool:
        """Tell whether a colour is easier to read the darker it is, as it is on light paper."""
        return self.paper.luminance() > _MIDDLE_LUMINANCE


@dataclass(frozen=True, slots=True)
class Palette:
    """All colours that follow from the accent (DESIGN section 5)."""

    paper: Colour
    """What lies behind the text."""
    accent: Colour
    """Figures, category, dates of the CV: dark enough for text."""
    bar: Colour
    """The bar at the top of a page: the accent as the user wrote it where it is visible."""
    tint: Colour
    """The ground of the panel."""
    tint_hair: Colour
    """Hairlines on tint, outlines of chips."""
    on_accent_2: Colour
    """Small text on the accent."""


def parse_colour(text: str) -> Colour | None:
    """Read `#0b5563` or `#abc`, with or without `#`; return none where it is neither."""
    match = _HEX.match(text.strip())
    if match is None:
        return None
    digits = match[1]
    if len(digits) == 3:  # noqa: PLR2004 - the short form has three digits
        digits = "".join(digit * 2 for digit in digits)
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))


def palette_of(wanted: Colour, mixing: Mixing) -> Palette:
    """Return the colours of an accent that text in it, and on it, can be read in.

    Where it can't, the accent moves away from the paper in small steps of lightness, its hue kept,
    until it has 4.5 : 1 on its own tint and `on_accent` has 4.5 : 1 on it.
    """
    accent, steps = wanted, 0
    step = _STEP if mixing.darkens else -_STEP
    while not _is_readable(accent, mixing) and steps < _MOST_STEPS:
        steps += 1
        # Always from the colour that was wanted: of the darkest, one step alone rounds to nothing.
        accent = wanted.darker(step * steps)
    soft = mixing.on_accent.over(accent, mixing.on_accent_2)
    return Palette(
        paper=mixing.paper,
        accent=accent,
        bar=wanted if wanted.contrast(mixing.paper) >= LEAST_BAR_CONTRAST else accent,
        tint=accent.over(mixing.paper, mixing.tint),
        tint_hair=accent.over(mixing.paper, mixing.tint_hair),
        on_accent_2=soft if soft.contrast(accent) >= LEAST_TEXT_CONTRAST else mixing.on_accent,
    )


def _is_readable(accent: Colour, mixing: Mixing) -> bool:
    """Tell whether text in the accent can be read on its tint, and text on it at all."""
    tint = accent.over(mixing.paper, mixing.tint)
    least = min(accent.contrast(tint), mixing.on_accent.contrast(accent))
    return least >= LEAST_TEXT_CONTRAST


def _linear(channel: float) -> float:
    """Undo the sRGB transfer curve. *Source:* IEC 61966-2-1."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def _encoded(channel: float) -> float:
    """Apply the sRGB transfer curve. *Source:* IEC 61966-2-1."""
    if channel <= 0.0031308:  # noqa: PLR2004 - end of the linear part
        return 12.92 * channel
    return float(1.055 * channel ** (1 / 2.4) - 0.055)


def _to_oklch(colour: Colour) -> tuple[float, float, float]:
    """Return lightness, chroma and hue in radians. *Source:* Ottosson, Oklab, 2020."""
    red, green, blue = (_linear(channel / 255) for channel in colour._channels())  # noqa: SLF001
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(lightness: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Return the three sRGB channels, outside 0 to 1 where sRGB lacks the colour."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        _encoded(4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short),
        _encoded(-1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short),
        _encoded(-0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short),
    )
