"""After a word that begins a range, a word ends it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import NUMBER
from casedoc.locale.units import alternatives

_DASH: Final = r"[-\u2013]"


@lru_cache
def _from(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a range with a dash behind the word that begins one in a language.

    What goes on with the second word of a change is none.
    """
    first = alternatives(tuple(begin for begin, _end in conventions.ranges))
    second = alternatives(conventions.ends_of_change)
    return re.compile(
        rf"(?<!\w)(?P<from>{first}) (?P<first>{NUMBER}){_DASH}(?P<second>{NUMBER})(?![\w-])"
        rf"(?![^.;:!?]{{0,24}}? (?:{second}) )",
        re.IGNORECASE,
    )


def find_ranges_after_from(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `von 10-20 Minuten`; not `von 2-4 Stunden auf 20 Minuten`, which is a change.

    *Source:* Duden, Bis-Strich; Microsoft Style Guide, en dashes.
    """
    conventions = spec.conventions
    to_words = dict(conventions.ranges)
    for match in _from(conventions).finditer(text):
        to = to_words[match["from"].lower()]
        better = f"{match['from']} {match['first']} {to} {match['second']}"
        yield Finding(FindingCode.RANGE_AFTER_FROM, *match.span(), better)
