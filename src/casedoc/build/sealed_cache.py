"""Entries of the cache that a build relies on: sealed, and bounded in size.

There are two sorts: sealed records, and files whose name is the digest of their content. A record
that is broken, foreign or cut off is as if it were not there; so is a file that is not what its
name says.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final

from casedoc.base.disk import DiskWorld
from casedoc.base.program import program_digest
from casedoc.base.recording import digest_of
from casedoc.base.world import ReadFailure
from casedoc.build.cache import FOLDER, cache_folder
from casedoc.build.publish import publish, remove
from casedoc.build.sealing import seal, unseal, user_key

MOST_BYTES: Final = 1024 * 1024 * 1024
"""What the folder may hold; beyond it, what was not used for longest goes."""
_RECORD: Final = ".sealed"
_FILE: Final = ".file"


@dataclass(frozen=True, slots=True)
class SealedCache:
    """What earlier builds in a workspace have left for later ones."""

    root: Path
    """The workspace's folder."""
    key: bytes
    """The user's key."""
    _folders: list[Path | None] = field(default_factory=list)
    """The folder, once it was needed; none in it where it can't be used."""

    @property
    def program(self) -> str:
        """Return a digest of the program and its libraries, on which all entries are judged."""
        return _program()

    def record(self, kind: str, name: str) -> bytes | None:
        """Return a record; none where there is none that the user's own casedoc has written.

        Args:
            kind: What it is about; a lower-case word.
            name: Its name among those of its kind, in hexadecimal.
        """
        content = self._read(f"{kind}-{name}{_RECORD}")
        return unseal(content, self.key, f"{kind}-{name}") if content is not None else None

    def file(self, digest: str) -> bytes | None:
        """Return the file with this content; none where it is not there, or not whole."""
        content = self._read(f"{digest}{_FILE}")
        return content if content is not None and digest_of(content) == digest else None

    def keep(self, kind: str, name: str, content: bytes) -> None:
        """Write a record in one step; what can't be written is not remembered."""
        self._write(f"{kind}-{name}{_RECORD}", seal(content, self.key, f"{kind}-{name}"))

    def keep_file(self, content: bytes) -> str:
        """Write a file in one step, if that can be done, and return its digest."""
        digest = digest_of(content)
        # What is there under this name may have been cut off.
        if self.file(digest) is None:
            self._write(f"{digest}{_FILE}", content)
        return digest

    def tidy(self, most: int = MOST_BYTES) -> None:
        """Remove what was not used for longest, where there is too much.

        Args:
            most: Bytes that may stay.
        """
        folder = self._folder()
        if folder is None:
            return
        found: list[tuple[int, int, str]] = []
        with suppress(OSError):
            for entry in os.scandir(folder):
                if entry.name.endswith((_RECORD, _FILE)):
                    with suppress(OSError):
                        status = entry.stat(follow_symlinks=False)
                        found.append((status.st_mtime_ns, status.st_size, entry.name))
        held = sum(size for _time, size, _name in found)
        for _time, size, name in sorted(found):
            if held <= most:
                break
            remove(folder, name)
            held -= size

    def _folder(self) -> Path | None:
        """Return the folder. *Why* once: making sure of it looks at all that lies there."""
        if not self._folders:
            self._folders.append(cache_folder(self.root))
        return self._folders[0]

    def _read(self, name: str) -> bytes | None:
        content = DiskWorld(self.root).read(f"{FOLDER}/{name}")
        if isinstance(content, ReadFailure):
            return None
        # When it was used last tells what may go first, and nothing else.
        with suppress(OSError):
            os.utime(self.root / FOLDER / name)
        return content

    def _write(self, name: str, content: bytes) -> None:
        folder = self._folder()
        if folder is not None:
            publish(folder, name, content, durable=False)


@lru_cache(maxsize=1)
def _program() -> str:
    return program_digest()


def open_cache(root: Path) -> SealedCache | None:
    """Return the cache of a workspace; none where the user's key can be neither read nor kept."""
    key = user_key()
    return SealedCache(root, key) if key is not None else None
