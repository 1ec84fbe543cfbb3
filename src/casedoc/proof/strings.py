"""The strings and names inside one object of a PDF, in all ways in which they may be read.

*Source:* ISO 32000-1, 7.3.4 (strings), 7.3.5 (names), 7.9.2 (text strings).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator


def strings_of(one: Any) -> Iterator[str]:  # noqa: ANN401 - pikepdf has one type for all objects
    """Yield the strings and names of an object; what it refers to is an object of its own."""
    import pikepdf

    values: list[Any] = [one]
    if isinstance(one, pikepdf.Stream):
        one = one.stream_dict
    if isinstance(one, pikepdf.Dictionary):
        values = list(one.values())
        yield from (_name(key) for key in one.keys())  # noqa: SIM118 - no mapping of Python's
    elif isinstance(one, pikepdf.Array):
        values = list(one)
    for value in values:
        if isinstance(value, pikepdf.String):
            yield from (str(value), unquote(str(value)), latin_text(bytes(value)))
        elif isinstance(value, pikepdf.Name):
            yield _name(str(value))
        elif value is not one and isinstance(value, (pikepdf.Dictionary, pikepdf.Array)):
            yield from () if value.is_indirect else strings_of(value)


def _name(name: str) -> str:
    """Return a name of PDF as a text; `#20` stands for a space in some."""
    return unquote(name.removeprefix("/").replace("#", "%")).replace("-", " ")


def latin_text(data: bytes) -> str:
    """Return bytes as the characters of the same numbers."""
    return data.decode("latin-1")
