"""What a document has beyond its case studies, where it is made for somebody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.content.case_study import CaseStudy
    from casedoc.view.skills import SkillChoice


@dataclass(frozen=True, slots=True)
class Tailoring:
    """What a document has beyond its case studies."""

    recipient: str = ""
    """Whom it is for; empty where it is for everyone."""
    letter: CaseStudy | None = None
    """The text of the page behind the cover; none without one."""
    skills: SkillChoice | None = None
    """What a skill matrix is made by; none without one."""


FOR_EVERYONE = Tailoring()
"""A document for everyone, as it is."""
