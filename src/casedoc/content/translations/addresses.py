"""Addresses without what only tells the language of the page they lead to."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, unquote, urlsplit

from casedoc.locale.spec import KNOWN_TAGS

_LANGUAGES: Final = "|".join(sorted({tag.split("-")[0] for tag in KNOWN_TAGS}))
_MARKER: Final = re.compile(rf"(?:{_LANGUAGES})(?:[-_][a-z]{{2}})?", re.IGNORECASE)
_SUFFIX: Final = re.compile(rf"[-_.](?:{_LANGUAGES})(?=\.\w+\Z)", re.IGNORECASE)
_OWN_LABELS: Final = 2
"""Labels at the end of a host that name it: `example.de` is not German `example`."""


@lru_cache(maxsize=4096)
def neutral_address(href: str) -> tuple[str, bool]:
    """Return an address by which those that differ only by a language are the same.

    Scheme, `www.`, fragment and a slash at the end don't count.

    Args:
        href: The whole address.

    Returns:
        The address, and whether it had a mark of a language.
    """
    try:
        parts = urlsplit(href.strip())
    except ValueError:
        return href, False
    labels = parts.netloc.lower().removeprefix("www.").split(".")
    own = labels[-_OWN_LABELS:]
    others = [label for label in labels[:-_OWN_LABELS] if not _MARKER.fullmatch(label)]
    segments = [one for one in unquote(parts.path).split("/") if one]
    kept = [_SUFFIX.sub("", one) for one in segments if not _MARKER.fullmatch(one)]
    query = parse_qsl(parts.query, keep_blank_values=True)
    left = [pair for pair in query if not _MARKER.fullmatch(pair[1])]
    is_marked = (len(others) + len(own), kept, left) != (len(labels), segments, query)
    host = ".".join((*others, *own))
    scheme = "" if parts.netloc else f"{parts.scheme}:"
    asked = "&".join(f"{name}={value}" for name, value in sorted(left))
    return f"{scheme}{host}/{'/'.join(kept)}{'?' if asked else ''}{asked}", is_marked
