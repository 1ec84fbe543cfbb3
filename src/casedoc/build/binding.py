"""A booklet is bound of chapters that were set by themselves.

What stands around them, from the cover to the index with all running heads and page numbers, is set
with empty pages in their place. Where that can't be done, the booklet is set in one piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.build.booklet_fit import fit_front
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
from casedoc.pdf.insert import UnfitError, place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from casedoc.base.world import World
    from casedoc.build.chapter import Chapter
    from casedoc.markup.theme import Theme
    from casedoc.pdf.insert import Insert
    from casedoc.view.booklet import BookletView


def bind(
    view: BookletView, chapters: Sequence[Chapter], theme: Theme, world: World
) -> Outcome[Fitted]:
    """Lay a booklet out around its chapters.

    Args:
        view: What it shows.
        chapters: All its chapters in order.
        theme: How it looks.
        world: The door to the disk.

    Raises:
        UnfitError: It has to be set in one piece.
    """
    setting = _setting(chapters, theme)
    inserts = {one.slug: one.insert for one in chapters if one.insert is not None}
    if len(inserts) < len(chapters):
        raise UnfitError

    def lay_out(form: BookletForm) -> Outcome[Fitted]:
        # None is asked for twice, and each holds much memory.
        return Trial(view, theme, world).at(replace(setting, booklet=form))

    arrangement = layout_of(theme)
    settled, pages = _front(arrangement, setting.booklet, lay_out)
    numbers = _numbers(pages, inserts, arrangement)
    form = replace(
        settled,
        empty=tuple((slug, tuple(_empty(slug, insert))) for slug, insert in inserts.items()),
        index=_index(view, numbers, theme, lay_out),
        numbers=tuple(numbers.items()),
    )
    frame = lay_out(form)
    if frame.value is None:
        # Templates of somebody's own may not know empty pages.
        raise UnfitError
    layout = frame.value.layout
    starts = extents_of(layout, inserts.keys())
    if any(starts[slug][0].page != numbers[slug] for slug in inserts):
        raise UnfitError
    placed = tuple(
        place(layout.document, starts[slug][0].page - 1, insert) for slug, insert in inserts.items()
    )
    fit = replace(setting, booklet=replace(settled, index=form.index))
    whole = render_page(view, theme, fit, world)
    if whole.value is None:
        return Outcome(None, whole.diagnostics)
    noticed = tuple(told for one in chapters for told in one.diagnostics)
    bound = replace(layout, page=whole.value, inserts=placed)
    found = (*frame.diagnostics, *whole.diagnostics, *noticed)
    return Outcome(Fitted(whole.value, bound, fit), tuple(dict.fromkeys(found)))


def _front(
    arrangement: BookletLayout,
    form: BookletForm,
    lay_out: Callable[[BookletForm], Outcome[Fitted]],
) -> tuple[BookletForm, int]:
    """Return how what stands before the chapters is arranged, and the number of its pages."""
    front = fit_front(arrangement, replace(form, only=FRONT), lay_out).value
    if front is None:
        raise UnfitError
    return replace(front.setting.booklet, only=""), front.layout.measure.pages


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
    lay_out: Callable[[BookletForm], Outcome[Fitted]],
) -> IndexForm:
    """Return how the index stands in columns."""
    if not view.index:
        return IndexForm()
    measured = lay_out(BookletForm(only=INDEX, numbers=tuple(numbers.items()))).value
    if measured is None:
        return IndexForm()
    height = theme.geometry(PageKind.BOOKLET).area_height
    return index_form(view.index, measured.layout, height)


def in_one_piece(
    view: BookletView, chapters: Sequence[Chapter], theme: Theme, world: World
) -> Outcome[Fitted]:
    """Lay a booklet out as one, its chapters arranged as they were by themselves."""
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
