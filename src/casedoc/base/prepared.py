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
    known = recall(name, made_of, folder)
    if known is not None:
        return known
    made = make()
    # What holds more than plain data can't be kept, nor can anything where nothing can be written.
    with suppress(OSError, ValueError):
        keep(name, made_of, made, folder)
    return made


def recall(name: str, made_of: bytes, folder: Path = FOLDER) -> Any:  # noqa: ANN401 - as above
    """Return what was worked out before; none where it is not there, or not whole."""
    with suppress(OSError, ValueError, EOFError, TypeError):
        content = _place(name, made_of, folder).read_bytes()
        if hashlib.sha256(content[_SEAL:]).digest() == content[:_SEAL]:
            return marshal.loads(content[_SEAL:])  # noqa: S302 - written by ourselves
    return None


def keep(name: str, made_of: bytes, made: Any, folder: Path = FOLDER) -> None:  # noqa: ANN401 - as above
    """Keep what was worked out, in one step.

    Raises:
        OSError: Nothing can be written there.
        ValueError: It holds more than plain data.
    """
    content, place = marshal.dumps(made), _place(name, made_of, folder)
    unfinished = place.with_suffix(f".{os.getpid()}.part")
    place.parent.mkdir(exist_ok=True)
    try:
        unfinished.write_bytes(hashlib.sha256(content).digest() + content)
        unfinished.replace(place)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _place(name: str, made_of: bytes, folder: Path) -> Path:
    """Return where it is kept."""
    tag = f"{sys.implementation.cache_tag}\0{marshal.version}\0".encode()
    return folder / f"{name}.{hashlib.sha256(tag + made_of).hexdigest()[:16]}.prepared"
