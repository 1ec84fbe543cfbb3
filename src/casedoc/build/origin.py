"""What decided which folder is the workspace and what its settings are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld
from casedoc.base.recording import Reading, ask_again, digest_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

SETTINGS_FILE = "casedoc.toml"
"""A workspace's own settings file."""
PYPROJECT = "pyproject.toml"
"""A file that may hold `[tool.casedoc]` instead."""

HIDDEN = "CASEDOC_PRIVATE_"
"""How variables begin that say what must not lie anywhere; of them only a digest is kept."""

_PREFIX = "CASEDOC_"
_OPTIONS = frozenset(
    f"{_PREFIX}{name}"
    for name in (
        "AS_OF",
        "DPI",
        "DRAFTS",
        "EXECUTOR",
        "FALLBACK",
        "FORMAT",
        "JOBS",
        "KIND",
        "LANG",
        "OUTPUT_FORMAT",
        "PROFILE",
        "SCHEDULER",
        "STRICT",
        "TIMEOUT",
    )
)
"""Variables of options, which settle no setting."""
_ASKED = ([SETTINGS_FILE], [SETTINGS_FILE, PYPROJECT], [PYPROJECT, SETTINGS_FILE])


@dataclass(frozen=True, slots=True)
class Origin:
    """All that was asked to find a workspace and its settings, and the answers.

    *Why*: who meets the same answers again has the same workspace with the same settings, and
    need not read them to know it.
    """

    searched: tuple[tuple[Reading, ...], ...]
    """What the folder a command was called in held of settings, then its parent, and so on."""
    variables: tuple[tuple[str, str], ...]
    """Environment variables of casedoc's, those that are set; they may settle a setting."""

    def holds(self, start: Path, root: Path, environment: Mapping[str, str]) -> bool:
        """Tell whether the answers would be the same now, and lead to the same workspace.

        Args:
            start: The folder a command is called in.
            root: The workspace that was found.
            environment: Environment variables.
        """
        folders = (start, *start.parents)
        return (
            self.variables == telling_variables(environment)
            and len(self.searched) in _steps(start, root, folders)
            and all(
                # What stands in a cache may be a stranger's: no other file is asked for, and both.
                [one.path for one in readings] in _ASKED
                and ask_again(readings, DiskWorld(folder)) == readings
                for folder, readings in zip(folders, self.searched, strict=False)
            )
        )


def telling_variables(environment: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the environment variables that settings may come from, sorted."""
    return tuple(
        sorted(
            (name, digest_of(value.encode()) if name.startswith(HIDDEN) else value)
            for name, value in environment.items()
            if value and name.startswith(_PREFIX) and name not in _OPTIONS
        )
    )


def _steps(start: Path, root: Path, folders: Sequence[Path]) -> set[int]:
    """Return how many folders may have been searched before the workspace was found.

    All up to the one with settings; or, where there are none, all there are.
    """
    found = {folders.index(root) + 1} if root in folders else set()
    return found | {len(folders)} if root == start else found
