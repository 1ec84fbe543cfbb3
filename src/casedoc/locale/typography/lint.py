"""What is doubtful in a text, told and not changed."""

from typing import Final

from casedoc.locale.spec import LocaleSpec
from casedoc.locale.typography.finding import Finding
from casedoc.locale.typography.lints import Lint
from casedoc.locale.typography.lints.ambiguous_metre import find_ambiguous_metres
from casedoc.locale.typography.lints.currency_first import find_currency_first
from casedoc.locale.typography.lints.dots import find_dots
from casedoc.locale.typography.lints.em_dash import find_em_dashes
from casedoc.locale.typography.lints.factor import find_factors
from casedoc.locale.typography.lints.foreign_decimal import find_foreign_decimals
from casedoc.locale.typography.lints.quote import find_unpaired_quotes
from casedoc.locale.typography.lints.range_after_from import find_ranges_after_from
from casedoc.locale.typography.lints.short_year_range import find_short_year_ranges
from casedoc.locale.typography.lints.spaced_groups import find_spaced_groups
from casedoc.locale.typography.lints.spaced_range import find_spaced_ranges
from casedoc.locale.typography.lints.ungrouped import find_ungrouped_numbers
from casedoc.locale.typography.protection import hide, protected_stretches

LINTS: Final[tuple[Lint, ...]] = (
    find_ambiguous_metres,
    find_currency_first,
    find_dots,
    find_em_dashes,
    find_factors,
    find_foreign_decimals,
    find_unpaired_quotes,
    find_ranges_after_from,
    find_short_year_ranges,
    find_spaced_groups,
    find_spaced_ranges,
    find_ungrouped_numbers,
)
"""All rules that only warn; their order does not matter."""


def lint(text: str, spec: LocaleSpec) -> tuple[Finding, ...]:
    """Return what is doubtful in a text as it was typed, in the order of places.

    Args:
        text: The text of a paragraph; characters that no rule may see (code) as U+FFFC.
        spec: The language it is written in.
    """
    visible = hide(text, protected_stretches(text))
    findings = [finding for find in LINTS for finding in find(visible, spec)]
    return tuple(sorted(findings, key=lambda finding: (finding.start, finding.end)))
