"""The system's libraries that pages are printed with, and their versions.

*Why* without WeasyPrint: whoever only wants to know whether all is as it was must not import it.
"""

from __future__ import annotations

import ctypes
import sys
from functools import cache
from typing import Final

_VERSIONS: Final = (
    ("pango-1.0", "0", "pango_version_string"),
    ("harfbuzz", "0", "hb_version_string"),
    ("harfbuzz-subset", "0", ""),
    ("fontconfig", "1", "FcGetVersion"),
)
"""Name and number of each library, and the function that tells its version."""


@cache
def library_versions() -> tuple[str, ...]:
    """Return the version of each library, or that it is there, or nothing where it is not."""
    return tuple(_version(name, number, function) for name, number, function in _VERSIONS)


def _version(name: str, number: str, function: str) -> str:
    is_mac = sys.platform == "darwin"
    file = f"lib{name}.{number}.dylib" if is_mac else f"lib{name}.so.{number}"
    try:
        library = ctypes.CDLL(file)
        if not function:
            return "there"
        ask = library[function]
    except (OSError, AttributeError):
        return ""
    if function.endswith("_string"):
        ask.restype = ctypes.c_char_p
        told = ask()
        return told.decode("ascii", "replace") if isinstance(told, bytes) else ""
    return str(ask())
