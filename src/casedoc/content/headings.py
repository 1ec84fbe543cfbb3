"""Which part of a study a heading announces.

*Source*: the headings of 74 public case studies, by frequency (LANGUAGE.md).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedoc.content.case_study import Role

if TYPE_CHECKING:
    from casedoc.locale.spec import LocaleSpec

_NUMBERING = re.compile(r"^(?:\d+(?:\.\d+)*[.)]?|[ivx]+\.)\s+", re.IGNORECASE)


def role_of(heading: str, spec: LocaleSpec) -> Role:
    """Return what a heading announces in a language; `OTHER` where it is none of the known ones."""
    text = _NUMBERING.sub("", " ".join(heading.split())).casefold().rstrip(":. ")
    for role, words in spec.conventions.headings.items():
        if text in words:
            return Role(role)
    return Role.OTHER
