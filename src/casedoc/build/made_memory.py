"""A document that was made of the same before comes from the cache.

It is known by all that it was made of: its case studies as they were read, the author, the theme
with its fonts, what was asked for, the program and the libraries it prints with. What is read only
while it is made, its images, is read again before it is believed.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.diagnostic import has_errors
from casedoc.base.recording import ask_again, digest_of, digest_of_all
from casedoc.build.kinds import Format
from casedoc.build.made import Made, Written
from casedoc.build.publish import published
from casedoc.build.records import diagnostic_of, diagnostic_record, readings_data, readings_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from casedoc.base.recording import Reading
    from casedoc.base.world import World
    from casedoc.build.job import Job
    from casedoc.build.sealed_cache import SealedCache
    from casedoc.markup.theme import Theme

_KIND: Final = "made"


@dataclass(frozen=True, slots=True)
class MadeMemory:
    """Documents that were made before."""

    cache: SealedCache | None
    """Where they are kept; none where nothing is remembered."""
    grounds: str
    """What all documents are made of: the program with its libraries, and the theme."""
    made_of: Mapping[str, str]
    """Digests of all that each case study comes from, by its path."""
    world: World
    """The door to the disk, for what is read while a document is made."""
    folder: Path
    """Where documents may lie already as they are to be."""
    is_asked: bool
    """Whether they are looked for; what is made anew is kept in any case."""

    def recall(self, job: Job) -> Made | None:
        """Return a document that was made before of the same; none where it was not."""
        name = self._name(job)
        content = self.cache.record(_KIND, name) if self.cache and name and self.is_asked else None
        if content is None or self.cache is None:
            return None
        try:
            data = json.loads(content)
            readings = readings_of(data["readings"])
            if ask_again(readings, self.world) != readings:
                return None
            files = tuple(
                (name, Format(form), self._file(name, sum_)) for name, form, sum_ in data["files"]
            )
            return _made(data, readings, files)
        except (ValueError, LookupError):
            return None

    def keep(self, job: Job, made: Made) -> None:
        """Keep a document for the next time, if it could be made."""
        name, written = self._name(job), made.written
        if self.cache is None or not name or not made.files or written is None:
            return
        if has_errors(made.diagnostics):
            return
        files = [[name, form.value, self.cache.keep_file(data)] for name, form, data in made.files]
        content = {
            "readings": readings_data(made.readings),
            "files": files,
            "pages": made.pages,
            "fit": made.fit,
            "diagnostics": [diagnostic_record(one) for one in made.diagnostics],
            "standards": list(written.standards),
            "attached": list(written.attached),
        }
        self.cache.keep(_KIND, name, json.dumps(content, separators=(",", ":")).encode("ascii"))

    def _name(self, job: Job) -> str:
        """Return a digest of all that a document is made of; empty where that is not known."""
        digests = [self.made_of.get(study.path, "") for study in job.studies]
        if not all(digests):
            return ""
        return digest_of_all(self.grounds, digests, replace(job, studies=()))[:32]

    def _file(self, name: str, digest: str) -> bytes:
        """Return a file as it is to be.

        Raises:
            LookupError: It is neither in its place nor in the cache.
        """
        there = published(self.folder, name)
        if there is not None and digest_of(there) == digest:
            return there
        kept = self.cache.file(digest) if self.cache else None
        if kept is None:
            raise LookupError(name)
        return kept


def grounds_of(program: str, theme: Theme) -> str:
    """Return a digest of what all documents of a theme are made of.

    Args:
        program: Digest of casedoc, Python and all libraries.
        theme: The theme, with all that the settings say about it.
    """
    choice = theme.choice
    return digest_of_all(
        program,
        theme.digest,
        # Where the settings say so makes no difference, and a logo is read for each document.
        replace(choice, places={}, logo=None),
        (choice.logo.path, choice.logo.alt) if choice.logo else (),
        theme.palette,
        theme.paper,
        theme.press,
    )


def _made(
    data: dict[str, Any],
    readings: tuple[Reading, ...],
    files: tuple[tuple[str, Format, bytes], ...],
) -> Made:
    written = Written(
        data=next((content for _name, form, content in files if form is Format.PDF), b""),
        standards=tuple(data["standards"]),
        attached=tuple(data["attached"]),
    )
    return Made(
        files=files,
        pages=data["pages"],
        fit=data["fit"],
        readings=readings,
        diagnostics=tuple(diagnostic_of(one) for one in data["diagnostics"]),
        written=written,
    )
