"""Long numbers are easier to read in groups."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Final

from casedoc.locale.conventions import Conventions
from casedoc.locale.numbers import format_number
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import BEFORE_NUMBER, LETTER

_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")


@lru_cache
def _ungrouped(conventions: Conventions) -> re.Pattern[str]:
    """Return the pattern of a long number before a word that it may count in a language."""
    more = conventions.grouped_from - 1
    word = rf"(?=[A-Z\u00c4\u00d6\u00dc]){LETTER}{{2}}"
    if not conventions.nouns_have_capitals:
        word = rf"{LETTER}{{2}}"
    named = "".join(rf"(?<!{re.escape(word)} )" for word in conventions.numbered)
    return re.compile(rf"{named}{BEFORE_NUMBER}[1-9][0-9]{{{more},8}}(?= {word})")


def find_ungrouped_numbers(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `8000 Mitarbeitende` in German, and five digits and more before a word in English.

    Years are none, and are never grouped. *Source:* DIN 5008 (four digits may stay together);
    Chicago 9.54.
    """
    for match in _ungrouped(spec.conventions).finditer(text):
        if not _YEAR.fullmatch(match[0]):
            better = format_number(Decimal(match[0]), spec)
            yield Finding(FindingCode.UNGROUPED_NUMBER, *match.span(), better)
