"""Complaints as they may go to others: without the names of clients that must not be named."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.base.diagnostic import Diagnostic, Related
from casedoc.content.confidences.masking import masked

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.content.confidences.mentions import Discretion


def discreet(found: Diagnostic, discretion: Discretion) -> Diagnostic:
    """Return a complaint in which an alias stands for each name, in its paths as well.

    Args:
        found: The complaint.
        discretion: Who must not be named.
    """
    if not discretion.secrets:
        return found
    return replace(
        found,
        message=masked(found.message, discretion),
        hint=masked(found.hint, discretion) if found.hint else found.hint,
        span=_span(found.span, discretion) if found.span else None,
        related=tuple(
            Related(masked(one.message, discretion), _span(one.span, discretion))
            for one in found.related
        ),
    )


def _span(span: Span, discretion: Discretion) -> Span:
    return replace(span, path=masked(span.path, discretion))
