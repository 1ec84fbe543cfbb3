"""Which pages of a document show drafts, and the mark that they carry."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.build.kinds import DocumentKind
from casedoc.locale.catalog import message
from casedoc.markup.tokens import DISPLAY_FAMILY
from casedoc.pdf.draft_mark import DraftMark
from casedoc.pdf.extents import extents_of
from casedoc.typeface.face import FontStyle
from casedoc.typeface.outlines import Outline, outline_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from casedoc.build.job import Job
    from casedoc.locale.spec import LocaleSpec
    from casedoc.markup.theme import Theme
    from casedoc.pdf.printing import Layout

_ENDS: Final = ("--skills", "--index")
"""What follows the last case study of a booklet."""


def draft_mark(job: Job, layout: Layout, theme: Theme) -> DraftMark | None:
    """Return the mark on the pages of a document that show drafts; none where there are none."""
    drafts = {study.slug for study in job.studies if study.draft}
    if not drafts:
        return None
    word = mark_word(job.language, theme)
    colour = theme.palette.tint_hair
    # Half as strong as a hairline: large areas weigh more.
    parts = tuple((255 + part) / 510 for part in (colour.red, colour.green, colour.blue))
    return DraftMark(word, (parts[0], parts[1], parts[2]), _pages(job, layout, drafts))


def mark_word(language: LocaleSpec, theme: Theme) -> Outline:
    """Return the outlines of the word for a draft, in the font of titles."""
    faces = [face for face in theme.fonts.faces if face.family == DISPLAY_FAMILY]
    upright = [face for face in faces if face.style is FontStyle.NORMAL] or list(theme.fonts.faces)
    boldest = max(upright, key=lambda face: face.weight)
    return outline_of(boldest.data, message("DRAFT", language))


def _pages(job: Job, layout: Layout, drafts: Collection[str]) -> frozenset[int]:
    count = layout.measure.pages
    if job.kind is DocumentKind.ONE_PAGER:
        return frozenset(range(1, count + 1))
    slugs = [study.slug for study in job.studies]
    extents = extents_of(layout, {*slugs, *_ENDS})
    if job.kind is not DocumentKind.BOOKLET:
        return frozenset(part.page for slug in drafts for part in extents.get(slug, ()))
    starts = sorted(parts[0].page for parts in extents.values() if parts)
    found: set[int] = set()
    for slug in drafts:
        if extents.get(slug):
            first = extents[slug][0].page
            last = min((page for page in starts if page > first), default=count + 1)
            found.update(range(first, last))
    return frozenset(found)
