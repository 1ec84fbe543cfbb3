"""What goes to others beside documents, such as paths and complaints, without names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from casedoc.content.confidences.mentions import edits_in
from casedoc.content.confidences.terms import folded, holds, pattern_of, places_of

if TYPE_CHECKING:
    from casedoc.content.confidences.mentions import Discretion, Terms


def masked(text: str, discretion: Discretion) -> str:
    """Return a text, a path or a complaint in which an alias stands for each name.

    Args:
        text: The text.
        discretion: Who must not be named.
    """
    names = discretion.every_name
    if not names or not holds(text, names):
        return text
    terms: Terms = tuple(
        (one, (*one.names, *one.shortened, *one.first), False) for one in discretion.secrets
    )
    people: Terms = tuple((one, one.people, True) for one in discretion.secrets if one.people)
    languages = discretion.languages or ("",)
    edits = edits_in(text, (*terms, *people), languages, is_label=True, is_code=True)
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    if not holds(text, names):
        return text
    # What stands inside a longer word, or has no alias.
    places = places_of(text)
    for match in reversed(list(pattern_of(names, inside=True).finditer(folded(text)))):
        text = f"{text[: places[match.start()]]}\u2026{text[places[match.end() - 1] + 1 :]}"
    return re.sub("\u2026+", "\u2026", text)
