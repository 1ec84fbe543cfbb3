"""The long dash is English; other languages set the short one, with spaces."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import EM_DASH, EN_DASH
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode

_EM_DASH: Final = re.compile(rf"(?<=\S)\s?{EM_DASH}\s?(?=\S)")


def find_em_dashes(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find the long dash between words where the language has the short one, as in German.

    *Source:* Duden, Gedankenstrich; the long one is English (Chicago 6.85).
    """
    if not spec.conventions.em_dash_is_foreign:
        return
    for match in _EM_DASH.finditer(text):
        yield Finding(FindingCode.EM_DASH, *match.span(), f" {EN_DASH} ")
