"""Finished files get their names: whole or not at all, and never in place of a better one.

The only room that writes outside the package's own records.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from pathlib import Path

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span

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
        _tidy(folder)
    except (OSError, ValueError) as error:
        return _failure(folder, error)
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
    try:
        _write_whole(folder, name, content, durable=durable)
    except (OSError, ValueError) as error:
        return _failure(folder / name, error)
    return None


def rewrite(root: Path, path: str, content: bytes) -> Diagnostic | None:
    """Put a corrected file in the place of one of the workspace's, in one step.

    Who may read and write it stays as it was. A symbolic link stays one: what it leads to is
    replaced, as long as that lies in the workspace.

    Args:
        root: The workspace.
        path: Path of the file, relative to it.
        content: The whole content.

    Returns:
        What is in the way, if anything; the file is then as it was.
    """
    try:
        target = (root / path).resolve(strict=True)
        if not target.is_relative_to(root.resolve()):
            raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
        # A file that must not be written could be replaced all the same, where its folder may be.
        with target.open("r+b") as file:
            status = os.fstat(file.fileno())
        _tidy(target.parent)
        _write_whole(target.parent, target.name, content, like=status)
    except (OSError, RuntimeError) as error:
        message = f"can't write the corrected file: {_reason(error)}"
        hint = "it is as it was; make room, or make it writable"
        return Diagnostic(Code.NOT_PUBLISHED, message, Span.of_file(path), hint)
    return None


def _write_whole(
    folder: Path,
    name: str,
    content: bytes,
    *,
    durable: bool = True,
    like: os.stat_result | None = None,
) -> None:
    """Write a file under another name, bring it to disk, and give it its name.

    Args:
        folder: Its folder.
        name: Its final name.
        content: The whole content.
        durable: Whether it is brought to disk first.
        like: Whose owner, group and permissions it gets; its own where none is given.
    """
    unfinished = folder / f".casedoc-{os.getpid()}-{name}.part"
    try:
        # Anew, so that nothing is written through a link that lies there.
        unfinished.unlink(missing_ok=True)
        with unfinished.open("xb") as file:
            if like is not None:
                os.chown(unfinished, like.st_uid, like.st_gid)
                unfinished.chmod(stat.S_IMODE(like.st_mode))
            file.write(content)
            file.flush()
            if durable:
                os.fsync(file.fileno())
        unfinished.replace(folder / name)
    except (OSError, ValueError):
        with contextlib.suppress(OSError, ValueError):
            unfinished.unlink()
        raise


def _tidy(folder: Path) -> None:
    """Remove what killed commands have left in a folder."""
    for name in [entry.name for entry in os.scandir(folder)]:
        match = _UNFINISHED.fullmatch(name)
        if match is not None and not _is_running(int(match[1])):
            with contextlib.suppress(OSError):
                (folder / name).unlink()


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
    message = f"can't write `{path}`: {_reason(error)}"
    hint = "an older file is still there; make room or choose another folder by `-o`"
    return Diagnostic(Code.NOT_PUBLISHED, message, None, hint)


def _reason(error: Exception) -> str:
    """Return the system's words for what is in the way."""
    # A ring of links is a RuntimeError until Python 3.13.
    number = error.errno if isinstance(error, OSError) else None
    if isinstance(error, RuntimeError):
        number = errno.ELOOP
    return (os.strerror(number) if number else str(error)).lower()
