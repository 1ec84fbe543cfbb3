"""What a check found, and what it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.recording import Reading
    from casedoc.build.bearing import Bearing
    from casedoc.build.origin import Origin


@dataclass(frozen=True, slots=True)
class CheckReport:
    """All that is wrong with a workspace."""

    root: Path
    """The workspace's folder."""
    files: tuple[Bearing, ...]
    """All files that are case studies or should be, by path, with what others are judged by."""
    diagnostics: tuple[Diagnostic, ...]
    """All that was noticed, by place."""
    origin: Origin
    """How the workspace was found."""
    readings: tuple[Reading, ...]
    """All that was read in it."""
