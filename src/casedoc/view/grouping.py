"""What the case studies of a booklet are put together by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from casedoc.locale.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Grouping:
    """What case studies are put together by."""

    by: str = "none"
    """`none`, `category` or `year`."""
    as_of: PartialDate | None = None
    """The day whose year work that still lasts belongs to."""


NO_GROUPS: Final = Grouping()
"""They are not put together."""
