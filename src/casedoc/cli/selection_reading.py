"""What the options mean by which case studies are selected.

*Why* apart: whoever only asks whether anything was changed need not understand the options.
"""

from __future__ import annotations

import typer

from casedoc.build.selection import Selection
from casedoc.locale.date_reading import read_date
from casedoc.locale.dates import PartialDate


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
