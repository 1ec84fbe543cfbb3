"""What is remembered of builds, sealed: nobody but the user's own casedoc can have written it.

*Why*: a workspace may come from a stranger, with a folder of entries that look sound, and a build
must not hand a stranger's pages out as its own. So each entry carries a code that only who has the
user's key can make; the key lies among the user's own files, never in a workspace.
*Source:* RFC 2104 (HMAC).
"""

from __future__ import annotations

import hashlib
import hmac
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from casedoc.build.publish import publish, published

VARIABLE: Final = "CASEDOC_CACHE_KEY"
"""Variable that may hold the key instead, for CI that keeps the cache from run to run."""
_LENGTH: Final = 32
_CODE: Final = hashlib.sha256().digest_size * 2


def user_key() -> bytes | None:
    """Return the user's key, made at first use; none where it can be neither read nor kept."""
    given = os.environ.get(VARIABLE, "")
    if given:
        return hashlib.sha256(given.encode("utf-8", "surrogateescape")).digest()
    folder = _folder()
    if folder is None:
        return None
    key = published(folder, "key")
    if key is None or len(key) != _LENGTH:
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if publish(folder, "key", os.urandom(_LENGTH)) is not None:
            return None
        with suppress(OSError):
            (folder / "key").chmod(0o600)
        # Another build may have been first.
        key = published(folder, "key")
    return key if key and len(key) == _LENGTH else None


def _folder() -> Path | None:
    """Return where programs keep what is theirs from run to run.

    *Source:* the XDG Base Directory Specification, `XDG_STATE_HOME`.
    """
    given = os.environ.get("XDG_STATE_HOME", "")
    if given and Path(given).is_absolute():
        return Path(given) / "casedoc"
    with suppress(RuntimeError):
        return Path.home() / ".local" / "state" / "casedoc"
    return None


def seal(content: bytes, key: bytes, about: str) -> bytes:
    """Return an entry with its seal.

    Args:
        content: The entry.
        key: The user's key.
        about: What it is about; an entry under another name is not the same.
    """
    return _code(content, key, about) + b"\n" + content


def unseal(content: bytes, key: bytes, about: str) -> bytes | None:
    """Return what was sealed; none where it is another's, another entry's, or not whole."""
    code, entry = content[:_CODE], content[_CODE + 1 :]
    return entry if hmac.compare_digest(code, _code(entry, key, about)) else None


def _code(content: bytes, key: bytes, about: str) -> bytes:
    sealed = hmac.new(key, about.encode("utf-8", "surrogateescape") + b"\0", hashlib.sha256)
    sealed.update(content)
    return sealed.hexdigest().encode()
