"""How a name stands in a sentence: behind which article, and in which case that makes it.

*Source*: Duden, *Die Grammatik*, cases that prepositions govern. What is particular to a language
is in the `[naming]` of its file.
"""

from __future__ import annotations

import re
from typing import Any, Final

NOMINATIVE, ACCUSATIVE, DATIVE, GENITIVE = range(4)
"""The cases, as the tables count them."""
_WORD: Final = re.compile(r"[^\W\d_][\w.\-]*")


def starts_sentence(before: str) -> bool:
    """Tell whether a sentence begins behind a text."""
    bare = before.rstrip("\"'(\u201e\u201c\u201a\u2018\u00bb\u00ab")
    return not bare.strip() or re.search(r"[.!?:][\"“”’»)]*\s+\Z", bare) is not None


class Stand:
    """How a name stands: its article, what is before it, and in which case that makes it."""

    def __init__(self, name: str, before: str, tail: str, table: dict[str, Any]) -> None:
        self.tail = tail
        self._table = table
        self.preposition, self.article, self.taken = "", "", 0
        self.is_definite = True
        self.is_doubtful = False
        self.cases: frozenset[int] = frozenset()
        self.rest = before
        self._read_article(before)
        words = _WORD.findall(self.rest)
        self._last = words[-1] if words and not re.search(r"[.,;:!?]\s*\Z", self.rest) else ""
        self.follows_noun = (
            bool(self._last[:1].isupper() and len(words) > 1)
            and not self.article
            and not self._governs(self._last.lower())
        )
        self.determiner = "" if self.article else self._determiner(before)
        self.case = self._case(self._gender_of(name))

    def _read_article(self, before: str) -> None:
        match = re.search(r"([^\W\d_]+)(\s+)\Z", before)
        if match is None:
            return
        word, table = match[1].lower(), self._table
        for preposition, article, form in table.get("contractions", ()):
            if word == form:
                self.preposition, self._form = preposition, article
                break
        else:
            forms = {True: table["definite"], False: table["indefinite"]}
            for is_definite, genders in forms.items():
                known = {form for cases in genders.values() for form in cases}
                if not is_definite:
                    known |= {table.get("before-vowels", "")}
                if word in known:
                    self.is_definite, self._form = is_definite, word
                    break
            else:
                return
        self.article, self.taken = match[1], len(match[0])
        self.rest = before[: match.start()]

    def _determiner(self, before: str) -> str:
        """Return a word before the name that is no article, but asks for an ending as one does."""
        match = re.search(r"([^\W\d_]+)\s+\Z", before)
        stems = tuple(self._table.get("determiners", ()))
        endings = ("", "e", "er", "es", "em", "en")
        word = match[1].lower() if match else ""
        return word if any(word == stem + end for stem in stems for end in endings) else ""

    def _gender_of(self, name: str) -> str:
        for gender, key in (("m", "masculine"), ("n", "neuter"), ("f", "feminine")):
            if name.lower().endswith(
                tuple(end.lower() for end in self._table.get(f"{key}-names", ()))
            ):
                return gender
        return ""

    def _governs(self, word: str) -> int | None:
        """Return the case that a preposition asks for."""
        for case, key in ((ACCUSATIVE, "accusative"), (DATIVE, "dative"), (GENITIVE, "genitive")):
            if word in self._table.get(key, ()):
                return case
        return None

    def _case(self, gender: str) -> int:
        """Return the case; where article and preposition leave a doubt, that is noted."""
        asked = self._governs(self.preposition or self._last.lower())
        if not self.article:
            if self.tail and "possessive" not in self._table:
                return GENITIVE
            return NOMINATIVE if asked is None else asked
        genders = self._table["definite" if self.is_definite else "indefinite"]
        fitting = {
            case
            for one, cases in genders.items()
            if one == gender or (not gender and one != "p")
            for case, form in enumerate(cases)
            if form == self._form
        }
        # An article of another gender than the name seems to have.
        fitting = fitting or {
            case
            for cases in genders.values()
            for case, form in enumerate(cases)
            if form == self._form
        }
        if asked in fitting and asked is not None:
            return asked
        if len(fitting) <= 1:
            return next(iter(fitting), NOMINATIVE)
        return self._guess(fitting)

    def _guess(self, fitting: set[int]) -> int:
        """Return the likeliest of several cases."""
        starts = starts_sentence(self.rest)
        is_noun = self._last[:1].isupper()
        if NOMINATIVE in fitting and starts:
            return NOMINATIVE
        if {DATIVE, GENITIVE} <= fitting and (self._last or starts):
            return GENITIVE if is_noun and not starts else DATIVE
        self.is_doubtful, self.cases = True, frozenset(fitting)
        return min(fitting)
