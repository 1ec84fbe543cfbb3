"""What proofs found, as data and as one HTML file with pictures of the pages concerned."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from casedoc.proof.findings import Box, Finding
    from casedoc.proof.proof import Proof

_SCALE: Final = 1.25
"""Pixels for each point."""
_STYLE: Final = """
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; color: #16181d }
h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.5rem } code { font-size: .9em }
.passed { color: #1d6b3a } .error { color: #a3260f } .warning { color: #8a5a00 }
figure { margin: 1rem 0; position: relative; display: inline-block; border: 1px solid #c6ccd1 }
img { display: block; max-width: 100% }
figure span { position: absolute; border: 2px solid #a3260f; background: #a3260f22 }
figure span.warning { border-color: #8a5a00; background: #8a5a0022 }
"""


@dataclass(frozen=True, slots=True)
class Judged:
    """A file that was judged."""

    name: str
    """What it is called."""
    digest: str
    """SHA-256 in hexadecimal; empty where it can't be read."""
    data: bytes
    """What is in it."""
    proof: Proof
    """What came of it."""
    is_known: bool
    """Whether it is known what it must say."""


def report_data(judged: Judged) -> dict[str, Any]:
    """Return what was found in a file as plain data. Boxes are in points, from the lower left."""
    proof = judged.proof
    return {
        "file": judged.name,
        "sha256": judged.digest,
        "pages": proof.pages,
        "standards": list(proof.standards),
        "words_compared": judged.is_known,
        "checks": [
            {"name": name, "passed": not found, "findings": [_finding_data(one) for one in found]}
            for name, found in proof.results
        ],
    }


def _finding_data(finding: Finding) -> dict[str, Any]:
    span = finding.span
    return {
        "code": finding.code.number,
        "severity": _severity(finding),
        "message": finding.message,
        "hint": finding.hint or None,
        "page": finding.page or None,
        "box": [round(edge, 2) for edge in finding.box] if finding.box else None,
        "path": span.path if span else None,
        "line": span.line if span else None,
        "column": span.column if span else None,
    }


def report_html(files: Sequence[Judged]) -> str:
    """Return what was found as one HTML file that needs no other."""
    body = "".join(part for file in files for part in _file(file))
    return (
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Proof</title>'
        f"<style>{_STYLE}</style></head>\n<body><h1>Proof</h1>\n{body}"
        "</body></html>\n"
    )


def _file(judged: Judged) -> Iterator[str]:
    proof = judged.proof
    said = ", ".join(proof.standards) or "no standard"
    pages = f"{proof.pages} page{'' if proof.pages == 1 else 's'}"
    yield f"<h2>{escape(judged.name)}</h2>\n<p>{pages}, {escape(said)}</p>\n"
    for name, found in proof.results:
        state = "passed" if not found else "error" if any(one.is_error for one in found) else ""
        yield f'<p class="{state or "warning"}">{escape(name)}: '
        yield "passed</p>\n" if not found else f"{len(found)} found</p>\n"
        yield "".join(_item(one) for one in found)
    for number in sorted({one.page for one in proof.findings if one.page}):
        boxes = [one for one in proof.findings if one.page == number and one.box]
        yield from _picture(judged.data, number, boxes)


def _item(finding: Finding) -> str:
    place = f" at <code>{escape(_place(finding))}</code>" if finding.span else ""
    page = f"page {finding.page}: " if finding.page else ""
    return (
        f'<p class="{_severity(finding)}">{finding.code.number} {page}'
        f"{escape(finding.message)}{place}<br>{escape(finding.hint)}</p>\n"
    )


def _place(finding: Finding) -> str:
    span = finding.span
    return f"{span.path}:{span.line}:{span.column}" if span else ""


def _severity(finding: Finding) -> str:
    return "error" if finding.is_error else "warning"


def _picture(data: bytes, number: int, findings: Sequence[Finding]) -> Iterator[str]:
    """Yield the picture of a page with the boxes of what was found."""
    import pypdfium2

    pages = pypdfium2.PdfDocument(data)
    try:
        page = pages[number - 1]
        area = page.get_mediabox()
        file = io.BytesIO()
        page.render(scale=_SCALE).to_pil().save(file, "PNG")
    finally:
        pages.close()
    source = base64.b64encode(file.getvalue()).decode()
    yield f'<figure><img alt="Page {number}" src="data:image/png;base64,{source}">'
    for finding in findings:
        if finding.box is not None:
            yield f'<span class="{_severity(finding)}" style="{_style(finding.box, area)}"></span>'
    yield "</figure>\n"


def _style(box: Box, area: tuple[float, float, float, float]) -> str:
    """Return where a box is on the picture of a page, in parts of it."""
    left, bottom, right, top = area
    width, height = right - left, top - bottom
    return (
        f"left: {100 * (box.left - left) / width:.2f}%; top: {100 * (top - box.top) / height:.2f}%;"
        f" width: {100 * (box.right - box.left) / width:.2f}%;"
        f" height: {100 * (box.top - box.bottom) / height:.2f}%"
    )
