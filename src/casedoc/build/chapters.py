"""The chapters of a booklet are set by themselves, as many at once as there are workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.base.recording import RecordingWorld
from casedoc.build.booklet_fit import fit_chapter
from casedoc.build.fit import Trial
from casedoc.markup.booklet import estimated_chapter, layout_of
from casedoc.markup.booklet_form import BookletForm
from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting
from casedoc.pdf.extents import extents_of
from casedoc.pdf.standards import Standard

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.recording import Reading
    from casedoc.base.world import World
    from casedoc.build.fitted import Fitted
    from casedoc.build.job import Job
    from casedoc.markup.booklet_form import ChapterForm
    from casedoc.markup.theme import Theme
    from casedoc.pdf.insert import Insert
    from casedoc.view.booklet import BookletView


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter that was set by itself."""

    slug: str
    """Its case study's."""
    form: ChapterForm
    """How it is arranged."""
    insert: Insert
    """Its pages."""
    readings: tuple[Reading, ...]
    """What was read meanwhile: its images."""
    diagnostics: tuple[Diagnostic, ...]
    """What was noticed."""


def set_chapter(
    job: Job, view: BookletView, at: int, theme: Theme, world: World
) -> Outcome[Chapter]:
    """Lay a chapter out and write its pages.

    Args:
        job: The booklet.
        view: What it shows.
        at: Number of the chapter, from 0.
        theme: How it looks.
        world: The door to the disk.

    Raises:
        UnfitError: This WeasyPrint can't write pages that are put into a document later.
    """
    study = view.chapters[at].study
    slug = study.slug
    own = alone(view, at)
    recording = RecordingWorld(world)
    setting = FitSetting(theme.choice.booklet_level)
    trial = Trial(own, theme, recording)
    context = PageContext(PageKind.BOOKLET, theme, setting, PageCollector(recording, theme.fonts))

    def lay_out(form: ChapterForm) -> Outcome[Fitted]:
        booklet = BookletForm(((slug, form),), only=slug)
        return trial.at(replace(setting, booklet=booklet))

    fitted = fit_chapter(slug, layout_of(theme), estimated_chapter(study, context), lay_out)
    if fitted.value is None:
        return Outcome(None, fitted.diagnostics)
    form, set_ = fitted.value
    first = extents_of(set_.layout, {slug})[slug][0].page - 1
    names = [name for other in view.chapters for name in _names(other.study.slug)]
    standard = Standard.PLAIN if job.edition.standard is Standard.PRINT else job.edition.standard
    insert = set_.layout.as_insert(
        slug, first, names, standard, with_files=job.edition.attach_source
    )
    found = (*fitted.diagnostics, *insert.diagnostics)
    if insert.value is None:
        return Outcome(None, found)
    return Outcome(Chapter(slug, form, insert.value, recording.readings(), found), found)


def alone(view: BookletView, at: int) -> BookletView:
    """Return a booklet with but one chapter."""
    return replace(
        view,
        chapters=view.chapters[at : at + 1],
        index=(),
        profile=None,
        contact=None,
        letter=None,
        skills=None,
    )


def _names(slug: str) -> tuple[str, str]:
    """Return where links to a chapter lead."""
    return slug, f"{slug}--text"
