"""All that is wrong with a workspace, found without printing anything.

*Why* apart from `casedoc.build.build`: whoever only reads imports nothing that lays out or prints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from casedoc.base.recording import RecordingWorld
from casedoc.build.check_report import CheckReport
from casedoc.build.coverage import with_coverage
from casedoc.build.project import Project, read_project
from casedoc.markup.theme import Theme, ThemeChoice, load_theme

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from casedoc.base.diagnostic import Diagnostic
    from casedoc.base.outcome import Outcome
    from casedoc.base.world import World
    from casedoc.build.workspace import Workspace
    from casedoc.content.settings import Settings


def check(workspace: Workspace) -> CheckReport:
    """Say all that is wrong with a workspace, and print nothing."""
    world = RecordingWorld(workspace.world)
    theme = read_theme(world, workspace.settings)
    project = read_content(world, workspace.settings, theme.value)
    found = in_order([*theme.diagnostics, *of_content(project)])
    files = tuple(file.path for file in project.files)
    return CheckReport(workspace.root, files, found, workspace.origin, world.readings())


def read_theme(world: World, settings: Settings) -> Outcome[Theme]:
    """Read the theme that the settings choose."""
    choice = ThemeChoice(
        name=settings.theme,
        accent=settings.accent,
        paper=settings.paper,
        cover=settings.booklet.cover,
        booklet_level=settings.booklet.level,
    )
    return load_theme(world, choice)


def read_content(world: World, settings: Settings, theme: Theme | None) -> Project:
    """Read and check all content; whether it can be printed, only where there is a theme."""
    project = read_project(world, settings.languages)
    return with_coverage(project, theme.fonts) if theme is not None else project


def of_content(project: Project, named: Collection[str] = ()) -> list[Diagnostic]:
    """Return what is wrong with the content; of named studies only what concerns them."""
    files = [file for file in project.files if not named or file.slug in named]
    return [
        *project.diagnostics,
        *project.profile_diagnostics,
        *(one for file in files for one in file.diagnostics),
    ]


def in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place, each once; those without a place last."""

    def key(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str]:
        span = diagnostic.span
        if span is None:
            return (True, "", 0, 0, diagnostic.code.number)
        return (False, span.path, span.line, span.column, diagnostic.code.number)

    return tuple(sorted(dict.fromkeys(diagnostics), key=key))
