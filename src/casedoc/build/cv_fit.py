"""How large a CV is set: on as few pages as can be, and then as large as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from casedoc.markup.setting import FitSetting
from casedoc.pdf.sheets import fills_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from casedoc.base.outcome import Outcome
    from casedoc.pdf.printing import Layout

EMPTIEST_FOOT: Final = 0.25
"""Share of a page that may stay empty at its foot, the last page apart (DESIGN section 11)."""

_ORDINARY: Final = FitSetting(0)
_LARGEST: Final = FitSetting(1)
_CLOSER: Final = FitSetting(-1)
_SMALLEST: Final = FitSetting(-2)
_SHRINKS: Final = 0.92
"""How high a text is at least at the smallest level, against the ordinary one: its lines are 4.3
instead of 4.5 mm high, and a few of them are saved."""


class _LaidOut(Protocol):
    """A document at one setting."""

    @property
    def layout(self) -> Layout:
        """Its layout."""
        ...


Document = TypeVar("Document", bound=_LaidOut)


def fit_cv(at: Callable[[FitSetting], Outcome[Document]]) -> Outcome[Document]:
    """Find the best level in at most three layouts.

    That is the largest that needs the fewest pages; of two that need as many, the smaller where
    only that leaves no page with a foot emptier than `EMPTIEST_FOOT`.

    Args:
        at: Lays the CV out at a setting.
    """
    first = at(_ORDINARY)
    if first.value is None:
        return first
    pages = first.value.layout.measure.pages
    if sum(fills_of(first.value.layout)) * _SHRINKS <= pages - 1:
        smallest = at(_SMALLEST)
        if smallest.value is not None and smallest.value.layout.measure.pages < pages:
            return _better(at(_CLOSER), smallest)
    return _better(at(_LARGEST), first)


def _better(larger: Outcome[Document], smaller: Outcome[Document]) -> Outcome[Document]:
    """Return the larger of two, if it costs no page and leaves no emptier foot."""
    if larger.value is None or smaller.value is None:
        return smaller
    pages = smaller.value.layout.measure.pages
    if larger.value.layout.measure.pages > pages:
        return smaller
    return smaller if _gapes(larger.value) and not _gapes(smaller.value) else larger


def _gapes(document: _LaidOut) -> bool:
    """Tell whether a page but the last has a foot that is too empty."""
    return any(fill < 1 - EMPTIEST_FOOT for fill in fills_of(document.layout)[:-1])
