"""What typography would rather have the author change than change itself."""

from dataclasses import dataclass
from enum import Enum


class FindingCode(Enum):
    """What is doubtful in a text."""

    RANGE_AFTER_FROM = "range-after-from"
    """A dash after `von` or `from`, where the second word belongs: `von 10-20`."""
    SHORT_YEAR_RANGE = "short-year-range"
    """`2018-19`: two years, or a year and a month."""
    SPACED_RANGE = "spaced-range"
    """`2 - 4`: a range, or a subtraction."""
    FACTOR_WITH_COMPARATIVE = "factor-with-comparative"
    """`3x schneller`, which says four times as fast, and means three."""
    UNGROUPED_NUMBER = "ungrouped-number"
    """`8000 Mitarbeitende`: four digits and more without groups."""
    FOREIGN_DECIMAL = "foreign-decimal"
    """The decimal separator of another language: `1.5 Millionen` in German."""
    SPACED_GROUPS = "spaced-groups"
    """`1 000 000`, between whose groups a line may break."""
    CURRENCY_FIRST = "currency-first"
    """A currency sign before the number in German."""
    AMBIGUOUS_METRE = "ambiguous-metre"
    """`10m`: metres, minutes or millions."""
    UNPAIRED_QUOTE = "unpaired-quote"
    """A straight quote that opens or closes nothing: an apostrophe, a prime, or a slip."""
    DOTS_AND_ELLIPSIS = "dots-and-ellipsis"
    """Four dots: an ellipsis and one too many."""
    EM_DASH = "em-dash"
    """The long dash in German, which sets the short one with spaces."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One doubtful place of a text.

    Attributes:
        code: What is doubtful.
        start: The first character, counted from 0 in the text that was given.
        end: The character after the last.
        suggestion: What could stand there instead; empty where only the author knows.
    """

    code: FindingCode
    start: int
    end: int
    suggestion: str = ""
