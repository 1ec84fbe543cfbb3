"""All that is wrong with a workspace, found without printing anything.

*Why* apart from `casedoc.build.build`: whoever only reads imports nothing that lays out or prints.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.narrow import NarrowWorld
from casedoc.base.outcome import Outcome
from casedoc.base.recording import RecordingWorld
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem
from casedoc.build.check_report import CheckReport
from casedoc.build.content_memory import FORGETFUL, ContentMemory
from casedoc.build.coverage import with_coverage
from casedoc.build.project import Project, read_project
from casedoc.build.selection import Selection, select
from casedoc.build.sources import EVERYTHING, Stance
from casedoc.build.translations import compare_versions
from casedoc.content.confidences.private import NOTHING, PRIVATE, Private, private_of
from casedoc.markup.theme import Theme, ThemeChoice, load_theme
from casedoc.markup.theme_logo import Logo
from casedoc.source.source import read_text
from casedoc.source.values import Mapping, place_of, value_at
from casedoc.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from casedoc.build.bearing import Bearing
    from casedoc.build.workspace import Workspace

_TOLD: Final = ("theme", "accent", "paper", "fonts.text", "fonts.display", "fonts.code")
"""Settings that only the theme can judge."""
_ALWAYS_TOLD: Final = frozenset({Code.CLIENT_UNREADABLE, Code.FILE_UNREADABLE})
"""Where nobody knows whom a file would not have named, that concerns all others."""


def check(workspace: Workspace, others: Sequence[Bearing] = ()) -> CheckReport:
    """Say all that is wrong with a workspace, and print nothing.

    Args:
        workspace: The workspace.
        others: What files say that are not looked at; all files of their slugs are among them.
    """
    recording = RecordingWorld(workspace.world)
    world = NarrowWorld(recording, frozenset(one.path for one in others))
    seen = replace(workspace, world=world)
    theme = read_theme(seen)
    project = read_content(seen, theme.value, others)
    found = [*theme.diagnostics, *of_content(project), *compare_versions(project)]
    for tag in workspace.settings.languages or ():
        found += select(project, Selection(), tag, None)[1]
    readings = recording.readings()
    told = in_order(found, workspace.settings.check.ignore)
    return CheckReport(workspace.root, project.bearings, told, workspace.origin, readings)


def read_theme(workspace: Workspace, *, for_press: bool = False) -> Outcome[Theme]:
    """Read the theme that the settings choose, and the press that print editions are made for."""
    settings = workspace.settings
    choice = ThemeChoice(
        name=settings.theme,
        accent=settings.accent,
        fonts=settings.fonts.model_dump(exclude_none=True),
        paper=settings.paper,
        cover=settings.booklet.cover,
        one_pager_qr=settings.one_pager.qr,
        booklet_level=settings.booklet.level,
        divisions=tuple((lang, tuple(words)) for lang, words in settings.hyphenation.items()),
        booklet_layout=settings.booklet.layout,
        logo=Logo(settings.logo, settings.logo_alt or "", place_of(workspace.given, ("logo",)))
        if settings.logo
        else None,
        for_press=for_press,
        places={
            name: place_of(workspace.given, location)
            for name in _TOLD
            if value_at(workspace.given, location := tuple(name.split("."))) is not None
        },
    )
    return load_theme(workspace.world, choice)


def read_content(
    workspace: Workspace,
    theme: Theme | None,
    others: Sequence[Bearing] = (),
    stance: Stance = EVERYTHING,
    memory: ContentMemory = FORGETFUL,
) -> Project:
    """Read and check all content; whether it can be printed, only where there is a theme.

    Args:
        workspace: The workspace.
        theme: Its theme.
        others: What files say that are not looked at.
        stance: For whom it is read; what is known of clients beside the files is added.
        memory: What is known of the files from the last time.
    """
    settings = workspace.settings
    private = read_private(workspace)
    stance = replace(
        stance,
        profiles=tuple(settings.profiles),
        private=private.value or NOTHING,
    )
    world, regions = workspace.world, settings.locales
    project = read_project(world, settings.languages, others, regions, stance, memory)
    found = private.diagnostics
    if has_errors(found):
        message = "what is private can't be read, so nobody knows whom it names"
        hint = "nothing is published until it can be"
        place = Span.of_file(PRIVATE)
        found = (*found, Diagnostic(Code.CLIENT_UNREADABLE, message, place, hint))
    project = replace(project, diagnostics=(*project.diagnostics, *found))
    return with_coverage(project, theme.fonts, memory) if theme is not None else project


def read_private(workspace: Workspace) -> Outcome[Private]:
    """Return what must not lie in the repository: from its file, and from variables."""
    there = workspace.world.read(PRIVATE)
    variables = dict(workspace.hidden)
    if isinstance(there, ReadFailure) and there.problem is ReadProblem.MISSING:
        return private_of(None, variables)
    read = read_text(workspace.world, PRIVATE)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    data = read_yaml(read.value[0], PRIVATE)
    given = data.value if isinstance(data.value, Mapping) else None
    private = private_of(given, variables)
    if given is None and data.value is not None and not has_errors(data.diagnostics):
        message = "it must consist of keys and values"
        place = Span.of_file(PRIVATE)
        found = Diagnostic(Code.FRONT_MATTER_NO_MAPPING, message, place, "begin with `clients:`")
        return Outcome(None, (found,))
    return Outcome(private.value, (*data.diagnostics, *private.diagnostics))


def of_content(project: Project, named: Collection[str] = ()) -> list[Diagnostic]:
    """Return what is wrong with the content; of named studies only what concerns them."""
    files = [
        file
        for file in project.files
        # What keeps all from being published is told whatever was named.
        if not named
        or file.slug in named
        or any(one.code in _ALWAYS_TOLD for one in file.diagnostics)
    ]
    return [
        *project.diagnostics,
        *project.profile_diagnostics,
        *(one for file in files for one in file.diagnostics),
    ]


def in_order(
    diagnostics: Iterable[Diagnostic], ignored: Collection[str] = ()
) -> tuple[Diagnostic, ...]:
    """Return diagnostics by place, each once; those without a place last.

    Args:
        diagnostics: All that was noticed.
        ignored: Codes of warnings that are left out. What has become an error is told all the same.
    """

    def key(diagnostic: Diagnostic) -> tuple[bool, str, int, int, str]:
        span = diagnostic.span
        if span is None:
            return (True, "", 0, 0, diagnostic.code.number)
        return (False, span.path, span.line, span.column, diagnostic.code.number)

    told = (one for one in diagnostics if one.is_error or one.code.number not in ignored)
    return tuple(sorted(dict.fromkeys(told), key=key))
