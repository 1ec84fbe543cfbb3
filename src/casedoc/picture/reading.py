"""From the bytes of a file to what is known of the picture in it."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Final

from casedoc.picture.drawing import is_drawing, read_drawing
from casedoc.picture.picture import Fault
from casedoc.picture.raster import read_raster

if TYPE_CHECKING:
    from casedoc.picture.picture import Picture

_MOST_KNOWN: Final = 512
_KNOWN: Final[dict[str, Picture | Fault]] = {}
"""Findings by digest. *Why*: a picture stands in several studies, and is looked at again by each
layout; decoding 24 million pixels takes most of a second."""


def read_picture(content: bytes) -> Picture | Fault:
    """Return what is known of a picture, or why it can't be printed.

    All of it is decoded. *Why*: WeasyPrint prints half of a truncated picture without a word.
    """
    digest = hashlib.sha256(content).hexdigest()
    if digest not in _KNOWN:
        if len(_KNOWN) >= _MOST_KNOWN:
            _KNOWN.pop(next(iter(_KNOWN)))
        _KNOWN[digest] = _read(content)
    return _KNOWN[digest]


def _read(content: bytes) -> Picture | Fault:
    if not content:
        return Fault("it is empty", "save it again")
    return read_drawing(content) if is_drawing(content) else read_raster(content)
