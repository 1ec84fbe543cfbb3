"""What casedoc has left in a workspace goes again: the cache, and the files it made."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casedoc.base.disk import resolve_inside
from casedoc.base.recording import digest_of
from casedoc.base.world import ReadFailure
from casedoc.build.build_report import MANIFEST, SUMS
from casedoc.build.cache import FOLDER
from casedoc.build.manifest import read_manifest
from casedoc.build.publish import published, published_names, remove

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic

_ENTRY: Final = re.compile(r"\.gitignore|.+\.(?:json|sealed|file)|\.casedoc-\d+-.*\.part")
_LOG: Final = re.compile(r"crash-\d+\.log")


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What went."""

    entries: int
    """Entries of the cache, and logs."""
    files: int
    """Files of the output."""
    diagnostics: tuple[Diagnostic, ...]
    """What is in the way of others."""


def clean(root: Path, output: Path | None) -> Cleaned:
    """Remove the cache of a workspace and the files that were made.

    Files of others stay: what the manifest does not list, and what is otherwise than it lists.

    Args:
        root: The workspace.
        output: The output folder; none where its files are to stay.
    """
    failures: list[Diagnostic] = []
    entries = 0
    for name, is_ours in ((FOLDER, _ENTRY), (FOLDER.split("/", maxsplit=1)[0], _LOG)):
        place = resolve_inside(root, name)
        # What a link leads to is not casedoc's to remove.
        if not isinstance(place, ReadFailure) and Path(place) == root.resolve() / name:
            ours = [one for one in published_names(Path(place)) if is_ours.fullmatch(one)]
            entries += _remove(Path(place), ours, failures)
    files = 0
    if output is not None:
        listed = read_manifest(output)
        ours = [name for name, entry in listed.items() if _is_as_made(output, name, entry)]
        files = _remove(output, ours, failures)
        _remove(output, [one for one in (MANIFEST, SUMS) if listed], failures)
    return Cleaned(entries, files, tuple(failures))


def _is_as_made(folder: Path, name: str, entry: dict[str, object]) -> bool:
    content = published(folder, name)
    return content is not None and digest_of(content) == entry["sha256"]


def _remove(folder: Path, names: list[str], failures: list[Diagnostic]) -> int:
    """Remove files, and the folder if nothing else is in it; return how many went."""
    found = [remove(folder, name) for name in names if (folder / name).exists()]
    failures += [one for one in found if one is not None]
    with suppress(OSError):
        folder.rmdir()
    return sum(one is None for one in found)
