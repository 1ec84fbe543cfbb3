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
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

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

_ARRAY: Final = re.compile(r"(\w+)\[(\d+)\]")


def import_weasyprint() -> None:
    """Import WeasyPrint, if that was not done yet.

    Raises:
        OSError: A library that it needs can't be loaded.
    """
    if "weasyprint" in sys.modules:
        return
    if sys.platform.startswith("linux"):
        _import_by_names()
    else:
        import_module("weasyprint")
    _know_arrays()
    _know_references()


def _import_by_names() -> None:
    """Import it without the search."""
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


class _KnownTypes(dict[str, Any]):
    """The types of C that were parsed, and the arrays of them, which need no parser."""

    def __init__(self, known: Mapping[str, Any], ffi: Any) -> None:  # noqa: ANN401 - cffi has no types
        super().__init__(known)
        self._ffi = ffi

    def __missing__(self, name: str) -> Any:  # noqa: ANN401 - as above
        """Return the type of an array, as cffi keeps it."""
        array = _ARRAY.fullmatch(name)
        if array is None:
            raise KeyError(name)
        of_one = self._ffi.typeof(f"{array[1]} *")
        self[name] = (self._ffi._backend.new_array_type(of_one, int(array[2])), False)
        return self[name]


def _know_arrays() -> None:
    """Let no type of an array be parsed.

    *Why*: WeasyPrint asks for two arrays a font, each of another length, and cffi parses all known
    names with each: a third of the time that writing takes.
    """
    ffi = getattr(import_module("weasyprint.text.ffi"), "ffi", None)
    known = getattr(ffi, "_parsed_types", None)
    if isinstance(known, dict) and hasattr(getattr(ffi, "_backend", None), "new_array_type"):
        ffi._parsed_types = _KnownTypes(known, ffi)  # type: ignore[union-attr]


def _know_references() -> None:
    """Let the references to the pages of a file be made once, not for each of its elements.

    *Why*: the time to write a booklet grew with the square of its pages.
    """
    kind = getattr(import_module("pydyf"), "PDF", None)
    made = getattr(kind, "page_references", None)
    if not isinstance(made, property) or made.fget is None:
        return
    make = made.fget

    def known(pdf: Any) -> Any:  # noqa: ANN401 - pydyf has no types
        # Pages are added behind others, and none is ever taken away.
        count = len(pdf.pages["Kids"])
        if pdf.__dict__.get("_known_count") != count:
            pdf._known_count, pdf._known_references = count, make(pdf)
        return pdf._known_references

    kind.page_references = property(known)  # type: ignore[union-attr]


def _known_before(search: Callable[[str], str | None]) -> Callable[[str], str | None]:
    """Return a search that answers for known libraries at once."""

    def find(name: str) -> str | None:
        if name in _FILES:
            return _FILES[name]
        return None if _ELSEWHERE.fullmatch(name) else search(name)

    return find
