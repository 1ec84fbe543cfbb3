"""How large and how close a document is set: the one thing that a fit changes."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from casedoc.markup.booklet_form import BookletForm


class PageArrangement(Enum):
    """How a one-pager spreads its text over the page (DESIGN section 9)."""

    POSTER = "poster"
    """For very short texts: everything large, one section below the other."""
    ORDINARY = "ordinary"
    """Problem beside solution, or headings beside their text."""
    DENSE = "dense"
    """The same, closer: smaller figures, lead-ins run in, technologies as a line."""
    COLUMNS = "columns"
    """For long prose: one row of figures, then all text in two even columns."""


@dataclass(frozen=True, slots=True)
class FitSetting:
    """One way to set a document; which levels there are is a matter of kind and arrangement."""

    level: int = 0
    """Type size: 0 is the usual one, larger numbers are larger type."""
    arrangement: PageArrangement = PageArrangement.ORDINARY
    """How the text stands on a one-pager; booklet and CV have but one way."""

    whole: frozenset[str] = frozenset()
    """Words that are not divided, so that no three lines in a row end in a hyphen."""
    booklet: BookletForm = field(default_factory=BookletForm)
    """How the chapters of a booklet are arranged."""

    @property
    def name(self) -> str:
        """Return it as it is told to users: `-1`, `-3 dense`."""
        if self.arrangement is PageArrangement.ORDINARY:
            return str(self.level)
        return f"{self.level} {self.arrangement.value}"
