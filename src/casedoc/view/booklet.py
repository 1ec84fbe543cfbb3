"""A portfolio booklet, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.view.study import ContactView, FigureView, Original, StudyView


@dataclass(frozen=True, slots=True)
class WallFigure:
    """One figure of the cover."""

    figure: FigureView
    """What is set large."""
    caption: str
    """Short title of its case study."""


@dataclass(frozen=True, slots=True)
class CoverView:
    """The cover."""

    kicker: tuple[str, str, str]
    """What this is, the years, the city; any may be empty."""
    title: str
    """The author's name, or "Case studies" where there is no profile."""
    subtitle: str
    """The author's role; may be empty."""
    wall: tuple[WallFigure, ...]
    """Number figures: all first ones in booklet order, then all second ones, and so on; at most
    ten."""
    titles: tuple[str, ...]
    """Titles of the case studies, set instead where there is no number figure at all."""


@dataclass(frozen=True, slots=True)
class ProfilePageView:
    """The page about the author."""

    heading: str
    """From the catalog."""
    lead: str
    """The author's summary."""
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    """Heading and lines of each further section, such as the skills."""
    contact_heading: str
    """From the catalog."""
    contact: ContactView
    """The author's contact data."""


@dataclass(frozen=True, slots=True)
class ChapterView:
    """A case study as a chapter of the booklet."""

    ordinal: str
    """Such as "Fallstudie 2 von 4"."""
    study: StudyView
    """The case study."""
    byline: tuple[str, ...]
    """Category, date and role, for the contents; those that exist."""


@dataclass(frozen=True, slots=True)
class GroupView:
    """Case studies that belong together."""

    heading: str
    """Category or year; from the catalog for those without one."""
    slugs: tuple[str, ...]
    """The case studies, in booklet order."""
    original: Original | None = None
    """The language of the heading, where that is not the document's."""


@dataclass(frozen=True, slots=True)
class IndexEntry:
    """A technology and where it is used."""

    name: str
    """As first written."""
    slugs: tuple[str, ...]
    """The case studies, in booklet order."""


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The entries under one letter."""

    letter: str
    """Upper-case letter, or `#` for digits and signs."""
    entries: tuple[IndexEntry, ...]
    """Sorted without regard to case."""


@dataclass(frozen=True, slots=True)
class SkillRow:
    """A technology in the table of experience."""

    name: str
    """What it is called."""
    projects: str
    """Number of projects."""
    months: str
    """How long it was used; may be empty."""
    last: str
    """Month or year in which it was used last; may be empty."""


@dataclass(frozen=True, slots=True)
class SkillTable:
    """How long each technology was used, and when last."""

    heading: str
    """From the catalog."""
    heads: tuple[str, str, str, str]
    """Heads of the columns, from the catalog."""
    groups: tuple[tuple[str, tuple[SkillRow, ...]], ...]
    """Heading and rows of each group; the heading of a single one may be empty."""


@dataclass(frozen=True, slots=True)
class LetterView:
    """A page to the recipient, behind the cover."""

    recipient: str
    """Whom it is for; may be empty."""
    study: StudyView
    """Its text, under its title."""


@dataclass(frozen=True, slots=True)
class BookletView:
    """All selected case studies as one booklet."""

    language: str
    """Language tag of the document, for `lang`."""
    hyphenate: bool
    """Whether lines may end inside words."""
    title: str
    """Document title for the metadata."""
    author: str
    """Author for the metadata and running heads; may be empty."""
    cover: CoverView
    """The first page."""
    profile: ProfilePageView | None
    """The page about the author; none without a profile."""
    contents_heading: str
    """From the catalog."""
    chapters: tuple[ChapterView, ...]
    """The case studies in order."""
    index_heading: str
    """From the catalog."""
    index: tuple[IndexGroup, ...]
    """Technologies with their pages; may be empty."""
    contact: ContactView | None
    """The closing block."""
    groups: tuple[GroupView, ...] = ()
    """What the case studies are put together by, all of them in order; none where by nothing."""
    skills: SkillTable | None = None
    """How long each technology was used; none unless the settings ask for it."""
    recipient: str = ""
    """Whom it is for; empty where it is for everyone."""
    letter: LetterView | None = None
    """The page behind the cover; none without one."""
