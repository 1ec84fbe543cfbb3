"""What is judged of a finished PDF: the one verb of this floor."""

from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.pdf.imposition import is_imposed
from casedoc.pdf.standards import Standard
from casedoc.proof.findings import Finding, entry
from casedoc.proof.fonts import font_faults
from casedoc.proof.geometry import geometry_faults
from casedoc.proof.links import link_faults
from casedoc.proof.metadata import attachment_faults, metadata_faults, standard_of, standards_of
from casedoc.proof.plain_reading import plain_text_of, reading_faults
from casedoc.proof.press import press_faults
from casedoc.proof.reading import read_sheets
from casedoc.proof.second_opinion import extracted_text, standard_faults
from casedoc.proof.structure import elements_of, reading_order, structure_faults
from casedoc.proof.text import Comparison

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pikepdf

    from casedoc.proof.expectation import Expectation
    from casedoc.proof.structure import Element


_SILENCE: Final = logging.NullHandler()


@dataclass(frozen=True, slots=True)
class Proof:
    """What came of judging one file."""

    results: tuple[tuple[str, tuple[Finding, ...]], ...]
    """What was looked at, by name, and what is wrong there."""
    pages: int
    """Number of pages; 0 where it can't be read."""
    standards: tuple[str, ...]
    """The standards that the file says it keeps to."""

    @property
    def checks(self) -> tuple[str, ...]:
        """Return the names of what was looked at."""
        return tuple(name for name, _found in self.results)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Return all that is wrong."""
        return tuple(one for _name, found in self.results for one in found)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong, addressed to the author."""
        return tuple(_diagnostic(one) for one in self.findings)


def get_ready() -> None:
    """Import what reads files, before there is one."""
    import pikepdf
    import pikepdf.models.metadata  # noqa: F401 - it is used later


def prove(data: bytes, expected: Expectation | None = None, *, full: bool = False) -> Proof:
    """Judge a PDF that casedoc made.

    Args:
        data: The file.
        expected: What it must be; none where that is not known. Then words, outside links, type
            area and page count are not compared.
        full: Whether a validator judges it, too, and another reader reads it; both have to be there
            (`second_opinion.is_there`).

    Returns:
        What was looked at, and what is wrong: `PROOF_STRUCTURE`, `PROOF_TEXT`, `PROOF_FONTS`,
        `PROOF_LINKS`, `PROOF_METADATA`, `PROOF_GEOMETRY`, `PROOF_PAGES`, `PROOF_READING`,
        `PROOF_STANDARD`, `GLYPH_MISSING`, `OUTSIDE_AREA`, `IMAGE_COARSE`; or one
        `PROOF_UNREADABLE`, where the file is no PDF.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            proof = _judged(pdf, data, expected)
    except pikepdf.PdfError:
        return _unreadable("this is not a PDF that can be read")
    return _with_second_opinion(data, proof, expected) if full else proof


def prove_stranger(
    data: bytes, expected: Expectation | None = None, *, full: bool = False
) -> Proof:
    """Judge a file that may have been damaged since it was made, or made by others.

    As `prove`; but where its parts don't fit together, that is `PROOF_UNREADABLE`, and what readers
    log about it is not shown.
    """
    # pikepdf logs what it mends, with tracebacks; the proof tells what is wrong itself.
    logger = logging.getLogger("pikepdf")
    propagates, logger.propagate = logger.propagate, False
    logger.addHandler(_SILENCE)
    try:
        return prove(data, expected, full=full)
    except Exception as error:  # noqa: BLE001 - a damaged file can break at any of its parts
        words = " ".join(str(error).split()) or type(error).__name__
        message = f"this file can't be followed to its end: {words}"
        return _unreadable(message, "it is damaged, protected, or not made by casedoc")
    finally:
        logger.removeHandler(_SILENCE)
        logger.propagate = propagates


def _unreadable(message: str, hint: str = "") -> Proof:
    return Proof((("file", (Finding(Code.PROOF_UNREADABLE, message, hint),)),), 0, ())


def _judged(pdf: pikepdf.Pdf, data: bytes, expected: Expectation | None) -> Proof:
    standard = expected.standard if expected else standard_of(pdf)
    # Looked at first: reading XMP writes it back into the document information.
    press = tuple(press_faults(pdf)) if standard is Standard.PRINT else ()
    checked = (("press", press),) if standard is Standard.PRINT else ()
    if expected is None and is_imposed(pdf):
        # The single pages were proven before they were put on sheets.
        return Proof(checked, len(pdf.pages), standards_of(pdf))
    elements = tuple(elements_of(pdf))
    sheets = read_sheets(pdf, data)
    order = tuple(reading_order(pdf))
    pictured = frozenset(_pictured(elements))
    compared = Comparison(sheets, order, expected.texts) if expected else None
    spans = compared.spans if compared else {}
    found = {
        "structure": structure_faults(pdf, elements, sheets),
        "fonts": font_faults(pdf, sheets, expected.families if expected else ()),
        "links": link_faults(pdf, expected.links if expected else None),
        "metadata": metadata_faults(pdf, standard),
        "geometry": geometry_faults(sheets, expected.areas if expected else (), spans, pictured),
    }
    if expected is not None and compared is not None:
        found["words"] = iter(compared.findings)
        found["pages"] = iter(_pages(len(sheets), expected.pages))
        found["attachments"] = attachment_faults(pdf, expected.attached)
        found["reading"] = reading_faults(plain_text_of(sheets), expected.fields)
    results = tuple((name, tuple(one)) for name, one in found.items())
    return Proof((*results, *checked), len(sheets), standards_of(pdf))


def identify(data: bytes) -> str:
    """Return the identifier of a file in hexadecimal; nothing where it has none, or is no PDF.

    It stays what it is where a file is changed.
    """
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            identifiers = entry(pdf.trailer, "/ID")
            return "" if identifiers is None else bytes(identifiers[0]).hex()
    except (pikepdf.PdfError, pikepdf.PasswordError, TypeError, ValueError, IndexError):
        return ""


def _with_second_opinion(data: bytes, proof: Proof, expected: Expectation | None) -> Proof:
    """Add what a validator and another reader find."""
    results = [*proof.results, ("standards", tuple(standard_faults(data, proof.standards)))]
    if expected is not None:
        read = reading_faults(extracted_text(data), expected.fields, "as a viewer reads it")
        results.append(("other reader", tuple(read)))
    return replace(proof, results=tuple(results))


def _pages(number: int, expected: int) -> tuple[Finding, ...]:
    if number == expected:
        return ()
    return (Finding(Code.PROOF_PAGES, f"there are {number} pages, and should be {expected}"),)


def _pictured(elements: Sequence[Element]) -> set[tuple[int, int]]:
    """Return the content of pictures."""
    return {one for element in elements if element.role == "Figure" for one in element.contents}


def _diagnostic(finding: Finding) -> Diagnostic:
    """Return a finding, addressed to the author."""
    place = f"page {finding.page}: " if finding.page else ""
    return Diagnostic(
        finding.code,
        f"{place}{finding.message}",
        finding.span,
        finding.hint or None,
        severity_override=Severity.ERROR if finding.is_error else Severity.WARNING,
    )
