"""The chapters of a booklet are set by themselves, as many at once as there are workers."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.base.diagnostic import has_errors
from casedoc.base.outcome import Outcome
from casedoc.base.recording import RecordingWorld
from casedoc.build.booklet_fit import fit_chapter
from casedoc.build.booklet_memory import FORGETFUL, BookletMemory
from casedoc.build.chapter import Chapter
from casedoc.build.fit import Trial
from casedoc.build.writing import written_standard
from casedoc.markup.booklet import estimated_chapter, layout_of
from casedoc.markup.booklet_form import BookletForm
from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting
from casedoc.pdf.extents import extents_of
from casedoc.pdf.insert import UnfitError
from casedoc.view.booklet import BookletView, CoverView, GroupView

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.build.fitted import Fitted
    from casedoc.build.job import Job
    from casedoc.markup.booklet_form import ChapterForm
    from casedoc.markup.theme import Theme
    from casedoc.pdf.insert import Insert
    from casedoc.pdf.standards import Standard


def chapter_of(
    job: Job,
    view: BookletView,
    at: int,
    theme: Theme,
    world: World,
    memory: BookletMemory = FORGETFUL,
) -> Outcome[Chapter]:
    """Return a chapter of a booklet, remembered or set.

    Args:
        job: The booklet.
        view: What it shows.
        at: Number of the chapter, from 0.
        theme: How it looks.
        world: The door to the disk.
        memory: Chapters that were set before.
    """
    own, standard = alone(view, at), written_standard(job.edition)
    shown = (own, standard, job.edition.attach_source)
    known = memory.recall_chapter(shown, world)
    if known is not None:
        return Outcome(known, known.diagnostics)
    chapter = set_chapter(own, theme, world, standard, with_files=job.edition.attach_source)
    if chapter.value is not None:
        memory.keep_chapter(shown, chapter.value)
    return chapter


def set_chapter(
    view: BookletView, theme: Theme, world: World, standard: Standard, *, with_files: bool
) -> Outcome[Chapter]:
    """Lay the only chapter of a booklet out and write its pages.

    Args:
        view: The booklet, with nothing but this chapter.
        theme: How it looks.
        world: The door to the disk.
        standard: What is written.
        with_files: Whether files are put into the booklet.
    """
    study = view.chapters[0].study
    slug = study.slug
    recording = RecordingWorld(world)
    setting = FitSetting(theme.choice.booklet_level)
    trial = Trial(view, theme, recording)
    context = PageContext(PageKind.BOOKLET, theme, setting, PageCollector(recording, theme.fonts))

    def lay_out(form: ChapterForm) -> Outcome[Fitted]:
        booklet = BookletForm(((slug, form),), only=slug)
        return trial.at(replace(setting, booklet=booklet))

    fitted = fit_chapter(slug, layout_of(theme), estimated_chapter(study, context), lay_out)
    if fitted.value is None:
        return Outcome(None, fitted.diagnostics)
    form, set_ = fitted.value
    insert: Outcome[Insert] = Outcome(None)
    # Templates of somebody's own may not say where a chapter begins.
    start = extents_of(set_.layout, {slug}).get(slug)
    with suppress(UnfitError):
        if start:
            first = start[0].page - 1
            insert = set_.layout.as_insert(slug, first, standard, with_files=with_files)
    found = (*fitted.diagnostics, *insert.diagnostics)
    if has_errors(found):
        return Outcome(None, found)
    return Outcome(Chapter(slug, form, insert.value, recording.readings(), found), found)


def alone(view: BookletView, at: int) -> BookletView:
    """Return a booklet with but one chapter, and nothing that others have to do with."""
    chapter = view.chapters[at]
    slug = chapter.study.slug
    begun = [group for group in view.groups if group.slugs[0] == slug]
    other = [GroupView("", ())] if view.groups else []
    return replace(
        view,
        cover=CoverView(("", "", ""), "", "", (), ()),
        chapters=(chapter,),
        groups=tuple(replace(group, slugs=(slug,)) for group in begun) or tuple(other),
        index=(),
        profile=None,
        contact=None,
        letter=None,
        skills=None,
        recipient="",
    )
