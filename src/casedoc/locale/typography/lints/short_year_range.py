"""Two years, or a year and a month."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import EN_DASH
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER

_YEARS: Final = re.compile(
    rf"{BEFORE_NUMBER}(?P<first>(?:19|20)(?P<short>[0-9]{{2}}))-(?P<second>[0-9]{{2}})(?![\w\-])"
)
_MONTHS: Final = 12


def find_short_year_ranges(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `2018-19`, whose second number is larger and no month.

    *Source:* Chicago 9.64 (two-digit second years); ISO 8601 for the other reading.
    """
    del spec
    for match in _YEARS.finditer(text):
        short, second = int(match["short"]), int(match["second"])
        if second > short and second > _MONTHS:
            better = f"{match['first']}{EN_DASH}{match['second']}"
            yield Finding(FindingCode.SHORT_YEAR_RANGE, *match.span(), better)
