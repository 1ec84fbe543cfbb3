"""What the booklet's template is given beside the view."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from casedoc.markup.balance import TextStyle, balanced_lines
from casedoc.markup.booklet_form import BookletForm, BookletLayout, ChapterForm, Closing
from casedoc.markup.chapter import (
    Estimate,
    fits_one_page,
    lead_of,
    may_fit_one_page,
    reads_as_lead,
    sections_of,
)
from casedoc.markup.contents import set_contents
from casedoc.markup.cover import set_cover
from casedoc.markup.index import set_index
from casedoc.markup.opener import set_opener
from casedoc.markup.rail import RailSetter
from casedoc.markup.study_page import set_study_page, study_form
from casedoc.markup.tokens import DISPLAY_FAMILY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from casedoc.markup.booklet_form import EmptyPage
    from casedoc.markup.context import PageContext
    from casedoc.markup.flow import FlowWriter
    from casedoc.markup.opener import OpenerSetting
    from casedoc.markup.rail import Rail, RailHeading
    from casedoc.markup.theme import Theme
    from casedoc.view.booklet import BookletView, ChapterView
    from casedoc.view.study import Original, SectionView, StudyView


@dataclass(frozen=True, slots=True)
class ChapterSetting:
    """A case study as opener and text pages."""

    view: ChapterView
    """What is printed."""
    writer: FlowWriter
    """Writes its text."""
    opener: OpenerSetting
    """How the opener is set."""
    lead: SectionView | None
    """The problem, which stands on the opener where there are no figures."""
    rails: tuple[Rail, ...]
    """The text, section by section."""
    technologies: RailHeading
    """How the heading of the technologies is set."""
    links: tuple[Rail, ...]
    """The links."""
    notes: tuple[Rail, ...]
    """The notes."""
    hyphenation: str
    """The class, after a space, of a text that is hyphenated otherwise than the document."""
    part: str
    """Heading of the group whose first case study it is; empty for the others."""
    form: ChapterForm
    """How it is arranged."""
    empty: tuple[EmptyPage, ...] = ()
    """None; see `EmptyChapter`."""


@dataclass(frozen=True, slots=True)
class EmptyChapter:
    """The pages that are left empty for a case study which was set by itself."""

    study: StudyView
    """The case study."""
    part: str
    """Heading of the group whose first case study it is; empty for the others."""
    empty: tuple[EmptyPage, ...]
    """The pages."""

    @property
    def runs(self) -> tuple[tuple[str, tuple[EmptyPage, ...]], ...]:
        """Return neighbours of one name, under which they are numbered in stylesheets."""
        return tuple((name, tuple(run)) for name, run in groupby(self.empty, lambda one: one.name))


def booklet_context(view: BookletView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `booklet.html` is given."""
    rails = RailSetter(page.geometry, page.scale, page.fonts)
    parts = {group.slugs[0]: group.heading for group in view.groups if group.slugs}
    form = page.setting.booklet
    if not (form.chapters or form.only):
        form = estimated_form(view, page)
    empty = dict(form.empty)
    return {
        "cover": set_cover(
            view.cover,
            page.geometry,
            page.scale,
            page.fonts,
            page.design.booklet.cover_logo if page.theme.logo else 0.0,
        ),
        "contents": set_contents(view, page.geometry, page.scale, page.fonts),
        "chapters": tuple(
            EmptyChapter(
                chapter.study, parts.get(chapter.study.slug, ""), empty[chapter.study.slug]
            )
            if chapter.study.slug in empty
            else _chapter(chapter, page, rails, parts.get(chapter.study.slug, ""), form)
            for chapter in view.chapters
            if form.only in {"", chapter.study.slug}
        ),
        "index": set_index(view.index, form),
        "numbers": dict(form.numbers),
        "rails": rails,
        "code": page.site_code(view.profile.contact if view.profile else None),
        "profile_lead": _profile_lead(view, page),
        "form": form,
        "layout": layout_of(page.theme).value,
        "letter_rails": _letter_rails(view, rails),
        "letter_writer": page.writer(view.letter.study.slug) if view.letter else None,
    }


