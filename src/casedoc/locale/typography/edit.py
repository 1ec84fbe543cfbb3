"""Changes to a paragraph, and the paragraph they are made to.

*Why* edits and not new text: a rule then sees the whole paragraph, across bold and links, while
each change still falls into one run; and what was changed, and where, is known.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
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
        origins: For each character, its place in the text as it was typed; none if it was put in.
        typed_ends: Where each run ended in the text as it was typed.
    """

    text: str
    visible: str
    ends: tuple[int, ...]
    origins: tuple[int | None, ...]
    typed_ends: tuple[int, ...]

    @classmethod
    def of_runs(cls, runs: Sequence[str], visible: str) -> "Paragraph":
        """Return the paragraph that runs make up, as it was typed."""
        text, ends = "".join(runs), tuple(accumulate(map(len, runs)))
        return cls(text, visible, ends, tuple(range(len(text))), ends)

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
            _spliced_origins(self.origins, kept),
            self.typed_ends,
        )

    def runs(self) -> tuple[str, ...]:
        """Return the text of each run."""
        return tuple(self.text[start:end] for start, end in pairwise((0, *self.ends)))

    def changes(self) -> tuple[tuple[Edit, ...], ...]:
        """Return what was changed in each run, counted from the beginning of the run as typed."""
        bounds = zip(pairwise((0, *self.typed_ends)), pairwise((0, *self.ends)), strict=True)
        return tuple(tuple(self._changes_of(*typed, *now)) for typed, now in bounds)

    def _changes_of(self, first: int, last: int, start: int, end: int) -> Iterator[Edit]:
        """Yield the changes of the run that was typed at `first` to `last`."""
        expected, put_in = first, ""
        for character, origin in zip(self.text[start:end], self.origins[start:end], strict=True):
            if origin is None:
                put_in += character
                continue
            if put_in or origin != expected:
                yield Edit(expected - first, origin - first, put_in)
            expected, put_in = origin + 1, ""
        if put_in or expected != last:
            yield Edit(expected - first, last - first, put_in)

    def _spans_runs(self, edit: Edit) -> bool:
        """Whether a run ends inside the stretch that an edit replaces."""
        following = bisect_right(self.ends, edit.start)
        return following < len(self.ends) and self.ends[following] < edit.end


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


def _spliced_origins(
    origins: tuple[int | None, ...], edits: Sequence[Edit]
) -> tuple[int | None, ...]:
    """Return the origins of a text's characters after changes were made."""
    pieces: list[int | None] = []
    position = 0
    for edit in edits:
        pieces += (*origins[position : edit.start], *(None for _ in edit.text))
        position = edit.end
    return (*pieces, *origins[position:])
