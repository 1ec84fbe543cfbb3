"""The locales casedoc prints in, and what is particular to each."""

from dataclasses import dataclass
from typing import Final

from casedoc.locale.characters import NO_BREAK_SPACE


@dataclass(frozen=True, slots=True)
class LocaleSpec:
    """One language as it is printed.

    Attributes:
        tag: The tag as users write it: `de`, `en`, `de-AT`.
        cldr: The locale whose CLDR data Babel formats with: `de_DE`.
        language: The language alone, which names the message catalog: `de`.
        opening_quote: The mark before a quotation.
        closing_quote: The mark after a quotation.
        inner_opening_quote: The mark before a quotation inside a quotation.
        inner_closing_quote: The mark after a quotation inside a quotation.
        percent_gap: What stands between a number and `%`: a no-break space or nothing.
        hyphenate: Whether running text is hyphenated.
    """

    tag: str
    cldr: str
    language: str
    opening_quote: str
    closing_quote: str
    inner_opening_quote: str
    inner_closing_quote: str
    percent_gap: str
    hyphenate: bool


_GERMAN_QUOTES: Final = ("\u201e", "\u201c", "\u201a", "\u2018")
_SWISS_QUOTES: Final = ("\u00ab", "\u00bb", "\u2039", "\u203a")
_ENGLISH_QUOTES: Final = ("\u201c", "\u201d", "\u2018", "\u2019")


def _german(tag: str, cldr: str, quotes: tuple[str, str, str, str], gap: str) -> LocaleSpec:
    """Return a German locale, which is hyphenated."""
    return LocaleSpec(tag, cldr, "de", *quotes, percent_gap=gap, hyphenate=True)


def _english(tag: str, cldr: str) -> LocaleSpec:
    """Return an English locale, which closes up `%` and is not hyphenated."""
    return LocaleSpec(tag, cldr, "en", *_ENGLISH_QUOTES, percent_gap="", hyphenate=False)


# Source: CLDR 47 for quotes, separators and the percent gap. `en` means American English.
_SPECS: Final = {
    spec.tag: spec
    for spec in (
        _german("de", "de_DE", _GERMAN_QUOTES, NO_BREAK_SPACE),
        _english("en", "en_US"),
        _german("de-AT", "de_AT", _GERMAN_QUOTES, NO_BREAK_SPACE),
        _german("de-CH", "de_CH", _SWISS_QUOTES, ""),
        _english("en-US", "en_US"),
        _english("en-GB", "en_GB"),
    )
}

KNOWN_TAGS: Final[tuple[str, ...]] = tuple(_SPECS)
"""The tags of all locales, the two plain languages first."""


def locale_spec(tag: str) -> LocaleSpec | None:
    """Return the locale of a tag, or none where casedoc doesn't know it.

    Args:
        tag: `de`, `en`, `de-AT` …; case and the separator (`-` or `_`) don't matter.
    """
    language, _, region = tag.strip().replace("_", "-").partition("-")
    return _SPECS.get(f"{language.lower()}-{region.upper()}" if region else language.lower())
