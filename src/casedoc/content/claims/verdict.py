"""What a change amounts to, and whether a percentage says so."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from typing import TYPE_CHECKING, Final

from casedoc.locale.running_units import Measure

if TYPE_CHECKING:
    from casedoc.content.claims.change import Claim, Value

ABOUT: Final = Decimal(10)
"""Points by which a round percentage may be off."""
ROUNDED: Final = Decimal(5)
"""Points that rounded values may make up, at most."""
_HUNDRED: Final = Decimal(100)


class Verdict(Enum):
    """What is to be said of a claim."""

    FITS = "fits"
    """It is right, or may be."""
    WRONG = "wrong"
    """The percentage is another."""
    POINTS = "points"
    """The percentage is a difference of two percentages."""


@dataclass(frozen=True, slots=True)
class Interval:
    """What something amounts to, in percent, from its least to its most."""

    least: Decimal
    most: Decimal

    def holds(self, percent: Decimal, tolerance: Decimal) -> bool:
        """Tell whether a percentage is in it or close by."""
        return self.least - tolerance <= percent <= self.most + tolerance


def judge(claim: Claim) -> Verdict:
    """Judge a percentage by its change.

    It fits where it is near the relative change, in either direction, or the ratio of both values,
    or one of the values itself.
    """
    before, after = claim.before, claim.after
    if min(before.least, after.least) <= 0:
        return Verdict.FITS
    written = claim.percent.least
    step = claim.percent.quantity.step
    is_round = any(value.is_round for value in (claim.percent, before, after))
    about = ABOUT if is_round else Decimal(0)
    change, *others = _amounts(claim)
    if change.holds(written, step + about + min(ROUNDED, _rounding(claim))):
        return Verdict.FITS
    if any(one.holds(written, step + about / 2) for one in others):
        return Verdict.FITS
    if Measure.PERCENT in {before.measure, after.measure}:
        if any(value.least <= written <= value.most for value in (before, after)):
            return Verdict.FITS
        if written == abs(after.least - before.least) == abs(after.most - before.most):
            return Verdict.POINTS
    return Verdict.WRONG


def drop_or_rise(claim: Claim) -> tuple[str, Interval]:
    """Return whether a change is a drop or a rise, and of how many percent."""
    change = _amounts(claim)[0]
    is_drop = claim.after.most <= claim.before.most
    return ("drop" if is_drop else "rise"), change


def _amounts(claim: Claim) -> tuple[Interval, ...]:
    """Return the relative change, that against the second value, and both ratios."""
    pairs = [
        (one, other)
        for one in (claim.before.least, claim.before.most)
        for other in (claim.after.least, claim.after.most)
    ]
    return (
        _interval([abs(one - other) / one for one, other in pairs]),
        _interval([abs(one - other) / other for one, other in pairs]),
        _interval([other / one for one, other in pairs]),
        _interval([one / other for one, other in pairs]),
    )


def _interval(shares: list[Decimal]) -> Interval:
    return Interval(min(shares) * _HUNDRED, max(shares) * _HUNDRED)


def _rounding(claim: Claim) -> Decimal:
    """Return how many points the change may be off because both values are rounded.

    What is counted is taken to be exact; what is measured may be off by half of its last digit.
    """
    relative = sum(
        (_half_step(value) / value.least for value in (claim.before, claim.after)), Decimal(0)
    )
    ratio = claim.after.most / claim.before.least
    return relative * ratio * _HUNDRED


def _half_step(value: Value) -> Decimal:
    if value.measure is Measure.PLAIN:
        return Decimal(0)
    return value.quantity.step * (value.quantity.seconds or 1) / 2


def percent_text(interval: Interval, written: Decimal) -> str:
    """Return an interval as a message says it, as exactly as the percentage is written."""
    exponent = written.as_tuple().exponent
    digits = Decimal(1).scaleb(exponent if isinstance(exponent, int) and exponent < 0 else 0)
    least, most = (one.quantize(digits, ROUND_HALF_UP) for one in (interval.least, interval.most))
    return f"{least} %" if least == most else f"{least} to {most} %"
