"""Files of earlier builds are judged by the content as it is now."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from casedoc.build.project import ENDINGS
from casedoc.content.confidences.masking import masked
from casedoc.content.confidences.terms import holds

if TYPE_CHECKING:
    from casedoc.build.build_report import Entry
    from casedoc.build.content_file import ContentFile
    from casedoc.build.project import Project


@dataclass(frozen=True)
class Judge:
    """Knows which files of earlier builds must no longer be there."""

    projects: tuple[Project, ...]
    """The content: as everybody may read it, then as the profiles of this build have it."""
    drafts: bool = False
    """Whether drafts are asked for."""
    anonymous: frozenset[str] = frozenset()
    """Profiles that name nobody, and that this build is not for: it can't know what their
    documents call a file that was changed."""

    def rejects(self, name: str, entry: Entry, content: bytes) -> bool:
        """Tell whether a file must no longer be there.

        That is so where a study it was made of is gone, or where it names a client that has become
        confidential since. A finished file goes where one of its studies is a draft now; a draft
        goes where none is any more, or where no drafts are asked for.

        Args:
            name: The file's name.
            entry: What the manifest says of it.
            content: What is in it.
        """
        is_draft, may_be_draft, is_changed = bool(entry.get("draft")), False, False
        for source in entry["sources"]:
            if not source["path"].lower().endswith(ENDINGS):
                continue
            file = self._file(source, entry)
            if file is None and not self._may_be_there(source["path"], entry):
                return True
            if file is not None and _is_out_of_place(file, source, is_draft=is_draft):
                return True
            # One with errors, or one that can't be seen, may be a draft still.
            may_be_draft |= file is None or file.study is None or file.study.draft
            is_changed |= file is not None and file.is_confidential and _is_changed(file, source)
        if is_draft and not (self.drafts and may_be_draft):
            return True
        return is_changed and self._names_somebody(name, entry, content)

    @cached_property
    def _by_path(self) -> dict[str, list[ContentFile]]:
        """All files, by their paths and by what the manifest calls them."""
        found: dict[str, list[ContentFile]] = {}
        for project in self.projects:
            for file in project.files:
                for path in {file.path, masked(file.path, project.discretion)}:
                    found.setdefault(path, []).append(file)
        return found

    def _file(self, source: dict[str, Any], entry: Entry) -> ContentFile | None:
        """Return the file that a source is now; none where it is not known."""
        files = self._by_path.get(source["path"], [])
        if not files and entry.get("profile") in self.anonymous:
            files = [file for project in self.projects for file in project.files]
            files = [file for file in files if not _is_changed(file, source)]
        # Where an alias stands for several names, what was not changed is known by its digest.
        same = (file for file in files if not _is_changed(file, source))
        return next(same, next(iter(files), None))

    def _may_be_there(self, path: str, entry: Entry) -> bool:
        """Tell whether a file that is not found may be there all the same."""
        found = (one.span for project in self.projects for one in project.diagnostics)
        # What lies in a folder that can't be read now is not known to be gone.
        unseen = tuple(f"{span.path}/" for span in found if span is not None)
        return path.startswith(unseen) or entry.get("profile") in self.anonymous

    def _names_somebody(self, name: str, entry: Entry, content: bytes) -> bool:
        """Tell whether a file names a client that must not be named now."""
        from casedoc.proof.leaks import leaks_in

        hidden = {
            one for project in self.projects[:1] for one in project.hidden_in(entry["case_studies"])
        }
        return bool(leaks_in(name, content, partial(holds, names=tuple(sorted(hidden)))))


def _is_out_of_place(file: ContentFile, source: dict[str, Any], *, is_draft: bool) -> bool:
    """Tell whether a study has become confidential since, or a draft in a finished file."""
    is_secret = file.is_confidential and not source.get("confidential")
    if is_secret and _is_changed(file, source):
        return True
    return file.study is not None and file.study.draft and not is_draft


def _is_changed(file: ContentFile, source: dict[str, Any]) -> bool:
    return file.source is None or file.source.digest != source.get("sha256")
