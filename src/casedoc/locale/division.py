"""Where the words of a language may be divided: exceptions, compounds, guarded patterns.

Patterns of hyphenation are made from lists of words. They divide simple words well, and compounds
that were not in their list, of which German text is full, at random: `Arti-kelmodell`,
`Infras-truktur`. So a word is looked for among the exceptions first, then taken apart into words
that are known; only these, and what is not known at all, are left to the patterns, and from them
nothing is taken that can't be a syllable.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any, Final

MARK: Final = "|"
"""Where a listed word may be divided."""
LEAST: Final = 4
"""Letters before and after a division. *Source:* DESIGN.md, section 6."""
_INNER_LEAST: Final = 8
"""Letters from which on a part of a compound is divided inside."""
_LEAST_PART: Final = 3
_TWO: Final = 2
_SEAM: Final = 2
"""Letters beside the seam of a compound at which the patterns are not trusted."""
_KEPT: Final = 256
_LETTERS: Final = re.compile(rf"[^\W\d_]{{{LEAST},}}")
"""A word of a name; shorter ones are never divided anyway."""
_VOWELS: Final = frozenset("aeiouyäöüàáâãåæçèéêëìíîïòóôõœùúû")

Patterns = Callable[[str], Sequence[int]]
"""Where patterns divide a word in lower case, as numbers of letters before each division."""
Listed = Mapping[str, tuple[int, ...] | None]
"""Known words in lower case, with their divisions; none where the patterns know them."""


@dataclass(frozen=True, slots=True)
class Divisions:
    """What is known of the words of one language."""

    listed: Listed
    """Known words: exceptions, and parts of compounds."""
    endings: tuple[str, ...] = ("",)
    """What a listed word may end in beyond its form; the empty ending first."""
    joints: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Letters that join a part of a compound to the next, and what such a part ends in."""
    onsets: frozenset[str] = frozenset()
    """Groups of consonants that a line may begin with; none where all may."""
    prefixes: frozenset[str] = frozenset()
    """Beginnings of words that a vowel may follow on the next line."""

    def points(self, word: str, patterns: Patterns) -> tuple[int, ...]:
        """Return the number of letters before each division of a word, in order.

        Args:
            word: The word as it is printed. One with a capital inside or a digit is a technical
                name and is not divided.
            patterns: Divides what is not known here.
        """
        found = self._found(word, patterns) if _is_plain(word) else ()
        return tuple(point for point in found if LEAST <= point <= len(word) - LEAST)

    def _found(self, word: str, patterns: Patterns) -> tuple[int, ...]:
        """Return the divisions of a word, those at its very ends included."""
        lower = word.lower()
        for ending in self.endings:
            listed = self.listed.get(lower.removesuffix(ending)) if lower.endswith(ending) else None
            if listed is not None:
                return listed
        parts = self._parts(lower)
        if len(parts) < _TWO:
            return self._guarded(lower, patterns, is_known=bool(parts))
        points: list[int] = []
        for start, end in zip((0, *parts), parts, strict=False):
            inner = self._inner(lower[start:end], patterns)
            points.extend(start + one for one in inner if LEAST <= one <= end - start - LEAST)
            points.append(end)
        return tuple(points)

    def _inner(self, part: str, patterns: Patterns) -> tuple[int, ...]:
        """Return the divisions inside a part of a compound."""
        for stem in self._stems(part):
            points = self.listed[stem]
            if points is not None:
                return points
        return self._guarded(part, patterns, is_known=True) if len(part) >= _INNER_LEAST else ()

    def _stems(self, part: str) -> Iterator[str]:
        """Yield the listed words that a part can be a form of."""
        for ending in (*self.endings, *(joint for joint, _joined in self.joints)):
            stem = part.removesuffix(ending)
            if part.endswith(ending) and stem in self.listed:
                yield stem

    def _parts(self, lower: str) -> tuple[int, ...]:
        """Return where the parts of a compound end, the fewest there can be; none if not known."""
        best: dict[int, tuple[int, ...]] = {0: ()}
        for start in range(len(lower)):
            before = best.get(start)
            if before is None:
                continue
            for end in range(start + _LEAST_PART, len(lower) + 1):
                if not self._is_part(lower[start:end], is_last=end == len(lower)):
                    continue
                ends = (*before, end)
                if end not in best or len(ends) < len(best[end]):
                    best[end] = ends
        return best.get(len(lower), ())

    def _is_part(self, part: str, *, is_last: bool) -> bool:
        """Tell whether a part of a compound is known."""
        if part in self.listed:
            return True
        if is_last:
            return next(self._stems(part), None) is not None
        return any(
            part.endswith(joint)
            and part.removesuffix(joint) in self.listed
            and part.removesuffix(joint).endswith(joined)
            for joint, joined in self.joints
        )

    def _guarded(self, lower: str, patterns: Patterns, *, is_known: bool) -> tuple[int, ...]:
        """Return the divisions by the patterns that can be right.

        Args:
            lower: The word in lower case.
            patterns: Divides it.
            is_known: Whether it is listed, and so no compound.

        What stands between two divisions is a syllable or more, so it has a vowel and more than
        one letter. Where that is not so, nobody knows which of the two is wrong.
        """
        points = [point for point in patterns(lower) if 0 < point < len(lower)]
        ends = [0, *points, len(lower)]
        doubtful: set[int] = set()
        for start, end in pairwise(ends):
            syllable = lower[start:end]
            if len(syllable) == 1 or not _VOWELS.intersection(syllable):
                doubtful.update((start, end))
        for seam in self._seams(lower, is_known=is_known):
            doubtful.update(range(seam - _SEAM, seam + _SEAM + 1))
            doubtful.discard(seam)
        return tuple(
            point for point in points if point not in doubtful and self._can_be(lower, point)
        )

    def _seams(self, lower: str, *, is_known: bool) -> Iterator[int]:
        """Yield where a prefix ends, and where an unknown word has known ones at its ends."""
        longest = max(filter(lower.startswith, self.prefixes), key=len, default="")
        if len(longest) >= LEAST:
            yield len(longest)
        if is_known:
            return
        for end in range(len(lower) - LEAST, LEAST - 1, -1):
            if self._is_part(lower[:end], is_last=False):
                yield end
                break
        for start in range(LEAST, len(lower) - LEAST):
            if next(self._stems(lower[start:]), None):
                yield start
                break

    def _can_be(self, lower: str, point: int) -> bool:
        """Tell whether the second part of a divided word can begin as it does."""
        if not self.onsets:
            return True
        after = lower[point:]
        if after[0] in _VOWELS:
            # Within a simple word a consonant goes with the vowel after it.
            return lower[:point] in self.prefixes or bool(
                self._is_part(lower[:point], is_last=False) or next(self._stems(after), None)
            )
        onset = after[: next((i for i, one in enumerate(after) if one in _VOWELS), len(after))]
        return len(onset) == 1 or onset in self.onsets or onset == "q"


