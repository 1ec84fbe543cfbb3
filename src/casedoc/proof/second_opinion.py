"""What other people's programs say of a file: a validator, and another reader of PDFs.

The validator comes with the extra `casedoc[proof]`: not everyone needs it, since what it judges
follows from casedoc itself and is tested there.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.proof.findings import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_PROFILES: Final = {"PDF/A-2a": "2a", "PDF/A-3a": "3a", "PDF/UA-1": "ua1"}
"""How the validator calls the standards that it knows."""
_INSTALL: Final = "install them with casedoc: `pip install 'casedoc[proof]'`"
_FALSE_ALARM: Final = "STREAM-LENGTH-001"
"""Told of streams whose compressed data end in a carriage return."""


def is_there() -> bool:
    """Tell whether the validator is installed; the reader always is."""
    return find_spec("page") is not None


def lacking(*, is_asked: bool) -> Diagnostic:
    """Return the complaint that they are not; an error where they were asked for."""
    message = "no validator judges the PDFs, and no other reader reads them"
    severity = Severity.ERROR if is_asked else Severity.WARNING
    return Diagnostic(Code.PROOF_IN_PART, message, None, _INSTALL, severity_override=severity)


def standard_faults(data: bytes, standards: Sequence[str]) -> Iterator[Finding]:
    """Yield what a validator finds against the standards that a file keeps to."""
    import page

    for name in standards:
        if name not in _PROFILES:
            continue
        report = page.validate_pdf_bytes(data, profile=_PROFILES[name])
        for failure in report.failures:
            if not failure.rule_id.endswith(_FALSE_ALARM):
                message = f"{name}: {failure.message} ({failure.rule_id})"
                yield Finding(Code.PROOF_STANDARD, message)


def extracted_text(data: bytes) -> str:
    """Return the text of a file as another reader extracts it, page after page."""
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()
