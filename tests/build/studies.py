"""Small case studies and the workspaces they lie in."""

from collections.abc import Mapping
from pathlib import Path

from tests.end_to_end.command import write_files

from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.kinds import DocumentKind
from casedoc.build.project import Project, read_project
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.build.workspace import Workspace, open_workspace

BODY = "## Problem\n\nEs war langsam.\n\n## Ergebnisse\n\n- **70% weniger Zeit** je Lauf\n"


def study(title: str, *lines: str, body: str = BODY) -> str:
    """A file with further lines of front matter."""
    matter = "".join(f"{line}\n" for line in (f"title: {title}", *lines))
    return f"---\n{matter}---\n\n{body}"


def project_of(files: Mapping[str, str | bytes], *languages: str) -> Project:
    """A project in memory; the paths count from `content/`."""
    world = MemoryWorld(
        {
            f"content/{name}": content if isinstance(content, bytes) else content.encode()
            for name, content in files.items()
        }
    )
    return read_project(world, languages or None)


def workspace_at(root: Path, files: Mapping[str, str | bytes] | None = None) -> Workspace:
    """A workspace on disk; the paths count from its root."""
    write_files(root, files or {})
    workspace = open_workspace(root, {}).value
    assert workspace is not None
    return workspace


def build_here(
    workspace: Workspace, *slugs: str, kinds: tuple[DocumentKind, ...] = (DocumentKind.ONE_PAGER,)
) -> BuildReport:
    """Build in this very process."""
    request = BuildRequest(selection=Selection(slugs=slugs), kinds=kinds, jobs=1)
    return build(workspace, request)


def codes_of(diagnostics: tuple[Diagnostic, ...]) -> list[str]:
    """The codes alone."""
    return [one.code.number for one in diagnostics]
