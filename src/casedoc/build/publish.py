"""Finished files get their names: whole or not at all, and never in place of a better one.

The only room that writes outside the package's own records.
"""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic

_UNFINISHED = re.compile(r"\.casedoc-(\d+)-.*\.part")


def prepare_folder(folder: Path) -> Diagnostic | None:
    """Make the output folder and remove what killed builds have left in it.

    Args:
        folder: The output folder.

    Returns:
        What is in the way, if anything.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        names = [entry.name for entry in os.scandir(folder)]
    except (OSError, ValueError) as error:
        return _failure(folder, error)
    for name in names:
        match = _UNFINISHED.fullmatch(name)
        if match is not None and not _is_running(int(match[1])):
            with contextlib.suppress(OSError):
                (folder / name).unlink()
    return None


def publish(folder: Path, name: str, content: bytes, *, durable: bool = True) -> Diagnostic | None:
    """Write one file under its final name in one step.

    The content is written and brought to disk under another name in the same folder first; a kill
    at any moment leaves either the old file or the new one.

    Args:
        folder: The output folder.
        name: The file's final name.
        content: The whole content.
        durable: Whether it is brought to disk before it gets its name; what can be made again at
            any time need not wait for that.

    Returns:
        What is in the way, if anything; an older file is then still there.
    """
    unfinished = folder / f".casedoc-{os.getpid()}-{name}.part"
    try:
        # Anew, so that nothing is written through a link that lies there.
        unfinished.unlink(missing_ok=True)
        with unfinished.open("xb") as file:
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        unfinished.replace(folder / name)
    except (OSError, ValueError) as error:
        with contextlib.suppress(OSError, ValueError):
            unfinished.unlink()
        return _failure(folder / name, error)
    return None


def remove(folder: Path, name: str) -> Diagnostic | None:
    """Remove a published file that must no longer be there."""
    try:
        (folder / name).unlink(missing_ok=True)
    except OSError as error:
        return _failure(folder / name, error)
    return None


def published_names(folder: Path) -> list[str]:
    """Return the names of all files in a folder, the newest first; none where it can't be read."""
    try:
        files = [(entry.stat().st_mtime_ns, entry.name) for entry in os.scandir(folder)]
    except OSError:
        return []
    return [name for _time, name in sorted(files, reverse=True)]


def published(folder: Path, name: str) -> bytes | None:
    """Return a published file's content, or none."""
    try:
        return (folder / name).read_bytes()
    except OSError:
        return None


def _is_running(process: int) -> bool:
    """Tell whether another process may still be at work on its file."""
    if process == os.getpid():
        # Where process numbers begin anew, as in containers, ours may have been a killed build's.
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _failure(path: Path, error: OSError | ValueError) -> Diagnostic:
    number = error.errno if isinstance(error, OSError) else None
    reason = (os.strerror(number) if number else str(error)).lower()
    message = f"can't write `{path}`: {reason}"
    hint = "an older file is still there; make room or choose another folder by `-o`"
    return Diagnostic(Code.NOT_PUBLISHED, message, None, hint)
