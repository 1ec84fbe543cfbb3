"""Whole documents as Markdown: what a one-pager, a booklet or a CV says, in its order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.markup.markdown import blocks, inline, lines_apart, text
from casedoc.source.element import plain_text
from casedoc.view.booklet import BookletView
from casedoc.view.one_pager import OnePagerView
from casedoc.view.study import FlowPart, LinksPart, StepsPart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from casedoc.view.cv import CvView, FactsView, ProjectView, ResultView
    from casedoc.view.study import (
        ContactView,
        LinkView,
        MetricView,
        SectionView,
        StepView,
        StudyView,
    )

_BETWEEN = " \u00b7 "
"""Between words that share a line."""


def markdown_of(
    view: OnePagerView | BookletView | CvView, results: Mapping[str, tuple[ResultView, ...]]
) -> str:
    """Return what a document says as Markdown.

    Args:
        view: What it shows.
        results: The results that are shown of each project of a CV, by its slug.
    """
    if isinstance(view, OnePagerView):
        written = [*_study(view.study, view.kicker, 1), *_contact(view.contact)]
    elif isinstance(view, BookletView):
        written = list(_booklet(view))
    else:
        written = list(_cv(view, results))
    return "\n\n".join(one for one in written if one) + "\n"


def _booklet(view: BookletView) -> Iterator[str]:
    yield f"# {text(view.title)}"
    if view.letter is not None:
        yield from _study(view.letter.study, (), 2)
    parts = {group.slugs[0]: group.heading for group in view.groups if group.slugs}
    for chapter in view.chapters:
        if heading := parts.get(chapter.study.slug):
            yield f"**{text(heading)}**"
        yield from _study(chapter.study, chapter.byline, 2)
    yield from _contact(view.contact)


def _study(study: StudyView, kicker: Sequence[str], level: int) -> Iterator[str]:
    line = [one for one in kicker if one]
    if study.original is not None:
        line.append(study.original.notice)
    yield f"{'#' * level} {text(study.title)}"
    yield _joined(line)
    yield lines_apart(text(study.subtitle))
    yield lines_apart(text(study.summary))
    yield "\n".join(f"- **{text(meta.label)}:** {text(meta.value)}" for meta in study.meta)
    if study.panel is not None:
        yield f"{'#' * (level + 1)} {inline(study.panel.heading)}"
        yield "\n".join(f"- {_metric(one)}" for one in study.panel.metrics)
    before, after = [*study.before], [*study.after]
    if study.problem is not None:
        before.append(study.problem)
    if study.solution is not None:
        after.insert(0, study.solution)
    for section in before:
        yield from _section(section, level + 1)
    if study.technologies:
        yield f"{'#' * (level + 1)} {text(study.technologies_heading)}"
        yield _joined(study.technologies)
    for one in (*after, study.links, study.notes):
        if one is not None:
            yield from _section(one, level + 1)


def _metric(metric: MetricView) -> str:
    """Return a figure with what it means; where that is a whole sentence, the sentence alone."""
    figure, label = metric.figure.text, inline(metric.label)
    is_said = not label and figure in plain_text(metric.context)
    bold = "" if is_said else f"**{text(f'{figure} ')}{label}".rstrip() + "**"
    parts = (bold, inline(metric.context), inline(metric.reference))
    return " ".join(part for part in parts if part)


def _section(section: SectionView, level: int) -> Iterator[str]:
    if section.heading:
        yield f"{'#' * min(level, 6)} {inline(section.heading)}"
    for part in section.parts:
        if isinstance(part, FlowPart):
            yield from blocks(part.blocks, min(level + 1, 6))
        elif isinstance(part, StepsPart):
            for step in part.steps:
                yield _step(step)
        elif isinstance(part, LinksPart):
            yield "\n".join(f"- {_link(link)}" for link in part.links)
        else:
            yield from _section(part, level + 1)


def _step(step: StepView) -> str:
    inside = list(blocks(step.blocks))
    lead = f"**{inline(step.lead_in)}:**" if inside else f"**{inline(step.lead_in)}**"
    first = f"{lead} {inside[0]}" if inside else lead
    lines = "\n\n".join([first, *inside[1:]]).split("\n")
    return "\n".join([f"- {lines[0]}", *(f"  {line}".rstrip() for line in lines[1:])])


def _link(link: LinkView) -> str:
    label = inline(link.label) or text("".join(link.address))
    note = inline(link.note)
    return f"[{label}](<{link.href}>) {note}".rstrip()


def _contact(contact: ContactView | None) -> Iterator[str]:
    if contact is None:
        return
    yield f"**{text(contact.name)}**" + (_BETWEEN + text(contact.role) if contact.role else "")
    yield _addresses(contact)


def _addresses(contact: ContactView) -> str:
    parts = (
        text(contact.city),
        f"[{text(contact.email)}](<mailto:{contact.email}>)" if contact.email else "",
        f"[{text(contact.phone)}](<{contact.phone_href}>)" if contact.phone else "",
        f"[{text(contact.url)}](<{contact.url_href}>)" if contact.url else "",
    )
    return _BETWEEN.join(part for part in parts if part)


def _cv(view: CvView, results: Mapping[str, tuple[ResultView, ...]]) -> Iterator[str]:
    yield f"# {text(view.heading)}"
    yield lines_apart(text(view.role))
    if view.contact is not None:
        yield _addresses(view.contact)
    if view.summary:
        yield f"## {text(view.summary_heading)}"
        yield lines_apart(text(view.summary))
    for section in view.before:
        yield from _facts(section)
    if view.projects:
        if view.projects_heading != view.heading:
            yield f"## {text(view.projects_heading)}"
        for project in view.projects:
            yield from _project(view, project, results.get(project.slug, project.results))
    for section in view.after:
        yield from _facts(section)


def _facts(section: FactsView) -> Iterator[str]:
    yield f"## {text(section.heading)}"
    lines = []
    for fact in section.facts:
        label = f"**{text(fact.label)}:** " if fact.label else ""
        lines.append(f"- {label}{text(fact.value)}".rstrip())
        lines += [f"  - {text(detail)}" for detail in fact.details]
    yield "\n".join(lines)


def _project(view: CvView, project: ProjectView, results: tuple[ResultView, ...]) -> Iterator[str]:
    yield f"### {text(project.title)}"
    line = [one for one in (project.period, *project.meta) if one]
    if project.original is not None:
        line.append(project.original.notice)
    yield _joined(line)
    if results:
        said = (f"**{text(one.figure.text)}** {inline(one.words)}".rstrip() for one in results)
        yield f"**{text(view.result_label)}:** {_BETWEEN.join(said)}"
    yield "\n".join(f"- {inline(bullet)}" for bullet in project.bullets)
    if project.technologies:
        yield f"**{text(view.technologies_label)}:** {text(', '.join(project.technologies))}"


def _joined(words: Iterable[str]) -> str:
    return lines_apart(_BETWEEN.join(text(word) for word in words))