def _is_plain(word: str) -> bool:
    """Tell whether a word has nothing but letters, and capitals at most at its beginning."""
    return word.isalpha() and word[1:] == word[1:].lower()


def marked(written: str) -> tuple[str, tuple[int, ...]]:
    """Return a word in lower case with the divisions that are marked in it: `Infra|struktur`."""
    parts = written.lower().split(MARK)
    points = tuple(sum(map(len, parts[:end])) for end in range(1, len(parts)))
    return "".join(parts), points


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What a document knows of its own words."""

    divided: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Words with their marks, by language; without a mark, a word is not divided."""
    whole: frozenset[str] = frozenset()
    """Names that are not divided in any language."""


NO_EXCEPTIONS: Final = Exceptions()
"""A document that knows of none."""


@lru_cache(maxsize=_KEPT)
def divisions_of(language: str, exceptions: Exceptions) -> Divisions:
    """Return what is known of the words of a language, a document's own included.

    Args:
        language: The language without its region.
        exceptions: What comes before all that is known otherwise.
    """
    own = _own(language)
    listed = dict(own.listed)
    for name in exceptions.whole:
        listed.update((word, ()) for word in _LETTERS.findall(name.lower()))
    for given, words in exceptions.divided:
        if given == language:
            listed.update(marked(word) for word in words)
    return replace(own, listed=MappingProxyType(listed))


@cache
def _own(language: str) -> Divisions:
    """Return what casedoc knows of a language by itself; nothing where it has no list."""
    data = division_files().get(language)
    if data is None:
        return Divisions(MappingProxyType({}))
    listed: dict[str, tuple[int, ...] | None] = dict.fromkeys(data["parts"].lower().split())
    listed.update(marked(word) for word in data["exceptions"].split())
    return Divisions(
        MappingProxyType(listed),
        ("", *data["endings"]),
        tuple((joint, tuple(ends)) for joint, ends in data["joints"].items()),
        frozenset(data["onsets"].split()),
        frozenset(data["prefixes"].split()),
    )


@cache
def division_files() -> Mapping[str, Mapping[str, Any]]:
    """Return what `divisions/<language>.toml` holds, by language."""
    folder = files("casedoc.locale").joinpath("divisions")
    return MappingProxyType(
        {
            entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text("utf-8"))
            for entry in sorted(folder.iterdir(), key=lambda one: one.name)
            if entry.name.endswith(".toml")
        }
    )
