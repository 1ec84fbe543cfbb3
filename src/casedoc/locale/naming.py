"""Words for a client, in the case and with the article that its name has where it stands.

*Source*: Duden, *Die Grammatik*, declension of nouns, adjectives and articles. What is particular
to a language is in the `[naming]` of its file; a language without one gets the words as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from casedoc.locale.conventions import language_files
from casedoc.locale.standing import DATIVE, GENITIVE, NOMINATIVE, Stand, starts_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

_SIBILANT: Final = re.compile(r"(?:s|ß|x|z)\Z", re.IGNORECASE)
_ADJECTIVE: Final = re.compile(r"(?:er|es|en|em|e)\Z")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words for a client, taken apart."""

    is_definite: bool | None
    """Whether its article is definite; none without one."""
    adjectives: tuple[str, ...]
    """Words between article and noun, as they are written."""
    noun: str
    """The noun, with what stands before it and does not change."""
    rest: str
    """What follows the noun, with its space."""
    gender: str
    """`m`, `f`, `n` or `p`; empty where it can't be told."""

    @property
    def bare(self) -> str:
        """Return the words without article."""
        return " ".join((*self.adjectives, self.noun)) + self.rest


@dataclass(frozen=True, slots=True)
class Naming:
    """What takes the place of a name, and of the article before it."""

    text: str
    """The words."""
    taken: int
    """How many characters before the name they take the place of, too."""
    is_doubtful: bool = False
    """Whether the sentence may not fit."""


@cache
def _table(language: str) -> dict[str, Any]:
    plain = language.split("-", 1)[0]
    table: dict[str, Any] = language_files().get(plain, {}).get("naming", {})
    return table


def phrase_of(words: str, language: str) -> Phrase:
    """Take words for a client apart.

    Args:
        words: Such as `ein führender Möbelhändler`.
        language: Their language.
    """
    table, parts = _table(language), words.split()
    is_definite: bool | None = None
    gender, genders = "", []
    for name, is_that in (("definite", True), ("indefinite", False)):
        known = table.get(name, {})
        first = parts[0].lower() if len(parts) > 1 else ""
        genders = [one for one, cases in known.items() if cases[0] == first]
        if genders or (not is_that and first == table.get("before-vowels")):
            is_definite, parts = is_that, parts[1:]
            gender = genders[0] if len(genders) == 1 else ""
            break
    may_be_plural = is_definite is True and not gender
    # Without capitals, or in a language without cases, all of it is the noun.
    capitals = [at for at, part in enumerate(parts) if part[:1].isupper()]
    if "after-definite" not in table or not capitals:
        only = next(iter(table.get("definite", {})), "")
        return Phrase(is_definite, (), " ".join(parts), "", only if len(table) else "")
    first_noun = last = capitals[0]
    while last + 1 < len(parts) and parts[last + 1][:1].isupper():
        last += 1
    noun, rest = " ".join(parts[first_noun : last + 1]), parts[last + 1 :]
    adjectives = tuple(parts[:first_noun])
    allowed = genders if is_definite is not None and genders else ("m", "f", "n", "p")
    gender = gender or _gender(table, adjectives, noun, allowed, is_definite=is_definite)
    if may_be_plural and gender != "p":
        # "die" is feminine, or plural.
        gender = "f"
    return Phrase(is_definite, adjectives, noun, "".join(f" {one}" for one in rest), gender)


def _gender(
    table: dict[str, Any],
    adjectives: tuple[str, ...],
    noun: str,
    allowed: Sequence[str],
    *,
    is_definite: bool | None,
) -> str:
    """Return a gender as an adjective's ending tells it, else the noun's own.

    Args:
        table: What is known of the language.
        adjectives: Words before the noun.
        noun: The noun.
        allowed: Genders that the article leaves.
        is_definite: Whether the article is definite; none without one.
    """
    if adjectives:
        strong = table["without-article" if is_definite is None else "after-indefinite"]
        told: list[str] = [
            one for one, ends in strong.items() if _ending(adjectives[-1]) == ends[0]
        ]
        if len(told) == 1:
            return told[0]
    keys = {"p": "plural", "n": "neuter", "f": "feminine", "m": "masculine"}
    fitting = [
        (len(end), gender)
        for gender, key in keys.items()
        for end in table.get(f"{key}-nouns", ())
        if gender in allowed and noun.lower().endswith(end)
    ]
    # The longest ending tells most: `Verein` is no woman.
    return max(fitting)[1] if fitting else ""


def _ending(adjective: str) -> str:
    match = _ADJECTIVE.search(adjective)
    return match[0] if match else ""


def declined(phrase: Phrase, case: int, language: str, *, is_definite: bool | None) -> str:
    """Return words for a client in a case, with an article or without.

    Args:
        phrase: The words; their gender is known.
        case: The case.
        language: Their language.
        is_definite: Whether they have a definite article or an indefinite one; none for neither.
    """
    table = _table(language)
    if "after-definite" not in table:
        return _with_simple_article(phrase, table, is_definite=is_definite)
    kind = {True: "after-definite", False: "after-indefinite", None: "without-article"}[is_definite]
    endings = table[kind].get(phrase.gender) or table["without-article"][phrase.gender]
    words = [_with_ending(one, endings[case]) for one in phrase.adjectives]
    if is_definite is not None:
        forms = table["definite" if is_definite else "indefinite"].get(phrase.gender)
        words = [forms[case], *words] if forms else words
    return " ".join((*words, _noun(phrase, case, table))) + phrase.rest


