"""What finished PDFs were proven by is kept, so that they can be judged again by hand.

A file is found again by the identifier inside it, whatever it is called by then, and even where
something in it was changed since.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from casedoc.build.cache import read_entry, write_entries

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_KIND: Final = "proof"
_MOST: Final = 1000
_NAME: Final = re.compile(r"[0-9a-f]{8,64}")


def keep_expectations(root: Path, proven: Mapping[str, object]) -> None:
    """Keep what files were proven by; what can't be written is not kept.

    Args:
        root: The workspace's folder.
        proven: What they were proven by, as plain data, by the identifier of each in hexadecimal.
    """
    entries = {name: one for name, one in proven.items() if _NAME.fullmatch(name)}
    write_entries(root, _KIND, entries, _MOST)


def kept_expectation(root: Path, identifier: str) -> object:
    """Return what a file was proven by, as plain data; none where that is not known here.

    Args:
        root: The workspace's folder.
        identifier: The file's own, in hexadecimal.
    """
    if not _NAME.fullmatch(identifier):
        return None
    return read_entry(root, _KIND, identifier)
