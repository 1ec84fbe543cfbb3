"""`casedoc schema`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.build.publish import prepare_folder, publish
from casedoc.cli.exit_codes import ExitCode, exit_code
from casedoc.cli.guard import guarded
from casedoc.cli.output import OutputFormat, Reporter
from casedoc.content.json_schema import SchemaName, schema_file, schema_text


@guarded
def schema_command(
    name: Annotated[
        SchemaName | None,
        typer.Argument(
            metavar="NAME",
            help="`front-matter`, `profile` or `settings`. Default: the first; with `-o` all.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FOLDER",
            help="Write `casedoc-NAME.schema.json` there, instead of printing it.",
        ),
    ] = None,
) -> ExitCode:
    """Print the JSON Schema of front matter, profile or settings, for completion in editors.

    For example: `casedoc schema profile`, or all three as files: `casedoc schema -o schemas`.
    """
    reporter = Reporter(OutputFormat.TEXT)
    if output is None:
        reporter.results.out(schema_text(name or SchemaName.FRONT_MATTER), highlight=False, end="")
        return ExitCode.FINE
    found = [prepare_folder(output)]
    for one in [name] if name else SchemaName:
        if not any(found):
            file = schema_file(one)
            found.append(publish(output, file, schema_text(one).encode()))
            if not any(found):
                reporter.line(str(output / file))
    failed = [one for one in found if one is not None]
    reporter.diagnostics(failed, None)
    return exit_code(failed, strict=False)
