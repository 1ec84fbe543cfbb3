"""German sets the currency sign after the number."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import GAP, NUMBER
from casedoc.locale.units import CURRENCY_SIGNS, alternatives

_FIRST: Final = re.compile(
    rf"(?<!\w)(?P<sign>{alternatives(CURRENCY_SIGNS)}){GAP}?(?P<number>{NUMBER})(?P<rest>/\w+)?"
)


def find_currency_first(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find a currency sign before its number in German.

    *Source:* DIN 5008 allows both places, with a gap; CLDR 47 sets it after (de).
    """
    if spec.cldr != "de_DE":
        return
    for match in _FIRST.finditer(text):
        better = f"{match['number']} {match['sign']}{match['rest'] or ''}"
        yield Finding(FindingCode.CURRENCY_FIRST, *match.span(), better)
