"""What is customary in a language beyond what CLDR says, read from a file for each language.

*Why* files: a language is added by adding `languages/<language>.toml` and a message catalog. No
code knows a language by its name.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

Words = tuple[str, ...]
"""Words or phrases of a language."""


@dataclass(frozen=True, slots=True)
class CompactStep:
    """One step of short numbers, such as that of `1,5 Mio.` (million)."""

    name: str
    """What stands behind the number."""
    exponent: int
    """The power of ten that it stands for."""
    least: Decimal
    """From which value on it is used."""


@dataclass(frozen=True, slots=True, eq=False)
class Conventions:
    """One language's customs. Words that are matched are in the case they are written in."""

    language: str
    """The language: `de`."""
    headings: Mapping[str, Words]
    """Headings in lower case, by the role that they announce (`problem`, `results`, …)."""
    yes: Words
    """Words for yes, in lower case."""
    no: Words
    """Words for no, in lower case."""
    present: Words
    """Words, in lower case, that say that a period still lasts."""
    until: Words
    """Words, in lower case, between the dates of a period."""
    since: Words
    """Words, in lower case, before the date from which on a period lasts."""
    articles: Words
    """Words that may stand before a known heading."""
    and_word: str
    """The word that joins two headings in one."""
    companions: Words
    """What may be joined to a known heading without being a part of a study of its own."""
    joiners: Words
    """Words that tie what follows to the label of a figure."""
    stop_words: Words
    """Words that a number does not count."""
    changes: tuple[tuple[str, str], ...]
    """Pairs of words around a change: `von … auf …`."""
    ranges: tuple[tuple[str, str], ...]
    """Pairs of words around a range: `von … bis …`."""
    conjunctions: Words
    """Words after which a sentence speaks of something else."""
    ends_of_change: Words
    """Words that begin the second half of a change."""
    about: Words
    """Words that make the number behind them a round one: `rund`, `mehr als`."""
    of: str
    """The word of a share: `3 von 92`."""
    has_currency_gap: bool
    """Whether a gap stands between a number and the sign of a currency behind it."""
    grouped_from: int
    """From how many digits on the thousands of a number before a word are set apart."""
    numbered: Words
    """Words before a number that names something and is not grouped: `Port`."""
    percent: Words
    """Words for percent."""
    percentage_points: Words
    """Words for percentage points."""
    factor_suffixes: Words
    """Endings that make a number a factor: `fach`."""
    factor_inflections: Words
    """What may follow these endings."""
    comparative: str
    """The ending of a comparative that must not follow a factor; empty where it may."""
    times_as: str
    """What stands between a number and an adjective instead: `-mal so `."""
    no_comparatives: Words
    """Words that end so and are no comparatives."""
    irregular_comparatives: Words
    """Comparatives that end so and are more than the adjective with this ending."""
    numerals: Words
    """Abbreviations after a number, from which a no-break space sets them apart."""
    quantities: Words
    """Words for quantities that are a part of a figure."""
    magnitudes: Mapping[str, int]
    """What a word or letter multiplies a number by, as a power of ten."""
    compact_gap: bool
    """Whether a gap stands between a number and the name of a compact step."""
    compact_steps: tuple[CompactStep, ...]
    """Steps of short numbers, the largest first."""
    units: Mapping[str, tuple[str, str]]
    """What is printed for units without a sign of their own, for one and for many."""
    seconds: Mapping[str, Decimal]
    """How many seconds a unit of time has."""
    clock: Words
    """Words that make the number before them a time of day."""
    ordinals: Words
    """Endings that make a number an ordinal, closed up to it."""
    number_words: Mapping[str, Decimal]
    """Numbers that are written as words, in lower case, and what they mean."""
    has_day_point: bool
    """Whether a day of the month is an ordinal with a point."""
    months_close_up: bool
    """Whether months of one year stand around a bare dash: `März–September 2023`."""
    abbreviations: Words
    """Abbreviations of several words, with their gaps."""
    before_numbers: Words
    """Signs and abbreviations that a number stands behind: `§`, `Nr.`."""
    em_dash_is_foreign: bool
    """Whether the long dash is another language's."""
    nouns_have_capitals: bool
    """Whether a noun begins with a capital letter."""


