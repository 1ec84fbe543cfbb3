"""What a shell completes: the names of the case studies in the workspace around it.

*Why* by file names and a glance at each file: whoever presses a key does not wait for content to be
read and checked.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casedoc.base.disk import DiskWorld
from casedoc.base.world import ReadFailure
from casedoc.build.origin import PYPROJECT, SETTINGS_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTENT: Final = "content"
_ENDINGS: Final = (".md", ".markdown")
_DEEPEST: Final = 12
_LANGUAGE: Final = re.compile(r"\.[a-z]{2}(?:-[A-Z]{2})?$")
_SLUG: Final = re.compile(rb"(?m)^slug *[:=] *[\"']?([a-z0-9-]+)")
_TABLE: Final = b"[tool.casedoc"


def complete_slugs(incomplete: str) -> list[str]:
    """Return the names of case studies that begin with what was typed so far."""
    world = DiskWorld(_root(Path.cwd()))
    return sorted({slug for slug in _slugs(world, _CONTENT, 0) if slug.startswith(incomplete)})


def _root(start: Path) -> Path:
    """Return the nearest folder with settings, else the one to start from."""
    for folder in (start, *start.parents):
        world = DiskWorld(folder)
        project = world.read(PYPROJECT)
        has_table = not isinstance(project, ReadFailure) and _TABLE in project
        if has_table or not isinstance(world.read(SETTINGS_FILE), ReadFailure):
            return folder
    return start


def _slugs(world: DiskWorld, folder: str, depth: int) -> Iterator[str]:
    listed = world.list(folder)
    if isinstance(listed, ReadFailure) or depth > _DEEPEST:
        return
    for entry in listed:
        path = f"{folder}/{entry.name}"
        if entry.name.startswith(("_", ".")):
            continue
        if entry.is_folder:
            yield from _slugs(world, path, depth + 1)
        elif entry.name.lower().endswith(_ENDINGS):
            content = world.read(path)
            given = None if isinstance(content, ReadFailure) else _SLUG.search(content)
            yield given[1].decode() if given else _LANGUAGE.sub("", entry.name.rsplit(".", 1)[0])
