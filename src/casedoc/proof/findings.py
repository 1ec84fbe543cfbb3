"""What a proof finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from casedoc.base.codes import Code
    from casedoc.base.span import Span

OURS: Final = "this is not your fault: please report it"
"""The hint where no content and no template can have caused it."""
TEMPLATE: Final = "a template of your own may have caused it"
"""The hint where a template can."""


class Box(NamedTuple):
    """A rectangle on a page, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @classmethod
    def around(cls, points: Iterable[tuple[float, float]]) -> Box:
        """Return the smallest one that holds all points."""
        across, up = zip(*points, strict=True)
        return cls(min(across), min(up), max(across), max(up))

    def holds(self, other: Box, tolerance: float = 0.0) -> bool:
        """Tell whether another one lies inside this one."""
        return (
            self.left - tolerance <= other.left
            and self.bottom - tolerance <= other.bottom
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )

    @classmethod
    def over(cls, boxes: Iterable[Box]) -> Box:
        """Return the smallest one that holds all of these."""
        return cls.around([corner for one in boxes for corner in (one[:2], one[2:])])


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault of a file."""

    code: Code
    """What kind of fault it is."""
    message: str
    """What is wrong."""
    hint: str = OURS
    """What to do about it."""
    page: int = 0
    """The page it is on, from 1; 0 where it is on none."""
    is_error: bool = True
    """Whether the file must not be published."""
    span: Span | None = None
    """Where in the source it comes from, where that is known."""
    box: Box | None = None
    """Where on the page it is, where it has a place."""


def entry(thing: Any, *names: str) -> Any:  # noqa: ANN401 - pikepdf has one type for all objects
    """Return what stands under a name, inside what stands under the one before; none if nothing."""
    for name in names:
        if thing is None or name not in thing:
            return None
        thing = thing[name]
    return thing
