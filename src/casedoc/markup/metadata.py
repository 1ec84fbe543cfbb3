"""What a file says of itself: subject and keywords."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.view.booklet import BookletView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from casedoc.view.cv import CvView


def subject_of(view: OnePagerView | BookletView | CvView) -> str:
    """Return what a document is about, in a line, and for whom; empty where nobody says it."""
    about = _about(view)
    return ", ".join(part for part in (about, view.recipient) if part)


def _about(view: OnePagerView | BookletView | CvView) -> str:
    if isinstance(view, OnePagerView):
        return view.study.subtitle or view.study.summary or view.study.category
    if isinstance(view, BookletView):
        return view.cover.subtitle
    return view.role or view.projects_heading


def keywords_of(view: OnePagerView | BookletView | CvView) -> tuple[str, ...]:
    """Return the technologies of a document, each once, in its order."""
    if isinstance(view, OnePagerView):
        names = list(view.study.technologies)
    elif isinstance(view, BookletView):
        names = [name for chapter in view.chapters for name in chapter.study.technologies]
    else:
        names = [name for project in view.projects for name in project.technologies]
    return tuple(dict.fromkeys(names))
