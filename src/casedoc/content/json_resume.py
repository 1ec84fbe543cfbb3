"""Fields of JSON Resume that casedoc knows and does not print.

*Source*: JSON Resume schema 1.0.0.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.source.values import Mapping, Pair, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.source.values import Value

ABOUT_THE_FILE: Final = frozenset({"$schema", "meta"})
"""What is said about the file itself, and concerns no reader of a CV."""
_SECTIONS: Final = "volunteer awards publications interests references projects"
_UNPRINTED: Final = {
    "": frozenset(_SECTIONS.split()),
    "basics": frozenset({"image", "profiles"}),
    "work": frozenset({"description", "url"}),
    "education": frozenset({"url", "score", "courses"}),
    "certificates": frozenset({"url"}),
    "skills": frozenset({"level"}),
}
"""By the section that they stand in."""


def without_unprinted(given: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
    """Leave out the fields of JSON Resume that are not printed.

    Args:
        given: The profile as it was written.

    Returns:
        What is left, and `FIELD_NOT_PRINTED` for each field that says something.
    """
    found: list[Diagnostic] = []
    pairs = []
    for pair in _kept(given, "", found):
        value = pair.value
        if pair.key in _UNPRINTED:
            value = _inside(value, pair.key, found)
        pairs.append(Pair(pair.key, pair.key_span, value))
    return Mapping(tuple(pairs), given.span), tuple(found)


def _inside(value: Value, section: str, found: list[Diagnostic]) -> Value:
    if isinstance(value, Mapping):
        return Mapping(tuple(_kept(value, section, found)), value.span)
    if isinstance(value, Sequence):
        return Sequence(tuple(_inside(one, section, found) for one in value.items), value.span)
    return value


def _kept(given: Mapping, section: str, found: list[Diagnostic]) -> Iterator[Pair]:
    for pair in given.pairs:
        if not section and pair.key in ABOUT_THE_FILE:
            continue
        if pair.key not in _UNPRINTED[section]:
            yield pair
        elif not _is_empty(pair.value):
            name = f"{section}.{pair.key}" if section else pair.key
            found.append(
                Diagnostic(
                    Code.FIELD_NOT_PRINTED,
                    f"`{name}` of JSON Resume is not printed",
                    pair.key_span,
                    "what a reader should know can stand in a `summary` or in `highlights`",
                )
            )


def _is_empty(value: Value) -> bool:
    if isinstance(value, Mapping):
        return not value.pairs
    if isinstance(value, Sequence):
        return not value.items
    return not value.text.strip()
