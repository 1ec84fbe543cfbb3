"""All selected studies and their author become a booklet."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.content.profile import Profile, text_in
from casedoc.locale.alphabet import SIGNS, alphabetical, letter_of
from casedoc.locale.catalog import message
from casedoc.locale.characters import EN_DASH
from casedoc.view.booklet import (
    BookletView,
    ChapterView,
    CoverView,
    IndexEntry,
    IndexGroup,
    LetterView,
    ProfilePageView,
    WallFigure,
)
from casedoc.view.compose_groups import in_groups
from casedoc.view.compose_one_pager import compose_contact, for_recipient
from casedoc.view.compose_skills import skill_table
from casedoc.view.compose_study import compose_study
from casedoc.view.grouping import NO_GROUPS, Grouping
from casedoc.view.study import ContactView, StudyView
from casedoc.view.tailoring import FOR_EVERYONE, Tailoring
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.content.case_study import CaseStudy
    from casedoc.locale.spec import LocaleSpec

MOST_FIGURES = 10
"""Figures on the cover."""


def compose_booklet(
    studies: Sequence[CaseStudy],
    profile: Profile | None,
    target: LocaleSpec,
    grouping: Grouping = NO_GROUPS,
    tailoring: Tailoring = FOR_EVERYONE,
) -> Outcome[BookletView]:
    """Make a booklet ready to print.

    Args:
        studies: The case studies in order.
        profile: Their author, if known.
        target: The language of the document.
        grouping: What the case studies are put together by.
        tailoring: What it has beyond them.
    """
    studies, groups = in_groups(studies, grouping, target)
    found: list[Diagnostic] = []
    views: list[StudyView] = []
    for study in studies:
        composed = compose_study(study, target)
        found.extend(composed.diagnostics)
        if composed.value is not None:
            views.append(composed.value)
    letter = _letter(tailoring, target, found)
    contact = compose_contact(profile, target) if profile else None
    author = profile.basics.name if profile else ""
    heading = message("Case studies", target)
    booklet = BookletView(
        language=target.tag,
        hyphenate=target.hyphenate,
        title=f"{heading}, {author}" if author else heading,
        author=author,
        cover=_cover(studies, views, contact, target),
        profile=_profile_page(profile, contact, target) if profile and contact else None,
        contents_heading=message("Contents", target),
        chapters=tuple(
            _chapter(study, view, number, len(views), target)
            for number, (study, view) in enumerate(zip(studies, views, strict=True), 1)
        ),
        index_heading=message("Technology index", target),
        index=_index(views),
        contact=contact,
        groups=groups,
        skills=skill_table(studies, profile, tailoring.skills, target)
        if tailoring.skills
        else None,
        recipient=for_recipient(tailoring.recipient, target),
        letter=letter,
    )
    return Outcome(booklet, tuple(found))


def _letter(tailoring: Tailoring, target: LocaleSpec, found: list[Diagnostic]) -> LetterView | None:
    """Return the page behind the cover; its anchors begin like none of a case study."""
    if tailoring.letter is None:
        return None
    composed = compose_study(replace(tailoring.letter, slug="--letter"), target)
    found.extend(composed.diagnostics)
    recipient = for_recipient(tailoring.recipient, target)
    return LetterView(recipient, composed.value) if composed.value is not None else None


def _chapter(
    study: CaseStudy, view: StudyView, number: int, count: int, target: LocaleSpec
) -> ChapterView:
    ordinal = message("Case study {n} of {count}", target, n=str(number), count=str(count))
    role = Typesetter(study.locale).text(study.role)
    byline = tuple(part for part in (view.category, view.date, role) if part)
    return ChapterView(ordinal, view, byline)


def _cover(
    studies: Sequence[CaseStudy],
    views: Sequence[StudyView],
    contact: ContactView | None,
    target: LocaleSpec,
) -> CoverView:
    heading = message("Case studies", target)
    wall = _wall(views)
    return CoverView(
        kicker=(heading if contact else "", _years(studies), contact.city if contact else ""),
        title=contact.name if contact else heading,
        subtitle=contact.role if contact else "",
        wall=wall,
        titles=() if wall else tuple(view.title for view in views),
    )


def _wall(views: Sequence[StudyView]) -> tuple[WallFigure, ...]:
    """Return number figures: the first of each study, then the second of each, and so on."""
    columns = [
        [
            WallFigure(metric.figure, view.short_title)
            for metric in (view.panel.metrics if view.panel else ())
            if not metric.figure.is_words
        ]
        for view in views
    ]
    ranks = zip_longest(*columns)
    return tuple(one for rank in ranks for one in rank if one is not None)[:MOST_FIGURES]


def _years(studies: Sequence[CaseStudy]) -> str:
    years = {
        date.year
        for study in studies
        for date in (study.last_date, study.period.start if study.period else None)
        if date is not None
    }
    if not years:
        return ""
    first, last = min(years), max(years)
    return str(first) if first == last else f"{first}{EN_DASH}{last}"


def _profile_page(profile: Profile, contact: ContactView, target: LocaleSpec) -> ProfilePageView:
    typesetter = Typesetter(target)
    skills = tuple(
        f"{typesetter.text(text_in(skill.name, target.tag))}: {', '.join(skill.keywords)}"
        if skill.keywords
        else typesetter.text(text_in(skill.name, target.tag))
        for skill in profile.skills
    )
    languages = tuple(
        _spoken(text_in(one.language, target.tag), text_in(one.fluency, target.tag))
        for one in profile.languages
    )
    sections = (
        (message("Focus", target), skills),
        (message("Languages", target), tuple(typesetter.text(line) for line in languages)),
    )
    return ProfilePageView(
        heading=message("Profile", target),
        lead=typesetter.text(text_in(profile.basics.summary, target.tag)),
        sections=tuple((heading, lines) for heading, lines in sections if lines),
        contact_heading=message("Contact", target),
        contact=contact,
    )


def _spoken(language: str, fluency: str) -> str:
    return f"{language} ({fluency})" if fluency else language


def _index(views: Sequence[StudyView]) -> tuple[IndexGroup, ...]:
    """Return the technologies by letter; one name in two spellings of case is one entry."""
    names: dict[str, str] = {}
    slugs: dict[str, list[str]] = {}
    for view in views:
        for name in view.technologies:
            key = name.casefold()
            names.setdefault(key, name)
            if view.slug not in slugs.setdefault(key, []):
                slugs[key].append(view.slug)
    groups: dict[str, list[IndexEntry]] = {}
    for key in sorted(names, key=_index_key):
        entry = IndexEntry(names[key], tuple(slugs[key]))
        groups.setdefault(letter_of(names[key]), []).append(entry)
    return tuple(IndexGroup(letter, tuple(groups[letter])) for letter in groups)


def _index_key(name: str) -> tuple[bool, str, str]:
    return (letter_of(name) != SIGNS, alphabetical(name), name)
