"""The order of the rules, and why it matters.

Spaces and ellipses come first, so that the others meet one kind of each. Ranges come before dashes,
minus, factors and units, since a hyphen between digits is none of these, and `3-4.5x` is one
factor with two ends. Units come after factors, whose product sign stands between numbers
(`30 x 60 m`). Quotes pair before apostrophes, so that what is left over is one. The rules meet
each other's results without changing them, so that a second pass changes nothing.
"""

from typing import Final

from casedoc.locale.typography.edit import Rule
from casedoc.locale.typography.rules.abbreviations import set_abbreviations
from casedoc.locale.typography.rules.apostrophes import set_apostrophes
from casedoc.locale.typography.rules.currency import set_currency
from casedoc.locale.typography.rules.dashes import set_dashes
from casedoc.locale.typography.rules.days import set_days
from casedoc.locale.typography.rules.ellipses import set_ellipses
from casedoc.locale.typography.rules.factors import set_factors
from casedoc.locale.typography.rules.minus import set_minus
from casedoc.locale.typography.rules.nouns import bind_long_nouns
from casedoc.locale.typography.rules.numbered import set_numbered
from casedoc.locale.typography.rules.percent import set_percent
from casedoc.locale.typography.rules.quotes import set_quotes
from casedoc.locale.typography.rules.ranges import set_ranges
from casedoc.locale.typography.rules.spaces import set_spaces
from casedoc.locale.typography.rules.units import set_units

RULES: Final[tuple[Rule, ...]] = (
    set_spaces,
    set_ellipses,
    set_abbreviations,
    set_numbered,
    set_ranges,
    set_dashes,
    set_minus,
    set_factors,
    set_percent,
    set_units,
    set_currency,
    set_days,
    bind_long_nouns,
    set_quotes,
    set_apostrophes,
)
"""All rules that change text, in the order they are applied."""

CORRECTIONS: Final[tuple[Rule, ...]] = tuple(rule for rule in RULES if rule is not bind_long_nouns)
"""Those that correct what was typed; the others only say where lines may break on this paper."""
