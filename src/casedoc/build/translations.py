"""The versions of each study: which there are, and whether they agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from casedoc.base.codes import Code
from casedoc.base.recording import digest_of
from casedoc.content.translations import check_origin, find_drift

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.content_file import ContentFile
    from casedoc.build.project import Project

_LINE_ENDS = ("\n", "\r\n")


@dataclass(frozen=True, slots=True)
class Versions:
    """All files of one slug."""

    slug: str
    """Their study."""
    files: tuple[ContentFile, ...]
    """In the order of the workspace's languages; files with errors, whose language may not be
    known, come last."""

    def drift(self) -> Iterator[Diagnostic]:
        """Yield what the versions say otherwise than the first one."""
        studies = [file.study for file in self.files if file.study is not None]
        for study in studies[1:]:
            yield from find_drift(studies[0], study)

    def missing(self, languages: Sequence[str]) -> list[str]:
        """Return the languages in which the study is to be written; drafts wait for none."""
        there = {file.study.locale.tag for file in self.files if file.study is not None}
        is_known = all(file.study is not None for file in self.files)
        is_draft = all(file.study.draft for file in self.files if file.study is not None)
        return [tag for tag in languages if tag not in there and is_known and not is_draft]

    def stale(self) -> list[str]:
        """Return the languages whose version was made from an older original."""
        stale = {
            found.span.path
            for found in self.origins()
            if found.code is Code.TRANSLATION_STALE and found.span is not None
        }
        studies = (file.study for file in self.files if file.study is not None)
        return [study.locale.tag for study in studies if study.path in stale]

    def origins(self) -> Iterator[Diagnostic]:
        """Yield what is wrong with the digests of originals."""
        for file in self.files:
            if file.study is None or not file.study.translated_from:
                continue
            others = [
                other.source
                for other in self.files
                if other is not file and other.source is not None
            ]
            alike = [
                digest_of(source.text.replace("\n", end).encode())
                for source in others
                for end in _LINE_ENDS
            ]
            digests = {source.path: source.digest for source in others}
            found = check_origin(file.study, digests, alike)
            if found is not None:
                yield found


def versions_of(project: Project) -> tuple[Versions, ...]:
    """Return the files of each slug, by slug."""
    rank = {tag: number for number, tag in enumerate(project.languages)}
    last = len(rank)

    def place(file: ContentFile) -> tuple[int, str]:
        known = rank.get(file.study.locale.tag, last) if file.study else last + 1
        return known, file.path

    groups: dict[str, list[ContentFile]] = {}
    for file in sorted(project.files, key=place):
        groups.setdefault(file.slug, []).append(file)
    return tuple(Versions(slug, tuple(groups[slug])) for slug in sorted(groups))


def compare_versions(
    project: Project, slugs: Collection[str] | None = None
) -> tuple[Diagnostic, ...]:
    """Return a warning wherever two versions of a study don't agree.

    Args:
        project: All content.
        slugs: The studies that are of interest; none for all.
    """
    return tuple(
        found
        for versions in versions_of(project)
        if slugs is None or versions.slug in slugs
        for found in (*versions.drift(), *versions.origins())
    )
