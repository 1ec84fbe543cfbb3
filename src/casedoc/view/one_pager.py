"""A one-pager, ready to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.view.study import ContactView, StudyView


@dataclass(frozen=True, slots=True)
class OnePagerView:
    """One case study on one page."""

    language: str
    """Language tag of the document, for `lang`."""
    hyphenate: bool
    """Whether lines may end inside words, in the study's own language."""
    title: str
    """Document title for the metadata."""
    author: str
    """Author for the metadata; may be empty."""
    kicker: tuple[str, str, str]
    """Category, kind (with the date where there is no meta row), author; any may be empty."""
    study: StudyView
    """The case study."""
    contact: ContactView | None
    """The footer; none without a profile."""
    recipient: str = ""
    """Whom it is for; empty where it is for everyone."""
