"""Which part of one version answers to which part of the other.

Headings may be in any words: sections are told by what they are for, how deep they lie, and by the
names and numbers in them. The order is kept, except that a part that is known by its purpose may
have moved.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from casedoc.content.case_study import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.content.translations.version import Part, Version

MOST_COMPARISONS: Final = 40_000
"""Sections compared with one another; beyond 200 by 200 they are taken one by one."""
_SAME_DEPTH: Final = 1.0
_OTHER_DEPTH: Final = 0.5
_SAME_ROLE: Final = 0.5
_LIKENESS: Final = 2.0


@dataclass(frozen=True, slots=True)
class Aligned:
    """A part of the first version and the part of the second that answers to it; one may lack."""

    first: Part | None
    """In the original."""
    second: Part | None
    """In the translation."""


def align(first: Version, second: Version) -> tuple[Aligned, ...]:
    """Return the parts of two versions side by side, fields first, in reading order."""
    known = {part.name: part for part in second.fields}
    pairs = [Aligned(part, known.pop(part.name, None)) for part in first.fields]
    pairs += [Aligned(None, part) for part in known.values()]
    return (*pairs, *_sections(first.sections, second.sections))


def _sections(first: Sequence[Part], second: Sequence[Part]) -> list[Aligned]:
    if [_shape(part) for part in first] == [_shape(part) for part in second]:
        return [Aligned(one, other) for one, other in zip(first, second, strict=True)]
    if len(first) * len(second) > MOST_COMPARISONS:
        return [Aligned(one, other) for one, other in zip_longest(first, second)]
    matched = dict(_best(first, second))
    _match_moved(first, second, matched)
    taken = set(matched.values())
    pairs = []
    at = 0
    for number, part in enumerate(first):
        other = matched.get(number)
        if other is not None:
            pairs += [Aligned(None, second[n]) for n in range(at, other) if n not in taken]
            at = max(at, other + 1)
        pairs.append(Aligned(part, None if other is None else second[other]))
    return pairs + [Aligned(None, second[n]) for n in range(at, len(second)) if n not in taken]


def _shape(part: Part) -> tuple[Role, int, bool]:
    return part.role, part.depth, bool(part.heading)


def _best(first: Sequence[Part], second: Sequence[Part]) -> list[tuple[int, int]]:
    """Return which sections belong together, so that as much as possible agrees.

    The longest common subsequence by dynamic programming, weighted by likeness.
    """
    likeness = [[_likeness(one, other) for other in second] for one in first]
    best = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for i in reversed(range(len(first))):
        for j in reversed(range(len(second))):
            both = likeness[i][j] + best[i + 1][j + 1] if likeness[i][j] else 0.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    pairs = []
    i = j = 0
    while i < len(first) and j < len(second):
        if likeness[i][j] and best[i][j] == likeness[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _match_moved(first: Sequence[Part], second: Sequence[Part], matched: dict[int, int]) -> None:
    """Match what is left and has one purpose: it stands elsewhere in the other version."""
    free = [number for number in range(len(second)) if number not in matched.values()]
    for number, part in enumerate(first):
        if number in matched or part.role is Role.OTHER:
            continue
        for other in free:
            if second[other].role is part.role:
                matched[number] = other
                free.remove(other)
                break


def _likeness(one: Part, other: Part) -> float:
    """Return how well two sections go together; 0 where they can't."""
    if bool(one.heading) is not bool(other.heading):
        return 0.0
    if one.role is not other.role and Role.OTHER not in {one.role, other.role}:
        return 0.0
    score = _SAME_DEPTH if one.depth == other.depth else _OTHER_DEPTH
    if one.role is other.role and one.role is not Role.OTHER:
        score += _SAME_ROLE
    values = _agreement(_values(one), _values(other))
    words = _agreement(one.text.words, other.text.words)
    return score + _LIKENESS * (values + words)


def _values(part: Part) -> frozenset[object]:
    return frozenset(
        reading for number in part.text.numbers for reading in number.quantity.readings
    )


def _agreement(one: frozenset[object], other: frozenset[object]) -> float:
    """Return Dice's coefficient of two sets: 1 where they are equal."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0
