"""An ellipsis has three dots."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import ELLIPSIS
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode

_DOTS: Final = re.compile(r"\.{4,}|\u2026\.+|\.+\u2026")


def find_dots(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find four dots and more, however typed.

    *Source:* Duden, Auslassungspunkte: the last of them is the full stop, too.
    """
    del spec
    for match in _DOTS.finditer(text):
        yield Finding(FindingCode.DOTS_AND_ELLIPSIS, *match.span(), ELLIPSIS)
