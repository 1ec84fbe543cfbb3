"""Documents are recalled or made, and published."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from casedoc.base.codes import Code
from casedoc.build.booklet_memory import BookletMemory
from casedoc.build.build_report import BuildReport
from casedoc.build.check import in_order
from casedoc.build.kinds import first_file
from casedoc.build.manifest import entry_of
from casedoc.build.printing import print_all
from casedoc.build.publish import publish, published

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.recording import RecordingWorld
    from casedoc.base.secret import Secret
    from casedoc.build.build_report import Entry
    from casedoc.build.job import Job
    from casedoc.build.made import Made
    from casedoc.build.made_memory import MadeMemory
    from casedoc.build.plan import Plan
    from casedoc.build.printing import Printers
    from casedoc.build.project import Project
    from casedoc.build.timings import Stopwatch
    from casedoc.markup.theme import Theme

Progress: TypeAlias = Callable[[int, int, str], None]
"""Told after each document: how many are done, of how many, and its file name."""


@dataclass(slots=True)
class Production:
    """Makes documents and publishes them."""

    folder: Path
    """Where."""
    ignored: Sequence[str]
    """Codes of warnings that are left out."""
    printers: Printers
    """Who prints, and how many at once."""
    world: RecordingWorld
    """The door to the disk; it notes what documents were made of."""
    watch: Stopwatch
    """Notes how long it takes."""
    progress: Progress | None
    """Told after each document."""
    found: list[Diagnostic]
    """What was noticed."""
    entries: dict[str, Entry] = field(default_factory=dict)
    """What the manifest says of each file, by its name."""
    kept: set[str] = field(default_factory=set)
    """Names of the files that were not made anew."""
    proven: dict[str, object] = field(default_factory=dict)
    """What new files were proven by, by their identifiers."""
    done: int = 0
    total: int = 0

    def make(
        self, jobs: Sequence[Job], theme: Theme, project: Project, plan: Plan, memory: MadeMemory
    ) -> None:
        """Make the documents of one profile, those that are not known already."""
        self.total += len(jobs)
        left: list[Job] = []
        with self.watch.part("recalling"):
            for job in jobs:
                made = memory.recall(job)
                if made is None:
                    left.append(job)
                else:
                    self.kept.update(name for name, _form, _content in made.files)
                    self._take(job, made, project, plan)
        chapters = BookletMemory(memory.cache, memory.grounds, memory.is_asked)
        printed = print_all(left, theme, self.world.world, self.printers, chapters)
        while True:
            with self.watch.part("printing"):
                done = next(printed, None)
            if done is None:
                return
            job, made = done
            with self.watch.part("publishing"):
                self.world.take(made.readings)
                memory.keep(job, made)
                self._take(job, made, project, plan)

    def report(
        self, root: Path, diagnostics: tuple[Diagnostic, ...], secrets: tuple[Secret, ...]
    ) -> BuildReport:
        """Return what came of it.

        Args:
            root: The workspace.
            diagnostics: All that was noticed.
            secrets: Who must not be named.
        """
        return BuildReport(
            diagnostics,
            tuple(self.entries[name] for name in sorted(self.entries)),
            self.folder,
            secrets,
            frozenset(self.kept),
            root,
            self.world.readings(),
            tuple(self.watch.seconds.items()),
        )

    def _take(self, job: Job, made: Made, project: Project, plan: Plan) -> None:
        noticed = (*made.diagnostics, *_of_originals(plan, job))
        told = replace(made, diagnostics=in_order(noticed, self.ignored))
        self.found.extend(told.diagnostics)
        self.found.extend(self._publish(job, told, project))
        if made.written is not None and made.written.expectation is not None:
            self.proven[made.written.identifier] = made.written.expectation
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.total, first_file(*job.targets[0]))

    def _publish(self, job: Job, made: Made, project: Project) -> Iterator[Diagnostic]:
        for name, form, content in made.files:
            is_there = published(self.folder, name) == content
            failure = None if is_there else publish(self.folder, name, content)
            if failure is None:
                self.entries[name] = entry_of(name, form, content, job, made, project)
            else:
                yield failure


def _of_originals(plan: Plan, job: Job) -> list[Diagnostic]:
    """Return the warnings that a document holds an original in place of a translation."""
    paths = {study.path for study in job.studies if study.locale.tag != job.language.tag}
    missing = (one for one in plan.diagnostics if one.code is Code.TRANSLATION_MISSING)
    return [one for one in missing if one.span is not None and one.span.path in paths]
