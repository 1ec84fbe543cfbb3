"""The QR code of the author's own site, as a drawing.

DESIGN 12: at most one in a document, and only where somebody holds paper and wants to act.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import segno

from casedoc.markup.measures import plain
from casedoc.markup.tokens import VIRTUAL_ROOT, token_style

if TYPE_CHECKING:
    from casedoc.markup.collector import PageCollector
    from casedoc.markup.colour import Colour
    from casedoc.view.study import ContactView

QUIET_MODULES: Final = 4
"""White modules around the symbol. *Source:* ISO/IEC 18004, 6.3.8."""
_LEAST_VERSION: Final = 2
"""*Why*: the modules of the smallest one are so large that four of them leave the gutter."""
_MOST_MODULES: Final = 57
"""Modules a side, at 24 mm 0.42 mm each; phones read no finer print with certainty."""
_PATH: Final = "virtual/qr-code.svg"


@dataclass(frozen=True, slots=True)
class QrCode:
    """A code that the page carries."""

    address: str
    """Virtual address of its drawing."""
    words: str
    """What it is, for those who can't see it."""
    modules: int
    """Modules a side."""

    @property
    def style(self) -> str:
        """Return how much space there must be around it, as a share of its size."""
        return token_style({"--quiet": plain(QUIET_MODULES / self.modules)})


def site_code(contact: ContactView | None, ink: Colour, collector: PageCollector) -> QrCode | None:
    """Return the code of the author's site; none without a site or for an endless address."""
    if contact is None or not contact.url_href:
        return None
    rows = code_rows(contact.url_href)
    if len(rows) > _MOST_MODULES:
        return None
    address = f"{VIRTUAL_ROOT}{_PATH}"
    collector.resources[address] = _drawing(rows, str(ink)).encode()
    return QrCode(address, contact.code_words or contact.url, len(rows))


def code_rows(content: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a code, dark ones true, row by row, without the quiet zone.

    Error correction M restores about 15 % of it. *Source:* ISO/IEC 18004, 7.5.1.
    """
    code = segno.make(content, error="m", boost_error=False, micro=False)
    if int(code.version) < _LEAST_VERSION:
        code = segno.make(content, error="m", boost_error=False, version=_LEAST_VERSION)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)


def _drawing(rows: tuple[tuple[bool, ...], ...], ink: str) -> str:
    """Return one path of one rectangle for each run of dark modules.

    *Why* one path: modules that touch are filled together, without hairlines between them.
    """
    runs = "".join(
        f"M{start} {y}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    side = len(rows)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" '
        f'shape-rendering="crispEdges"><path fill="{ink}" d="{runs}"/></svg>'
    )


def _runs(row: tuple[bool, ...]) -> list[tuple[int, int]]:
    """Return where each run of dark modules begins, and how long it is."""
    starts = [at for at, dark in enumerate(row) if dark and not (at and row[at - 1])]
    ends = [at for at, dark in enumerate(row, 1) if dark and not (at < len(row) and row[at])]
    return [(start, end - start) for start, end in zip(starts, ends, strict=True)]
