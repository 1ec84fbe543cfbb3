"""What a theme is printed on: the profile of a press, and how far pages go on beyond their edge.

*Source:* ICC.1:2010 for the profile; ISO 15930-7 for what a print edition says of it.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.world import ReadFailure
from casedoc.source.values import place_of

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.markup.theme_file import Tokens

FOLDER: Final = "profiles"
"""Where profiles lie below a theme's folders."""


@dataclass(frozen=True, slots=True)
class Press:
    """What a print edition is made for."""

    profile: bytes
    """ICC profile of four inks."""
    condition: str
    """Name of the printing condition in the registry of the ICC, such as `FOGRA39`."""
    bleed_mm: float
    """How far what reaches the edge of a page goes on beyond it."""


def load_press(world: World, folders: tuple[str, ...], tokens: Tokens) -> Outcome[Press]:
    """Read what a print edition is made for.

    Args:
        world: The door to the disk.
        folders: Where files of the theme lie, the first wins.
        tokens: The theme's tokens.

    Returns:
        The press; none where its profile is not there, or is none (`TOKEN_INVALID`).
    """
    given = tokens.design.press
    place = place_of(tokens.given, ("press", "profile"))
    for folder in folders:
        path = f"{folder}/{FOLDER}/{given.profile}"
        content = world.read(path)
        if isinstance(content, ReadFailure):
            continue
        fault = _fault_of(content)
        if fault is None:
            return Outcome(Press(content, given.condition, given.bleed))
        return Outcome(None, (Diagnostic(Code.TOKEN_INVALID, f"`{path}`: {fault}", place),))
    message = f"there is no profile `{given.profile}`"
    hint = f"put it into `templates/{FOLDER}/`"
    return Outcome(None, (Diagnostic(Code.TOKEN_INVALID, message, place, hint),))


def _fault_of(profile: bytes) -> str | None:
    """Return why a file is no profile of a press, if it is none."""
    from PIL import ImageCms

    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile)).profile
    except (OSError, ImageCms.PyCMSError):
        return "it is no ICC profile"
    if opened.xcolor_space.strip() != "CMYK" or opened.device_class.strip() != "prtr":
        return "it is not the profile of a press with four inks"
    return None
