"""Building a second time, elsewhere and otherwise, and comparing: whether builds are reproducible.

The second build runs in a process of its own, with another time zone, locale and seed of hashes,
and into another folder.
"""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.build.build import build
from casedoc.build.workspace import open_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from multiprocessing.connection import Connection

    from casedoc.build.build_report import Entry
    from casedoc.build.request import BuildRequest

_OTHERWISE: Final = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "tr_TR.UTF-8",
    "LANG": "ja_JP.UTF-8",
    "PYTHONHASHSEED": "4711",
}


def differences(
    root: Path, request: BuildRequest, documents: Sequence[Entry]
) -> tuple[Diagnostic, ...]:
    """Build again, and tell which files come out otherwise.

    Args:
        root: The workspace's folder.
        request: What was asked for.
        documents: What the manifest says of the files that were made.

    Returns:
        `NOT_REPRODUCIBLE` for each file that is not the same, byte for byte.
    """
    with tempfile.TemporaryDirectory(prefix="casedoc-again-") as folder:
        digests = _digests(root, replace(request, output=Path(folder), remembers=False))
    return tuple(
        Diagnostic(
            Code.NOT_REPRODUCIBLE,
            f"`{one['file']}` came out otherwise when it was built again",
            hint="a template of your own may hold what changes; else please report it",
        )
        for one in documents
        if digests.get(one["file"]) != one["sha256"]
    )


def _digests(root: Path, request: BuildRequest) -> dict[str, str]:
    """Return the digests of the files that a build in another process makes."""
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_build, args=(root, request, dict(os.environ), sender))
    with _otherwise():
        process.start()
    sender.close()
    try:
        told: dict[str, str] = receiver.recv()
    except EOFError:
        told = {}
    process.join()
    return told


@contextmanager
def _otherwise() -> Iterator[None]:
    """Let what is started find another machine."""
    before = {name: os.environ.get(name) for name in _OTHERWISE}
    os.environ.update(_OTHERWISE)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _build(
    root: Path, request: BuildRequest, environment: dict[str, str], sender: Connection
) -> None:
    """Build, and send the digests of what was made."""
    opened = open_workspace(root, environment)
    documents = build(opened.value, request).documents if opened.value else ()
    sender.send({one["file"]: one["sha256"] for one in documents})
