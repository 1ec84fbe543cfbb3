"""Our divisions of words in the place of WeasyPrint's dictionaries.

WeasyPrint asks Pyphen, which keeps what it has read in a table, one entry for each file of
patterns, and asks the entry for the positions in a word. So what stands in this table decides.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from casedoc.locale.division import NO_EXCEPTIONS, division_files, divisions_of
from casedoc.pdf.pattern_tables import pattern_table

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from casedoc.locale.division import Divisions, Exceptions


@dataclass(slots=True, eq=False)
class Dictionary:
    """Stands in Pyphen's table for a file of patterns, and reads it when a word needs it."""

    path: Path
    """The file."""
    language: str
    """Its language, without the region."""
    divisions: Divisions
    """What we know of the language."""
    known: dict[str, Sequence[int]] = field(default_factory=dict)
    """Answers that were given already."""
    table: Any = None
    """Pyphen's own table, once it was needed."""

    def use(self, exceptions: Exceptions) -> None:
        """Divide the words of another document."""
        divisions = divisions_of(self.language, exceptions)
        if divisions is not self.divisions:
            self.divisions = divisions
            self.known.clear()

    def positions(self, word: str) -> Sequence[int]:
        """Return where a word may be divided, as numbers of Pyphen's kind."""
        if word not in self.known:
            self.known[word] = self._answer(word)
        return self.known[word]

    def _answer(self, word: str) -> Sequence[int]:
        from pyphen import DataInt

        # In some languages the patterns' numbers say how a division changes the spelling.
        given: dict[int, int] = {}

        def patterns(lower: str) -> Sequence[int]:
            numbers: Sequence[int] = self._patterns(lower)
            if lower == word.lower():
                given.update((int(one), one) for one in numbers)
            return numbers

        points = self.divisions.points(word, patterns)
        return [given.get(point, DataInt(point)) for point in points]

    def _patterns(self, word: str) -> Any:  # noqa: ANN401 - Pyphen has no types
        """Return where the patterns divide a word."""
        if self.table is None:
            self.table = pattern_table(self.path)
        return self.table.positions(word)


def take_over() -> tuple[Dictionary, ...]:
    """Put a dictionary of ours in the place of each of Pyphen's; return them."""
    import pyphen

    own: dict[Path, Dictionary] = {}
    for name, path in pyphen.LANGUAGES.items():
        language = name.split("_")[0]
        shared = division_files().get(language, {}).get("patterns", name)
        read = pyphen.LANGUAGES.get(shared, path)
        if read not in own:
            own[read] = Dictionary(read, language, divisions_of(language, NO_EXCEPTIONS))
        pyphen.hdcache[path] = own[read]
    return tuple(own.values())


def read_patterns(languages: Collection[str]) -> None:
    """Parse the patterns of some languages, so that the first document need not."""
    for dictionary in take_over():
        if dictionary.language in languages:
            pattern_table(dictionary.path)


_TAKEN: Final[list[Dictionary]] = []


def divide_by(exceptions: Exceptions) -> None:
    """Let WeasyPrint divide words as we do, and those of a document as it says."""
    if not _TAKEN:
        _TAKEN.extend(take_over())
    for dictionary in _TAKEN:
        dictionary.use(exceptions)
