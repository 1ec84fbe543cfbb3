"""How a name is looked for: in any case, through marks and gaps, with endings and compounds.

Addresses and file names write `ue` for `ü`; a sign for "and" is as good as the word; a name may be
divided at a line's end, or spaced out letter by letter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Final

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
_BETWEEN_WORDS: Final = rf"(?:[\W_]{{0,4}}|\s+(?:{_ANDS})\s+)"
_BETWEEN_LETTERS: Final = r"(?:-\s?)?"
_LETTER: Final = r"[^\W_]"


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
def spellings(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the words of a name, folded, in each way in which they may be spelled."""
    found = []
    for form in (name, transliterated(name)):
        words = tuple(re.findall(rf"{_LETTER}+", folded(form)))
        inner = tuple(one for one in words[1:-1] if one not in _AND)
        found.append((*words[:1], *inner, *words[1:][-1:]))
    return tuple(dict.fromkeys(one for one in found if one))


def may_hold(text: str, name: str) -> bool:
    """Tell at once whether a squeezed text can hold a name.

    *Why*: hardly any text holds a name, and a pattern takes its time at every character.
    """
    # Words for "and" may stand between those of a name.
    return any(all(word in text for word in words) for words in spellings(name))


@lru_cache(maxsize=256)
def pattern_of(names: tuple[str, ...], *, inside: bool = False) -> re.Pattern[str]:
    """Return what finds names in folded text, the longest first.

    Args:
        names: The names; at least one that has a letter.
        inside: Whether long ones are found inside other words, too.
    """
    every = {words for name in names for words in spellings(name)}
    parts = [_part(words, inside=inside) for words in sorted(every, key=_longest_first)]
    return re.compile("|".join(parts))


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return (-sum(map(len, words)), words)


def _part(words: tuple[str, ...], *, inside: bool) -> str:
    plain = _BETWEEN_WORDS.join(_BETWEEN_LETTERS.join(map(re.escape, word)) for word in words)
    count = sum(map(len, words))
    # The ending of a genitive is no part of the name.
    end = rf"(?=(?:[’']?s)?(?!{_LETTER}))" if count < SHORT_TERM else ""
    start = "" if inside and count >= LONG_TERM else rf"(?<!{_LETTER})"
    found = [rf"{start}{plain}{end}"]
    if count >= _SPACED:
        letters = r"[\s.·-]{1,3}".join(map(re.escape, "".join(words)))
        found.append(rf"(?<!{_LETTER}){letters}(?!{_LETTER})")
    return "|".join(found)


def holds(text: str, names: Iterable[str]) -> bool:
    """Tell whether a text holds any of some names, even inside other words."""
    letters = squeezed(text)
    near = tuple(name for name in names if may_hold(letters, name))
    return bool(near) and pattern_of(near, inside=True).search(folded(text)) is not None
