"""Options of `build` that say what is made, and what kind of file each document becomes."""

from __future__ import annotations

import os
from enum import Enum
from typing import Annotated

import typer

from casedoc.build.edition import LEAST_DPI, MOST_DPI, Imposition
from casedoc.build.kinds import DocumentKind, Format
from casedoc.cli import options
from casedoc.pdf.standards import Standard


class Executor(Enum):
    """Who prints."""

    LOCAL = "local"
    DASK = "dask"


class ProofLevel(Enum):
    """How finished PDFs are judged."""

    QUICK = "quick"
    FULL = "full"


Kind = Annotated[
    list[DocumentKind] | None,
    typer.Option(
        envvar="CASEDOC_KIND",
        help="What to make; repeatable. Default: one-pager, booklet and cv; of named case"
        " studies: one-pager.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
Form = Annotated[
    list[Format] | None,
    typer.Option(
        "--format",
        envvar="CASEDOC_FORMAT",
        help="In which form; repeatable.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
Dpi = Annotated[
    int,
    typer.Option(
        "--dpi",
        min=LEAST_DPI,
        max=MOST_DPI,
        envvar="CASEDOC_DPI",
        help="Dots per inch of pages as pictures (`--format png`).",
        rich_help_panel=options.DOCUMENTS,
    ),
]
MadeFor = Annotated[
    Standard,
    typer.Option(
        "--standard",
        envvar="CASEDOC_STANDARD",
        help="What PDFs are made for: to be kept and read by everyone (PDF/A, PDF/UA), for a"
        " press (PDF/X-4), or neither.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
Impose = Annotated[
    Imposition | None,
    typer.Option(
        "--impose",
        envvar="CASEDOC_IMPOSE",
        help="Put the pages of the booklet on sheets that are folded and stapled.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
AttachSource = Annotated[
    bool,
    typer.Option(
        "--attach-source",
        envvar="CASEDOC_ATTACH_SOURCE",
        help="Put the Markdown, and the data as JSON Resume, into the PDF.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
Proof = Annotated[
    ProofLevel | None,
    typer.Option(
        "--proof",
        envvar="CASEDOC_PROOF",
        help="How finished PDFs are judged; `full` asks a validator and another reader, too."
        " Default: `quick`, in CI `full`.",
        rich_help_panel=options.DOCUMENTS,
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force",
        help="Make everything anew, whether anything was changed or not.",
        rich_help_panel=options.RUNNING,
    ),
]
Executors = Annotated[
    Executor,
    typer.Option(
        "--executor",
        envvar="CASEDOC_EXECUTOR",
        help="Who prints: processes of this machine, or the workers of a Dask cluster.",
        rich_help_panel=options.RUNNING,
    ),
]
Scheduler = Annotated[
    str | None,
    typer.Option(
        envvar="CASEDOC_SCHEDULER",
        metavar="ADDRESS",
        help="Where the scheduler of the cluster listens, such as `tcp://10.0.0.1:8786`.",
        rich_help_panel=options.RUNNING,
    ),
]
Timings = Annotated[
    bool,
    typer.Option("--timings", help="Tell where the time went.", rich_help_panel=options.TELLING),
]
Timeout = Annotated[
    float | None,
    typer.Option(
        min=0.1,
        envvar="CASEDOC_TIMEOUT",
        metavar="SECONDS",
        help="How long one document may take.",
        rich_help_panel=options.RUNNING,
    ),
]
CheckReproducible = Annotated[
    bool,
    typer.Option(
        "--check-reproducible",
        envvar="CASEDOC_CHECK_REPRODUCIBLE",
        help="Build twice, and tell what comes out otherwise.",
        rich_help_panel=options.DOCUMENTS,
    ),
]


def is_full(level: ProofLevel | None) -> bool | None:
    """Tell whether all checks are made; none: where they can be, as in CI."""
    if level is not None:
        return level is ProofLevel.FULL
    return None if os.environ.get("CI") else False
