"""Units and words for quantities, as they follow a number in German and English."""

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

NUMERALS: Final = ("Mio.", "Mrd.", "Tsd.", "Mill.", "Bio.", "Min.", "Sek.", "Tg.", "Mon.", "Wo.")
"""German abbreviations after a number, set apart from it by a no-break space."""

CURRENCY_SIGNS: Final = ("\u20ac", "$", "\u00a3", "\u00a5")
"""Currency signs, which English sets before the number and German after it."""

CURRENCY_CODES: Final = ("EUR", "USD", "GBP", "CHF")
"""ISO 4217 codes, which stand before or after the number."""

MAGNITUDES: Final = ("K", "k", "M", "B", "bn", "Mn", "mn")
"""Letters closed up to a number that multiply it, as English has them."""

WORDS: Final = {
    "de": (
        r"Prozent(?:punkten?)?|Mio\.?|Mrd\.?|Tsd\.?|Million(?:en)?|Milliarden?|Tausend"
        r"|Sekunden?|Minuten?|Stunden?|Tag(?:en?)?|Werktag(?:en?)?|Arbeitstag(?:en?)?"
        r"|Wochen?|Monat(?:en?)?|Quartal(?:en?)?|Jahr(?:en?)?"
        r"|Personentag(?:en?)?|Personenmonat(?:en?)?|Personenjahr(?:en?)?"
        r"|Millisekunden?|Euro|Dollar|Franken|Cent|Tonnen?|Meter|Kilometer|Grad|Punkten?|mal"
        r"|Std\.?|Min\.?|Sek\.?"
    ),
    "en": (
        r"percent(?:age points?)?|per cent|points?|thousand|million|billion|trillion|bn"
        r"|milliseconds?|seconds?|secs?|minutes?|mins?|hours?|hrs?|(?:business |working )?days?"
        r"|person-days?|weeks?|months?|quarters?|years?|euros?|dollars?|pounds?|francs?|cents?"
        r"|tons?|tonnes?|met(?:er|re)s?|kilomet(?:er|re)s?|miles?|feet|degrees|times"
    ),
}
"""Pattern of the words for quantities that are a part of a figure, by language."""

FACTOR_SUFFIXES: Final = {"de": r"-?(?:fach|mal)", "en": "-?fold"}
"""Pattern of the suffix that makes a number a factor, without its inflection, by language."""

FACTOR_SIGNS: Final = ("x", TIMES)
"""What people write for "times" after a number."""


def alternatives(*groups: tuple[str, ...]) -> str:
    """Return a pattern that matches any of the words, the longest first."""
    words = sorted(
        (word for group in groups for word in group), key=lambda word: (-len(word), word)
    )
    return "|".join(re.escape(word) for word in words)
