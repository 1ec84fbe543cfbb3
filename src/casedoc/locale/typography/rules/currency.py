"""Amounts of money stay together, and German sets a gap before the sign."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import AFTER_UNIT, BEFORE_NUMBER, GAP, NUMBER, replaced
from casedoc.locale.units import CURRENCY_CODES, CURRENCY_SIGNS, alternatives

_SIGNS: Final = alternatives(CURRENCY_SIGNS)
_CODES: Final = alternatives(CURRENCY_CODES)
_CLOSED: Final = re.compile(rf"{BEFORE_NUMBER}{NUMBER}(?P<gap>)(?:{_SIGNS})(?![0-9]){AFTER_UNIT}")
_AFTER: Final = re.compile(
    rf"(?:(?<=[0-9])|(?<=Mio\.)|(?<=Mrd\.)|(?<=Tsd\.))(?P<gap>{GAP})"
    rf"(?:(?:{_SIGNS})(?![0-9])|{_CODES}){AFTER_UNIT}"
)
_BEFORE: Final = re.compile(rf"(?<![\w\u00a0])(?:{_SIGNS}|{_CODES})(?P<gap>{GAP})(?=[0-9])")


def set_currency(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a no-break space between an amount and its currency; `4500€` gets one in German.

    The sign stays where the author put it, before or after the number.

    *Source:* DIN 5008, Währungsangaben; CLDR 47.
    """
    patterns = (_CLOSED, _AFTER, _BEFORE) if spec.language == "de" else (_AFTER, _BEFORE)
    edits = chain.from_iterable(replaced(p, text, NO_BREAK_SPACE, "gap") for p in patterns)
    return iter(sorted(set(edits), key=lambda edit: edit.start))
