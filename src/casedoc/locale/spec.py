"""The locales casedoc prints in, and what is particular to each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from casedoc.locale.characters import NO_BREAK_SPACE
from casedoc.locale.conventions import Conventions, conventions_of, language_files


@dataclass(frozen=True, slots=True)
class LocaleSpec:
    """One language as it is printed.

    Attributes:
        tag: The tag as users write it: `de`, `en`, `de-AT`.
        cldr: The locale whose CLDR data Babel formats with: `de_DE`.
        language: The language alone, which names catalog and conventions: `de`.
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

    @property
    def conventions(self) -> Conventions:
        """What is customary in the language."""
        return conventions_of(self.language)


Regions: TypeAlias = Mapping[str, str]
"""Which locale a plain language means, where the settings say so: `en` is `en-GB`."""
NO_REGIONS: Final[Regions] = MappingProxyType({})
"""Plain languages mean what their files say."""


@cache
def _specs() -> MappingProxyType[str, LocaleSpec]:
    """Return all locales by tag, the plain languages first."""
    found = [
        _spec(language, tag, given)
        for language, data in language_files().items()
        for tag, given in data["locales"].items()
    ]
    found.sort(key=lambda spec: spec.tag != spec.language)
    return MappingProxyType({spec.tag: spec for spec in found})


def _spec(language: str, tag: str, given: dict[str, Any]) -> LocaleSpec:
    gap = NO_BREAK_SPACE if given["percent-gap"] else ""
    opening, closing, inner_opening, inner_closing = given["quotes"]
    return LocaleSpec(
        tag=tag,
        cldr=given["cldr"],
        language=language,
        opening_quote=opening,
        closing_quote=closing,
        inner_opening_quote=inner_opening,
        inner_closing_quote=inner_closing,
        percent_gap=gap,
        hyphenate=given["hyphenate"],
    )


KNOWN_TAGS: Final[tuple[str, ...]] = tuple(_specs())
"""The tags of all locales, the plain languages first."""


def known_locales() -> tuple[LocaleSpec, ...]:
    """Return all locales, the plain languages first."""
    return tuple(_specs().values())


def locale_spec(tag: str, regions: Regions = NO_REGIONS) -> LocaleSpec | None:
    """Return the locale of a tag, or none where casedoc doesn't know it.

    Args:
        tag: `de`, `en`, `de-AT` …; case and the separator (`-` or `_`) don't matter.
        regions: What plain languages mean; the locale keeps the plain tag.
    """
    language, _, region = tag.strip().replace("_", "-").partition("-")
    name = f"{language.lower()}-{region.upper()}" if region else language.lower()
    meant = _specs().get(regions.get(name, name))
    return None if meant is None else replace(meant, tag=name)
