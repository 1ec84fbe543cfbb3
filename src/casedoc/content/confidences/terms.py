"""How a name is looked for: in any case, through marks and gaps, with endings and compounds.

Addresses and file names write `ue` for `ü`; a sign for "and" is as good as the word; a name may be
divided at a line's end, or spaced out letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Final, TypeAlias

from casedoc.content.identity import transliterated
from casedoc.locale.spec import known_locales

if TYPE_CHECKING:
    from collections.abc import Iterable

SHORT_TERM: Final = 5
"""Letters below which a term must stand as a word of its own."""
LONG_TERM: Final = 7
"""Letters from which on a term is found inside other words, too."""
_SPACED: Final = 4
"""Letters from which on a word is looked for letter by letter."""

_INVISIBLE: Final = frozenset("*_`~\u00ad\u200b\u200c\u200d\u2060\ufeff\\")
_AND: Final = frozenset(spec.conventions.and_word for spec in known_locales())
_ANDS: Final = "|".join(sorted(_AND))
_BETWEEN_WORDS: Final = rf"(?:[\W_]{{0,4}}|[\W_]{{0,4}}(?:{_ANDS})[\W_]{{0,4}})"
_SIGN_BETWEEN: Final = rf"(?:\s*[&+/]\s*|[\W_]{{0,4}}(?:{_ANDS})[\W_]{{0,4}})"
_BETWEEN_LETTERS: Final = r"(?:-\s?)?"
_LETTER: Final = r"[^\W_]"
_MOST_VARIANTS: Final = 16
_SUFFIXES: Final = "weise|halber|haft|los|lich|isch|artig|massig"
"""What makes an ordinary word of a noun, folded."""

Letter: TypeAlias = "tuple[str, ...]"
"""The ways in which a letter may be written: `o` and `oe`."""
Word: TypeAlias = "tuple[Letter, ...]"
"""The letters of a word."""


class _Folded(dict[int, str]):
    """What each character is folded to, for `str.translate`; filled as characters are met."""

    def __missing__(self, code: int) -> str:
        plain = chr(code)
        whole = "" if plain in _INVISIBLE else unicodedata.normalize("NFKD", plain).casefold()
        folded = "".join(one for one in whole if not unicodedata.combining(one))
        self[code] = folded
        return folded


_FOLDED: Final = _Folded()


class _Squeezed(dict[int, str | None]):
    """The same without all that is no letter and no digit; nothing at all is quicker than none."""

    def __missing__(self, code: int) -> str | None:
        kept = "".join(one for one in _FOLDED[code] if one.isalnum()) or None
        self[code] = kept
        return kept


_SQUEEZED: Final = _Squeezed()


def folded(text: str) -> str:
    """Return a text without case, accents and what is not seen; ligatures become letters."""
    return text.translate(_FOLDED)


def squeezed(text: str) -> str:
    """Return the letters and digits of a text alone, folded."""
    return text.translate(_SQUEEZED)


def places_of(text: str) -> list[int]:
    """Return where in a text each character of the folded one stands, and where it ends."""
    places = [at for at, one in enumerate(text) for _part in _FOLDED[ord(one)]]
    return [*places, len(text)]


@lru_cache(maxsize=4096)
def spellings(name: str) -> tuple[Word, ...]:
    """Return the words of a name, folded, each letter in the ways in which it may be written.

    *Why* letter by letter: who writes `ue` for one may leave the next as it is.
    """
    visible = "".join(one for one in unicodedata.normalize("NFC", name) if one not in _INVISIBLE)
    words = tuple(map(_letters, re.findall(rf"{_LETTER}+", visible)))
    inner = tuple(one for one in words[1:-1] if not any(_is_written(one, sign) for sign in _AND))
    return (*words[:1], *inner, *words[1:][-1:])


def _letters(word: str) -> Word:
    """Return the letters of a word, each in all ways."""
    ways = ((folded(one), folded(transliterated(one))) for one in word)
    return tuple(tuple(dict.fromkeys(one for one in way if one)) for way in ways if any(way))


def _is_written(word: Word, text: str) -> bool:
    return "".join(letter[0] for letter in word) == text


@lru_cache(maxsize=4096)
def _needed(name: str) -> tuple[tuple[str, ...], ...]:
    """Return for each word of a name what a text must hold one of, so that it can hold the word."""
    found = []
    for word in spellings(name):
        if prod(map(len, word)) <= _MOST_VARIANTS:
            found.append(tuple("".join(letters) for letters in product(*word)))
        else:
            plain = "".join(letter[0] if len(letter) == 1 else " " for letter in word).split()
            found.append((max(plain, key=len, default=""),))
    return tuple(found)


def may_hold(text: str, name: str) -> bool:
    """Tell at once whether a squeezed text can hold a name.

    *Why*: hardly any text holds a name, and a pattern takes its time at every character.
    """
    # Words for "and" may stand between those of a name.
    return all(any(word in text for word in words) for words in _needed(name))


@lru_cache(maxsize=256)
def pattern_of(names: tuple[str, ...], *, inside: bool = False) -> re.Pattern[str]:
    """Return what finds names in folded text, the longest first.

    Args:
        names: The names; at least one that has a letter.
        inside: Whether long ones are found inside other words, too.
    """
    every = {(words, _is_told_by_sign(name)) for name in names if (words := spellings(name))}
    parts = [_part(*one, inside=inside) for one in sorted(every, key=_longest_first)]
    return re.compile("|".join(parts))


def _longest_first(one: tuple[tuple[Word, ...], bool]) -> tuple[int, tuple[Word, ...], bool]:
    return (-sum(map(len, one[0])), *one)


def _is_told_by_sign(name: str) -> bool:
    """Tell whether a name has but two letters and a sign between them, as `C & A` has.

    *Why*: without the sign it is a part of other words, such as `ca.` or `z. B.`.
    """
    return re.fullmatch(rf"\s*{_LETTER}\s*(?:[&+/]|{_ANDS})\s*{_LETTER}\s*", name) is not None


def _joined(letters: Iterable[Letter], between: str) -> str:
    """Return what finds letters with something between them."""
    ways = ([between.join(map(re.escape, way)) for way in letter] for letter in letters)
    return between.join(way[0] if len(way) == 1 else f"(?:{'|'.join(way)})" for way in ways)


def _part(words: tuple[Word, ...], by_sign: bool, *, inside: bool) -> str:  # noqa: FBT001 - as above
    between = _SIGN_BETWEEN if by_sign else _BETWEEN_WORDS
    plain = between.join(_joined(word, _BETWEEN_LETTERS) for word in words)
    count = sum(map(len, words))
    # The ending of a genitive is no part of the name.
    end = rf"(?=(?:[’']?s)?(?!{_LETTER}))" if count < SHORT_TERM else ""
    start = "" if inside and count >= LONG_TERM else rf"(?<!{_LETTER})"
    found = [rf"{start}{plain}{end}"]
    if count >= _SPACED:
        letters = _joined([letter for word in words for letter in word], r"[\s.·-]{1,3}")
        found.append(rf"(?<!{_LETTER}){letters}(?!{_LETTER})")
    return "|".join(found)


@lru_cache(maxsize=256)
def _pattern_of_parts(parts: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds single words, with endings and as the first part of a compound."""
    ordinary = rf"(?!(?:s|es|n|en)?(?:{_SUFFIXES}))"
    ending = rf"{ordinary}(?:(?:[’']?s|es|n|en)?(?!{_LETTER})|{_LETTER}{{{_SPACED},}})"
    letters = (_joined([one for word in spellings(part) for one in word], "") for part in parts)
    return re.compile(rf"(?<!{_LETTER})(?:{'|'.join(letters)}){ending}")


def holds_part(text: str, parts: tuple[str, ...]) -> bool:
    """Tell whether a single word of a name stands in a text, with a capital as names have it."""
    letters = squeezed(text)
    near = tuple(part for part in parts if spellings(part) and may_hold(letters, part))
    if not near:
        return False
    places = places_of(text)
    found = _pattern_of_parts(near).finditer(folded(text))
    return any(not text[places[match.start()]].islower() for match in found)


def holds(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text holds any of some names, even inside other words."""
    letters = squeezed(text)
    near = tuple(name for name in names if may_hold(letters, name))
    return bool(near) and pattern_of(near, inside=True).search(folded(text)) is not None
