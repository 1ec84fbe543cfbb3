"""What a page gathers while it is written: places, images, complaints."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.markup.tokens import VIRTUAL_ROOT

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.base.world import World

_IMAGE_CODES = {
    ReadProblem.MISSING: Code.IMAGE_MISSING,
    ReadProblem.REMOTE: Code.IMAGE_REMOTE,
    ReadProblem.OUTSIDE: Code.IMAGE_OUTSIDE,
}


@dataclass(slots=True)
class PageCollector:
    """Grows while one page is written."""

    world: World
    """Answers for images."""
    spans: dict[str, Span] = field(default_factory=dict)
    """Place in the source by element id."""
    resources: dict[str, bytes] = field(default_factory=dict)
    """Content by virtual address."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """What was noticed."""

    def claim(self, anchor: str, span: Span) -> str:
        """Return the id for an element, made unique, and note where it leads back to."""
        name, number = anchor, 1
        while name in self.spans:
            number += 1
            name = f"{anchor}-{number}"
        self.spans[name] = span
        return name

    def image(self, path: str, span: Span) -> str | None:
        """Take an image of the workspace in and return its virtual address, or none."""
        address = f"{VIRTUAL_ROOT}{quote(path)}"
        if address in self.resources:
            return address
        content = self.world.read(path)
        if isinstance(content, ReadFailure):
            code = _IMAGE_CODES.get(content.problem, Code.IMAGE_BROKEN)
            message = f"the image `{path}` can't be read: {content.reason}"
            self.diagnostics.append(Diagnostic(code, message, span))
            return None
        self.resources[address] = content
        return address
