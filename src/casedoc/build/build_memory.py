"""A build of which nothing was changed need not be made again.

*Why* apart from `casedoc.build.build`: it imports nothing that reads content or prints, so that
such a build takes a fraction of a second, however much there is.
"""

from __future__ import annotations

import json
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.base.disk import DiskWorld
from casedoc.base.program import builtin_root
from casedoc.base.recording import ask_again, digest_of, digest_of_all
from casedoc.build.build_report import MANIFEST, SUMS, BuildReport
from casedoc.build.publish import published
from casedoc.build.records import (
    diagnostic_of,
    diagnostic_record,
    origin_data,
    origin_of,
    readings_data,
    readings_of,
    secret_of,
    secret_record,
)
from casedoc.build.sealed_cache import open_cache

if TYPE_CHECKING:
    from collections.abc import Mapping

    from casedoc.build.origin import Origin

_KIND: Final = "build"
_PASSING: Final = frozenset(
    {Code.PRINTING_FAILED, Code.NOT_PUBLISHED, Code.NOT_REPRODUCIBLE, Code.USAGE}
)
"""What may be otherwise the next time, though nothing was changed."""


def recall_build(start: Path, environment: Mapping[str, str], asked: str) -> BuildReport | None:
    """Return what the last build found and made, if another one would find and make the same.

    All that it read is read again, and its files are looked at, too.

    Args:
        start: The folder the command is called in.
        environment: Environment variables.
        asked: What is asked for, in words that differ where it does.
    """
    for root in (start, *start.parents):
        cache = open_cache(root)
        if cache is None:
            return None
        content = cache.record(_KIND, _name(root, start, asked))
        if content is None:
            continue
        data = json.loads(content)
        if data["program"] != cache.program:
            return None
        try:
            return _report(data, root, start, environment)
        except (ValueError, KeyError):
            return None
    return None


def _report(
    data: dict[str, Any], root: Path, start: Path, environment: Mapping[str, str]
) -> BuildReport | None:
    """Return what a record says; none where anything is otherwise now."""
    origin = origin_of(data["searched"], data["variables"])
    readings = readings_of(data["readings"])
    folder = Path(data["folder"]) if data["is_elsewhere"] else root / data["folder"]
    if (
        not origin.holds(start, root, environment)
        or ask_again(readings, DiskWorld(root, builtin_root())) != readings
    ):
        return None
    manifest, sums = published(folder, MANIFEST), published(folder, SUMS)
    if manifest is None or sums is None or data["manifest"] != digest_of(manifest + sums):
        return None
    entries = {entry["file"]: entry for entry in json.loads(manifest)["files"]}
    documents = tuple(entries[name] for name in data["documents"])
    if not all(_is_there(folder, entry) for entry in documents):
        return None
    return BuildReport(
        diagnostics=tuple(diagnostic_of(one) for one in data["diagnostics"]),
        documents=documents,
        folder=folder,
        secrets=tuple(secret_of(one) for one in data["secrets"]),
        kept=frozenset(data["documents"]),
        root=root,
    )


def _is_there(folder: Path, entry: dict[str, Any]) -> bool:
    content = published(folder, entry["file"])
    return content is not None and digest_of(content) == entry["sha256"]


def remember_build(report: BuildReport, origin: Origin, start: Path, asked: str) -> None:
    """Keep what came of a build for the next one that is asked for the same.

    What may come out otherwise the next time is not kept, and neither is a build that made nothing.

    Args:
        report: What came of it.
        origin: How the workspace was found.
        start: The folder the command was called in.
        asked: What was asked for.
    """
    root, folder = report.root, report.folder
    if root is None or folder is None or not report.documents:
        return
    cache = open_cache(root)
    if cache is None:
        return
    if any(one.code in _PASSING for one in report.diagnostics):
        return
    manifest, sums = published(folder, MANIFEST), published(folder, SUMS)
    is_elsewhere = not folder.is_relative_to(root)
    data = {
        "program": cache.program,
        **origin_data(origin),
        "readings": readings_data(report.readings),
        "folder": str(folder if is_elsewhere else folder.relative_to(root)),
        "is_elsewhere": is_elsewhere,
        "manifest": digest_of((manifest or b"") + (sums or b"")),
        "documents": [entry["file"] for entry in report.documents],
        "diagnostics": [diagnostic_record(one) for one in report.diagnostics],
        "secrets": [secret_record(one) for one in report.secrets],
    }
    content = json.dumps(data, separators=(",", ":")).encode("ascii")
    cache.keep(_KIND, _name(root, start, asked), content)


def _name(root: Path, start: Path, asked: str) -> str:
    """Return the record's name: one for each folder in which builds begin, and what they make."""
    steps = PurePath(start).relative_to(root).as_posix()
    return digest_of_all(steps, asked)[:32]
