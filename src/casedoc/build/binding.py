"""A booklet is bound of chapters that were set by themselves.

What stands around them, from the cover to the index with all running heads and page numbers, is set
with empty pages in their place. Where that can't be done, the booklet is set in one piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, NamedTuple

from casedoc.base.diagnostic import has_errors
from casedoc.base.outcome import Outcome
from casedoc.build.booklet_fit import fit_front
from casedoc.build.booklet_memory import FORGETFUL, BookletMemory, said_by
from casedoc.build.chapter import Front
from casedoc.build.fit import Trial
from casedoc.build.fitted import Fitted
from casedoc.build.index_fit import index_form
from casedoc.markup.booklet import layout_of
from casedoc.markup.booklet_form import (
    FRONT,
    INDEX,
    BookletForm,
    BookletLayout,
    EmptyPage,
    IndexForm,
)
from casedoc.markup.kind import PageKind
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.extents import extents_of
from casedoc.pdf.frame import known_of
from casedoc.pdf.insert import Placed, UnfitError, place, targets_of
from casedoc.pdf.printing import Layout, lay_out

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedoc.base.world import World
    from casedoc.build.chapter import Chapter, SetBooklet
    from casedoc.markup.page import HtmlPage
    from casedoc.markup.theme import Theme
    from casedoc.pdf.frame import Frame
    from casedoc.pdf.insert import Insert
    from casedoc.pdf.standards import Standard
    from casedoc.view.booklet import BookletView

_FRONT: Final = "front"
_INDEX: Final = "index"
_FRAME: Final = "frame"
"""Kinds of what is remembered."""


def bind(
    booklet: SetBooklet,
    theme: Theme,
    world: World,
    standard: Standard | None = None,
    memory: BookletMemory = FORGETFUL,
) -> Outcome[Fitted]:
    """Lay a booklet out around its chapters.

    Args:
        booklet: What it shows, and all its chapters in order.
        theme: How it looks.
        world: The door to the disk.
        standard: What it is made for, where nothing but its pages is written into the file; then
            what stands around the chapters is written at once, and remembered.
        memory: Parts of booklets that were set before.

    Raises:
        UnfitError: It has to be set in one piece.
    """
    view, chapters = _parts(booklet)
    setting = _setting(chapters, theme)
    inserts = {one.slug: one.insert for one in chapters if one.insert is not None}
    front = booklet.front or set_front(view, theme, world, memory)
    if len(inserts) < len(chapters) or front is None:
        raise UnfitError
    numbers = _numbers(front.pages, inserts, layout_of(theme))
    settled = replace(
        setting.booklet,
        contents_on_left=front.contents_on_left,
        profile_on_right=front.profile_on_right,
        index=_index(view, numbers, theme, world, memory),
    )
    fit = replace(setting, booklet=settled)
    whole = render_page(view, theme, fit, world)
    if whole.value is None:
        return Outcome(None, whole.diagnostics)
    empty = tuple((slug, tuple(_empty(slug, insert))) for slug, insert in inserts.items())
    form = replace(settled, empty=empty, numbers=tuple(numbers.items()))
    page = render_page(view, theme, replace(fit, booklet=form), world)
    if page.value is None:
        # Templates of somebody's own may not know empty pages.
        raise UnfitError
    around = _Around(page.value, whole.value, inserts, numbers)
    layout = around.layout() if standard is None else around.remembered(standard, memory)
    noticed = tuple(told for one in chapters for told in one.diagnostics)
    found = (*page.diagnostics, *whole.diagnostics, *noticed)
    return Outcome(Fitted(whole.value, layout, fit), tuple(dict.fromkeys(found)))


class _Around(NamedTuple):
    """What stands around chapters, with empty pages in their place."""

    page: HtmlPage
    """Its HTML."""
    whole: HtmlPage
    """The HTML of the booklet with all its chapters."""
    inserts: Mapping[str, Insert]
    """The pages of each chapter by its slug."""
    numbers: Mapping[str, int]
    """The numbers of the pages on which they begin, by anchor."""

    def layout(self) -> Layout:
        """Lay it out and give the chapters their places."""
        layout = lay_out(self.page).value
        if layout is None:
            raise UnfitError
        starts = extents_of(layout, self.inserts.keys())
        if any(starts[slug][0].page != self.numbers[slug] for slug in self.inserts):
            raise UnfitError
        wanted = targets_of(layout.document)
        placed = tuple(
            place(layout.document, self.numbers[slug] - 1, insert, wanted)
            for slug, insert in self.inserts.items()
        )
        return replace(layout, page=self.whole, inserts=placed)

    def remembered(self, standard: Standard, memory: BookletMemory) -> Layout:
        """Return its layout, written now or before."""
        inserts = tuple(self.inserts.values())
        known = known_of(inserts, self.page)
        shown = (said_by(self.page), self.whole.stylesheets, known, standard)
        frame: Frame | None = memory.recall(_FRAME, shown)
        if frame is None:
            frame = self.layout().as_frame(standard)
            if not has_errors(frame.diagnostics):
                memory.keep(_FRAME, shown, frame)
        placed = tuple(
            Placed(first, insert, shifts)
            for insert, (first, shifts) in zip(inserts, frame.shifts, strict=True)
        )
        return Layout(self.whole, frame.measure, frame.diagnostics, None, placed, frame)


def set_front(
    view: BookletView, theme: Theme, world: World, memory: BookletMemory = FORGETFUL
) -> Front | None:
    """Lay out what stands before the chapters of a booklet, to know how many pages it takes.

    Args:
        view: What the booklet shows.
        theme: How it looks.
        world: The door to the disk.
        memory: Parts of booklets that were set before.
    """
    setting = FitSetting(theme.choice.booklet_level, booklet=BookletForm(only=FRONT))
    page = render_page(view, theme, setting, world).value
    shown = said_by(page) if page is not None else None
    front: Front | None = memory.recall(_FRONT, shown)
    if front is None:
        trial = Trial(view, theme, world)
        fitted = fit_front(
            layout_of(theme), setting.booklet, lambda form: trial.at(replace(setting, booklet=form))
        ).value
        if fitted is not None:
            form = fitted.setting.booklet
            pages = fitted.layout.measure.pages
            front = Front(form.contents_on_left, form.profile_on_right, pages)
            memory.keep(_FRONT, shown, front)
    return front


def _parts(booklet: SetBooklet) -> tuple[BookletView, Sequence[Chapter]]:
    """Return what a booklet shows, and its chapters."""
    chapters = [one.value for one in booklet.chapters if one.value is not None]
    if booklet.composed.value is None or len(chapters) < len(booklet.chapters):
        raise AssertionError(booklet.composed.diagnostics)
    return booklet.composed.value, chapters


def _numbers(
    front: int, inserts: Mapping[str, Insert], arrangement: BookletLayout
) -> dict[str, int]:
    """Return the numbers of the pages to which contents and index refer, by anchor."""
    numbers: dict[str, int] = {}
    page = front + 1
    for slug, insert in inserts.items():
        if arrangement is BookletLayout.SPREAD:
            # They begin on left pages.
            page += page % 2
        for at, own in enumerate(insert.pages):
            for anchor in (slug, f"{slug}--text"):
                if anchor in own.anchors:
                    numbers.setdefault(anchor, page + at)
        page += len(insert.pages)
    return numbers


def _index(
    view: BookletView,
    numbers: Mapping[str, int],
    theme: Theme,
    world: World,
    memory: BookletMemory,
) -> IndexForm:
    """Return how the index stands in columns."""
    if not view.index:
        return IndexForm()
    form = BookletForm(only=INDEX, numbers=tuple(numbers.items()))
    setting = FitSetting(theme.choice.booklet_level, booklet=form)
    page = render_page(view, theme, setting, world).value
    if page is None:
        return IndexForm()
    shown = said_by(page)
    index: IndexForm | None = memory.recall(_INDEX, shown)
    if index is None:
        measured = lay_out(page).value
        if measured is None:
            return IndexForm()
        index = index_form(view.index, measured, theme.geometry(PageKind.BOOKLET).area_height)
        memory.keep(_INDEX, shown, index)
    return index


def in_one_piece(booklet: SetBooklet, theme: Theme, world: World) -> Outcome[Fitted]:
    """Lay a booklet out as one, its chapters arranged as they were by themselves.

    Args:
        booklet: What it shows, and all its chapters in order.
        theme: How it looks.
        world: The door to the disk.
    """
    view, chapters = _parts(booklet)
    setting = _setting(chapters, theme)
    trial = Trial(view, theme, world)
    return fit_front(
        layout_of(theme), setting.booklet, lambda form: trial.at(replace(setting, booklet=form))
    )


def _setting(chapters: Sequence[Chapter], theme: Theme) -> FitSetting:
    forms = tuple((one.slug, one.form) for one in chapters)
    return FitSetting(theme.choice.booklet_level, booklet=BookletForm(forms))


def _empty(slug: str, insert: Insert) -> Iterator[EmptyPage]:
    """Yield the pages that are left empty for an insert; blank ones come by themselves."""
    side = ""
    # What goes on over a page is on both; links lead to where it begins.
    left = [slug, f"{slug}--text"]
    for page in insert.pages:
        if page.is_blank:
            # The next one begins on the other side than this one.
            side = "right" if page.side == "left" else "left"
            continue
        anchors = tuple(name for name in left if name in page.anchors)
        left = [name for name in left if name not in anchors]
        yield EmptyPage(page.name, side, anchors)
        side = ""
