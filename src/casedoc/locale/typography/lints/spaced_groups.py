"""Groups of digits between plain spaces come apart."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.numbers import group_symbol
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER

_GROUPS: Final = re.compile(
    rf"(?<![0-9] ){BEFORE_NUMBER}[1-9][0-9]{{0,2}}(?: [0-9]{{3}}){{2,}}(?![\w\-]| [0-9])"
)


def find_spaced_groups(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `1 000 000`, in which a line may break.

    *Why* it is not joined: digits that stand side by side may be several numbers.

    *Source:* DIN 5008 has the gap, but a no-break one; CLDR 47 the separator suggested.
    """
    group = group_symbol(spec.cldr)
    if group.isspace():
        return
    for match in _GROUPS.finditer(text):
        yield Finding(FindingCode.SPACED_GROUPS, *match.span(), match[0].replace(" ", group))
