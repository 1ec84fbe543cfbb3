"""What decided which folder is the workspace and what its settings are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld
from casedoc.base.recording import Reading, ask_again

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SETTINGS_FILE = "casedoc.toml"
"""A workspace's own settings file."""
PYPROJECT = "pyproject.toml"
"""A file that may hold `[tool.casedoc]` instead."""


@dataclass(frozen=True, slots=True)
class Origin:
    """All that was asked to find a workspace and its settings, and the answers.

    *Why*: who meets the same answers again has the same workspace with the same settings, and
    need not read them to know it.
    """

    searched: tuple[tuple[Reading, ...], ...]
    """What the folder a command was called in held of settings, then its parent, and so on."""
    variables: tuple[tuple[str, str], ...]
    """Environment variables that settle a setting; an absent one is as good as an empty one."""

    def holds(self, start: Path, environment: Mapping[str, str]) -> bool:
        """Tell whether the answers would be the same now.

        Args:
            start: The folder a command is called in.
            environment: Environment variables.
        """
        folders = (start, *start.parents)
        return (
            len(self.searched) <= len(folders)
            and all(environment.get(name, "") == value for name, value in self.variables)
            and all(
                # What stands in a cache may be a stranger's: no other file is asked for.
                {one.path for one in readings} <= {SETTINGS_FILE, PYPROJECT}
                and ask_again(readings, DiskWorld(folder)) == readings
                for folder, readings in zip(folders, self.searched, strict=False)
            )
        )
