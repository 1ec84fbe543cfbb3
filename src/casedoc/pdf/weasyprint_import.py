"""WeasyPrint is imported here, without the search for its libraries.

*Why*: where a compiler is installed, looking seven libraries up starts some fifty processes, which
takes a third of the import. Their file names are known; where one can't be loaded by its name, the
search is made as ever.
"""

from __future__ import annotations

import ctypes.util
import re
import sys
from importlib import import_module
from importlib.util import LazyLoader, find_spec, module_from_spec
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_FILES: Final = {
    "gobject-2.0": "libgobject-2.0.so.0",
    "pango-1.0": "libpango-1.0.so.0",
    "pangoft2-1.0": "libpangoft2-1.0.so.0",
    "harfbuzz": "libharfbuzz.so.0",
    "harfbuzz-subset": "libharfbuzz-subset.so.0",
    "harfbuzz-vector": "libharfbuzz-vector.so.0",
    "fontconfig": "libfontconfig.so.1",
}
"""What the libraries are called where names end in `.so`."""
_ELSEWHERE: Final = re.compile(rf"(?:lib)?(?:{'|'.join(map(re.escape, _FILES))})[-.][\w.-]+")
"""What they are called elsewhere, or with a number."""


def import_weasyprint() -> None:
    """Import WeasyPrint, if that was not done yet.

    Raises:
        OSError: A library that it needs can't be loaded.
    """
    if "weasyprint" in sys.modules:
        return
    if not sys.platform.startswith("linux"):
        import_module("weasyprint")
        return
    _later("fontTools.subset")
    search = ctypes.util.find_library
    ctypes.util.find_library = _known_before(search)  # type: ignore[assignment]
    try:
        import_module("weasyprint")
    except OSError:
        ctypes.util.find_library = search
        for name in [one for one in sys.modules if one.split(".")[0] == "weasyprint"]:
            del sys.modules[name]
        import_module("weasyprint")
    finally:
        ctypes.util.find_library = search


def _later(name: str) -> None:
    """Let a module be imported when something in it is asked for; mostly nothing is.

    *Why*: WeasyPrint imports fontTools' own subsetter beside HarfBuzz's, which it prefers.
    """
    found = find_spec(name) if name not in sys.modules else None
    if found is None or found.loader is None:
        return
    found.loader = LazyLoader(found.loader)
    module = module_from_spec(found)
    sys.modules[name] = module
    found.loader.exec_module(module)


def _known_before(search: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Return a search that answers for known libraries at once."""

    def find(name: str) -> str | None:
        if name in _FILES:
            return _FILES[name]
        return None if _ELSEWHERE.fullmatch(name) else search(name)

    return find
