"""`manifest.json` and `SHA256SUMS`: what is in the output folder, and what it was made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casedoc.base.recording import digest_of
from casedoc.build.build_report import MANIFEST, SUMS, Entry
from casedoc.build.diagnostic_data import diagnostic_data
from casedoc.build.discreet import discreet
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.project import ENDINGS
from casedoc.build.publish import publish, published, remove
from casedoc.content.confidences.masking import masked
from casedoc.content.confidences.terms import holds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.job import Job
    from casedoc.build.made import Made
    from casedoc.build.project import ContentFile, Project

FORMAT = 1
"""Version of the manifest's own shape."""


def read_manifest(folder: Path) -> dict[str, Entry]:
    """Return what the manifest says, by file name; nothing where it is missing or broken."""
    content = published(folder, MANIFEST)
    try:
        data = json.loads(content or b"{}")
    except (ValueError, RecursionError):
        return {}
    files = data.get("files") if isinstance(data, dict) else None
    entries = files if isinstance(files, list) else []
    return {entry["file"]: entry for entry in entries if _is_sound(entry)}


def _is_sound(entry: object) -> bool:
    """Tell whether an entry has what is relied on; a manifest may have been tampered with."""
    if not isinstance(entry, dict):
        return False
    name, sources = entry.get("file"), entry.get("sources")
    return (
        isinstance(name, str)
        and name not in {"", ".", "..", MANIFEST, SUMS}
        and not set(name) & set("/\\\0\n")
        and isinstance(entry.get("sha256"), str)
        and isinstance(sources, list)
        and all(isinstance(one, dict) and isinstance(one.get("path"), str) for one in sources)
    )


def entry_of(
    name: str, form: Format, content: bytes, job: Job, made: Made, project: Project
) -> Entry:
    """Return what the manifest says of a file that was made.

    Where a path or a complaint would name a client that must not be named, its alias stands there.
    """
    profile, discretion = project.profile_source, project.discretion
    sources = {study.path: study.digest for study in job.studies}
    sources.update({one.path: one.digest for one in made.readings if one.kind == "file"})
    letter = job.tailoring.letter
    if letter is not None and job.kind is DocumentKind.BOOKLET:
        sources[letter.path] = letter.digest
    if profile is not None and job.profile is not None:
        sources[profile.path] = profile.digest
    is_pdf, written = form.value == "pdf", made.written
    if written is None:
        raise AssertionError(name)
    return {
        "file": name,
        "kind": job.kind.value,
        "format": form.value,
        "language": job.language.tag,
        "profile": job.audience,
        "draft": job.edition.is_draft,
        "case_studies": [study.slug for study in job.studies],
        "pages": made.pages if form is not Format.DOCX else None,
        "fit": made.fit if form is not Format.DOCX else None,
        "standard": ", ".join(written.standards) or None if is_pdf else None,
        "attached": list(written.attached) if is_pdf else [],
        "bytes": len(content),
        "sha256": digest_of(content),
        "sources": [
            {"path": masked(path, discretion), "sha256": sources[path]} for path in sorted(sources)
        ],
        "diagnostics": [diagnostic_data(discreet(one, discretion)) for one in made.diagnostics],
    }


def obsolete(entry: Entry, project: Project, *, drafts: bool = False) -> bool:
    """Tell whether a file that was made earlier must no longer be there.

    That is so where a study it was made of is gone, or where its client has become confidential
    since. A finished file goes where one of its studies is a draft now; a draft goes where none is
    any more, or where no drafts are asked for.

    Args:
        entry: What the manifest says of the file.
        project: All content.
        drafts: Whether drafts are asked for.
    """
    now = {masked(file.path, project.discretion): file for file in project.files}
    unseen = tuple(f"{one.span.path}/" for one in project.diagnostics if one.span is not None)
    is_draft = bool(entry.get("draft"))
    still_drafts = False
    for source in entry["sources"]:
        path, digest = source["path"], source.get("sha256")
        if not path.lower().endswith(ENDINGS):
            continue
        file = now.get(path)
        if file is None:
            # What lies in a folder that can't be read now is not known to be gone.
            if not path.startswith(unseen):
                return True
            still_drafts = True
        elif _is_secret_now(file, digest):
            return True
        elif file.study is None:
            # One with errors may be a draft still.
            still_drafts = True
        elif file.study.draft:
            if not is_draft:
                return True
            still_drafts = True
    return is_draft and not (drafts and still_drafts)


def _is_secret_now(file: ContentFile, digest: str | None) -> bool:
    """Tell whether a file was changed and declares a confidential client."""
    changed = file.source is not None and file.source.digest != digest
    return changed and file.is_confidential


def update_folder(
    folder: Path, made: Mapping[str, Entry], project: Project, *, drafts: bool = False
) -> tuple[Diagnostic, ...]:
    """Merge what was made into the manifest, and remove what must no longer be there.

    Args:
        folder: The output folder.
        made: What this run made, by file name.
        project: All content.
        drafts: Whether drafts are asked for.
    """
    entries = {**read_manifest(folder), **made}
    found: list[Diagnostic | None] = []
    for name, entry in list(entries.items()):
        content = published(folder, name)
        if content is None or digest_of(content) != entry["sha256"]:
            # Gone, or another file put in its place, which is its owner's.
            del entries[name]
        elif name not in made and (
            obsolete(entry, project, drafts=drafts) or _names_somebody(entry, project)
        ):
            found.append(remove(folder, name))
            del entries[name]
    return (*(one for one in found if one), *_write(folder, entries))


def _names_somebody(entry: Entry, project: Project) -> bool:
    """Tell whether an entry of an earlier run names a client that must not be named now."""
    names = project.discretion.names
    return bool(names) and holds(json.dumps(entry, ensure_ascii=False), names)


def _write(folder: Path, entries: Mapping[str, Entry]) -> Iterable[Diagnostic]:
    files = [entries[name] for name in sorted(entries)]
    manifest = json.dumps({"format": FORMAT, "files": files}, ensure_ascii=False, indent=2)
    sums = "".join(f"{entry['sha256']}  {entry['file']}\n" for entry in files)
    results = (
        # A file name that is no text is told in JSON's own way.
        publish(folder, MANIFEST, f"{manifest}\n".encode(errors="backslashreplace")),
        publish(folder, SUMS, sums.encode()),
    )
    return [result for result in results if result is not None]
