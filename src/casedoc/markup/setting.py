"""How large and how close a document is set: the one thing that a fit changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class FitSetting:
    """A step of the fit ladder (DESIGN section 9)."""

    level: int = 0
    """Type size: -3 to +3 for a one-pager, -2 to +1 for a CV, -3 to 0 for a booklet."""
    dense: bool = False
    """Whether a one-pager is set closer: smaller figures, lead-ins run in, no chips."""
