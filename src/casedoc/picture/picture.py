"""What is known of a picture before it is printed, found once a process for each content."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MM_PER_INCH: Final = 25.4
LEAST_DPI: Final = 150
"""Pixels per inch below which a picture is coarse; small ones are not enlarged beyond it."""
MOST_DPI: Final = 300
"""Pixels per inch above which nothing is gained in print; larger pictures are scaled down."""


@dataclass(frozen=True, slots=True)
class Remark:
    """Something in a picture that will not print as it looks on a screen."""

    said: str
    """What it is, one clause."""
    hint: str
    """What to do about it."""
    line: int | None = None
    """Line of a drawing's own file, from 1; none for pictures made of pixels."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a picture can't be printed."""

    said: str
    """The reason, one clause."""
    hint: str
    """What to do about it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that can be printed."""

    ratio: float
    """Width divided by height, turned the right way up."""
    natural_mm: float | None
    """Width in millimetres that it takes where there is room; none where it fills the measure."""
    pixels: tuple[int, int] | None = None
    """Width and height in pixels, turned the right way up; none for a drawing."""
    remarks: tuple[Remark, ...] = ()
    """What will not print as it looks."""
    families: tuple[tuple[str, int], ...] = ()
    """Each list of font families that a drawing's text names, with its line."""
