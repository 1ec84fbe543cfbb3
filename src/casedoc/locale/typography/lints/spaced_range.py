"""A hyphen with spaces between two numbers is a range or a subtraction."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import EN_DASH
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER, GAP, NUMBER

_SPACED: Final = re.compile(
    rf"{BEFORE_NUMBER}(?P<first>{NUMBER}(?:{GAP}?[%\u20ac])?) - (?P<second>{NUMBER})(?![\w\-])"
)


def find_spaced_ranges(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `2 - 4`, and suggest the dash without spaces.

    *Source:* Duden, Bis-Strich; Microsoft Style Guide, en dashes.
    """
    del spec
    for match in _SPACED.finditer(text):
        better = f"{match['first']}{EN_DASH}{match['second']}"
        yield Finding(FindingCode.SPACED_RANGE, *match.span(), better)