@cache
def language_files() -> Mapping[str, dict[str, Any]]:
    """Return what the files of all languages hold, by language."""
    folder = files("casedoc.locale").joinpath("languages")
    named = {
        entry.name.removesuffix(".toml"): entry for entry in folder.iterdir() if _is_toml(entry)
    }
    return {
        language: tomllib.loads(named[language].read_text("utf-8")) for language in sorted(named)
    }


def _is_toml(entry: Traversable) -> bool:
    return entry.name.endswith(".toml")


@cache
def conventions_of(language: str) -> Conventions:
    """Return the conventions of a language.

    Raises:
        KeyError: If there is no file of the language, or if it lacks something.
    """
    data = language_files()[language]
    words, changes, numbers = data["words"], data["changes"], data["numbers"]
    dates, typography, compact = data["dates"], data["typography"], data["compact"]
    return Conventions(
        language=language,
        headings=MappingProxyType({role: tuple(known) for role, known in data["headings"].items()}),
        yes=tuple(words["yes"]),
        no=tuple(words["no"]),
        present=tuple(words["present"]),
        until=tuple(words["until"]),
        since=tuple(words["since"]),
        articles=tuple(words["articles"]),
        and_word=words["and"],
        companions=tuple(words["companions"]),
        joiners=tuple(words["joiners"]),
        stop_words=tuple(words["stop-words"]),
        changes=_pairs(changes["from-to"]),
        ranges=_pairs(changes["ranges"]),
        conjunctions=tuple(changes["conjunctions"]),
        ends_of_change=tuple(changes["ends-of-change"]),
        about=tuple(changes["about"]),
        of=numbers["of"],
        has_currency_gap=numbers["currency-gap"],
        grouped_from=numbers["grouped-from"],
        numbered=tuple(numbers["numbered"]),
        percent=tuple(numbers["percent"]),
        percentage_points=tuple(numbers["percentage-points"]),
        factor_suffixes=tuple(numbers["factor-suffixes"]),
        factor_inflections=tuple(numbers["factor-inflections"]),
        comparative=numbers.get("comparative", ""),
        times_as=numbers.get("times-as", ""),
        no_comparatives=tuple(numbers.get("no-comparatives", ())),
        irregular_comparatives=tuple(numbers.get("irregular-comparatives", ())),
        numerals=tuple(numbers["numerals"]),
        quantities=tuple(numbers["quantities"]),
        magnitudes=MappingProxyType(data["magnitudes"]),
        compact_gap=compact["gap"],
        compact_steps=_steps(compact["steps"]),
        units=MappingProxyType({unit: (one, many) for unit, (one, many) in data["units"].items()}),
        seconds=MappingProxyType({unit: Decimal(str(n)) for unit, n in data["seconds"].items()}),
        clock=tuple(words["clock"]),
        ordinals=tuple(numbers["ordinals"]),
        number_words=MappingProxyType(
            {word: Decimal(str(n)) for word, n in data["number-words"].items()}
        ),
        has_day_point=dates["day-point"],
        months_close_up=dates["months-close-up"],
        abbreviations=tuple(typography["abbreviations"]),
        before_numbers=tuple(typography["before-numbers"]),
        em_dash_is_foreign=typography["em-dash-is-foreign"],
        nouns_have_capitals=typography["nouns-have-capitals"],
    )


def _steps(given: list[tuple[str, int, int]]) -> tuple[CompactStep, ...]:
    return tuple(CompactStep(name, exponent, Decimal(least)) for name, exponent, least in given)


def _pairs(given: list[list[str]]) -> tuple[tuple[str, str], ...]:
    return tuple((first, second) for first, second in given)
