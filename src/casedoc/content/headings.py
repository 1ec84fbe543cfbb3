"""Which part of a study a heading announces.

*Source*: the headings of 74 public case studies, by frequency (LANGUAGE.md).
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from casedoc.content.case_study import Role

if TYPE_CHECKING:
    from casedoc.locale.conventions import Conventions
    from casedoc.locale.spec import LocaleSpec

_NUMBERING = re.compile(
    r"\A(?:[#§]?\d+(?:\.\d+)*(?:\s*[.):/|–—-])?\s+|\d+[.):]|[ivx]+[.):]\s+|[a-h][.)]\s+)"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_ANNOUNCED = re.compile(r":\s+|\s+[–—-]\s+")
_SEEN: Final = {"So": " ", "Sk": " ", "Cf": "", "Mn": "", "Me": ""}
"""What is seen of emoji and of invisible characters, by category: signs, modifiers, joiners."""


def role_of(heading: str, spec: LocaleSpec) -> Role:
    """Return what a heading announces in a language; `OTHER` where it is none of the known words.

    Numbering, emoji, an article, a bracket and a colon at the end do not hide a word, nor does what
    it introduces ("Lösung: Kubernetes"). Any other words around it do: "Ergebnis der Wahl" is no
    results section.

    Args:
        heading: The heading's words, without markup.
        spec: The study's language.
    """
    text = _bare(heading)
    whole = _of_parts(text, spec.conventions)
    if whole is not None:
        return whole
    first, *others = (_of_parts(part, spec.conventions) for part in _ANNOUNCED.split(text))
    # "Problem: Lösung" is about both.
    return first if first is not None and {*others} <= {None, first} else Role.OTHER


def _bare(heading: str) -> str:
    """Return a heading without numbering, emoji, bracket and what ends it, in lower case."""
    composed = unicodedata.normalize("NFC", heading)
    kept = "".join(_SEEN.get(unicodedata.category(one), one) for one in composed)
    text = " ".join(kept.split()).lower()
    text = _BRACKETS.sub("", _NUMBERING.sub("", text))
    return text.strip("*_:.!…–—- ")


def _known(text: str, conventions: Conventions) -> Role | None:
    """Return the role of a word, whatever article stands before it."""
    first, _blank, rest = text.partition(" ")
    if rest and first in conventions.articles:
        text = rest
    for role, words in conventions.headings.items():
        if text in words:
            return Role(role)
    return None


def _of_parts(text: str, conventions: Conventions) -> Role | None:
    """Return the role of a word, or of several joined by "and", where they all mean the same."""
    if (role := _known(text, conventions)) is not None:
        return role
    joint = rf"\s*[&+/,]\s*|\s+{re.escape(conventions.and_word)}\s+"
    parts = [part for part in re.split(joint, text) if part]
    roles = [_known(part, conventions) for part in parts]
    if any(
        role is None and part not in conventions.companions
        for part, role in zip(parts, roles, strict=True)
    ):
        return None
    found = {role for role in roles if role is not None}
    return found.pop() if len(found) == 1 else None
