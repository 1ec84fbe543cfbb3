"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.cli.output import OutputFormat

DOCUMENTS = "Documents"
RUNNING = "Running"
TELLING = "Telling"
"""The groups in which helps show options."""

Strict = Annotated[
    bool,
    typer.Option(
        "--strict",
        envvar="CASEDOC_STRICT",
        help="Exit with 3 where there are warnings.",
        rich_help_panel=TELLING,
    ),
]
Form = Annotated[
    OutputFormat,
    typer.Option(
        "--output-format",
        envvar="CASEDOC_OUTPUT_FORMAT",
        help="How results are written.",
        rich_help_panel=TELLING,
    ),
]
Quiet = Annotated[
    bool, typer.Option("--quiet", "-q", help="Only tell errors.", rich_help_panel=TELLING)
]
Verbose = Annotated[
    int, typer.Option("--verbose", "-v", count=True, help="Tell more.", rich_help_panel=TELLING)
]
Fallback = Annotated[
    bool,
    typer.Option(
        "--fallback",
        envvar="CASEDOC_FALLBACK",
        help="Where a translation is missing, print the original, labelled as such.",
        rich_help_panel=DOCUMENTS,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        min=1,
        envvar="CASEDOC_JOBS",
        help="Documents made at once.",
        rich_help_panel=RUNNING,
    ),
]
Watch = Annotated[
    bool,
    typer.Option(
        "--watch",
        "-w",
        help="Go on, and do it again after each change, until Ctrl-C.",
        rich_help_panel=RUNNING,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FOLDER",
        help="Where to publish. Default: `output`.",
        rich_help_panel=DOCUMENTS,
    ),
]