def _letter_rails(view: BookletView, rails: RailSetter) -> tuple[Rail, ...]:
    """Return the text of the letter, section by section."""
    sections = sections_of(view.letter.study) if view.letter else ()
    return tuple(rail for section in sections for rail in rails.rails(section))


def _profile_lead(view: BookletView, page: PageContext) -> tuple[str, ...]:
    """Return the author's summary in balanced lines."""
    lead = view.profile.lead if view.profile else ""
    lettering = page.fonts.lettering
    style = TextStyle(DISPLAY_FAMILY, lettering.lead_weight, lettering.page_lead_size)
    return balanced_lines(lead, page.fonts, style, page.geometry.measure)


def layout_of(theme: Theme) -> BookletLayout:
    """Return how studies stand in a booklet."""
    return BookletLayout(theme.choice.booklet_layout)


def estimated_form(view: BookletView, page: PageContext) -> BookletForm:
    """Return the form of a booklet that no layout corrects."""
    return BookletForm(
        tuple(
            (chapter.study.slug, _estimated(chapter.study, page, fits_one_page))
            for chapter in view.chapters
        )
    )


def estimated_chapter(study: StudyView, page: PageContext) -> ChapterForm:
    """Return the form in which a chapter is laid out first, and may be corrected."""
    return _estimated(study, page, may_fit_one_page)


def _estimated(study: StudyView, page: PageContext, fits: Callable[..., bool]) -> ChapterForm:
    measures = (page.geometry, page.scale, page.fonts)
    if layout_of(page.theme) is BookletLayout.PAGE:
        return study_form(study, *measures)
    if all(section is lead_of(study) for section in sections_of(study)):
        # Technologies and links alone would stand at the foot of an empty page.
        return ChapterForm(Closing.PAGE)
    if reads_as_lead(study) and fits_one_page(study, *measures, is_lead=True):
        return ChapterForm(Closing.EDGE, is_lead=True)
    return ChapterForm(Closing.EDGE if fits(study, *measures) else Closing.FOLLOWS)


def _chapter(
    view: ChapterView, page: PageContext, rails: RailSetter, part: str, whole: BookletForm
) -> ChapterSetting:
    """Measure one chapter."""
    study = view.study
    lead = lead_of(study) if layout_of(page.theme) is BookletLayout.SPREAD else None
    sections = tuple(section for section in sections_of(study) if section is not lead)
    form, opener = _opener(study, page, whole.of(study.slug) or ChapterForm())
    return ChapterSetting(
        view=view,
        writer=page.writer(study.slug),
        opener=opener,
        lead=lead,
        rails=tuple(rail for section in sections for rail in rails.rails(section)),
        technologies=rails.heading(study.technologies_heading),
        links=tuple(rails.rails(study.links)) if study.links else (),
        notes=tuple(rails.rails(study.notes)) if study.notes else (),
        hyphenation=_hyphenation(study.original),
        part=part,
        form=form,
    )


def _opener(
    study: StudyView, page: PageContext, form: ChapterForm
) -> tuple[ChapterForm, OpenerSetting]:
    """Return how head and results are set; without technologies where they don't fit there."""
    measures = (page.geometry, page.scale, page.fonts)
    if layout_of(page.theme) is BookletLayout.PAGE:
        return form, set_study_page(study, *measures, form)
    if form.closing is Closing.OPENER:
        lines = Estimate(*measures).of_closing(replace(study, notes=None))
        opener = set_opener(study, *measures, closing_mm=lines * page.scale.line_mm)
        if opener.fits:
            return form, opener
        form = replace(form, closing=Closing.FOLLOWS)
    return form, set_opener(study, *measures)


def _hyphenation(original: Original | None) -> str:
    """Return the class of a chapter in another language; empty where it is the document's."""
    if original is None:
        return ""
    return " is-hyphenated" if original.hyphenate else " unhyphenated"
