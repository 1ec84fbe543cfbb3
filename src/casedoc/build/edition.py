"""What kind of file a document becomes, whatever stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from casedoc.pdf.standards import Standard

USUAL_DPI = 144
"""Dots per inch of pages as pictures: twice as many as a screen of old had, for those of today."""


LEAST_DPI = 18
MOST_DPI = 1200
"""A page of A4 has 140 million dots then."""


class Imposition(Enum):
    """How pages are put on sheets."""

    SADDLE = "saddle"
    """Two side by side, in the order in which a folded and stapled booklet needs them."""


@dataclass(frozen=True, slots=True)
class Edition:
    """What kind of file a document becomes."""

    standard: Standard = Standard.ARCHIVE
    """What it is made for."""
    attach_source: bool = False
    """Whether its source is put into it."""
    imposition: Imposition | None = None
    """How its pages are put on sheets; none where each is one."""
    full_proof: bool = False
    """Whether all checks are made, and not only the quick ones; what they need is there then."""

    dpi: int = USUAL_DPI
    """Dots per inch of pages as pictures."""
    is_draft: bool = False
    """Whether it shows a case study that is not finished."""

    def stem(self, name: str, is_printed: bool) -> str:  # noqa: FBT001 - one of two
        """Return the name of a file without ending, told from that of the usual edition.

        Args:
            name: The name of the usual edition.
            is_printed: Whether it is a PDF; what is special about those tells no others apart.
        """
        parts = [name, "draft"] if self.is_draft else [name]
        if not is_printed:
            return "-".join(parts)
        if self.standard is Standard.PRINT:
            parts.append("print")
        if self.imposition is not None:
            parts.append(self.imposition.value)
        return "-".join(parts)


USUAL = Edition()
"""What is made unless it is said otherwise."""
