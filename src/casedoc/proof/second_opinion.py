"""What other people's programs say of a file: a validator, and another reader of PDFs.

The validator comes with the extra `casedoc[proof]`: not everyone needs it, since what it judges
follows from casedoc itself and is tested there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
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
_PROGRAM: Final = """\
import json, page, sys
report = page.validate_pdf_bytes(sys.stdin.buffer.read(), profile=sys.argv[1])
print(json.dumps([(one.rule_id, one.message) for one in report.failures]))
"""
_began_in: Final[list[int]] = []
"""The process in which the validator has run; none where it has not."""
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
    for name in standards:
        if name not in _PROFILES:
            continue
        for rule, told in failures_of(data, _PROFILES[name]):
            if not rule.endswith(_FALSE_ALARM):
                yield Finding(Code.PROOF_STANDARD, f"{name}: {told} ({rule})")


def failures_of(data: bytes, profile: str) -> list[tuple[str, str]]:
    """Return the rules that a file breaks, each with what the validator says of it.

    Args:
        data: The file.
        profile: The standard, as the validator calls it: `2a`, `3a`, `ua1`.

    *Why* elsewhere in a process that was forked from one in which the validator ran: it has begun
    threads there, which a forked process lacks, and would wait for.
    """
    import page

    if _began_in and _began_in[0] != os.getpid():
        command = (sys.executable, "-c", _PROGRAM, profile)
        done = subprocess.run(command, input=data, stdout=subprocess.PIPE, check=True)  # noqa: S603
        return [(rule, told) for rule, told in json.loads(done.stdout)]
    _began_in[:] = [os.getpid()]
    report = page.validate_pdf_bytes(data, profile=profile)
    return [(failure.rule_id, failure.message) for failure in report.failures]


def extracted_text(data: bytes) -> str:
    """Return the text of a file as another reader extracts it, page after page."""
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in pages)
    finally:
        pages.close()
