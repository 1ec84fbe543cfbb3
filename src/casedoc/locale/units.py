"""Signs of units and currencies, as they follow a number in every language."""

import re
from typing import Final

from casedoc.locale.characters import TIMES

SYMBOLS: Final = (
    # information
    *("kB", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB"),
    *("kB/s", "MB/s", "GB/s", "kbit/s", "Mbit/s", "Gbit/s", "kbps", "Mbps", "Gbps"),
    # time and frequency
    *("ms", "\u00b5s", "\u03bcs", "ns", "Hz", "kHz", "MHz", "GHz", "THz"),
    # length, area, volume, mass, speed
    *("km", "cm", "mm", "\u00b5m", "nm", "m\u00b2", "m\u00b3", "km\u00b2", "ha", "ml", "hl"),
    *("km/h", "m/s", "kg", "mg"),
    # energy, power, electricity, temperature, sound
    *("kW", "MW", "GW", "kWp", "MWp", "Wh", "kWh", "MWh", "GWh", "TWh", "kV", "mA", "mAh", "kVA"),
    *("\u00b0C", "\u00b0F", "dB", "kN", "kPa", "CO\u2082"),
)
"""Unit symbols that nothing else is written like: set apart from a number even where closed up.

*Source:* SI Brochure (BIPM), 5.4.3: a space stands between number and unit.
"""

SHORT_SYMBOLS: Final = ("s", "h", "d", "m", "g", "t", "l", "W", "V", "min", "sec", "PT", "Std.")
"""Symbols that are also something else (`429s`, `10m`): kept with a number only across a space."""

CURRENCY_SIGNS: Final = ("\u20ac", "$", "\u00a3", "\u00a5")
"""Currency signs, which English sets before the number and German after it."""

CURRENCY_CODES: Final = ("EUR", "USD", "GBP", "CHF")
"""ISO 4217 codes, which stand before or after the number."""

MAGNITUDES: Final = ("K", "k", "M", "B", "bn", "Mn", "mn")
"""Letters closed up to a number that multiply it, as English has them."""

FACTOR_SIGNS: Final = ("x", TIMES)
"""What people write for "times" after a number."""


def alternatives(*groups: tuple[str, ...]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    words = sorted(
        (word for group in groups for word in group), key=lambda word: (-len(word), word)
    )
    return "|".join(re.escape(word) for word in words)
