"""A CV as Word has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docx.shared import Pt

from casedoc.word.blocks import BlockWriter
from casedoc.word.one_pager import SEPARATOR, write_addresses
from casedoc.word.runs import Look, add_inline, add_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.base.world import World
    from casedoc.view.cv import CvView, FactsView, ProjectView, ResultView

_PERIODS = frozenset({"work", "education", "certificates"})


def write_cv(
    document: Any,  # noqa: ANN401 - the library's document
    view: CvView,
    world: World,
    results: Mapping[str, tuple[ResultView, ...]],
) -> None:
    """Write a CV into an empty document.

    Args:
        document: The document.
        view: What is printed.
        world: Answers for images; a CV has none.
        results: The results that are shown of each project, by its slug.
    """
    writer = BlockWriter(document, world, Look())
    add_text(writer.paragraph("Title"), view.heading)
    if view.role:
        add_text(writer.paragraph("Subtitle"), view.role)
    if view.contact is not None:
        write_addresses(writer.paragraph(), view.contact, city_first=True)
    if view.summary:
        add_text(writer.paragraph("Heading 1"), view.summary_heading)
        add_text(writer.paragraph(), view.summary)
    for section in view.before:
        _facts(writer, section)
    if view.projects:
        if view.projects_heading != view.heading:
            add_text(writer.paragraph("Heading 1"), view.projects_heading)
        for project in view.projects:
            _project(writer, view, project, results.get(project.slug, project.results))
    for section in view.after:
        _facts(writer, section)


def _facts(writer: BlockWriter, section: FactsView) -> None:
    add_text(writer.paragraph("Heading 1"), section.heading)
    for fact in section.facts:
        paragraph = writer.paragraph("Fact")
        if fact.label:
            colon = "" if section.name in _PERIODS or not fact.value else ":"
            gap = "\t" if fact.value else ""
            add_text(paragraph, f"{fact.label}{colon}{gap}", Look(bold=True))
        add_text(paragraph, fact.value)
        for detail in fact.details:
            add_text(writer.paragraph("Fact Detail"), detail)


def _project(
    writer: BlockWriter, view: CvView, project: ProjectView, results: tuple[ResultView, ...]
) -> None:
    words = Look(language=project.original.language if project.original else "")
    line = [project.period, *project.meta]
    if project.original is not None:
        line.append(project.original.notice)
    if any(line):
        paragraph = writer.paragraph()
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.space_before = Pt(8)
        add_text(paragraph, SEPARATOR.join(one for one in line if one))
    add_text(writer.paragraph("Heading 2"), project.title, words)
    if results:
        paragraph = writer.paragraph()
        add_text(paragraph, f"{view.result_label}: ", Look(bold=True))
        for number, result in enumerate(results):
            add_text(paragraph, SEPARATOR if number else "")
            add_text(paragraph, result.figure.text, Look(bold=True, language=words.language))
            if result.words:
                add_text(paragraph, " ")
                add_inline(paragraph, result.words, words)
    for bullet in project.bullets:
        add_inline(writer.paragraph("List Bullet"), bullet, words)
    if project.technologies:
        paragraph = writer.paragraph()
        add_text(paragraph, f"{view.technologies_label}: ", Look(bold=True))
        add_text(paragraph, ", ".join(project.technologies), words)
