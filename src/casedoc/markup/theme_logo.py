"""The logo of the author, as the settings name it, looked at before anything is printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.outcome import Outcome
from casedoc.markup.collector import PageCollector

if TYPE_CHECKING:
    from casedoc.base.span import Span
    from casedoc.base.world import World
    from casedoc.typeface.font_set import FontSet


@dataclass(frozen=True, slots=True)
class Logo:
    """What the settings say about the logo."""

    path: str
    """Where it lies."""
    alt: str
    """What is read out in its place; may be empty: then the author's name is."""
    place: Span
    """Where the settings say so."""


def check_logo(world: World, logo: Logo | None, fonts: FontSet) -> Outcome[Logo]:
    """Look whether a logo can be printed.

    Returns:
        It; none where there is none, or it can't (`IMAGE_MISSING` and its kin, in the settings).
    """
    if logo is None:
        return Outcome(None)
    collector = PageCollector(world, fonts)
    picture = collector.image(logo.path, logo.place)
    return Outcome(logo if picture else None, tuple(collector.diagnostics))
