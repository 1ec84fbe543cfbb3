"""Whether a parser of applications finds what it looks for, by plain extraction of the text.

Such parsers know nothing of structure: they take the words as they follow in the file, or as they
stand on the page.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.proof.findings import TEMPLATE, Finding

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from casedoc.proof.fields import Field
    from casedoc.proof.reading import Run, Sheet

_GAP_EM: Final = 0.12
_SHARED: Final = 0.5
_HYPHENS: Final = ("-", "\u2010")


def reading_faults(
    text: str, fields: Sequence[Sequence[Field]], how: str = "file order"
) -> Iterator[Finding]:
    """Yield what is not found in an extracted text, or not in order.

    Args:
        text: The text.
        fields: What must be found, in groups that follow one another.
        how: How the text was extracted, for the message.
    """
    read = _folded(text)
    at = 0
    for group in fields:
        ends = []
        for field in group:
            wanted = _folded(field.text)
            start = read.find(wanted, at)
            if start < 0:
                message = f"a parser does not find the {field.name} `{field.text}` ({how})"
                yield Finding(Code.PROOF_READING, message, TEMPLATE, is_error=False)
            else:
                ends.append(start + len(wanted))
        # The next group begins after the first field of this one, which is what names it.
        at = ends[0] if ends else at


def plain_text_of(sheets: Iterable[Sheet]) -> str:
    """Return the text of a file as its words follow in it, line by line."""
    return "\n".join(line for sheet in sheets for line in _lines(sheet.runs))


def _lines(runs: Iterable[Run]) -> Iterator[str]:
    line = ""
    before: Run | None = None
    for run in runs:
        if not run.text.strip():
            line += " " * bool(run.text)
            continue
        if before is not None and not _is_one_line(before, run):
            yield line
            line = ""
        elif before is not None and run.box.left - before.box.right > _GAP_EM * run.size:
            line += " "
        line += run.text
        before = run
    yield line


def _is_one_line(one: Run, other: Run) -> bool:
    lower, upper = one.box, other.box
    shared = min(lower.top, upper.top) - max(lower.bottom, upper.bottom)
    return shared > _SHARED * min(lower.top - lower.bottom, upper.top - upper.bottom)


def _folded(text: str) -> str:
    """Return a text with single spaces, its lines joined, where one ends in a hyphen directly."""
    joined = ""
    for line in unicodedata.normalize("NFKC", text).replace("\u00ad", "").splitlines():
        words = " ".join(line.split())
        if not joined.endswith(_HYPHENS):
            joined += " "
        joined += words
    folded = joined.casefold().strip()
    return "".join("-" if unicodedata.category(one) == "Pd" else one for one in folded)
