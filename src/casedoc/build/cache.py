"""What casedoc remembers from one run to the next, in `.casedoc/cache/`; safe to delete.

An entry is one JSON file. *Why* JSON: a workspace may come from a stranger, and reading JSON can do
nothing but yield plain data, which is looked at before it is believed.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld, resolve_inside
from casedoc.base.world import ReadFailure
from casedoc.build.publish import prepare_folder, publish, published_names, remove

if TYPE_CHECKING:
    from collections.abc import Mapping

FOLDER = ".casedoc/cache"
"""Where the entries lie, below the workspace."""
LARGEST_ENTRY = 16 * 1024 * 1024
"""Bytes; a larger entry is neither written nor read."""
MOST_ENTRIES = 8
"""Entries of one kind that are kept."""
_IGNORED = ".gitignore"


def cache_folder(root: Path) -> Path | None:
    """Return the folder of the entries, made where it is not there; none where it can't be used.

    Args:
        root: The workspace's folder.
    """
    place = resolve_inside(root, FOLDER)
    # Where a link leads elsewhere, what lies there is not the cache's to tidy.
    if isinstance(place, ReadFailure) or Path(place) != root.resolve() / FOLDER:
        return None
    folder = Path(place)
    if prepare_folder(folder) is not None:
        return None
    if _IGNORED not in published_names(folder):
        publish(folder, _IGNORED, b"*\n", durable=False)
    return folder


def read_entry(root: Path, kind: str, name: str) -> object:
    """Return an entry's data, or none where there is none that can be read.

    Args:
        root: The workspace's folder.
        kind: What the entry is about; a lower-case word.
        name: Its name among those of its kind; a digest in hexadecimal.
    """
    content = DiskWorld(root).read(f"{FOLDER}/{kind}-{name}.json", LARGEST_ENTRY)
    if isinstance(content, ReadFailure):
        return None
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


def write_entry(root: Path, kind: str, name: str, data: object) -> None:
    """Write an entry in one step, and remove the oldest of its kind where there are too many.

    What can't be written is not remembered, and nobody is told: the next run is slower, not worse.
    """
    write_entries(root, kind, {name: data}, MOST_ENTRIES)


def write_entries(root: Path, kind: str, entries: Mapping[str, object], most: int) -> None:
    """Write entries of one kind, each as `write_entry` does.

    Args:
        root: The workspace's folder.
        kind: What the entries are about.
        entries: Their data by name.
        most: Entries of this kind that are kept.
    """
    # The standard's escapes keep file names that are no text.
    contents = {
        name: json.dumps(data, separators=(",", ":")).encode("ascii")
        for name, data in entries.items()
    }
    fitting = {name: one for name, one in contents.items() if len(one) <= LARGEST_ENTRY}
    folder = cache_folder(root) if fitting else None
    if folder is None:
        return
    for name, content in fitting.items():
        if publish(folder, f"{kind}-{name}.json", content, durable=False) is not None:
            return
    own = re.compile(rf"{kind}-[0-9a-f]+\.json")
    kept = [one for one in published_names(folder) if own.fullmatch(one)]
    for old in kept[most:]:
        remove(folder, old)
