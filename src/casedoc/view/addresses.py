"""Addresses as they stand on paper: clear, short, and broken only where nothing is misread."""

from __future__ import annotations

import re
from urllib.parse import unquote

LONGEST_ADDRESS = 80
"""Characters, about two lines of a column."""


def printed_address(href: str) -> str:
    """Return an address without scheme and without slash at the end."""
    bare = re.sub(r"\A(?:https?://|mailto:|tel:)", "", href.strip(), flags=re.IGNORECASE)
    clear = unquote(bare)
    return (clear if clear.isprintable() and " " not in clear else bare).rstrip("/")


def address_pieces(href: str) -> tuple[tuple[str, ...], bool]:
    """Return an address for paper.

    Args:
        href: The whole address.

    Returns:
        Its pieces, between which a line may break (only behind a slash), and whether it had to be
        shortened to host, ellipsis and last part (DESIGN section 12).
    """
    text = printed_address(href)
    shortened = len(text) > LONGEST_ADDRESS
    if shortened:
        host, *_between, last = text.split("/") if "/" in text else (text, "")
        text = f"{host}/…/{last}" if len(host) + len(last) + 3 <= LONGEST_ADDRESS else f"{host}/…"
    return tuple(re.findall(r"[^/]+/*|/+", text)), shortened
