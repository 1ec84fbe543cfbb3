"""What the exit code of a command means."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

from casedoc.base.codes import Code, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.diagnostic import Diagnostic


class ExitCode(IntEnum):
    """Exit codes; where several hold, 130, 70, 4, 2, 1, 3 win in this order."""

    FINE = 0
    CONTENT = 1
    USAGE = 2
    WARNINGS = 3
    ENVIRONMENT = 4
    BUG = 70
    INTERRUPTED = 130


_ENVIRONMENT = frozenset({Code.PRINTING_FAILED, Code.PROOF_IN_PART})
_USAGE = frozenset(
    {
        Code.SETTING_INVALID,
        Code.SETTING_UNKNOWN,
        Code.USAGE,
        Code.TARGET_TWICE,
        Code.TEMPLATE_BROKEN,
        Code.TOKEN_INVALID,
        Code.TOKEN_UNKNOWN,
        Code.TOKEN_MISSING,
    }
)


def exit_code(diagnostics: Iterable[Diagnostic], *, strict: bool) -> ExitCode:
    """Return the exit code that follows from all that was noticed.

    Args:
        diagnostics: All that was noticed.
        strict: Whether warnings count.
    """
    given = tuple(diagnostics)
    errors = {one.code for one in given if one.is_error}
    if errors & _ENVIRONMENT:
        return ExitCode.ENVIRONMENT
    if errors & _USAGE or any(_of_settings(one) for one in given if one.is_error):
        return ExitCode.USAGE
    if errors:
        return ExitCode.CONTENT
    warned = any(one.severity is Severity.WARNING for one in given)
    return ExitCode.WARNINGS if strict and warned else ExitCode.FINE


def _of_settings(diagnostic: Diagnostic) -> bool:
    """Tell whether a complaint is about a settings file, whatever its code."""
    path = diagnostic.span.path if diagnostic.span else ""
    return path in {"casedoc.toml", "pyproject.toml"}
