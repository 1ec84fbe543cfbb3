"""Theme folders: which of them a theme is made of, and which file wins.

A theme is a folder with a `theme.toml` and whatever else differs from the shared base: templates,
partials, stylesheets. For each of these files the first of the following has its say:

1. `templates/themes/NAME/` of the workspace, then those of the themes it extends;
2. `templates/` of the workspace, which overrides single files of whatever theme;
3. the built-in theme NAME, then those it extends;
4. the base that all themes share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.base.world import BUILT_IN, ReadFailure, World
from casedoc.content.likeness import nearest
from casedoc.markup.theme_file import over, read_tokens
from casedoc.source.values import Mapping, Pair, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as AnyMapping

FOLDER: Final = "templates"
"""Where templates and stylesheets lie, in the workspace and in casedoc."""
THEMES: Final = f"{FOLDER}/themes"
"""Where the folders of themes lie."""
BASE: Final = "base/"
"""Before the name of a template: the built-in one, which a file of the same name overrides."""
TOKENS_FILE: Final = "theme.toml"
"""The tokens of a theme."""
_EXTENDS: Final = "extends"
_PAGES: Final = ("booklet.html", "cv.html", "document.html", "language.html", "one-pager.html")
_PARTS: Final = (("css", ".css"), ("css/components", ".css"), ("partials", ".html"))


@dataclass(frozen=True, slots=True)
class ThemeFolders:
    """The folders a theme is made of."""

    folders: tuple[str, ...]
    """Those whose files are looked at, the first wins."""
    tokens: Mapping
    """All tokens, each from the first folder that has it."""


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A template or stylesheet."""

    path: str
    """Where it lies."""
    text: str
    """What is in it."""


def find_theme(
    world: World, name: str, place: Span | None, *, with_places: bool
) -> Outcome[ThemeFolders]:
    """Find the folders of a theme and those of the themes it extends.

    Args:
        world: The door to the disk.
        name: What the settings call it.
        place: Where they do so.
        with_places: Whether each token has its place.

    Returns:
        The folders; none where there is no such theme (`SETTING_INVALID`), or where a `theme.toml`
        can't be read or extends what is not there (`TOKEN_INVALID`).
    """
    own, built_in = _names(world, THEMES), _names(world, f"{BUILT_IN}/{THEMES}")
    first: list[str] = []
    last: list[str] = []
    given: Mapping | None = None
    wanted, told = name, place
    while wanted:
        is_own = wanted in own and wanted not in first
        if not is_own and (wanted not in built_in or wanted in last):
            code = Code.SETTING_INVALID if given is None else Code.TOKEN_INVALID
            return Outcome(None, (_unknown(wanted, own | built_in, code, told),))
        (first if is_own else last).append(wanted)
        folder = f"{THEMES}/{wanted}" if is_own else f"{BUILT_IN}/{THEMES}/{wanted}"
        has_other = is_own and wanted in built_in
        read = _tokens(world, folder, has_other=has_other, with_places=with_places)
        if read.value is None:
            return Outcome(None, read.diagnostics)
        extended = read.value.find(_EXTENDS)
        given = _without_extends(read.value if given is None else over(given, read.value))
        if extended is None:
            # A folder of a built-in theme's name says what differs from that one.
            wanted = wanted if is_own and wanted in built_in else ""
        elif isinstance(extended.value, Scalar):
            wanted, told = extended.value.text, extended.value.span
        else:
            message = "`extends` must be the name of a theme"
            found = Diagnostic(Code.TOKEN_INVALID, message, extended.key_span)
            return Outcome(None, (found,))
    folders = (
        *(f"{THEMES}/{one}" for one in first),
        FOLDER,
        *(f"{BUILT_IN}/{THEMES}/{one}" for one in last),
        f"{BUILT_IN}/{FOLDER}",
    )
    return Outcome(ThemeFolders(folders, given or Mapping((), Span.of_file(name))))


def read_files(world: World, folders: tuple[str, ...]) -> Outcome[AnyMapping[str, ThemeFile]]:
    """Read all templates and stylesheets, by their names below a folder.

    Templates of the base are there below `base/`, too, whether others override them or not.
    """
    files: dict[str, ThemeFile] = {}
    diagnostics: list[Diagnostic] = []
    for folder in folders:
        for name in _names_in(world, folder):
            is_base = folder == folders[-1] and name.endswith(".html")
            if name in files and not is_base:
                continue
            path = f"{folder}/{name}"
            content = world.read(path)
            try:
                if isinstance(content, ReadFailure):
                    diagnostics.append(_broken(path, content.reason))
                else:
                    text = content.decode("utf-8").replace("\r\n", "\n")
                    file = ThemeFile(path, text)
                    files.setdefault(name, file)
                    if is_base:
                        files[f"{BASE}{name}"] = file
            except UnicodeDecodeError:
                diagnostics.append(_broken(path, "it is not valid UTF-8"))
    if diagnostics:
        return Outcome(None, tuple(diagnostics))
    return Outcome(files)


def _tokens(world: World, folder: str, *, has_other: bool, with_places: bool) -> Outcome[Mapping]:
    """Read the `theme.toml` of a folder, which a folder over a built-in theme need not have."""
    path = f"{folder}/{TOKENS_FILE}"
    entries = world.list(folder)
    names = () if isinstance(entries, ReadFailure) else tuple(entry.name for entry in entries)
    if has_other and TOKENS_FILE not in names:
        return Outcome(Mapping((), Span.of_file(path)))
    return read_tokens(world, path, with_places=with_places)


def _without_extends(tokens: Mapping) -> Mapping:
    kept: tuple[Pair, ...] = tuple(pair for pair in tokens.pairs if pair.key != _EXTENDS)
    return Mapping(kept, tokens.span)


def _names(world: World, folder: str) -> set[str]:
    """Return the names of the folders in a folder."""
    entries = world.list(folder)
    if isinstance(entries, ReadFailure):
        return set()
    return {entry.name for entry in entries if entry.is_folder}


def _names_in(world: World, folder: str) -> Iterator[str]:
    """Yield the names of all files that belong to a theme, sorted.

    *Why* not all there are: a workspace may have `templates/` for something else entirely.
    """
    entries = world.list(folder)
    there = () if isinstance(entries, ReadFailure) else entries
    yield from (one.name for one in there if one.name in _PAGES and not one.is_folder)
    for part, ending in _PARTS:
        entries = world.list(f"{folder}/{part}")
        if not isinstance(entries, ReadFailure):
            for entry in entries:
                if entry.name.endswith(ending) and not entry.is_folder:
                    yield f"{part}/{entry.name}"


def _unknown(name: str, known: set[str], code: Code, place: Span | None) -> Diagnostic:
    names = ", ".join(f"`{one}`" for one in sorted(known))
    near = nearest(name, known)
    start = f"did you mean `{near}`? " if near and near != name else ""
    said = "extends itself" if name in known else "does not exist"
    return Diagnostic(code, f"the theme `{name}` {said}", place, f"{start}there are {names}")


def _broken(path: str, reason: str) -> Diagnostic:
    return Diagnostic(Code.TEMPLATE_BROKEN, f"can't be read: {reason}", Span.of_file(path))
