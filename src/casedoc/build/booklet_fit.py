"""How the chapters of a booklet are arranged: estimated first, then corrected by the layout.

*Why* not by estimates alone: whether a text ends on a left page decides whether a blank one follows
it, and only a layout tells that.
"""

from __future__ import annotations

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
    from casedoc.view.booklet import BookletView

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


def fit_booklet(
    view: BookletView,
    arrangement: BookletLayout,
    form: BookletForm,
    lay_out: Callable[[BookletView, BookletForm], Outcome[T]],
) -> Outcome[T]:
    """Lay a booklet out, and once more where chapters don't stand well.

    What is tried in between are those chapters alone: each begins on a page of its own, so that
    none depends on the others.

    Args:
        view: What is printed.
        arrangement: How studies stand.
        form: The form that estimates give.
        lay_out: Lays a booklet, or some of its chapters, out in a form.
    """
    first = lay_out(view, form)
    if first.value is None:
        return first
    settled = wanted = _corrected(form, arrangement, _extents(view, first.value.layout))
    open_slugs = _changed(form, wanted)
    for _trial in range(MOST_TRIALS):
        if not open_slugs:
            break
        part = _part(view, open_slugs)
        tried = lay_out(part, settled)
        if tried.value is None:
            return Outcome(None, tried.diagnostics)
        wanted = _corrected(settled, arrangement, _extents(part, tried.value.layout))
        open_slugs &= _changed(settled, wanted)
        chapters = dict(settled.chapters)
        chapters.update(one for one in wanted.chapters if one[0] in open_slugs)
        settled = replace(settled, chapters=tuple(chapters.items()))
    return first if settled == form else lay_out(view, settled)


def _changed(form: BookletForm, wanted: BookletForm) -> set[str]:
    """Return the chapters that have another form."""
    return {slug for slug, chapter in wanted.chapters if form.of(slug) != chapter}


def _part(view: BookletView, slugs: set[str]) -> BookletView:
    """Return some chapters of a booklet, without what stands around them."""
    chapters = tuple(chapter for chapter in view.chapters if chapter.study.slug in slugs)
    return replace(
        view,
        chapters=chapters,
        groups=(),
        index=(),
        profile=None,
        contact=None,
        letter=None,
        skills=None,
    )


def _extents(view: BookletView, layout: Layout) -> Mapping[str, tuple[Extent, ...]]:
    slugs = [chapter.study.slug for chapter in view.chapters]
    ids = {f"{slug}{part}" for slug in slugs for part in ("", "--main", "--closing")}
    return extents_of(layout, ids | {"--profile", "--contents"})


def _corrected(
    form: BookletForm, arrangement: BookletLayout, extents: Mapping[str, tuple[Extent, ...]]
) -> BookletForm:
    """Return the form that a layout shows to be needed; the same where all is well."""
    correct = _on_spreads if arrangement is BookletLayout.SPREAD else _on_pages
    chapters = tuple(
        (slug, correct(chapter, _Chapter(slug, extents)) if slug in extents else chapter)
        for slug, chapter in form.chapters
    )
    if arrangement is BookletLayout.PAGE:
        return replace(form, chapters=chapters)
    # Contents that end on a left page would leave the right one blank.
    is_even = len(extents.get("--contents", ())) % 2 == 0
    is_odd_profile = len(extents.get("--profile", ())) % 2 == 1
    return replace(
        form,
        chapters=chapters,
        contents_on_left=is_even,
        profile_on_right=is_even and is_odd_profile,
    )


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


def _on_spreads(form: ChapterForm, chapter: _Chapter) -> ChapterForm:
    """Let a chapter on facing pages end on a right page."""
    if form.closing is Closing.EDGE:
        return form if chapter.is_inside else replace(form, closing=Closing.FOLLOWS)
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
