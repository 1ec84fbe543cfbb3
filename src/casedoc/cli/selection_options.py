"""Options by which case studies are selected."""

from __future__ import annotations

from typing import Annotated

import typer

from casedoc.cli.completion import complete_slugs

_SELECTION = "Selection"

Slugs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="SLUG",
        help="Case studies by name; they alone count then.",
        autocompletion=complete_slugs,
    ),
]
Profile = Annotated[
    list[str] | None,
    typer.Option(
        envvar="CASEDOC_PROFILE",
        metavar="NAME",
        help="For the recipients of this profile; repeatable.",
        rich_help_panel=_SELECTION,
    ),
]
Drafts = Annotated[
    bool,
    typer.Option(
        "--drafts",
        envvar="CASEDOC_DRAFTS",
        help="Drafts, too; their pages carry a mark.",
        rich_help_panel=_SELECTION,
    ),
]
Featured = Annotated[
    bool, typer.Option("--featured", help="Only featured ones.", rich_help_panel=_SELECTION)
]
Category = Annotated[
    list[str] | None,
    typer.Option(help="Only this category; repeatable.", rich_help_panel=_SELECTION),
]
Technology = Annotated[
    list[str] | None,
    typer.Option(help="Only those that use this; repeatable.", rich_help_panel=_SELECTION),
]
Tag = Annotated[
    list[str] | None,
    typer.Option(help="Only those with this tag; repeatable.", rich_help_panel=_SELECTION),
]
Since = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="Only those that ended then or later.", rich_help_panel=_SELECTION
    ),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Only those that ended by then.", rich_help_panel=_SELECTION),
]
Lang = Annotated[
    list[str] | None,
    typer.Option(
        envvar="CASEDOC_LANG",
        metavar="TAG",
        help="Language, or `all`; repeatable. Default: the workspace's first.",
        rich_help_panel=_SELECTION,
    ),
]
AsOf = Annotated[
    str | None,
    typer.Option(
        envvar="CASEDOC_AS_OF",
        metavar="DATE",
        help="What today means. Default: SOURCE_DATE_EPOCH, else the newest date in the content.",
    ),
]
