"""What the booklet's template is given beside the view."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from casedoc.markup.chapter import closing_of, fits_one_page, lead_of, sections_of
from casedoc.markup.contents import set_contents
from casedoc.markup.cover import set_cover
from casedoc.markup.opener import set_opener
from casedoc.markup.rail import RailSetter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.markup.context import PageContext
    from casedoc.markup.flow import FlowWriter
    from casedoc.markup.opener import OpenerSetting
    from casedoc.markup.rail import Rail, RailHeading
    from casedoc.view.booklet import BookletView, ChapterView
    from casedoc.view.study import Original, SectionView


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
    closing: tuple[Rail, ...]
    """Links and notes."""
    hyphenation: str
    """The class, after a space, of a text that is hyphenated otherwise than the document."""
    part: str
    """Heading of the group whose first case study it is; empty for the others."""
    fits: bool
    """Whether the text surely fits on one page, so that technologies and links can stand on its
    lower edge."""


def booklet_context(view: BookletView, page: PageContext) -> Mapping[str, Any]:
    """Return the values that the template `booklet.html` is given."""
    rails = RailSetter(page.geometry, page.scale, page.fonts)
    parts = {group.slugs[0]: group.heading for group in view.groups}
    return {
        "cover": set_cover(view.cover, page.geometry, page.scale, page.fonts),
        "contents": set_contents(view, page.geometry, page.scale, page.fonts),
        "chapters": tuple(
            _chapter(chapter, page, rails, parts.get(chapter.study.slug, ""))
            for chapter in view.chapters
        ),
        "rails": rails,
        "code": page.site_code(view.profile.contact if view.profile else None),
    }


def _chapter(view: ChapterView, page: PageContext, rails: RailSetter, part: str) -> ChapterSetting:
    """Measure one chapter."""
    study = view.study
    lead = lead_of(study)
    sections = tuple(section for section in sections_of(study) if section is not lead)
    return ChapterSetting(
        view=view,
        writer=page.writer(study.slug),
        opener=set_opener(study, page.geometry, page.scale, page.fonts),
        lead=lead,
        rails=tuple(rail for section in sections for rail in rails.rails(section)),
        technologies=rails.heading(study.technologies_heading),
        closing=tuple(rail for section in closing_of(study) for rail in rails.rails(section)),
        hyphenation=_hyphenation(study.original),
        part=part,
        fits=fits_one_page(study, page.geometry, page.scale, page.fonts),
    )


def _hyphenation(original: Original | None) -> str:
    """Return the class of a chapter in another language; empty where it is the document's."""
    if original is None:
        return ""
    return " is-hyphenated" if original.hyphenate else " unhyphenated"
