"""Sections become views: running text, steps, sub-sections."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casedoc.content.case_study import Role, Section
from casedoc.source.element import Element, Kind, plain_text
from casedoc.view.study import FlowPart, SectionView, StepsPart, StepView
from casedoc.view.typesetter import Typesetter, length_of

if TYPE_CHECKING:
    from casedoc.base.span import Span

FEWEST_STEPS = 2
"""Items from which on a list is one of steps."""


@dataclass(frozen=True, slots=True)
class SectionComposer:
    """Makes the sections of one study ready to print."""

    slug: str
    """Names the anchors."""
    typesetter: Typesetter
    """Sets the text."""

    def anchor(self, span: Span) -> str:
        """Return the element id that leads back to a place."""
        return f"{self.slug}-{span.line}-{span.column}"

    def section(self, section: Section, heading: tuple[Element, ...] | None = None) -> SectionView:
        """Return a section with all below it.

        Args:
            section: The section.
            heading: A heading to print instead of its own.
        """
        inline = self.typesetter.inline(section.heading) if heading is None else heading
        own = self._parts(section.blocks, steps=section.role is not Role.PROBLEM)
        children = tuple(self.section(child) for child in section.children)
        role = "lead" if section.level == 0 else section.role.value
        length = length_of(inline) + length_of(section.blocks) + sum(one.length for one in children)
        anchor = self.anchor(section.span)
        return SectionView(role, inline, anchor, (*own, *children), length)

    def _parts(
        self, blocks: tuple[Element, ...], *, steps: bool
    ) -> tuple[FlowPart | StepsPart, ...]:
        parts: list[FlowPart | StepsPart] = []
        flow: list[Element] = []
        for block in blocks:
            found = self._steps(block) if steps else ()
            if found:
                if flow:
                    parts.append(FlowPart(tuple(flow)))
                    flow = []
                parts.append(StepsPart(found))
            else:
                flow.append(self.typesetter.block(block))
        if flow:
            parts.append(FlowPart(tuple(flow)))
        return tuple(parts)

    def _steps(self, block: Element) -> tuple[StepView, ...]:
        """Return the steps of a list whose items all have a bold lead-in, else nothing."""
        if block.kind is not Kind.BULLET_LIST or len(block.children) < FEWEST_STEPS:
            return ()
        steps = [self._step(item) for item in block.children]
        return tuple(step for step in steps if step) if all(steps) else ()

    def _step(self, item: Element) -> StepView | None:
        split = split_lead_in(item)
        if split is None:
            return None
        lead_in, blocks = split
        return StepView(
            self.typesetter.inline(lead_in), self.typesetter.blocks(blocks), self.anchor(item.span)
        )


def split_lead_in(item: Element) -> tuple[tuple[Element, ...], tuple[Element, ...]] | None:
    """Return the bold lead-in of a list item and the blocks behind it, or none without one."""
    if not item.children or item.children[0].kind is not Kind.PARAGRAPH:
        return None
    paragraph, *others = item.children
    if not paragraph.children[1:] or paragraph.children[0].kind is not Kind.STRONG:
        return None
    bold, after, *rest = paragraph.children
    if after.kind is not Kind.TEXT:
        return None
    lead_in = bold.children
    if after.text.startswith(":"):
        after = replace(after, text=after.text[1:].lstrip())
    elif plain_text(lead_in).rstrip().endswith(":") and lead_in[-1].kind is Kind.TEXT:
        lead_in = (*lead_in[:-1], replace(lead_in[-1], text=lead_in[-1].text.rstrip()[:-1]))
        after = replace(after, text=after.text.lstrip())
    else:
        return None
    words = (after, *rest) if after.text else tuple(rest)
    if not words:
        return None
    return lead_in, (paragraph.with_children(words), *others)
