"""German sets the short dash, with spaces."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import EM_DASH, EN_DASH
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode

_EM_DASH: Final = re.compile(rf"(?<=\S)\s?{EM_DASH}\s?(?=\S)")


def find_em_dashes(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find the long dash between words in German.

    *Source:* Duden, Gedankenstrich; the long one is English (Chicago 6.85).
    """
    if spec.language != "de":
        return
    for match in _EM_DASH.finditer(text):
        yield Finding(FindingCode.EM_DASH, *match.span(), f" {EN_DASH} ")
