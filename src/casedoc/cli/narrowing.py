"""Which files the paths that a command is given mean."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


_PARTS: Final = ("content", "templates", "fonts", "casedoc.toml", "pyproject.toml")
"""What of a workspace diagnostics can be about."""


def refuse_strangers(paths: Sequence[Path] | None, root: Path) -> None:
    """End the command where a path is of no workspace, or of another one.

    *Why*: "nothing to complain of" would be said of a file that was never looked at.

    Raises:
        typer.BadParameter: If a path is neither part of the workspace nor holds it.
    """
    parts = [(root / part).resolve() for part in _PARTS]
    for path in paths or ():
        place = path.resolve()
        if not any(part.is_relative_to(place) or place.is_relative_to(part) for part in parts):
            message = f"`{path}` is no part of the workspace `{root}`"
            raise typer.BadParameter(message, param_hint="PATH")


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
