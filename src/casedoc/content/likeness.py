"""The known name that a misspelt one resembles most."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

_NEAR: Final = 0.75
"""Likeness from which on a name may be a misspelling, as difflib measures it."""


def nearest(written: str, known: Iterable[str]) -> str | None:
    """Return the known name that is most like a written one, or none that is like it.

    Args:
        written: The unknown name; case, and underscores for hyphens, don't count.
        known: The known names.
    """
    names = {name.lower(): name for name in known}
    plain = written.lower().replace("_", "-")
    # Of short names two letters that changed places are half, so `scr` would be like nothing.
    turned = [name for name in names if sorted(name) == sorted(plain)]
    near = turned or get_close_matches(plain, tuple(names), 1, _NEAR)
    return names[near[0]] if near else None
