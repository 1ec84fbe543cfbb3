"""A decimal separator of another language."""

import re
from collections.abc import Iterator
from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.pattern import AFTER_UNIT, BEFORE_NUMBER, GAP
from casedoc.locale.units import CURRENCY_SIGNS, NUMERALS, SYMBOLS, WORDS, alternatives

_UNITS: Final = alternatives(SYMBOLS, NUMERALS, CURRENCY_SIGNS, ("%",))
_SHAPE: Final = (
    r"{before}(?P<number>[0-9]+{separator}(?:[0-9]{{1,2}}|[0-9]{{4,}}))"
    r"{gap}?(?:{units}|{words}){after}"
)
_FOREIGN: Final = {
    language: re.compile(
        _SHAPE.format(
            before=BEFORE_NUMBER,
            separator=separator,
            gap=GAP,
            units=_UNITS,
            words=WORDS[language],
            after=AFTER_UNIT,
        )
    )
    for language, separator in (("de", r"\."), ("en", ","))
}


def find_foreign_decimals(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find `1.5 Millionen` in German and `1,5 million` in English: only before a unit.

    *Why* only there: all three points between digits in German texts of the corpus were versions
    or chapters. *Source:* CLDR 47, decimal separators.
    """
    pattern = _FOREIGN.get(spec.language)
    if pattern is None or spec.cldr == "de_CH":
        return
    swapped = str.maketrans(".,", ",.")
    for match in pattern.finditer(text):
        better = match["number"].translate(swapped)
        yield Finding(FindingCode.FOREIGN_DECIMAL, *match.span("number"), better)
