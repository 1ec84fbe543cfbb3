"""What a process is asked to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.build.booklet_memory import BookletMemory
    from casedoc.build.job import Job
    from casedoc.markup.theme import Theme


@dataclass(frozen=True, slots=True)
class Order:
    """What a process is asked to print."""

    jobs: tuple[Job, ...]
    """The documents."""
    theme: Theme
    """How they look."""
    world: World
    """The door to the disk."""
    memory: BookletMemory
    """Parts of booklets that were set before."""
    workers: int
    """How many may be made at once."""
    timeout: float | None
    """Seconds that one may take."""
    is_warmed: bool = True
    """Whether the process makes the first one itself, which warms it and all its workers."""
