"""JSON Resume both ways: a file becomes content, and content becomes a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.disk import DiskWorld
from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.base.span import Position, Span
from casedoc.base.world import ReadFailure
from casedoc.build.new_files import in_the_way, write_all
from casedoc.build.project import CONTENT, PROFILE, read_project
from casedoc.build.selection import select
from casedoc.content.case_study import newest_date
from casedoc.content.confidences.terms import holds
from casedoc.content.resume_import import import_resume
from casedoc.source.decode import decode
from casedoc.view.export_resume import export_resume

if TYPE_CHECKING:
    from pathlib import Path

    from casedoc.build.project import Project
    from casedoc.build.selection import Selection
    from casedoc.locale.dates import PartialDate
    from casedoc.locale.spec import LocaleSpec


def read_resume(file: Path) -> Outcome[Any]:
    """Read a JSON file.

    Returns:
        Its data; or why there are none, with the place where JSON breaks off.
    """
    path = str(file)
    content = DiskWorld(file.absolute().parent).read(file.name)
    if isinstance(content, ReadFailure):
        message = f"the file can't be read: {content.reason}"
        return Outcome(None, (Diagnostic(Code.FILE_UNREADABLE, message, Span.of_file(path)),))
    decoded = decode(path, content)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    try:
        return Outcome(json.loads(decoded.value, parse_constant=_no_number))
    except json.JSONDecodeError as error:
        place = Position(error.lineno, error.colno)
        span = Span(path, place, Position(error.lineno, error.colno + 1))
        message = f"this is no JSON: {error.msg.lower()}"
        return Outcome(None, (Diagnostic(Code.FRONT_MATTER_SYNTAX, message, span),))
    except ValueError:
        message = "this is no resume: it holds a number of thousands of digits"
        return Outcome(None, (Diagnostic(Code.FRONT_MATTER_SYNTAX, message, Span.of_file(path)),))
    except RecursionError:
        message = "this is no resume: it is nested too deeply"
        return Outcome(None, (Diagnostic(Code.NESTED_TOO_DEEP, message, Span.of_file(path)),))


def _no_number(name: str) -> None:
    """Refuse what JavaScript calls a number and JSON does not."""
    raise json.JSONDecodeError("no number of JSON's", name, 0)


def import_into(
    root: Path, file: Path, spec: LocaleSpec, *, replaces: bool
) -> Outcome[tuple[str, ...]]:
    """Make a profile and stubs of case studies of a JSON Resume.

    Args:
        root: The workspace.
        file: The resume.
        spec: The language that it is in.
        replaces: Whether files that are there are replaced.

    Returns:
        The paths of what was written, with what is wrong in it and wants an author's eye; nothing
        is written where anything is in the way.
    """
    read = read_resume(file)
    if has_errors(read.diagnostics):
        return Outcome(None, read.diagnostics)
    imported = import_resume(read.value, str(file), spec)
    if imported.value is None:
        return Outcome(None, imported.diagnostics)
    files = {PROFILE: imported.value.profile}
    for slug, text in imported.value.studies:
        files[f"{CONTENT}/{spec.tag}/{slug}.md"] = text
    found = in_the_way(root, files, "move it away, or add `--force` to replace it")
    if found and not replaces:
        return Outcome(None, (*imported.diagnostics, *found))
    failed = write_all(root, files)
    if failed is not None:
        return Outcome(None, (*imported.diagnostics, failed))
    made = MemoryWorld({path: text.encode() for path, text in files.items()})
    project = read_project(made, (spec.tag,))
    every = (*project.profile_diagnostics, *(d for file in project.files for d in file.diagnostics))
    return Outcome(tuple(files), (*imported.diagnostics, *(one for one in every if one.is_error)))


def resume_of(
    project: Project, selection: Selection, tag: str, as_of: PartialDate | None
) -> Outcome[str]:
    """Return a workspace as a JSON Resume.

    Args:
        project: All content.
        selection: The case studies.
        tag: The language.
        as_of: What today means; none for the newest date of the content.

    Returns:
        The file's text; none where it would name a client that must not be named.
    """
    day = as_of or newest_date(project.studies)
    studies, missing = select(project, selection, tag, day)
    profile = project.profile_source.fields if project.profile_source else None
    data = export_resume(profile, studies, tag)
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    hidden = project.hidden_in([study.slug for study in studies])
    if hidden and holds(text, hidden):
        message = "the resume would name a confidential client, so it is not written"
        hint = "take the name out of the profile"
        return Outcome(None, (*missing, Diagnostic(Code.CLIENT_LEAKED, message, None, hint)))
    return Outcome(text, missing)
