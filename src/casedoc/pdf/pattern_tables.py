"""Patterns of hyphenation, parsed once an installation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from casedoc.base.prepared import prepared

if TYPE_CHECKING:
    from pathlib import Path


def pattern_table(path: Path) -> Any:  # noqa: ANN401 - Pyphen has no types
    """Return Pyphen's dictionary of a file of patterns, the same as `pyphen.HyphDict(path)`.

    Args:
        path: The file.
    """
    from pyphen import VERSION, HyphDict

    def parse() -> tuple[Any, ...]:
        parsed = HyphDict(path)
        return parsed.patterns, parsed.maxlen

    dictionary = HyphDict.__new__(HyphDict)
    made_of = f"{VERSION}\0".encode() + path.read_bytes()
    dictionary.patterns, dictionary.maxlen = prepared(path.stem, made_of, parse)
    dictionary.cache = {}
    return dictionary
