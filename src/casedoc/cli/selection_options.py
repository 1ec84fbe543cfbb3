"""Options by which case studies are selected."""

from __future__ import annotations

from typing import Annotated

import typer

from casedoc.build.selection import Selection
from casedoc.locale.date_reading import read_date
from casedoc.locale.dates import PartialDate

_SELECTION = "Selection"

Slugs = Annotated[
    list[str] | None,
    typer.Argument(metavar="SLUG", help="Case studies by name; they alone count then."),
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


def selection_of(
    slugs: list[str] | None,
    featured: bool,
    category: list[str] | None,
    technology: list[str] | None,
    tag: list[str] | None,
    since: str | None,
    until: str | None,
    drafts: bool = False,
) -> Selection:
    """Return the selection that the options of a command describe."""
    return Selection(
        slugs=tuple(dict.fromkeys(slugs or ())),
        featured=featured,
        categories=tuple(category or ()),
        technologies=tuple(technology or ()),
        tags=tuple(tag or ()),
        since=date_of(since, "--since"),
        until=date_of(until, "--until"),
        drafts=drafts,
    )


def date_of(text: str | None, option: str) -> PartialDate | None:
    """Read an option's date; what is none ends the command."""
    if text is None:
        return None
    read = read_date(text)
    if read.date is None:
        message = f"`{text}` is no date; write `2023-08-15`, `2023-08` or `2023`"
        raise typer.BadParameter(message, param_hint=option)
    return read.date
