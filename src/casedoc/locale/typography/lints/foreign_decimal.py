"""A decimal separator of another language."""

import re
from collections.abc import Iterator
from functools import lru_cache

from casedoc.locale.numbers import decimal_symbol
from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import AFTER_UNIT, BEFORE_NUMBER, GAP
from casedoc.locale.units import CURRENCY_SIGNS, SYMBOLS, alternatives


@lru_cache
def _foreign(spec: LocaleSpec) -> re.Pattern[str]:
    """Return the pattern of a decimal with the separator of another language before a unit."""
    conventions = spec.conventions
    separator = "," if decimal_symbol(spec.cldr) == "." else r"\."
    units = alternatives(
        SYMBOLS, conventions.numerals, conventions.quantities, CURRENCY_SIGNS, ("%",)
    )
    return re.compile(
        rf"{BEFORE_NUMBER}(?P<number>[0-9]+{separator}(?:[0-9]{{1,2}}|[0-9]{{4,}}))"
        rf"{GAP}?(?:{units}){AFTER_UNIT}"
    )


def find_foreign_decimals(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `1.5 Millionen` in German and `1,5 million` in English: only before a unit.

    *Why* only there: all three points between digits in German texts of the corpus were versions
    or chapters. *Source:* CLDR 47, decimal separators.
    """
    if decimal_symbol(spec.cldr) != decimal_symbol(spec.language):
        # In Switzerland both are seen.
        return
    swapped = str.maketrans(".,", ",.")
    for match in _foreign(spec).finditer(text):
        better = match["number"].translate(swapped)
        yield Finding(FindingCode.FOREIGN_DECIMAL, *match.span("number"), better)
