"""A closed-up m after a number has three meanings."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER, NUMBER

_METRE: Final = re.compile(rf"(?<![\u20ac$\u00a3\u00a5]){BEFORE_NUMBER}{NUMBER}m(?![\w\-])")


def find_ambiguous_metres(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `10m`, which may mean metres, minutes or millions; `€10m` can only be millions.

    *Source:* SI Brochure (BIPM), 5.4.3: the metre would have a space before it.
    """
    del spec
    for match in _METRE.finditer(text):
        yield Finding(FindingCode.AMBIGUOUS_METRE, *match.span())
