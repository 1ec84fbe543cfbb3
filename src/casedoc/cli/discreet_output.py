"""What others may read of complaints; imported only where somebody must not be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.build.discreet import discreet
from casedoc.content.confidences.mentions import Discretion
from casedoc.content.confidences.terms import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.secret import Secret


def discreet_all(found: Sequence[Diagnostic], secrets: Sequence[Secret]) -> list[Diagnostic]:
    """Return complaints in which an alias stands for each name."""
    discretion = _discretion(secrets)
    return [discreet(one, discretion) for one in found]


def lines_without_names(
    lines_of: Callable[[str], list[str]], secrets: Sequence[Secret]
) -> Callable[[str], list[str]]:
    """Return what gives the lines of a file, those that name somebody empty."""
    names = _discretion(secrets).every_name

    def lines(path: str) -> list[str]:
        return ["" if holds(line, names) else line for line in lines_of(path)]

    return lines


def _discretion(secrets: Sequence[Secret]) -> Discretion:
    languages = dict.fromkeys(language for one in secrets for language, _alias in one.aliases)
    return Discretion(tuple(secrets), tuple(languages))
