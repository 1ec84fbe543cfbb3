"""The forms of a document beside its PDF: HTML, Word, Markdown, pages as pictures."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.build.attached import day_of
from casedoc.build.drafts import mark_word
from casedoc.build.job import Job
from casedoc.build.kinds import Format
from casedoc.markup.cv import shown_results
from casedoc.markup.markdown_document import markdown_of
from casedoc.markup.metadata import keywords_of, subject_of
from casedoc.markup.standalone import standalone_html
from casedoc.pdf.page_pictures import page_pictures
from casedoc.view.booklet import BookletView
from casedoc.view.cv import CvView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.world import World
    from casedoc.build.fitted import Fitted
    from casedoc.markup.theme import Theme
    from casedoc.view.cv import ResultView
    from casedoc.view.one_pager import OnePagerView


def further_forms(
    job: Job,
    view: OnePagerView | BookletView | CvView,
    fitted: Fitted,
    theme: Theme,
    world: World,
    data: bytes,
) -> Outcome[dict[Format, tuple[bytes, ...]]]:
    """Return the forms that a document is wanted in beside its PDF.

    Args:
        job: What is wanted.
        view: What it shows.
        fitted: The page as it is printed.
        theme: How it looks.
        world: Answers for images.
        data: Its PDF.

    Returns:
        The files of each form; one, or one for each page.
    """
    wanted = {form for form, _name in job.targets}
    made: dict[Format, tuple[bytes, ...]] = {}
    found: tuple[Diagnostic, ...] = ()
    if Format.HTML in wanted:
        drawing = ""
        if job.edition.is_draft:
            drawing = mark_word(job.language, theme).drawing(str(theme.palette.tint))
        made[Format.HTML] = (standalone_html(fitted.page, drawing).encode(),)
    if Format.DOCX in wanted and not isinstance(view, BookletView):
        word = _word(job, view, fitted, theme, world)
        found = word.diagnostics
        if word.value is not None:
            made[Format.DOCX] = (word.value,)
    if Format.MD in wanted:
        made[Format.MD] = (markdown_of(view, _results(view, fitted, theme, world)).encode(),)
    if Format.PNG in wanted:
        made[Format.PNG] = page_pictures(data, job.edition.dpi)
    return Outcome(made, found)


def _word(
    job: Job, view: OnePagerView | CvView, fitted: Fitted, theme: Theme, world: World
) -> Outcome[bytes]:
    """Return the Word file. *Why* imported here: hardly anyone asks for it."""
    from casedoc.word.document import word_document
    from casedoc.word.file import FileFacts

    facts = FileFacts(
        title=view.title,
        author=view.author,
        subject=subject_of(view),
        keywords=keywords_of(view),
        language=job.language.cldr.replace("_", "-"),
        day=day_of(job.studies),
        paper=theme.choice.paper,
    )
    return word_document(view, facts, world, _results(view, fitted, theme, world))


def _results(
    view: OnePagerView | BookletView | CvView, fitted: Fitted, theme: Theme, world: World
) -> Mapping[str, tuple[ResultView, ...]]:
    """Return the results that a CV shows of each project, by its slug."""
    return shown_results(view, theme, fitted.setting, world) if isinstance(view, CvView) else {}
