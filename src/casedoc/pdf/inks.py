"""Colours of a screen become inks of a press.

A colour that hardly has one is printed in black alone: four inks that don't meet exactly would
give it coloured edges. All others go through the profile of the press.

*Source:* ICC.1:2010 (profiles); IEC 61966-2-1 (sRGB).
"""

from __future__ import annotations

import io
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from typing import Any

    from PIL import Image

_FULL: Final = 255
_NEUTRAL: Final = 0.25
"""How much the three inks that a colour would need may differ, in parts of the strongest."""
_TRACE: Final = 2
"""Percent; less of an ink is none."""
_LIGHTNESS: Final = 100 / _FULL


class Inks(NamedTuple):
    """Cyan, magenta, yellow and black, 0 to 1 each."""

    cyan: float
    magenta: float
    yellow: float
    black: float

    @property
    def is_black(self) -> bool:
        """Tell whether it is black ink alone, in full."""
        return self == _BLACK


_BLACK: Final = Inks(0, 0, 0, 1)
_NONE: Final = Inks(0, 0, 0, 0)


class InkTable:
    """Knows what to print for a colour."""

    def __init__(self, profile: bytes) -> None:
        """Prepare for a press.

        Args:
            profile: Its ICC profile, of four inks.
        """
        self.profile = profile
        """The same profile."""
        self._known: dict[tuple[float, float, float], Inks] = {}

    def inks(self, red: float, green: float, blue: float) -> Inks:
        """Return the inks of a colour, 0 to 1 each, in whole percents."""
        colour = (red, green, blue)
        if colour not in self._known:
            self._known[colour] = self._found(colour)
        return self._known[colour]

    def grey(self, level: float) -> Inks:
        """Return the black ink of a grey, 0 (black) to 1 (white)."""
        return self.inks(level, level, level)

    def picture(self, picture: Image.Image) -> Image.Image:
        """Return a picture in inks."""
        from PIL import ImageCms

        converted = ImageCms.applyTransform(picture.convert("RGB"), self._to_inks)
        if converted is None:
            raise AssertionError(picture)
        return converted

    def _found(self, colour: tuple[float, float, float]) -> Inks:
        wanted = [1 - channel for channel in colour]
        strongest = max(wanted)
        if strongest * _FULL < 1:
            return _NONE
        if (strongest - min(wanted)) / strongest <= _NEUTRAL:
            return Inks(0, 0, 0, self._black_for(colour))
        pixel = self.picture(_pixel(colour)).tobytes()
        percents = [round(100 * value / _FULL) for value in pixel]
        return Inks(*(percent / 100 if percent >= _TRACE else 0 for percent in percents))

    def _black_for(self, colour: tuple[float, float, float]) -> float:
        """Return how much black is as dark as a colour, in whole percents."""
        from PIL import ImageCms

        lightness = ImageCms.applyTransform(_pixel(colour), self._to_lightness)
        if lightness is None:
            raise AssertionError(colour)
        wanted = lightness.tobytes()[0] * _LIGHTNESS
        return min(range(101), key=lambda percent: abs(self._ramp[percent] - wanted)) / 100

    @cached_property
    def _ramp(self) -> tuple[float, ...]:
        """The lightness of 0 to 100 percent of black, paper being 100."""
        from PIL import Image, ImageCms

        blacks = bytes(value for step in range(101) for value in (0, 0, 0, round(step * 2.55)))
        ramp = Image.frombytes("CMYK", (101, 1), blacks)
        transform = ImageCms.buildTransform(self._opened, _lab(), "CMYK", "LAB", _relative())
        seen = ImageCms.applyTransform(ramp, transform)
        if seen is None:
            raise AssertionError(ramp)
        return tuple(value * _LIGHTNESS for value in seen.tobytes()[::3])

    @cached_property
    def _opened(self) -> Any:  # noqa: ANN401 - Pillow's profiles have no public type
        from PIL import ImageCms

        return ImageCms.ImageCmsProfile(io.BytesIO(self.profile))

    @cached_property
    def _to_inks(self) -> Any:  # noqa: ANN401
        from PIL import ImageCms

        flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
        screen = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(screen, self._opened, "RGB", "CMYK", _relative(), flags)

    @cached_property
    def _to_lightness(self) -> Any:  # noqa: ANN401
        from PIL import ImageCms

        screen = ImageCms.createProfile("sRGB")
        return ImageCms.buildTransform(screen, _lab(), "RGB", "LAB", _relative())


def _pixel(colour: tuple[float, float, float]) -> Image.Image:
    from PIL import Image

    return Image.frombytes("RGB", (1, 1), bytes(round(channel * _FULL) for channel in colour))


def _lab() -> Any:  # noqa: ANN401
    from PIL import ImageCms

    return ImageCms.createProfile("LAB")


def _relative() -> Any:  # noqa: ANN401
    from PIL import ImageCms

    return ImageCms.Intent.RELATIVE_COLORIMETRIC
