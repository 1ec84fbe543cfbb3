"""Where the time of a build goes."""

from __future__ import annotations

import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(slots=True)
class Stopwatch:
    """Adds up how long parts of a build take."""

    seconds: dict[str, float] = field(default_factory=dict)
    """Seconds by what was done, in the order in which it began."""

    @contextmanager
    def part(self, name: str) -> Iterator[None]:
        """Add what is done inside to a part.

        Args:
            name: What is done, such as `printing`.
        """
        begun = time.perf_counter()
        self.seconds.setdefault(name, 0.0)
        try:
            yield
        finally:
            self.seconds[name] += time.perf_counter() - begun
