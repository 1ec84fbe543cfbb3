"""How the chapters of a booklet are arranged, as plain data.

Estimates decide at first; once the booklet is laid out, `casedoc.build` may ask for another form.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final


class BookletLayout(Enum):
    """How studies stand; its value is what the settings call it."""

    SPREAD = "spread"
    """Results on a left page, the text on the pages after it."""
    PAGE = "page"
    """A study on one page where it fits."""


class Closing(Enum):
    """Where technologies and links stand; templates use the values."""

    FOLLOWS = "follows"
    """Below the text, wherever it ends."""
    EDGE = "edge"
    """On the lower edge of the only page of the text."""
    OPENER = "opener"
    """On the opener, so that the text ends on its right page."""
    PAGE = "page"
    """On a right page of their own, where the text ends on a left one."""


@dataclass(frozen=True, slots=True)
class ChapterForm:
    """The arrangement of one chapter."""

    closing: Closing = Closing.FOLLOWS
    """Where technologies and links stand."""
    is_large: bool = False
    """Whether a study on one page shows its results as large as an opener does."""
    is_close: bool = False
    """Whether gaps, title and figures are smaller, to spare the text a last page of a few lines."""
    is_lead: bool = False
    """Whether the text is so short that it is set in display type."""


@dataclass(frozen=True, slots=True)
class EmptyPage:
    """A page that is left empty for one that was set by itself."""

    name: str
    """The page's name in stylesheets; may be empty."""
    side: str
    """The side it begins on where a blank page stands before it, `left` or `right`; else empty."""
    anchors: tuple[str, ...]
    """Where links lead on it."""


INDEX: Final = "--index"
"""Id of the index; what is set by itself to measure it."""
FRONT: Final = "--front"
"""What stands before the first chapter; it is set by itself to count its pages."""


@dataclass(frozen=True, slots=True)
class IndexRun:
    """Entries of one group of the index that stand in one column."""

    group: int
    """Number of the group, from 0."""
    first: int
    """Number of the first entry, from 0."""
    end: int
    """Number of the entry behind the last one."""


@dataclass(frozen=True, slots=True)
class IndexForm:
    """How the entries of the index stand in columns.

    *Why* known before: WeasyPrint sets columns over and over to balance them, all that is still to
    come included.
    """

    column_mm: float = 0.0
    """Width of a column."""
    pages: tuple[tuple[tuple[IndexRun, ...], ...], ...] = ()
    """What stands in each column of each page; none where columns break by themselves."""


@dataclass(frozen=True, slots=True)
class BookletForm:
    """The arrangement of a booklet, as far as a layout has shown what is needed."""

    chapters: tuple[tuple[str, ChapterForm], ...] = ()
    """The slug of each chapter with its form; those that are missing are set as estimated."""
    contents_on_left: bool = False
    """Whether the contents begin on a left page, so that they end on a right one."""
    profile_on_right: bool = False
    """Whether the profile stands on a right page, so that the contents face each other."""

    only: str = ""
    """What is set by itself: the slug of a chapter, `INDEX` or `FRONT`; empty where all is set."""
    empty: tuple[tuple[str, tuple[EmptyPage, ...]], ...] = ()
    """The slugs of chapters that were set by themselves, and the pages left empty for them."""

    index: IndexForm = IndexForm()
    """How the index stands in columns."""
    numbers: tuple[tuple[str, int], ...] = ()
    """Anchors and the numbers of their pages, as far as they are known before the layout."""

    def of(self, slug: str) -> ChapterForm | None:
        """Return the form of a chapter; none where estimates decide."""
        return dict(self.chapters).get(slug)
