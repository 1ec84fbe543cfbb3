"""What others may read of complaints; imported only where somebody must not be named."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from casedoc.build.discreet import discreet
from casedoc.content.confidences.masking import masked
from casedoc.content.confidences.mentions import Discretion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.content.confidences.secret import Secret


def discreet_all(found: Sequence[Diagnostic], secrets: Sequence[Secret]) -> list[Diagnostic]:
    """Return complaints in which an alias stands for each name."""
    discretion = _discretion(secrets)
    return [discreet(one, discretion) for one in found]


def discreet_line(secrets: Sequence[Secret]) -> Callable[[str], str]:
    """Return what puts aliases in the place of names in a line."""
    return partial(masked, discretion=_discretion(secrets))


def _discretion(secrets: Sequence[Secret]) -> Discretion:
    languages = dict.fromkeys(language for one in secrets for language, _alias in one.aliases)
    return Discretion(tuple(secrets), tuple(languages))
