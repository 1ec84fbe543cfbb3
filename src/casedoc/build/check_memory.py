"""A check that found all as it was need not be made again.

*Why* apart from `casedoc.build.check`: it imports nothing that reads content, so that a check of
unchanged content takes a fraction of a second, however much there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root, program_digest
from casedoc.base.recording import ask_again, digest_of
from casedoc.build.cache import read_entry, write_entry
from casedoc.build.check_record import report_data, report_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from casedoc.base.recording import Reading
    from casedoc.build.check_report import CheckReport

_KIND = "check"


@dataclass(frozen=True, slots=True)
class Memory:
    """What the last check in a folder found, and what was changed since."""

    report: CheckReport
    """What it found."""
    changed: tuple[Reading, ...]
    """What would be read otherwise now: contents of files, files that are not there, listings of
    folders, the day it is. Where this is empty, a check would find the same."""


def recall(start: Path, environment: Mapping[str, str]) -> Memory | None:
    """Return what the last check found, if the same program made it of the same workspace.

    Args:
        start: The folder the command is called in.
        environment: Environment variables.
    """
    program = ""
    for root in (start, *start.parents):
        data = read_entry(root, _KIND, _name(root, start))
        if not isinstance(data, dict):
            continue
        program = program or program_digest()
        report = report_of(data, root) if data.get("program") == program else None
        if report is not None and report.origin.holds(start, root, environment):
            now = ask_again(report.readings, DiskWorld(root, builtin_root()))
            before = frozenset(report.readings)
            return Memory(report, tuple(one for one in now if one not in before))
    return None


def remember(report: CheckReport, start: Path) -> None:
    """Keep a report for the next check that begins in the same folder; none without content.

    *Why* not without content: a check in any folder at all would leave a folder of ours in it.
    """
    if report.files:
        data = {"program": program_digest(), **report_data(report)}
        write_entry(report.root, _KIND, _name(report.root, start), data)


def _name(root: Path, start: Path) -> str:
    """Return the entry's name: one for each folder of a workspace in which checks begin."""
    steps = PurePath(start).relative_to(root).as_posix()
    return digest_of(steps.encode("utf-8", "surrogateescape"))[:16]
