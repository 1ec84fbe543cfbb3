"""A booklet is bound of chapters that were set by themselves.

What stands around them, from the cover to the index with all running heads and page numbers, is set
with empty pages in their place. Where that can't be done, the booklet is set in one piece.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from casedoc.base.outcome import Outcome
from casedoc.build.booklet_fit import fit_front
from casedoc.build.fit import Trial
from casedoc.build.fitted import Fitted
from casedoc.build.index_fit import index_form
from casedoc.markup.booklet import layout_of
from casedoc.markup.booklet_form import INDEX, BookletForm, EmptyPage, IndexForm
from casedoc.markup.kind import PageKind
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.extents import extents_of
from casedoc.pdf.insert import UnfitError, place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from casedoc.base.world import World
    from casedoc.build.chapters import Chapter
    from casedoc.markup.theme import Theme
    from casedoc.pdf.insert import Insert
    from casedoc.view.booklet import BookletView


_FRONT_PAGES: Final = 4
"""Roughly the pages before the first chapter: only the length of page numbers depends on them."""


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
    empty = tuple((slug, tuple(_empty(slug, insert))) for slug, insert in inserts.items())
    trial = Trial(view, theme, world)

    def lay_out(form: BookletForm) -> Outcome[Fitted]:
        return trial.at(replace(setting, booklet=form))

    form = replace(setting.booklet, empty=empty, index=_index(view, inserts, theme, trial))
    frame = fit_front(layout_of(theme), form, lay_out)
    if frame.value is None:
        # Templates of somebody's own may not know empty pages.
        raise UnfitError
    layout = frame.value.layout
    starts = extents_of(layout, inserts.keys())
    placed = tuple(
        place(layout.document, starts[slug][0].page - 1, insert) for slug, insert in inserts.items()
    )
    form = replace(frame.value.setting.booklet, empty=())
    settled = replace(setting, booklet=form)
    whole = render_page(view, theme, settled, world)
    if whole.value is None:
        return Outcome(None, whole.diagnostics)
    noticed = tuple(told for one in chapters for told in one.diagnostics)
    bound = replace(layout, page=whole.value, inserts=placed)
    found = (*frame.diagnostics, *whole.diagnostics, *noticed)
    return Outcome(Fitted(whole.value, bound, settled), tuple(dict.fromkeys(found)))


def _index(
    view: BookletView, inserts: Mapping[str, Insert], theme: Theme, trial: Trial
) -> IndexForm:
    """Return how the index stands in columns."""
    if not view.index:
        return IndexForm()
    numbers, page = [], _FRONT_PAGES
    for slug, insert in inserts.items():
        numbers.append((slug, page + 1))
        page += len(insert.pages)
    form = BookletForm(only=INDEX, numbers=tuple(numbers))
    measured = trial.at(FitSetting(theme.choice.booklet_level, booklet=form)).value
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
