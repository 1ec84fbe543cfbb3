"""What the program itself is: its own code, Python, and the libraries beside it."""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import casedoc
from casedoc.base.libraries import library_versions

if TYPE_CHECKING:
    from collections.abc import Iterator

_OWN_FILES = (".py", ".toml", ".po")
"""How the names of files end that decide what casedoc does; what it is asked to read is no part."""
_THEME = frozenset({"templates", "fonts"})
"""Folders that the wheel carries inside the package; they are read through the door."""


def builtin_root() -> Path:
    """Return the folder that holds the built-in `templates` and `fonts`.

    The wheel carries them inside the package; in a checkout they lie at the top level.
    """
    package = _package()
    return package if (package / "templates").is_dir() else package.parents[1]


def program_digest() -> str:
    """Return the SHA-256 of all that decides, beside what was read, what casedoc answers.

    *Why* more than a version: who works on casedoc changes its code between two versions, and a
    library of another version (CLDR data, a parser) may answer otherwise, too.
    """
    libraries = "\0".join(library_versions())
    digest = hashlib.sha256(f"{casedoc.__version__}\0{sys.version}\0{libraries}\0".encode())
    for name in _installed():
        digest.update(f"{name}\0".encode("utf-8", "surrogateescape"))
    package = _package()
    for path in sorted(_own_files(package)):
        with path.open("rb") as file:
            content = file.read()
        digest.update(f"{path.relative_to(package).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _package() -> Path:
    return Path(casedoc.__file__).resolve().parent


def _own_files(folder: Path) -> Iterator[Path]:
    for entry in os.scandir(folder):
        if entry.is_dir(follow_symlinks=False):
            if entry.name not in _THEME:
                yield from _own_files(Path(entry.path))
        elif entry.name.endswith(_OWN_FILES):
            yield Path(entry.path)


def _installed() -> list[str]:
    """Return the names of all distributions that can be imported, such as `babel-2.18.0`.

    *Why* by their folders: asking for each version would parse its metadata, which takes longer
    than reading all the content.
    """
    names: set[str] = set()
    for folder in sys.path:
        try:
            names.update(one.name for one in os.scandir(folder) if one.name.endswith("-info"))
        except OSError:
            continue
    return sorted(names)
