"""The sign of a negative quantity is a minus, not a hyphen."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from casedoc.locale.characters import MINUS
from casedoc.locale.conventions import Conventions
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.edit import Edit
from casedoc.locale.typography.pattern import AFTER_UNIT, GAP, NUMBER, replaced
from casedoc.locale.units import CURRENCY_SIGNS, SYMBOLS, alternatives

_BEFORE: Final = r"(?:^|(?<=[\s|(\"'\u201e\u201c\u201a\u2018\u00ab\u2039]))"


@lru_cache
def _sign(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a leading hyphen before a quantity of a language."""
    money = alternatives(CURRENCY_SIGNS)
    unit = rf"(?:%|\u00b0|{money}|{alternatives(SYMBOLS)}|{alternatives(conventions.quantities)})"
    return re.compile(rf"{_BEFORE}-(?=(?:{money}){NUMBER}|{NUMBER}{GAP}?{unit}{AFTER_UNIT})")


def set_minus(text: str, spec: LocaleSpec) -> Iterator[Edit]:
    """Set a hyphen as U+2212 at the start of a number with a unit, after space or bracket.

    *Source:* DIN 5008; vector N008 (every leading sign before digits and `%` was a minus).
    """
    return replaced(_sign(spec.conventions), text, MINUS)
