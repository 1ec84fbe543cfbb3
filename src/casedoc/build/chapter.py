"""A chapter of a booklet, set by itself; the front; and all of them, not bound yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.outcome import Outcome
    from casedoc.base.recording import Reading
    from casedoc.markup.booklet_form import ChapterForm
    from casedoc.pdf.insert import Insert
    from casedoc.view.booklet import BookletView


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that was set by itself."""

    slug: str
    """Its case study's."""
    form: ChapterForm
    """How it is arranged."""
    insert: Insert | None
    """Its pages; none where they can't be put into a document."""
    readings: tuple[Reading, ...]
    """What was read meanwhile: its images."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the chapters, set by itself."""

    contents_on_left: bool
    """As in `BookletForm`."""
    profile_on_right: bool
    """As in `BookletForm`."""
    pages: int
    """Number of its pages."""


@dataclass(frozen=True, slots=True)
class SetBooklet:
    """A booklet whose chapters are set, and that is not bound yet."""

    composed: Outcome[BookletView]
    """What it shows."""
    chapters: tuple[Outcome[Chapter], ...]
    """What came of each chapter."""
    front: Front | None = None
    """What stands before them; none where it was not set yet."""
