"""Changes to a paragraph, and the paragraph they are made to.

*Why* edits and not new text: a rule then sees the whole paragraph, across bold and links, while
each change still falls into one run; and what was changed, and where, is known.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from casedoc.locale.spec import LocaleSpec


@dataclass(frozen=True, slots=True)
class Edit:
    """One change.

    Attributes:
        start: The first character that is replaced, counted from 0.
        end: The character after the last; the same as `start` where text is put in.
        text: What stands there afterwards.
    """

    start: int
    end: int
    text: str


Rule = Callable[[str, LocaleSpec], Iterable[Edit]]
"""A rule: from the visible text of a paragraph to the changes, in order, none overlapping."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of one paragraph, and where its runs end.

    Attributes:
        text: The text as it is.
        visible: The same text with an object character for each one that rules must not touch.
        ends: Where each run ends in the text.
    """

    text: str
    visible: str
    ends: tuple[int, ...]

    def edited(self, edits: Iterable[Edit]) -> "Paragraph":
        """Return the paragraph with changes made; one that spans two runs is left out."""
        kept = [edit for edit in edits if not self._spans_runs(edit)]
        if not kept:
            return self
        grown = [0, *accumulate(map(_growth, kept))]
        edit_ends = [edit.end for edit in kept]
        return Paragraph(
            _spliced(self.text, kept),
            _spliced(self.visible, kept),
            tuple(end + grown[bisect_right(edit_ends, end)] for end in self.ends),
        )

    def runs(self) -> tuple[str, ...]:
        """Return the text of each run."""
        return tuple(self.text[start:end] for start, end in pairwise((0, *self.ends)))

    def _spans_runs(self, edit: Edit) -> bool:
        """Whether a run ends inside the stretch that an edit replaces."""
        following = bisect_right(self.ends, edit.start)
        return following < len(self.ends) and self.ends[following] < edit.end


def run_ends(runs: Sequence[str]) -> tuple[int, ...]:
    """Return where each run ends in the text of all."""
    return tuple(accumulate(map(len, runs)))


def _growth(edit: Edit) -> int:
    """Return how much longer an edit makes a text."""
    return len(edit.text) - (edit.end - edit.start)


def _spliced(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with changes made."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join((*pieces, text[position:]))
