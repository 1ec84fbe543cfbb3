"""What came of a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.recording import Reading
    from casedoc.base.secret import Secret

MANIFEST: Final = "manifest.json"
"""Name of the file that tells what is in the output folder."""
SUMS: Final = "SHA256SUMS"
"""Name of the list of digests, as `sha256sum --check` reads it."""
Entry: TypeAlias = dict[str, Any]
"""What the manifest says of one file."""


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What came of it."""

    diagnostics: tuple[Diagnostic, ...]
    """All that was noticed, by place."""
    documents: tuple[Entry, ...]
    """What the manifest says of each file that was made."""
    folder: Path | None
    """Where they are; none where nothing was tried."""
    secrets: tuple[Secret, ...] = ()
    """Who must not be named where this is told to others."""
    kept: frozenset[str] = frozenset()
    """Names of the files that were as they are to be already."""
    root: Path | None = None
    """The workspace; none where there is none to be worked with."""
    readings: tuple[Reading, ...] = ()
    """All that was read."""
    timings: tuple[tuple[str, float], ...] = ()
    """Where the time went: what was done, and seconds."""
