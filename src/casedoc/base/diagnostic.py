"""What went wrong, or looks wrong, and where: the only form in which wrong input travels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.span import Span


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that belongs to a diagnostic, such as the earlier of two definitions."""

    message: str
    """What stands there."""
    span: Span
    """Where it stands."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One complaint, addressed to the author."""

    code: Code
    """What kind of complaint it is."""
    message: str
    """What is wrong, in one lower-case clause without a full stop."""
    span: Span | None = None
    """Where it is wrong; none where it concerns no file."""
    hint: str | None = None
    """What to do about it."""
    related: tuple[Related, ...] = ()
    """Other places that belong to it."""
    severity_override: Severity | None = None
    """A severity other than the usual one of its code."""

    @property
    def severity(self) -> Severity:
        """How much it weighs."""
        return self.severity_override or self.code.severity

    @property
    def is_error(self) -> bool:
        """Tell whether it keeps its document from being made."""
        return self.severity is Severity.ERROR


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether any of `diagnostics` is an error."""
    return any(diagnostic.is_error for diagnostic in diagnostics)
