"""`casedoc doctor`."""

from __future__ import annotations

import os
from pathlib import Path

from rich.text import Text

from casedoc.build.doctor import Finding, State, examine
from casedoc.build.workspace import open_workspace
from casedoc.cli import options
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter, visible

_COLOURS = {State.FINE: "green", State.WORSE: "yellow", State.LACKING: "red"}
_WIDTH = max(map(len, State))


@guarded
def doctor_command(output_format: options.Form = OutputFormat.TEXT) -> ExitCode:
    """Say what this machine lacks, and the command that mends it.

    Exit code 4 means that a build would fail; what is `worse` makes it slower, or does less.
    """
    reporter = Reporter(output_format)
    opened = open_workspace(Path.cwd(), os.environ)
    reporter.diagnostics(opened.diagnostics, None)
    found = []
    for one in examine(opened.value):
        found.append(one)
        if output_format is not OutputFormat.JSON:
            reporter.results.print(_said(one))
    checks = [
        {"name": one.name, "state": one.state.value, "told": one.told, "mend": one.mend or None}
        for one in found
    ]
    reporter.data(opened.diagnostics, checks=checks)
    if any(one.state is State.LACKING for one in found):
        return ExitCode.ENVIRONMENT
    return exit_code(opened.diagnostics, strict=False)


def _said(finding: Finding) -> Text:
    text = Text()
    text.append(f"{finding.state.value:{_WIDTH}}", style=f"bold {_COLOURS[finding.state]}")
    text.append(f"  {finding.name}: {visible(finding.told)}")
    if finding.mend:
        text.append(f"\n{'':{_WIDTH}}  mend", style="bold cyan")
        text.append(f": {visible(finding.mend)}")
    return text
