"""What follows from the program and its own files alone is worked out once an installation.

*Why*: parsing 66,000 patterns of hyphenation takes most of a second, compiling the templates and
reading the fonts a tenth each, in every process that prints. It is kept as Python keeps its own
compiled code: beside it, in a form that only Python reads quickly, named after all that it was made
from, and made anew where it is not there or not whole.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

FOLDER: Final = Path(__file__).parents[1] / "__pycache__"
"""Where it lies; as trusted as the compiled code beside it."""
_SEAL: Final = hashlib.sha256().digest_size


def prepared(name: str, made_of: bytes, make: Callable[[], Any], folder: Path = FOLDER) -> Any:  # noqa: ANN401 - whatever `marshal` can write
    """Return what was worked out before; or work it out, and keep it if that can be done.

    Args:
        name: What it is called.
        made_of: All that it follows from, beside Python itself.
        make: Works it out, as plain data.
        folder: Where it is kept.
    """
    tag = f"{sys.implementation.cache_tag}\0{marshal.version}\0".encode()
    place = folder / f"{name}.{hashlib.sha256(tag + made_of).hexdigest()[:16]}.prepared"
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = place.read_bytes()
        if hashlib.sha256(content[_SEAL:]).digest() == content[:_SEAL]:
            return marshal.loads(content[_SEAL:])  # noqa: S302 - written by ourselves
    made = make()
    # What holds more than plain data can't be kept, nor can anything where nothing can be written.
    with suppress(OSError, ValueError):
        _keep(place, marshal.dumps(made))
    return made


def _keep(place: Path, content: bytes) -> None:
    """Write a file in one step."""
    unfinished = place.with_suffix(f".{os.getpid()}.part")
    place.parent.mkdir(exist_ok=True)
    try:
        unfinished.write_bytes(hashlib.sha256(content).digest() + content)
        unfinished.replace(place)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
