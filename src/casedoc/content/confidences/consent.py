"""What a client has agreed to: by consent its name may be printed until a day.

The clock is looked at here alone, and all it can do is refuse.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.content.confidences.declaration import client_pair, texts_of
from casedoc.locale.date_reading import read_date
from casedoc.source.values import Mapping

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.base.world import World
    from casedoc.locale.dates import PartialDate

SCOPES: Final = ("name", "logo", "contact")
"""What can be agreed to: naming the client, showing its pictures, naming its people."""
NOTICE: Final = datetime.timedelta(days=60)
"""How long before its end a consent is spoken of."""


@dataclass(frozen=True, slots=True)
class Consent:
    """What a client has agreed to."""

    scope: frozenset[str]
    """Some of `SCOPES`."""
    until: PartialDate | None
    """The last day; none without an end."""
    is_readable: bool
    """Whether its end can be read; one that can't allows nothing."""
    span: Span
    """Where its end stands, or itself."""

    def allows(self, what: str) -> bool:
        """Tell whether something was agreed to, whatever the day."""
        return self.is_readable and what in self.scope


def consent_of(fields: Mapping) -> Consent | None:
    """Return what the client of a file has agreed to; none where nothing is said."""
    client = client_pair(fields)
    if client is None or not isinstance(client.value, Mapping):
        return None
    pair = client.value.find("consent")
    if pair is None or not isinstance(pair.value, Mapping):
        return None
    scope = {
        word.strip().lower()
        for text in texts_of(pair.value.find("scope"))
        for word in text.split(",")
    }
    end = pair.value.find("until")
    written = texts_of(end)
    read = read_date(written[0]).date if written else None
    span = end.value.span if end is not None else pair.key_span
    return Consent(frozenset(scope), read, end is None or read is not None, span)


def judge_consent(consent: Consent, world: World) -> Diagnostic | None:
    """Return an error where a consent has ended, a warning where it is about to.

    Args:
        consent: The consent.
        world: The door to the clock; it is not asked where a consent has no end.
    """
    if consent.until is None or not consent.scope:
        return None
    last, today = _last_day(consent.until), world.today()
    if today > last:
        message = f"the client's consent ended on {last.isoformat()}"
        hint = "ask for it anew, or take `consent` out: then the alias is printed"
        return Diagnostic(Code.CONSENT_ENDED, message, consent.span, hint)
    if today > last - NOTICE:
        message = f"the client's consent ends on {last.isoformat()}"
        hint = "ask for it anew in time: documents are not made from the day after"
        return Diagnostic(Code.CONSENT_ENDING, message, consent.span, hint)
    return None


def _last_day(date: PartialDate) -> datetime.date:
    """Return the last day of what may be a month or a year."""
    if date.day is not None and date.month is not None:
        return datetime.date(date.year, date.month, date.day)
    year, month = (date.year, date.month + 1) if date.month else (date.year + 1, 1)
    if month > 12:  # noqa: PLR2004 - months of a year
        year, month = year + 1, 1
    if year > datetime.MAXYEAR:
        return datetime.date.max
    return datetime.date(year, month, 1) - datetime.timedelta(days=1)
