"""A check after a few files were changed: only they and their translations are read again.

*Why* that is enough: a file is judged by itself, by the files of its slug, and by what the bearings
of all files come to, languages and confidential names. Where a change alters that, everything has
to be checked. The profile is read each time, which is judged by the newest date, too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from casedoc.build.bearings import languages_of, secrets_of
from casedoc.build.check import check, in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from casedoc.build.bearing import Bearing
    from casedoc.build.check_memory import Memory
    from casedoc.build.check_report import CheckReport
    from casedoc.build.workspace import Workspace


def recheck(workspace: Workspace, memory: Memory) -> CheckReport | None:
    """Say all that is wrong with a workspace of which most is known.

    Args:
        workspace: The workspace.
        memory: What the last check found, and what was changed since.

    Returns:
        The same report as a check of everything; none where everything has to be checked.
    """
    before = memory.report
    slugs = _slugs_of(memory)
    if not slugs or before.origin != workspace.origin:
        return None
    others = tuple(file for file in before.files if file.slug not in slugs)
    now = check(workspace, others)
    files = tuple(sorted((*now.files, *others), key=lambda file: file.path))
    named = workspace.settings.languages
    if _grounds(files, named) != _grounds(before.files, named):
        return None
    if not _is_steady(now, memory):
        return None
    untouched = {file.path for file in others}
    kept = (one for one in before.diagnostics if one.span and one.span.path in untouched)
    readings = {(one.path, one.kind): one for one in (*before.readings, *now.readings)}
    return replace(
        now,
        files=files,
        diagnostics=in_order([*kept, *now.diagnostics]),
        readings=tuple(sorted(readings.values())),
    )


def _is_steady(now: CheckReport, memory: Memory) -> bool:
    """Tell whether nothing was read that has changed since the memory was looked at.

    Other studies may have been judged by it as it was.
    """
    before = {(one.path, one.kind) for one in memory.report.readings}
    expected = {*memory.report.readings, *memory.changed}
    return all(one in expected for one in now.readings if (one.path, one.kind) in before)


def _grounds(files: Sequence[Bearing], languages: Sequence[str] | None) -> tuple[object, ...]:
    """Return what all files are judged by; their languages only where the settings name none."""
    slugs = [(file.path, file.slug) for file in files]
    return slugs, languages or languages_of(files), frozenset(secrets_of(files))


def _slugs_of(memory: Memory) -> set[str]:
    """Return the slugs of what was changed; none where anything else than case studies was."""
    slugs = {file.path: file.slug for file in memory.report.files}
    if all(one.kind == "file" and one.path in slugs for one in memory.changed):
        return {slugs[one.path] for one in memory.changed}
    return set()
