"""A case study as Word has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.content.lone_images import is_words
from casedoc.view.study import FlowPart, LinksPart, StepsPart
from casedoc.word.blocks import BlockWriter
from casedoc.word.runs import Look, add_inline, add_link, add_text

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.world import World
    from casedoc.view.one_pager import OnePagerView
    from casedoc.view.study import ContactView, SectionView, StudyView

SEPARATOR = " \u00b7 "
"""Between words that share a line."""


def write_one_pager(
    document: Any,  # noqa: ANN401 - the library's document
    view: OnePagerView,
    world: World,
) -> list[Diagnostic]:
    """Write a one-pager into an empty document.

    Args:
        document: The document.
        view: What is printed.
        world: Answers for images.

    Returns:
        What Word can't show.
    """
    study = view.study
    original = study.original
    words = Look(language=original.language if original else "")
    writer = BlockWriter(document, world, words)
    kicker = [one for one in view.kicker if one]
    if original is not None:
        kicker.insert(2, original.notice)
    if kicker:
        add_text(writer.paragraph(), SEPARATOR.join(kicker))
    add_text(writer.paragraph("Title"), study.title, words)
    for text, style in ((study.subtitle, "Subtitle"), (study.summary, "Normal")):
        if text:
            add_text(writer.paragraph(style), text, words)
    for meta in study.meta:
        paragraph = writer.paragraph()
        add_text(paragraph, f"{meta.label}: ", Look(bold=True))
        add_text(paragraph, meta.value, words)
    _panel(writer, study, words)
    _Sections(writer, words).write(study)
    if view.contact is not None:
        write_contact(writer, view.contact)
    return writer.found


def _panel(writer: BlockWriter, study: StudyView, words: Look) -> None:
    if study.panel is None:
        return
    heading = Look() if study.panel.heading_is_ours else words
    add_inline(writer.paragraph("Heading 1"), study.panel.heading, heading)
    bold = Look(bold=True, language=words.language)
    for metric in study.panel.metrics:
        paragraph = writer.paragraph("List Bullet")
        add_text(paragraph, metric.figure.text, bold)
        for part, look in (
            (metric.label, bold),
            (metric.context, words),
            (metric.reference, words),
        ):
            if part:
                add_text(paragraph, " ")
                add_inline(paragraph, part, look)


class _Sections:
    """Writes the text of a case study, in the order of the page."""

    def __init__(self, writer: BlockWriter, words: Look) -> None:
        self._writer = writer
        self._words = words

    def write(self, study: StudyView) -> None:
        """Write all sections; the technologies stand where the page has them."""
        before, after = [*study.before], [*study.after]
        if study.problem is not None:
            before.append(study.problem)
        if study.solution is not None:
            after.insert(0, study.solution)
        for section in before:
            self._section(section, 1)
        self._technologies(study)
        for one in (*after, study.links, study.notes):
            if one is not None:
                self._section(one, 1)

    def _technologies(self, study: StudyView) -> None:
        if study.technologies:
            add_text(self._writer.paragraph("Heading 1"), study.technologies_heading)
            add_text(self._writer.paragraph(), SEPARATOR.join(study.technologies), self._words)

    def _section(self, section: SectionView, level: int) -> None:
        if section.heading:
            style = f"Heading {min(level, 3)}"
            look = Look() if section.heading_is_ours else self._words
            add_inline(self._writer.paragraph(style), section.heading, look)
        for part in section.parts:
            if isinstance(part, FlowPart):
                self._writer.blocks(part.blocks)
            elif isinstance(part, StepsPart):
                self._steps(part)
            elif isinstance(part, LinksPart):
                self._links(part)
            else:
                self._section(part, level + 1)

    def _steps(self, part: StepsPart) -> None:
        bold = Look(bold=True, language=self._words.language)
        for step in part.steps:
            paragraph = self._writer.paragraph("List Bullet")
            add_inline(paragraph, step.lead_in, bold)
            first, *others = step.blocks or (None,)
            if first is not None and is_words(first):
                add_text(paragraph, ": ", bold)
                add_inline(paragraph, first.children, self._words)
            elif first is not None:
                others.insert(0, first)
            self._writer.blocks(others, 1)

    def _links(self, part: LinksPart) -> None:
        for link in part.links:
            paragraph = self._writer.paragraph()
            add_inline(paragraph, link.label, self._words)
            if link.note:
                add_text(paragraph, " ")
                add_inline(paragraph, link.note, self._words)
            if link.label or link.note:
                add_text(paragraph, " ")
            add_link(paragraph, "".join(link.address), link.href)


def write_contact(writer: BlockWriter, contact: ContactView) -> None:
    """Write name and contact data, each line that there is."""
    paragraph = writer.paragraph()
    add_text(paragraph, contact.name, Look(bold=True))
    if contact.role:
        add_text(paragraph, SEPARATOR + contact.role)
    write_addresses(writer.paragraph(), contact)


def write_addresses(
    paragraph: Any,  # noqa: ANN401
    contact: ContactView,
    *,
    city_first: bool = False,
) -> None:
    """Write how to reach the author, on one line."""
    email = (contact.email, f"mailto:{contact.email}")
    parts = [email, (contact.phone, contact.phone_href), (contact.url, contact.url_href)]
    parts.insert(0 if city_first else 3, (contact.city, ""))
    is_first = True
    for text, href in parts:
        if not text:
            continue
        if not is_first:
            add_text(paragraph, SEPARATOR)
        is_first = False
        if href:
            add_link(paragraph, text, href)
        else:
            add_text(paragraph, text)
