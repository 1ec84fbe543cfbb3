"""After a word that begins a range, a word ends it."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import NUMBER

_DASH: Final = r"[-\u2013]"
_FROM: Final = {
    "de": re.compile(
        rf"(?<!\w)(?P<from>von|zwischen) (?P<first>{NUMBER}){_DASH}(?P<second>{NUMBER})(?![\w-])"
        r"(?![^.;:!?]{0,24}? (?:auf|zu|bis) )",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"(?<!\w)(?P<from>from|between) (?P<first>{NUMBER}){_DASH}(?P<second>{NUMBER})(?![\w-])"
        r"(?![^.;:!?]{0,24}? to )",
        re.IGNORECASE,
    ),
}
_TO: Final = {"von": "bis", "zwischen": "und", "from": "to", "between": "and"}


def find_ranges_after_from(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `von 10-20 Minuten`; not `von 2-4 Stunden auf 20 Minuten`, which is a change.

    *Source:* Duden, Bis-Strich; Microsoft Style Guide, en dashes.
    """
    pattern = _FROM.get(spec.language)
    for match in pattern.finditer(text) if pattern else ():
        to = _TO[match["from"].lower()]
        better = f"{match['from']} {match['first']} {to} {match['second']}"
        yield Finding(FindingCode.RANGE_AFTER_FROM, *match.span(), better)
