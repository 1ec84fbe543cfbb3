"""Which part of a study a heading announces.

*Source*: the headings of 74 public case studies, by frequency (LANGUAGE.md).
"""

from __future__ import annotations

import re
from typing import Final

from casedoc.content.case_study import Role

_WORDS: Final[dict[str, dict[Role, tuple[str, ...]]]] = {
    "de": {
        Role.PROBLEM: (
            "herausforderung", "herausforderungen", "problemstellung", "problem", "kontext",
            "ausgangslage", "ausgangssituation", "ist-analyse", "das problem",
            "die herausforderung", "die ausgangslage",
        ),
        Role.SOLUTION: (
            "lösung", "lösungsansatz", "umsetzung", "vorgehen", "die lösung", "unsere lösung",
            "ansatz", "vorgehensweise", "lösungsweg",
        ),
        Role.HIGHLIGHTS: (
            "highlights", "technische highlights", "besonderheiten", "technische details",
            "technische besonderheiten",
        ),
        Role.RESULTS: (
            "ergebnis", "ergebnisse", "fazit", "wirkung", "nutzen", "resultate", "resultat",
            "das ergebnis", "die ergebnisse", "erfolge",
        ),
        Role.LINKS: ("links", "externe links", "weiterführende links", "verweise", "quellen"),
    },
    "en": {
        Role.PROBLEM: (
            "challenge", "challenges", "the challenge", "problem", "the problem",
            "problem statement", "background", "context",
        ),
        Role.SOLUTION: (
            "solution", "the solution", "approach", "our solution", "our approach",
            "implementation", "execution",
        ),
        Role.HIGHLIGHTS: (
            "highlights", "technical highlights", "technical details", "key features",
        ),
        Role.RESULTS: (
            "results", "result", "outcome", "outcomes", "impact", "key outcomes", "the results",
            "the outcome", "key results",
        ),
        Role.LINKS: ("links", "external links", "further links", "references", "resources"),
    },
}  # fmt: skip
_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[ivx]+\.)\s+", re.IGNORECASE)


def role_of(heading: str, language: str) -> Role:
    """Return what a heading announces in a language; `OTHER` where it is none of the known ones."""
    text = _NUMBERING.sub("", " ".join(heading.split())).casefold().rstrip(":. ")
    for role, words in _WORDS.get(language, {}).items():
        if text in words:
            return role
    return Role.OTHER
