"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from casedoc.cli.output import OutputFormat

Strict = Annotated[
    bool,
    typer.Option("--strict", envvar="CASEDOC_STRICT", help="Exit with 3 where there are warnings."),
]
Form = Annotated[
    OutputFormat,
    typer.Option(
        "--output-format", envvar="CASEDOC_OUTPUT_FORMAT", help="How results are written."
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Only tell errors.")]
Verbose = Annotated[int, typer.Option("--verbose", "-v", count=True, help="Tell more.")]
Fallback = Annotated[
    bool,
    typer.Option(
        "--fallback",
        envvar="CASEDOC_FALLBACK",
        help="Where a translation is missing, print the original, labelled as such.",
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option("--jobs", "-j", min=1, envvar="CASEDOC_JOBS", help="Documents made at once."),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FOLDER", help="Where to publish. Default: `output`."),
]
