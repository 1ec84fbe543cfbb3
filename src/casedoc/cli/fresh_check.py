"""A check from the beginning, for `casedoc.cli.check`: whatever reads content is imported here."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from casedoc.build.check import check
from casedoc.build.check_memory import remember
from casedoc.build.recheck import recheck
from casedoc.cli.exit_codes import ExitCode
from casedoc.cli.session import open_here

if TYPE_CHECKING:
    from casedoc.build.check_memory import Memory
    from casedoc.build.check_report import CheckReport
    from casedoc.cli.output import Reporter


def fresh_check(reporter: Reporter, memory: Memory | None) -> CheckReport | ExitCode:
    """Check the workspace around the current folder and keep the report for the next time.

    Args:
        reporter: Told where the settings can't be used.
        memory: What the last check found.

    Returns:
        The report; or the exit code where the settings can't be used, which is said then.
    """
    workspace = open_here(reporter)
    if isinstance(workspace, ExitCode):
        return workspace
    report = (recheck(workspace, memory) if memory else None) or check(workspace)
    remember(report, Path.cwd())
    return report
