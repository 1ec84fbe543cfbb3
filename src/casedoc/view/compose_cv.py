"""A profile and its studies become a CV with project sections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.content.case_study import CaseStudy, Metric, Role
from casedoc.content.profile import Profile, text_in
from casedoc.locale.catalog import message
from casedoc.locale.dates import format_short_period
from casedoc.locale.figures import format_figure, read_figure
from casedoc.source.element import Element, Kind, plain_text
from casedoc.view.compose_facts import cv_facts_after, cv_facts_before
from casedoc.view.compose_metrics import MetricComposer
from casedoc.view.compose_one_pager import compose_contact, for_recipient
from casedoc.view.compose_sections import SectionComposer, split_lead_in
from casedoc.view.compose_skills import skill_facts
from casedoc.view.compose_study import original_of
from casedoc.view.cv import CvView, ProjectView, ResultView
from casedoc.view.study import FigureView
from casedoc.view.tailoring import FOR_EVERYONE, Tailoring
from casedoc.view.typesetter import Typesetter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.locale.spec import LocaleSpec

MOST_BULLETS = 3
"""Bullets of a project."""
LONGEST_PARAGRAPH = 300
"""Characters up to which a paragraph can stand as the only bullet."""

_LISTS = frozenset({Kind.BULLET_LIST, Kind.ORDERED_LIST})


def compose_cv(
    studies: Sequence[CaseStudy],
    profile: Profile | None,
    target: LocaleSpec,
    tailoring: Tailoring = FOR_EVERYONE,
) -> CvView:
    """Make a CV ready to print.

    Args:
        studies: The case studies; they are sorted newest first.
        profile: The author; without one, the CV is a list of projects.
        target: The language of the document.
        tailoring: For whom it is, and what a skill matrix is made by.
    """
    view = compose_projects(studies, profile, target, tailoring)
    if profile is None:
        return view
    typesetter = Typesetter(target)
    what = message("CV with project history", target)
    return CvView(
        language=view.language,
        title=f"{what}, {profile.basics.name}",
        author=profile.basics.name,
        heading=profile.basics.name,
        role=typesetter.text(text_in(profile.basics.label, target.tag)),
        contact=compose_contact(profile, target),
        summary_heading=message("Profile", target),
        summary=typesetter.text(text_in(profile.basics.summary, target.tag)),
        before=(*cv_facts_before(profile, target), *view.before),
        projects_heading=message("Projects", target),
        projects=view.projects,
        after=cv_facts_after(profile, target),
        result_label=view.result_label,
        technologies_label=view.technologies_label,
        footer=f"{profile.basics.name} · {what}",
        page_words=view.page_words,
        recipient=view.recipient,
    )


def compose_projects(
    studies: Sequence[CaseStudy],
    profile: Profile | None,
    target: LocaleSpec,
    tailoring: Tailoring = FOR_EVERYONE,
) -> CvView:
    """Make the project sections of a CV ready to print, alone."""
    what = message("Project list", target)
    author = profile.basics.name if profile else ""
    return CvView(
        language=target.tag,
        title=f"{what}, {author}" if author else what,
        author=author,
        heading=what,
        role=author,
        contact=None,
        summary_heading="",
        summary="",
        before=skill_facts(studies, profile, tailoring.skills, target) if tailoring.skills else (),
        projects_heading=message("Projects", target),
        projects=tuple(_Project(study, target).compose() for study in _newest_first(studies)),
        after=(),
        result_label=message("Result", target),
        technologies_label=message("Technologies", target),
        footer=f"{author} · {what}" if author else what,
        page_words=_page_words(target),
        recipient=for_recipient(tailoring.recipient, target),
    )


def _newest_first(studies: Sequence[CaseStudy]) -> list[CaseStudy]:
    def newest(study: CaseStudy) -> tuple[int, int, int]:
        ongoing = study.period is not None and study.period.end is None
        if ongoing:
            return (9999, 12, 31)
        return study.last_date.sort_key if study.last_date else (0, 0, 0)

    return sorted(studies, key=newest, reverse=True)


def _page_words(target: LocaleSpec) -> tuple[str, str]:
    """Return what stands before the page number and between it and the count."""
    whole = message("Page {page} of {pages}", target, page="\0", pages="\0")
    before, between, _after = whole.split("\0")
    return before, between


@dataclass(frozen=True, slots=True)
class _Project:
    """Composes one entry."""

    study: CaseStudy
    target: LocaleSpec

    def compose(self) -> ProjectView:
        study, typesetter = self.study, Typesetter(self.study.locale)
        client = study.client.printed if study.client else ""
        override = study.cv
        technologies = study.technologies
        if override is not None and override.technologies is not None:
            technologies = override.technologies
        title = override.title if override is not None and override.title else study.title
        meta = (study.role, client, study.industry)
        return ProjectView(
            slug=study.slug,
            original=original_of(study, self.target),
            period=self._period(),
            meta=tuple(typesetter.text(part) for part in meta if part),
            title=typesetter.title(title),
            results=self._results(),
            results_are_chosen=override is not None and override.results is not None,
            bullets=self._bullets(),
            technologies=tuple(typesetter.text(name) for name in technologies),
        )

    def _period(self) -> str:
        study = self.study
        present = message("present", self.target)
        if study.period is not None:
            period = study.period
            return format_short_period(period.start, period.end, self.target, present)
        if study.date is not None:
            return format_short_period(study.date, study.date, self.target, present)
        return study.date_written

    def _results(self) -> tuple[ResultView, ...]:
        override = self.study.cv
        if override is not None and override.results is not None:
            return tuple(self._written(text) for text in override.results)
        telling = [metric for metric in self.study.metrics if metric.label or metric.words]
        telling.sort(key=lambda metric: not metric.hero)
        return tuple(self._result(metric) for metric in telling)

    def _composer(self) -> SectionComposer:
        return SectionComposer(self.study.slug, Typesetter(self.study.locale))

    def _result(self, metric: Metric) -> ResultView:
        composer = self._composer()
        figure = MetricComposer(self.study.locale, self.target, composer).figure(metric)
        return ResultView(figure, composer.typesetter.inline(self._said_of(metric)))

    def _said_of(self, metric: Metric) -> tuple[Element, ...]:
        """Return the label; "62 % weniger" is not enough, so one word takes in what follows it."""
        label, context = plain_text(metric.label), plain_text(metric.context).split()
        is_cut = label.islower() and " " not in label and bool(context)
        if not is_cut or context[0].lower() in self.study.locale.conventions.stop_words:
            return metric.label
        return (*metric.label, Element(Kind.TEXT, metric.span, " "), *metric.context)

    def _written(self, text: str) -> ResultView:
        """Return a result that the author wrote for the CV."""
        read = read_figure(text, self.study.locale)
        if read is None:
            words = Typesetter(self.study.locale).text(text)
            return ResultView(FigureView(words, is_words=True), ())
        figure, consumed = format_figure(read[0], self.study.locale, self.target), read[1]
        rest = Element(Kind.TEXT, self.study.span, text[consumed:].strip())
        words_behind = self._composer().typesetter.inline((rest,)) if rest.text else ()
        return ResultView(FigureView(figure.number, figure.unit, figure.gap), words_behind)

    def _bullets(self) -> tuple[tuple[Element, ...], ...]:
        typesetter = Typesetter(self.study.locale)
        override = self.study.cv
        if override is not None and override.bullets is not None:
            span = self.study.span
            written = [(Element(Kind.TEXT, span, text),) for text in override.bullets]
            return tuple(typesetter.inline(text) for text in written)
        return tuple(typesetter.inline(text) for text in self._found()[:MOST_BULLETS])

    def _found(self) -> list[tuple[Element, ...]]:
        """Return the first items of the solution; without any, a short text in their place."""
        sections = [part for top in self.study.sections for part in top.walk()]
        blocks = [block for part in sections if part.role is Role.SOLUTION for block in part.blocks]
        items = [item for block in blocks if block.kind in _LISTS for item in block.children]
        found = [text for item in items if (text := _item_text(item))]
        if found:
            return found
        if self.study.summary:
            return [(Element(Kind.TEXT, self.study.span, self.study.summary),)]
        everything = [*blocks, *(block for part in sections for block in part.blocks)]
        paragraphs = [block for block in everything if block.kind is Kind.PARAGRAPH]
        short = [
            one.children for one in paragraphs if len(plain_text(one.children)) <= LONGEST_PARAGRAPH
        ]
        return short[:1]


def _item_text(item: Element) -> tuple[Element, ...]:
    """Return the first paragraph of an item, its bold lead-in in plain type."""
    if not item.children or item.children[0].kind is not Kind.PARAGRAPH:
        return ()
    split = split_lead_in(item)
    if split is None:
        return item.children[0].children
    lead_in, (paragraph, *_others) = split
    colon = Element(Kind.TEXT, item.span, ": ")
    return (*lead_in, colon, *paragraph.children)
