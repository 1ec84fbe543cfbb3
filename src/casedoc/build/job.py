"""One document that is to be made, as a worker is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.build.edition import USUAL, Edition
from casedoc.build.kinds import DocumentKind, Format
from casedoc.view.grouping import NO_GROUPS, Grouping
from casedoc.view.tailoring import FOR_EVERYONE, Tailoring

if TYPE_CHECKING:
    from casedoc.content.case_study import CaseStudy
    from casedoc.content.profile import Profile
    from casedoc.locale.spec import LocaleSpec


@dataclass(frozen=True, slots=True)
class Job:
    """One document to make; all that a worker needs to know."""

    kind: DocumentKind
    """What it is."""
    language: LocaleSpec
    """The language it is made in."""
    studies: tuple[CaseStudy, ...]
    """Its case studies in order; one for a one-pager."""
    profile: Profile | None
    """The author, if known."""
    targets: tuple[tuple[Format, str], ...]
    """The forms it is wanted in, and the file name of each."""
    overflow_is_error: bool
    """Whether a one-pager of two pages is an error."""
    grouping: Grouping = NO_GROUPS
    """What the case studies of a booklet are put together by."""
    edition: Edition = USUAL
    """What kind of file it becomes."""
    tailoring: Tailoring = FOR_EVERYONE
    """What it has beyond its case studies."""
    audience: str | None = None
    """The profile it is made for; none where it is for everyone."""
    hidden: tuple[str, ...] = ()
    """Names that must stand nowhere in it."""
