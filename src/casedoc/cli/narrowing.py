"""Which files the paths that a command is given mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


def is_meant(path: str, paths: Sequence[Path] | None, root: Path) -> bool:
    """Tell whether a file of the workspace is one of the paths or below one; without any, all are.

    Args:
        path: The file, relative to the workspace root.
        paths: What the command was given.
        root: The workspace.
    """
    if not paths:
        return True
    place = (root / path).resolve()
    return any(place.is_relative_to(one.resolve()) for one in paths)
