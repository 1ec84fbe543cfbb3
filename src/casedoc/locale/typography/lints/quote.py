"""A straight quote that was left over."""

from collections.abc import Iterator

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding, FindingCode
from casedoc.locale.typography.rules.apostrophes import set_apostrophes
from casedoc.locale.typography.rules.quotes import unpaired_quotes


def find_unpaired_quotes(text: str, spec: LocaleSpec) -> Iterator[Finding]:
    """Find straight quotes that are neither marks of a pair nor apostrophes: `'90s`, `6'2"`.

    *Source:* Chicago 6.117 (leading apostrophes) and 10.66 (primes).
    """
    apostrophes = {edit.start for edit in set_apostrophes(text, spec)}
    for place in unpaired_quotes(text, spec):
        if place not in apostrophes:
            yield Finding(FindingCode.UNPAIRED_QUOTE, place, place + 1)
