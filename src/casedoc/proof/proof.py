"""What is judged of a finished PDF, with the file alone to go by: the one verb of this floor."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.proof.findings import Finding
from casedoc.proof.fonts import font_faults
from casedoc.proof.links import link_faults
from casedoc.proof.metadata import metadata_faults
from casedoc.proof.structure import elements_of, structure_faults
from casedoc.proof.text import text_faults

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.proof.expectation import Expected


def prove(data: bytes, expected: Sequence[Expected] | None = None) -> tuple[Diagnostic, ...]:
    """Judge a PDF that casedoc made.

    Args:
        data: The file.
        expected: What it must say, in order; none where that is not known.

    Returns:
        An error for each fault: `PROOF_STRUCTURE`, `PROOF_TEXT`, `PROOF_FONTS`, `PROOF_LINKS`,
        `PROOF_METADATA`; or one `PROOF_UNREADABLE`, where the file is no PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            elements = tuple(elements_of(pdf))
            found = [
                *structure_faults(pdf, elements),
                *(() if expected is None else text_faults(pdf, expected)),
                *font_faults(pdf),
                *link_faults(pdf),
                *metadata_faults(pdf),
            ]
    except pikepdf.PdfError:
        return (Diagnostic(Code.PROOF_UNREADABLE, "this is not a PDF that can be read"),)
    return tuple(_diagnostic(one) for one in found)


def _diagnostic(finding: Finding) -> Diagnostic:
    place = f"page {finding.page}: " if finding.page else ""
    return Diagnostic(
        finding.code,
        f"{place}{finding.message}",
        finding.span,
        finding.hint,
        severity_override=None if finding.is_error else Severity.WARNING,
    )
