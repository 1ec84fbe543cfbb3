"""The folder a user works in, and its settings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from casedoc.base.disk import DiskWorld
from casedoc.base.outcome import Outcome
from casedoc.base.program import builtin_root
from casedoc.base.recording import Reading, RecordingWorld
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure, ReadProblem, World
from casedoc.build.origin import HIDDEN, PYPROJECT, SETTINGS_FILE, Origin, telling_variables
from casedoc.content.setting_types import LANGUAGES
from casedoc.content.settings import Settings, validate_settings
from casedoc.source.source import read_text
from casedoc.source.toml_reader import read_toml
from casedoc.source.values import Mapping, Pair, Scalar, Sequence, Value

if TYPE_CHECKING:
    from collections.abc import Mapping as AnyMapping

_VARIABLES = {
    "CASEDOC_LANGUAGES": ("languages",),
    "CASEDOC_PAPER": ("paper",),
    "CASEDOC_OUTPUT": ("output",),
    "CASEDOC_FILE_NAME": ("file-name",),
    "CASEDOC_THEME": ("theme",),
    "CASEDOC_ACCENT": ("accent",),
    "CASEDOC_LOGO": ("logo",),
    "CASEDOC_LOGO_ALT": ("logo-alt",),
    "CASEDOC_FONTS_TEXT": ("fonts", "text"),
    "CASEDOC_FONTS_DISPLAY": ("fonts", "display"),
    "CASEDOC_FONTS_CODE": ("fonts", "code"),
    "CASEDOC_ONE_PAGER_OVERFLOW": ("one-pager", "overflow"),
    "CASEDOC_ONE_PAGER_QR": ("one-pager", "qr"),
    "CASEDOC_BOOKLET_LAYOUT": ("booklet", "layout"),
    "CASEDOC_BOOKLET_COVER": ("booklet", "cover"),
    "CASEDOC_BOOKLET_LEVEL": ("booklet", "level"),
    "CASEDOC_BOOKLET_ORDER": ("booklet", "order"),
    "CASEDOC_BOOKLET_GROUP_BY": ("booklet", "group-by"),
    "CASEDOC_CHECK_IGNORE": ("check", "ignore"),
    **{
        f"CASEDOC_HYPHENATION_{language.upper()}": ("hyphenation", language)
        for language in LANGUAGES
    },
    **{f"CASEDOC_LOCALES_{language.upper()}": ("locales", language) for language in LANGUAGES},
}
_LISTS = frozenset(
    {
        ("languages",),
        ("check", "ignore"),
        *(("hyphenation", language) for language in LANGUAGES),
    }
)
"""Settings that a variable gives with commas."""


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace that can be worked with."""

    root: Path
    """Its folder."""
    world: World
    """The door to what lies in it."""
    settings: Settings
    """Its settings."""
    given: Mapping
    """The settings as they are written, with their places."""
    origin: Origin
    """How it was found."""
    hidden: tuple[tuple[str, str], ...] = ()
    """Variables that say what must not lie in the repository; they are not kept anywhere."""


def open_workspace(start: Path, environment: AnyMapping[str, str]) -> Outcome[Workspace]:
    """Find the workspace around a folder and read its settings.

    Args:
        start: The folder a command was called in.
        environment: Environment variables; `CASEDOC_…` ones win over the file.

    Returns:
        The workspace; or what is wrong with its settings.
    """
    variables = telling_variables(environment)
    searched: list[tuple[Reading, ...]] = []
    for folder in (start, *start.parents):
        world = RecordingWorld(DiskWorld(folder))
        found = _settings_in(world)
        searched.append(world.readings())
        if found is not None:
            return _open(folder, found, Origin(tuple(searched), variables), environment)
    nothing = Mapping((), Span.of_file(SETTINGS_FILE))
    return _open(start, Outcome(nothing), Origin(tuple(searched), variables), environment)


def _open(
    root: Path, read: Outcome[Mapping], origin: Origin, environment: AnyMapping[str, str]
) -> Outcome[Workspace]:
    given = read.value
    if given is None:
        return Outcome(None, read.diagnostics)
    for variable, text in origin.variables:
        location = _VARIABLES.get(variable)
        if location is not None:
            given = _with(given, location, _value(variable, location, text))
    settings = validate_settings(given)
    found = (*read.diagnostics, *settings.diagnostics)
    if settings.value is None:
        return Outcome(None, found)
    world = DiskWorld(root, builtin_root())
    hidden = tuple((name, text) for name, text in environment.items() if name.startswith(HIDDEN))
    return Outcome(Workspace(root, world, settings.value, given, origin, hidden), found)


def _settings_in(world: World) -> Outcome[Mapping] | None:
    """Return the settings that a folder holds, or none where it holds none."""
    there = world.read(SETTINGS_FILE)
    if not isinstance(there, ReadFailure) or there.problem is not ReadProblem.MISSING:
        read = _read(world, SETTINGS_FILE)
        value = read.value if isinstance(read.value, Mapping) else None
        return Outcome(value, read.diagnostics)
    if isinstance(world.read(PYPROJECT), ReadFailure):
        return None
    read = _read(world, PYPROJECT)
    text = read_text(world, PYPROJECT).value
    if read.value is None and text is not None and "[tool.casedoc" in text[0]:
        return Outcome(None, read.diagnostics)
    # Without a part of ours, mistakes in the file are another tool's to report.
    tool = read.value.find("tool") if isinstance(read.value, Mapping) else None
    own = tool.value.find("casedoc") if tool and isinstance(tool.value, Mapping) else None
    return Outcome(own.value) if own and isinstance(own.value, Mapping) else None


def _read(world: World, path: str) -> Outcome[Value]:
    text = read_text(world, path)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    return read_toml(text.value[0], path)


def _value(variable: str, location: tuple[str, ...], text: str) -> Value:
    span = Span.of_file(f"${variable}")
    if location in _LISTS:
        parts = (part.strip() for part in text.split(","))
        return Sequence(tuple(Scalar(part, quoted=True, span=span) for part in parts), span)
    return Scalar(text, quoted=True, span=span)


def _with(given: Mapping, location: tuple[str, ...], value: Value) -> Mapping:
    """Return settings in which one value is another."""
    key, *rest = location
    old = given.find(key)
    if rest:
        inner = old.value if old and isinstance(old.value, Mapping) else Mapping((), value.span)
        value = _with(inner, tuple(rest), value)
    kept = tuple(pair for pair in given.pairs if pair.key != key)
    return Mapping((*kept, Pair(key, value.span, value)), given.span)
