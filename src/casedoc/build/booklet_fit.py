"""How the chapters of a booklet are arranged: estimated first, then corrected by the layout.

Each begins on a page of its own, so that none depends on the others.

*Why* not by estimates alone: whether a text ends on a left page decides whether a blank one follows
it, and only a layout tells that.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from casedoc.base.outcome import Outcome
from casedoc.markup.booklet_form import BookletLayout, ChapterForm, Closing
from casedoc.pdf.extents import extents_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from casedoc.markup.booklet_form import BookletForm
    from casedoc.pdf.extents import Extent
    from casedoc.pdf.printing import Layout

MOST_TRIALS: Final = 3
"""Layouts of chapters that don't stand well, between the first layout of all and the last."""
_TOLERANCE_MM: Final = 0.5
_SPARE_MM: Final = 3.0
"""Less room than this below technologies and links is none."""
_FEW_LINES_MM: Final = 55.0
"""So much text on a last page is worth closer gaps, which may spare the page."""


class LaidOut(Protocol):
    """A document with its layout."""

    @property
    def layout(self) -> Layout:
        """Return the layout."""


T = TypeVar("T", bound=LaidOut)


def fit_chapter(
    slug: str,
    arrangement: BookletLayout,
    form: ChapterForm,
    lay_out: Callable[[ChapterForm], Outcome[T]],
) -> Outcome[tuple[ChapterForm, T]]:
    """Lay a chapter out until it stands well.

    Args:
        slug: The chapter's.
        arrangement: How studies stand.
        form: The form that estimates give.
        lay_out: Lays the chapter out in a form.
    """
    correct = _on_spreads if arrangement is BookletLayout.SPREAD else _on_pages
    trials = MOST_TRIALS + 2
    while True:
        tried = lay_out(form)
        trials -= 1
        if tried.value is None:
            return Outcome(None, tried.diagnostics)
        extents = extents_of(tried.value.layout, {slug, f"{slug}--main", f"{slug}--closing"})
        wanted = correct(form, _Chapter(slug, extents)) if slug in extents else form
        if wanted == form or not trials:
            return Outcome((form, tried.value), tried.diagnostics)
        form = wanted


def fit_front(
    arrangement: BookletLayout, form: BookletForm, lay_out: Callable[[BookletForm], Outcome[T]]
) -> Outcome[T]:
    """Lay a booklet out, and once more where contents or profile don't stand well.

    Args:
        arrangement: How studies stand.
        form: The form, with chapters as they were fitted.
        lay_out: Lays the booklet out in a form.
    """
    first = lay_out(form)
    if first.value is None or arrangement is BookletLayout.PAGE:
        return first
    extents = extents_of(first.value.layout, {"--profile", "--contents"})
    # Contents that end on a left page would leave the right one blank.
    is_even = len(extents.get("--contents", ())) % 2 == 0
    is_odd_profile = len(extents.get("--profile", ())) % 2 == 1
    wanted = replace(form, contents_on_left=is_even, profile_on_right=is_even and is_odd_profile)
    return first if wanted == form else lay_out(wanted)


class _Chapter:
    """Where a chapter stands."""

    def __init__(self, slug: str, extents: Mapping[str, tuple[Extent, ...]]) -> None:
        self.head = extents.get(slug, ())
        self.main = extents.get(f"{slug}--main", ())
        self.closing = extents.get(f"{slug}--closing", ())

    @property
    def last(self) -> Extent:
        """Return where it ends."""
        return (self.closing or self.main)[-1]

    @property
    def is_inside(self) -> bool:
        """Tell whether all text stands on one page, inside the type area."""
        parts = (*self.main, *self.closing)
        is_one = len({part.page for part in parts}) == 1
        return is_one and min(part.room_mm for part in parts) >= -_TOLERANCE_MM

    @property
    def gap_mm(self) -> float:
        """Return the room between text and technologies on their one page."""
        if not self.main or not self.closing:
            return math.inf
        return self.main[-1].room_mm - self.closing[-1].height_mm - self.closing[-1].room_mm


def _on_spreads(form: ChapterForm, chapter: _Chapter) -> ChapterForm:
    """Let a chapter on facing pages end on a right page."""
    if form.closing is Closing.EDGE:
        is_apart = chapter.is_inside and chapter.gap_mm > _SPARE_MM
        return form if is_apart else replace(form, closing=Closing.FOLLOWS)
    if form.closing is not Closing.FOLLOWS or not chapter.closing or not chapter.main:
        return form
    end = chapter.main[-1].page
    if end % 2 == 0:
        if chapter.main[-1].height_mm < _FEW_LINES_MM and not form.is_close:
            return replace(form, is_close=True)
        # Where closer gaps did not spare the page, they are of no use.
        return replace(form, closing=Closing.PAGE, is_close=False)
    if chapter.last.page != end:
        return replace(form, closing=Closing.OPENER)
    is_edge = chapter.is_inside and chapter.last.room_mm > _SPARE_MM
    return replace(form, closing=Closing.EDGE) if is_edge else form


def _on_pages(form: ChapterForm, chapter: _Chapter) -> ChapterForm:
    """Let a chapter take no more pages than it needs, and fill the one it has."""
    is_one_page = chapter.is_inside and chapter.last.page == chapter.head[0].page
    if form.closing is Closing.EDGE:
        return form if is_one_page else ChapterForm(is_close=form.is_close)
    if is_one_page:
        is_edge = chapter.closing and chapter.last.room_mm > _SPARE_MM
        return replace(form, closing=Closing.EDGE) if is_edge else form
    if form.is_large or _on_last(chapter) >= _FEW_LINES_MM:
        return form
    # Where closer gaps did not spare the page, larger results fill it.
    return ChapterForm(is_large=True) if form.is_close else replace(form, is_close=True)


def _on_last(chapter: _Chapter) -> float:
    """Return how much stands on the last page, in millimetres."""
    parts = (*chapter.main, *chapter.closing)
    return sum(part.height_mm for part in parts if part.page == chapter.last.page)
