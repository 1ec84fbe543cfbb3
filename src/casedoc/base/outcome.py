"""What every stage hands on: a value or none, and all that was noticed on the way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from casedoc.base.diagnostic import Diagnostic

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """The result of a stage.

    *Why* not exceptions: all problems of all files are reported in one run, so a stage must be
    able to complain and still go on.
    """

    value: T | None
    """What was made; none where errors forbade it."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """What was noticed, in the order of the places."""
