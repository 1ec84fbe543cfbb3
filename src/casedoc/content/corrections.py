"""What typography would correct in the printed texts of a file, at its places in the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.content.passages import passages_of
from casedoc.locale.typography import corrections
from casedoc.source.replacement import Replacement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from casedoc.base.span import Span
    from casedoc.content.passages import Passage
    from casedoc.locale.spec import LocaleSpec
    from casedoc.source.source import Source


def corrections_of(
    source: Source, spec: LocaleSpec, strange: Iterable[Span] = ()
) -> tuple[tuple[Replacement, ...], ...]:
    """Return what can be corrected in a file, for each text on its own.

    Only what is written as it reads: escapes, entities and values over several lines are left
    alone. Whether the file still means the same afterwards is for the caller to see.

    Args:
        source: The file.
        spec: Its language.
        strange: Places that are not to be touched, nor what else the text around them has.
    """
    kept = tuple(strange)
    found = (tuple(_of_passage(passage, spec)) for passage in dict.fromkeys(passages_of(source)))
    return tuple(
        replacements
        for replacements in found
        if replacements
        and not any(span.contains(one.span) for span in kept for one in replacements)
    )


def _of_passage(passage: Passage, spec: LocaleSpec) -> Iterator[Replacement]:
    changes = corrections(passage.runs, spec)
    for piece, edits in zip(passage.pieces, changes, strict=True):
        for edit in edits:
            if piece.is_literal(edit.start, edit.end):
                before = piece.text[edit.start : edit.end]
                yield Replacement(piece.place(edit.start, edit.end), before, edit.text)
