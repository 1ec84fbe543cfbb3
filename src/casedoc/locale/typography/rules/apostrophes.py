"""A straight quote inside or at the end of a word is an apostrophe."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import APOSTROPHE
from casedoc.locale.numbers import group_symbol
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import LETTER, replaced

_APOSTROPHE: Final = re.compile(
    rf"(?<={LETTER})'(?!\w*\")(?=\W|$|{LETTER})|(?<=\s)'(?=n['\u2019]\s)"
)
_OR_GROUPS: Final = re.compile(rf"{_APOSTROPHE.pattern}|(?<=[0-9])'(?=[0-9]{{3}}(?![0-9]))")


def set_apostrophes(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set U+2019 between letters (`wasn't`) and after a word (`users'`), in both languages.

    It comes after the quotes, so that what closes a quotation is one no more. Where it separates
    groups of digits, as in Switzerland, it is set between those, too (`10'000`).

    *Source:* Duden, Apostroph; Chicago 6.117; all 69 cases of the corpus. CLDR 47 for groups.
    """
    groups = group_symbol(spec.cldr) == APOSTROPHE
    return replaced(_OR_GROUPS if groups else _APOSTROPHE, text, APOSTROPHE)