def _with_simple_article(phrase: Phrase, table: dict[str, Any], *, is_definite: bool | None) -> str:
    if is_definite is None or not table:
        return phrase.bare
    article = next(iter(table["definite" if is_definite else "indefinite"].values()))[0]
    if not is_definite and phrase.bare[:1].lower() in "aeiou":
        article = table["before-vowels"]
    return f"{article} {phrase.bare}"


def _with_ending(adjective: str, ending: str) -> str:
    # What does not end like an adjective is none: "sehr", "Berliner".
    has_ending = _ADJECTIVE.search(adjective) and adjective[:1].islower()
    return _ADJECTIVE.sub(ending, adjective) if has_ending else adjective


def _noun(phrase: Phrase, case: int, table: dict[str, Any]) -> str:
    noun = phrase.noun
    is_strong = phrase.gender in {"m", "n"}
    if phrase.gender == "m" and noun.lower().endswith(tuple(table["weak-nouns"])):
        ending = "n" if noun.endswith("e") else "en"
        return noun if case == NOMINATIVE else noun + ending
    if case == GENITIVE and is_strong:
        return noun + ("es" if _SIBILANT.search(noun) else "s")
    if case == DATIVE and phrase.gender == "p" and noun.endswith("e"):
        return f"{noun}n"
    return noun


def person_in(language: str) -> str:
    """Return the words for somebody who works for a client; empty where none are known."""
    words: str = _table(language).get("person", "")
    return words


@cache
def ordinary_names() -> frozenset[str]:
    """Return words, in lower case, that many names begin with in any language."""
    tables = (_table(language) for language in language_files())
    return frozenset(word.lower() for one in tables for word in one.get("ordinary-names", ()))


def titles_in(language: str) -> tuple[str, ...]:
    """Return what may stand before the name of a person."""
    return tuple(_table(language).get("titles", ()))


def head_noun(phrase: Phrase) -> str:
    """Return the noun that stands for a client in compounds."""
    return phrase.noun


def named(
    words: str, name: str, before: str, tail: str, language: str, *, is_label: bool
) -> Naming:
    """Return what takes the place of a name.

    Args:
        words: Words for the client, with an article or without.
        name: The name as it stands there.
        before: The text before it.
        tail: The ending of the name, such as that of a genitive; may be empty.
        language: The language of the text.
        is_label: Whether it stands in a title or a field, where it may do without article.
    """
    phrase, table = phrase_of(words, language), _table(language)
    starts = starts_sentence(before)
    if not table:
        return Naming(_capital(words, starts=starts), 0)
    stand = Stand(name, before, tail, table)
    if not phrase.gender:
        own = stand.article
        text = _capital(phrase.bare if own else words, starts=starts and not own)
        return Naming(text + _possessive(tail, text, table), 0, is_doubtful=bool(own))
    if stand.article:
        return _with_article(phrase, stand, language, starts=starts)
    if "after-definite" not in table:
        is_bare = is_label and not before.strip()
        kind = None if is_bare else phrase.is_definite is not False
        text = declined(phrase, stand.case, language, is_definite=kind)
        return Naming(_capital(text, starts=starts) + _possessive(tail, text, table), 0)
    if stand.determiner:
        return Naming(phrase.bare, 0, is_doubtful=True)
    is_bare = not tail and ((is_label and not before.strip()) or stand.follows_noun)
    kind = None if is_bare else phrase.is_definite is not False
    case = NOMINATIVE if is_bare and not tail else stand.case
    return Naming(_capital(declined(phrase, case, language, is_definite=kind), starts=starts), 0)


def _with_article(phrase: Phrase, stand: Stand, language: str, *, starts: bool) -> Naming:
    """Return the words where an article stands before the name; it is replaced with it."""
    table = _table(language)
    is_definite = stand.is_definite
    text = declined(phrase, stand.case, language, is_definite=is_definite)
    if stand.preposition:
        article = text.split(" ", 1)[0]
        joined = {(one, two): form for one, two, form in table["contractions"]}
        form = joined.get((stand.preposition, article))
        text = f"{form} {text.split(' ', 1)[1]}" if form else f"{stand.preposition} {text}"
    is_capital = stand.article[:1].isupper()
    text = _capital(text, starts=is_capital or (starts and starts_sentence(stand.rest)))
    readings = {declined(phrase, one, language, is_definite=is_definite) for one in stand.cases}
    is_doubtful = stand.is_doubtful and len(readings) > 1
    return Naming(text + _possessive(stand.tail, text, table), stand.taken, is_doubtful)


def _possessive(tail: str, text: str, table: dict[str, Any]) -> str:
    """Return the ending of a possessive, in a language that has one."""
    mark: str = table.get("possessive", "")
    if not tail or not mark:
        return ""
    return mark[:1] if text.endswith("s") else mark


def _capital(text: str, *, starts: bool) -> str:
    return text[:1].upper() + text[1:] if starts else text
