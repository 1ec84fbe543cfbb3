"""What typography would correct is corrected in the files themselves, and nothing else is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.build.likeness import likeness_of
from casedoc.build.project import DEFAULT_LANGUAGES, content_paths
from casedoc.build.publish import rewrite
from casedoc.content.confidences.declaration import secret_of
from casedoc.content.corrections import corrections_of
from casedoc.content.identity import identify
from casedoc.content.keys import known_fields
from casedoc.source.replacement import Replacement, replaced
from casedoc.source.source import LARGEST_TEXT, Source, read_source

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from casedoc.build.workspace import Workspace
    from casedoc.locale.spec import LocaleSpec

Group = tuple[Replacement, ...]
"""The corrections of one text; they are made together or not at all."""


@dataclass(frozen=True, slots=True)
class Mending:
    """What can be corrected in one file."""

    path: str
    """Path relative to the workspace root."""
    before: bytes
    """The file as it is."""
    after: bytes
    """The file as it would be."""
    replacements: tuple[Replacement, ...]
    """What makes the difference, in the order of the places."""
    is_confidential: bool
    """Whether the file names a client that must not be named."""


def find_mendings(workspace: Workspace, is_wanted: Callable[[str], bool]) -> tuple[Mending, ...]:
    """Return what can be corrected, and change nothing.

    Files that can't be read whole have none. Two paths that lead to one file count once.

    Args:
        workspace: Where.
        is_wanted: Whether a path was asked for.
    """
    found: list[Mending] = []
    seen = set()
    paths, _unread = content_paths(workspace.world)
    for path in filter(is_wanted, paths):
        target = (workspace.root / path).resolve()
        if target not in seen:
            seen.add(target)
            found.extend(_mendings_of(path, workspace))
    return tuple(found)


def mend(workspace: Workspace, mendings: Sequence[Mending]) -> tuple[Diagnostic, ...]:
    """Write corrected files.

    Returns:
        `FILE_CHANGED` for each file that is no longer as it was read, and `NOT_PUBLISHED` for each
        that can't be written; both are as they were. The others are written all the same.
    """
    failures = (_write(workspace, mending) for mending in mendings)
    return tuple(failure for failure in failures if failure is not None)


def _write(workspace: Workspace, mending: Mending) -> Diagnostic | None:
    if workspace.world.read(mending.path, LARGEST_TEXT) != mending.before:
        message = "the file changed while it was being corrected, and is left as it is"
        place = Span.of_file(mending.path)
        return Diagnostic(Code.FILE_CHANGED, message, place, "run the command again")
    return rewrite(workspace.root, mending.path, mending.after)


def _mendings_of(path: str, workspace: Workspace) -> list[Mending]:
    """Return what can be corrected in a file, or nothing."""
    content = workspace.world.read(path, LARGEST_TEXT)
    if not isinstance(content, bytes):
        return []
    read = _read(path, content)
    if read.value is None:
        return []
    languages, regions = _languages(workspace), workspace.settings.locales
    identity = identify(path, known_fields(read.value.fields)[0], languages, regions).value
    if identity is None:
        return []
    # What is complained of may be another tool's.
    strange = [one.span for one in read.diagnostics if one.span]
    groups = corrections_of(read.value, identity.locale, strange)
    if not groups:
        return []
    trial = _Trial(content, read.value, identity.locale, workspace)
    replacements = tuple(chain.from_iterable(trial.sound(groups)))
    if not replacements:
        return []
    after = replaced(content, replacements)
    in_order = tuple(sorted(replacements, key=lambda one: one.span))
    is_confidential = secret_of(identity.slug, read.value.fields) is not None
    return [Mending(path, content, after, in_order, is_confidential)]


def _read(path: str, content: bytes) -> Outcome[Source]:
    """Read a file; what has any error has no value."""
    read = read_source(MemoryWorld({path: content}), path)
    return Outcome(None, read.diagnostics) if has_errors(read.diagnostics) else read


class _Trial:
    """Tries corrections on a file: it must print then what it prints now."""

    def __init__(
        self,
        content: bytes,
        source: Source,
        spec: LocaleSpec,
        workspace: Workspace,
    ) -> None:
        self._content = content
        self._path = source.path
        self._spec = spec
        self._workspace = workspace
        self._wanted = self._likeness(source)

    def sound(self, groups: tuple[Group, ...]) -> tuple[Group, ...]:
        """Return those corrections with which the file prints the same; all of them, as a rule.

        What would read otherwise, such as `**60**%` with a gap inside the bold, is found by
        halving.
        """
        if not groups or self._prints_the_same(groups):
            return groups
        if len(groups) == 1:
            return ()
        half = len(groups) // 2
        kept, second = self.sound(groups[:half]), self.sound(groups[half:])
        if self._prints_the_same((*kept, *second)):
            return (*kept, *second)
        for group in second:
            kept = (*kept, group) if self._prints_the_same((*kept, group)) else kept
        return kept

    def _prints_the_same(self, groups: tuple[Group, ...]) -> bool:
        after = replaced(self._content, chain.from_iterable(groups))
        source = _read(self._path, after).value
        return source is not None and self._likeness(source) == self._wanted

    def _likeness(self, source: Source) -> tuple[object, ...]:
        languages, regions = _languages(self._workspace), self._workspace.settings.locales
        return likeness_of(source, self._spec, self._workspace.world, languages, regions)


def _languages(workspace: Workspace) -> tuple[str, ...]:
    return tuple(workspace.settings.languages or DEFAULT_LANGUAGES)
