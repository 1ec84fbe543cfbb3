"""Which part of a study a heading announces.

*Source*: the headings of 74 public case studies, by frequency (LANGUAGE.md).
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from casedoc.content.case_study import Role

_WORDS: Final[dict[str, dict[Role, tuple[str, ...]]]] = {
    "de": {
        Role.PROBLEM: (
            "herausforderung", "herausforderungen", "problemstellung", "problem", "probleme",
            "kontext", "ausgangslage", "ausgangssituation", "ausgangspunkt", "ist-analyse",
            "ist-zustand", "ist-situation", "hintergrund", "aufgabe", "aufgabenstellung",
            "situation",
        ),
        Role.SOLUTION: (
            "lösung", "lösungen", "lösungsansatz", "umsetzung", "vorgehen", "ansatz",
            "vorgehensweise", "lösungsweg", "implementierung", "technische umsetzung",
            "technische lösung", "realisierung", "durchführung", "maßnahmen", "massnahmen",
        ),
        Role.HIGHLIGHTS: (
            "highlights", "technische highlights", "besonderheiten", "technische details",
            "technische besonderheiten",
        ),
        Role.RESULTS: (
            "ergebnis", "ergebnisse", "fazit", "wirkung", "nutzen", "resultate", "resultat",
            "erfolge", "erfolg", "auswirkungen", "mehrwert", "messbare ergebnisse",
            "ergebnisse auf einen blick", "ergebnisse im überblick",
        ),
        Role.LINKS: ("links", "externe links", "weiterführende links", "verweise", "quellen"),
    },
    "en": {
        Role.PROBLEM: (
            "challenge", "challenges", "problem", "problems", "problem statement", "background",
            "context", "situation", "initial situation", "starting point",
        ),
        Role.SOLUTION: (
            "solution", "solutions", "approach", "implementation", "execution",
            "technical implementation", "technical solution", "technical approach",
        ),
        Role.HIGHLIGHTS: (
            "highlights", "technical highlights", "technical details", "key features",
        ),
        Role.RESULTS: (
            "results", "result", "outcome", "outcomes", "impact", "key outcomes", "key results",
            "business impact", "measurable results", "benefits", "results at a glance",
        ),
        Role.LINKS: ("links", "external links", "further links", "references", "resources"),
    },
}  # fmt: skip
_ARTICLES: Final[dict[str, tuple[str, ...]]] = {
    "de": ("der", "die", "das", "unser", "unsere", "mein", "meine"),
    "en": ("the", "our", "my", "a", "an"),
}
"""What may stand before a word without hiding it."""
_AND: Final[dict[str, str]] = {"de": "und", "en": "and"}
_COMPANIONS: Final[dict[str, tuple[str, ...]]] = {
    "de": ("ausblick", "erkenntnisse", "lessons learned", "learnings", "ziel", "ziele", "details"),
    "en": ("outlook", "lessons learned", "learnings", "next steps", "goal", "goals", "details"),
}
"""What may stand beside a word, joined by "and", without being a part of its own."""
_NUMBERING = re.compile(
    r"\A(?:[#§]?\d+(?:\.\d+)*(?:\s*[.):/|–—-])?\s+|\d+[.):]|[ivx]+[.):]\s+|[a-h][.)]\s+)"
)
_BRACKETS = re.compile(r"\s*\([^()]*\)\Z")
_ANNOUNCED = re.compile(r":\s+|\s+[–—-]\s+")
_SEEN: Final = {"So": " ", "Sk": " ", "Cf": "", "Mn": "", "Me": ""}
"""What is seen of emoji and of invisible characters, by category: signs, modifiers, joiners."""


def role_of(heading: str, language: str) -> Role:
    """Return what a heading announces in a language; `OTHER` where it is none of the known words.

    Numbering, emoji, an article, a bracket and a colon at the end do not hide a word, nor does what
    it introduces ("Lösung: Kubernetes"). Any other words around it do: "Ergebnis der Wahl" is no
    results section.

    Args:
        heading: The heading's words, without markup.
        language: The language alone: `de`, `en`.
    """
    text = _bare(heading)
    whole = _of_parts(text, language)
    if whole is not None:
        return whole
    first, *others = (_of_parts(part, language) for part in _ANNOUNCED.split(text))
    # "Problem: Lösung" is about both.
    return first if first is not None and {*others} <= {None, first} else Role.OTHER


def _bare(heading: str) -> str:
    """Return a heading without numbering, emoji, bracket and what ends it, in lower case."""
    composed = unicodedata.normalize("NFC", heading)
    kept = "".join(_SEEN.get(unicodedata.category(one), one) for one in composed)
    text = " ".join(kept.split()).lower()
    text = _BRACKETS.sub("", _NUMBERING.sub("", text))
    return text.strip("*_:.!…–—- ")


def _known(text: str, language: str) -> Role | None:
    """Return the role of a word, whatever article stands before it."""
    first, _blank, rest = text.partition(" ")
    if rest and first in _ARTICLES.get(language, ()):
        text = rest
    for role, words in _WORDS.get(language, {}).items():
        if text in words:
            return role
    return None


def _of_parts(text: str, language: str) -> Role | None:
    """Return the role of a word, or of several joined by "and", where they all mean the same."""
    if (role := _known(text, language)) is not None:
        return role
    joint = rf"\s*[&+/,]\s*|\s+{_AND.get(language, '&')}\s+"
    parts = [part for part in re.split(joint, text) if part]
    roles = [_known(part, language) for part in parts]
    companions = _COMPANIONS.get(language, ())
    if any(
        role is None and part not in companions for part, role in zip(parts, roles, strict=True)
    ):
        return None
    found = {role for role in roles if role is not None}
    return found.pop() if len(found) == 1 else None
