"""A case study becomes a view that all layouts share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.content.case_study import CaseStudy, Link, Role, Section
from casedoc.locale.catalog import language_name, message
from casedoc.locale.dates import format_month_of, format_period
from casedoc.source.element import Element, Kind, plain_text
from casedoc.view.addresses import address_pieces, printed_address
from casedoc.view.compose_metrics import MetricComposer
from casedoc.view.compose_sections import SectionComposer
from casedoc.view.study import (
    Arrangement,
    FlowPart,
    LinksPart,
    LinkView,
    MetaView,
    Original,
    SectionView,
    StudyView,
)
from casedoc.view.typesetter import Typesetter, length_of

if TYPE_CHECKING:
    from casedoc.locale.spec import LocaleSpec

LONGEST_SPLIT = 2600
"""Characters of text up to which problem and solution stand side by side."""
LONGEST_PROBLEM = 900
"""Characters of a problem that column A can hold beside the solution."""
PROBLEM_TO_SOLUTION = 1.2
"""A problem longer than this many times the solution does not stand beside it."""

_WIDE = frozenset({Kind.TABLE, Kind.IMAGE, Kind.CODE_BLOCK})


@dataclass(frozen=True, slots=True)
class _Placed:
    """The sections where they stand on paper."""

    arrangement: Arrangement
    before: tuple[SectionView, ...]
    problem: SectionView | None
    solution: SectionView | None
    after: tuple[SectionView, ...]


def compose_study(study: CaseStudy, target: LocaleSpec) -> Outcome[StudyView]:
    """Make a study ready to print.

    Args:
        study: The study.
        target: The language of the document; the words are the study's own in any case.

    Returns:
        The view, with `LINK_LONG` for addresses that had to be shortened.
    """
    return _Composition(study, target).compose()


def original_of(study: CaseStudy, target: LocaleSpec) -> Original | None:
    """Return what is printed of a study's language; none where it is the document's."""
    own = study.locale
    if own.tag == target.tag:
        return None
    notice = message("Original in {language}", target, language=language_name(own, target))
    return Original(own.tag, target.tag, notice, own.hyphenate)


class _Composition:
    """Composes one study."""

    def __init__(self, study: CaseStudy, target: LocaleSpec) -> None:
        self._study = study
        self._target = target
        self._typesetter = Typesetter(study.locale)
        self._sections = SectionComposer(study.slug, self._typesetter)
        self._metrics = MetricComposer(study.locale, target, self._sections)
        self._found: list[Diagnostic] = []

    def compose(self) -> Outcome[StudyView]:
        study, text = self._study, self._typesetter.text
        placed = self._place(self._views())
        whole = (*placed.before, placed.problem, placed.solution, *placed.after)
        view = StudyView(
            slug=study.slug,
            original=original_of(study, self._target),
            category=text(study.category),
            title=self._typesetter.title(study.title),
            short_title=self._typesetter.title(study.short_title or study.title),
            subtitle=text(study.subtitle),
            summary=text(study.summary),
            date=self._date(),
            meta=self._meta(),
            panel=self._metrics.panel(study),
            arrangement=placed.arrangement,
            before=placed.before,
            problem=placed.problem,
            solution=placed.solution,
            after=placed.after,
            technologies_heading=message("Technologies", self._target),
            technologies=tuple(text(name) for name in study.technologies),
            links=self._links(),
            notes=self._notes(),
            length=sum(section.length for section in whole if section),
            names=(*((study.client.printed,) if study.client else ()), *study.technologies),
        )
        return Outcome(view, tuple(self._found))

    def _date(self) -> str:
        study = self._study
        if study.period is not None:
            present = message("present", self._target)
            return format_period(study.period.start, study.period.end, self._target, present)
        if study.date_written:
            return self._typesetter.text(study.date_written)
        return format_month_of(study.date, self._target) if study.date is not None else ""

    def _meta(self) -> tuple[MetaView, ...]:
        """Return label and value pairs; the date joins only where another pair is there."""
        study = self._study
        date_label = "Period" if study.period is not None else "Date"
        first = (
            ("Client", study.client.printed if study.client else ""),
            ("Role", study.role),
        )
        team = self._metrics.amount(study.team, study.team_value)
        volume = self._metrics.amount(study.volume, study.volume_value)
        further = (("Industry", study.industry), ("Team", team), ("Volume", volume))
        if not any(value for _label, value in (*first, *further)):
            return ()
        pairs = (*first, (date_label, self._date()), *further)
        return tuple(
            MetaView(message(label, self._target), self._typesetter.text(value))
            for label, value in pairs
            if value
        )

    def _views(self) -> list[tuple[Section, SectionView]]:
        """Return the sections; what is left of the results stands under a heading of its own."""
        views = []
        for section in self._study.sections:
            heading = None
            if section.role is Role.RESULTS and section.heading == self._study.results_heading:
                heading = self._catalog("More results", section.heading)
            view = self._sections.section(section, heading)
            views.append((section, replace(view, heading_is_ours=heading is not None)))
        rest = self._metrics.rest(self._study)
        if rest is not None:
            section = Section(Role.RESULTS, 2, (), (rest,), (), rest.span)
            heading = (Element(Kind.TEXT, rest.span, message("More results", self._target)),)
            part = FlowPart((rest,))
            anchor = self._sections.anchor(rest.span)
            length = length_of((rest,))
            view = SectionView("results", heading, anchor, (part,), length, heading_is_ours=True)
            views.append((section, view))
        return views

    def _catalog(self, key: str, instead_of: tuple[Element, ...]) -> tuple[Element, ...] | None:
        if not instead_of:
            return None
        return (Element(Kind.TEXT, instead_of[0].span, message(key, self._target)),)

    def _place(self, views: list[tuple[Section, SectionView]]) -> _Placed:
        """Set problem and solution side by side where that is readable."""
        roles = [section.role for section, _view in views]
        only = tuple(view for _section, view in views)
        rail = _Placed(Arrangement.RAIL, only, None, None, ())
        if roles.count(Role.PROBLEM) != 1 or Role.SOLUTION not in roles:
            return rail
        at = roles.index(Role.PROBLEM)
        if at + 1 >= len(roles) or roles[at + 1] is not Role.SOLUTION:
            return rail
        problem, solution, after = only[at], only[at + 1], only[at + 2 :]
        if at + 2 < len(roles) and roles[at + 2] is Role.HIGHLIGHTS:
            parts = (*solution.parts, after[0])
            length = solution.length + after[0].length
            solution, after = replace(solution, parts=parts, length=length), after[1:]
        fits = (
            _is_plain(views[at][0])
            and problem.length <= min(LONGEST_PROBLEM, PROBLEM_TO_SOLUTION * solution.length)
            and sum(view.length for view in only) <= LONGEST_SPLIT
        )
        if not fits:
            return rail
        return _Placed(Arrangement.SPLIT, only[:at], problem, solution, after)

    def _links(self) -> SectionView | None:
        """Return all links with their addresses; those of the text are repeated here."""
        links = [*self._study.links]
        known = {link.href for link in links}
        parts = (part for section in self._study.sections for part in section.walk())
        blocks = [block for part in parts for block in (*part.heading, *part.blocks)]
        blocks += [
            element
            for metric in self._study.metrics
            for element in (*metric.label, *metric.context, *metric.reference)
        ]
        blocks += [element for link in links for element in link.note]
        if self._study.footnotes is not None:
            blocks.append(self._study.footnotes)
        for element in (inner for block in blocks for inner in block.walk()):
            if _needs_address(element) and element.get("href") not in known:
                known.add(element.get("href"))
                links.append(Link(element.children, element.get("href"), (), element.span))
        if not links:
            return None
        own = self._typesetter.inline(self._study.links_heading)
        span = links[0].span
        heading = own or (Element(Kind.TEXT, span, message("External links", self._target)),)
        whole = LinksPart(tuple(self._link(link) for link in links))
        anchor = f"{self._study.slug}-links"
        return SectionView("links", heading, anchor, (whole,), 0, heading_is_ours=not own)

    def _link(self, link: Link) -> LinkView:
        pieces, shortened = address_pieces(link.href)
        if shortened:
            text = f"the address `{printed_address(link.href)}` is too long for paper"
            hint = "it is shortened; the link itself leads to the whole address"
            self._found.append(Diagnostic(Code.LINK_LONG, text, link.span, hint))
        inline = self._typesetter.inline
        anchor = self._sections.anchor(link.span)
        return LinkView(inline(link.label), pieces, link.href, inline(link.note), anchor)

    def _notes(self) -> SectionView | None:
        notes = self._study.footnotes
        if notes is None:
            return None
        heading = (Element(Kind.TEXT, notes.span, message("Notes", self._target)),)
        part = FlowPart((self._typesetter.block(notes),))
        anchor, length = f"{self._study.slug}-notes", length_of((notes,))
        return SectionView("notes", heading, anchor, (part,), length, heading_is_ours=True)


def _is_plain(section: Section) -> bool:
    """Tell whether a section has nothing that needs a wide column."""
    wide = any(part.kind in _WIDE for block in section.blocks for part in block.walk())
    return not section.children and not wide


def _needs_address(element: Element) -> bool:
    """Tell whether a link's words don't show where it leads."""
    if element.kind is not Kind.LINK:
        return False
    return printed_address(element.get("href")) != printed_address(plain_text(element.children))
