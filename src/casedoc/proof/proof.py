"""What is judged of a finished PDF: the one verb of this floor."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.pdf.standards import Standard
from casedoc.proof.findings import Finding
from casedoc.proof.fonts import font_faults
from casedoc.proof.geometry import geometry_faults
from casedoc.proof.links import link_faults
from casedoc.proof.metadata import attachment_faults, metadata_faults, standard_of
from casedoc.proof.plain_reading import plain_text_of, reading_faults
from casedoc.proof.reading import read_sheets
from casedoc.proof.structure import elements_of, reading_order, structure_faults
from casedoc.proof.text import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from casedoc.proof.expectation import Expectation
    from casedoc.proof.structure import Element


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of judging one file."""

    checks: tuple[str, ...]
    """What was looked at, by name."""
    findings: tuple[Finding, ...]
    """What is wrong."""
    pages: int
    """Number of pages; 0 where it can't be read."""
    standard: Standard | None
    """What the file says that it is made for."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong, addressed to the author."""
        return tuple(_diagnostic(one) for one in self.findings)


def prove(data: bytes, expected: Expectation | None = None) -> Proof:
    """Judge a PDF that casedoc made.

    Args:
        data: The file.
        expected: What it must be; none where that is not known. Then words, outside links, type
            area and page count are not compared.

    Returns:
        What was looked at, and what is wrong: `PROOF_STRUCTURE`, `PROOF_TEXT`, `PROOF_FONTS`,
        `PROOF_LINKS`, `PROOF_METADATA`, `PROOF_GEOMETRY`, `PROOF_PAGES`, `PROOF_READING`,
        `GLYPH_MISSING`, `OUTSIDE_AREA`, `IMAGE_COARSE`; or one `PROOF_UNREADABLE`, where the file
        is no PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            return _judged(pdf, expected)
    except pikepdf.PdfError:
        finding = Finding(Code.PROOF_UNREADABLE, "this is not a PDF that can be read", hint="")
        return Proof((), (finding,), 0, None)


def _judged(pdf: pikepdf.Pdf, expected: Expectation | None) -> Proof:
    standard = expected.standard if expected else standard_of(pdf)
    elements = tuple(elements_of(pdf))
    sheets = read_sheets(pdf)
    order = tuple(reading_order(pdf))
    pictured = frozenset(_pictured(elements))
    compared = Comparison(sheets, order, expected.texts) if expected else None
    spans = compared.spans if compared else {}
    found = {
        "structure": structure_faults(pdf, elements, sheets),
        "fonts": font_faults(pdf, expected.families if expected else ()),
        "links": link_faults(pdf, expected.links if expected else None),
        "metadata": metadata_faults(pdf, standard),
        "geometry": geometry_faults(sheets, expected.areas if expected else (), spans, pictured),
    }
    if expected is not None and compared is not None:
        found["words"] = iter(compared.findings)
        found["pages"] = iter(_pages(len(sheets), expected.pages))
        found["attachments"] = attachment_faults(pdf, expected.attached)
        found["reading"] = reading_faults(plain_text_of(sheets), expected.fields)
    findings = tuple(chain.from_iterable(found.values()))
    return Proof(tuple(found), findings, len(sheets), standard_of(pdf))


def _pages(number: int, expected: int) -> tuple[Finding, ...]:
    if number == expected:
        return ()
    return (Finding(Code.PROOF_PAGES, f"there are {number} pages, and should be {expected}"),)


def _pictured(elements: Sequence[Element]) -> set[tuple[int, int]]:
    """Return the content of pictures."""
    return {one for element in elements if element.role == "Figure" for one in element.contents}


def _diagnostic(finding: Finding) -> Diagnostic:
    place = f"page {finding.page}: " if finding.page else ""
    return Diagnostic(
        finding.code,
        f"{place}{finding.message}",
        finding.span,
        finding.hint or None,
        severity_override=Severity.ERROR if finding.is_error else Severity.WARNING,
    )
