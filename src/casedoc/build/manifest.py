"""`manifest.json` and `SHA256SUMS`: what is in the output folder, and what it was made of."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from casedoc.base.recording import digest_of
from casedoc.build.build_report import MANIFEST, SUMS, Entry
from casedoc.build.diagnostic_data import diagnostic_data
from casedoc.build.discreet import discreet
from casedoc.build.kinds import DocumentKind, Format
from casedoc.build.publish import publish, published, remove
from casedoc.content.confidences.masking import masked
from casedoc.content.confidences.terms import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.build.job import Job
    from casedoc.build.judging import Judge
    from casedoc.build.made import Made
    from casedoc.build.project import Project

FORMAT = 1
"""Version of the manifest's own shape."""
_WITHOUT_PAGES = frozenset({Format.DOCX, Format.MD})
"""Forms that have no pages before somebody opens them."""


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
    confidential = {file.path for file in project.files if file.is_confidential}
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
        "pages": made.pages if form not in _WITHOUT_PAGES else None,
        "fit": made.fit if form not in _WITHOUT_PAGES else None,
        "standard": ", ".join(written.standards) or None if is_pdf else None,
        "attached": list(written.attached) if is_pdf else [],
        "bytes": len(content),
        "sha256": digest_of(content),
        "sources": [
            {"path": masked(path, discretion), "sha256": sources[path]}
            | ({"confidential": True} if path in confidential else {})
            for path in sorted(sources)
        ],
        "diagnostics": [diagnostic_data(discreet(one, discretion)) for one in made.diagnostics],
    }


def update_folder(folder: Path, made: Mapping[str, Entry], judge: Judge) -> tuple[Diagnostic, ...]:
    """Merge what was made into the manifest, and remove what must no longer be there.

    Args:
        folder: The output folder.
        made: What this run made, by file name.
        judge: Knows what must no longer be there.
    """
    entries = {**read_manifest(folder), **made}
    pictured = {_document_of(one) for one in made.values() if one["format"] == Format.PNG.value}
    found: list[Diagnostic | None] = []
    for name, entry in list(entries.items()):
        content = published(folder, name)
        if content is None or digest_of(content) != entry["sha256"]:
            # Gone, or another file put in its place, which is its owner's.
            del entries[name]
        elif name not in made and (
            # A document that has fewer pages than it had.
            _document_of(entry) in pictured
            or judge.rejects(name, entry, content)
            or _names_somebody(entry, judge.projects[0])
        ):
            found.append(remove(folder, name))
            del entries[name]
    return (*(one for one in found if one), *_write(folder, entries))


def _document_of(entry: Entry) -> str:
    """Return what is common to the files of a document's pages; empty for whole files."""
    if entry.get("format") != Format.PNG.value:
        return ""
    return str(entry["file"]).rpartition("-")[0]


def lasting(folder: Path, names: Collection[str], judge: Judge) -> dict[str, Entry]:
    """Return what the manifest says of some files, as far as they may stay."""
    return {
        name: entry
        for name, entry in read_manifest(folder).items()
        if name in names
        and (content := published(folder, name)) is not None
        and not judge.rejects(name, entry, content)
    }


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
