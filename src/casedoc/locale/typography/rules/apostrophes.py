"""A straight quote inside or at the end of a word is an apostrophe."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.characters import APOSTROPHE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import LETTER, replaced

_APOSTROPHE: Final = re.compile(rf"(?<={LETTER})'(?!\w*\")(?=\W|$|{LETTER})")


def set_apostrophes(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set U+2019 between letters (`wasn't`) and after a word (`users'`), in both languages.

    It comes after the quotes, so that what closes a quotation is one no more.

    *Source:* Duden, Apostroph; Chicago 6.117; all 69 cases of the corpus.
    """
    del spec
    return replaced(_APOSTROPHE, text, APOSTROPHE)
