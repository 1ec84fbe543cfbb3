"""A build begins: one process gets ready to print, this one reads the content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.build.warm_process import started
from casedoc.cli.loading import load

if TYPE_CHECKING:
    from casedoc.build.build_report import BuildReport
    from casedoc.cli.asked import Asked
    from casedoc.cli.exit_codes import ExitCode
    from casedoc.cli.output import Reporter


def begun_build(asked: Asked, reporter: Reporter) -> BuildReport | ExitCode:
    """Build, with a process that is made ready to print while the content is read.

    Args:
        asked: What was asked for.
        reporter: Told where the settings can't be used.

    Returns:
        The report; or the exit code where the settings can't be used, which is said then.
    """
    warm = started()
    if warm is not None and not asked.is_of_few:
        warm.expect_documents()
    try:
        report: BuildReport | ExitCode = load("fresh_build", "fresh_build")(asked, reporter, warm)
    finally:
        if warm is not None:
            warm.close()
    return report
