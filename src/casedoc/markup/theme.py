"""The theme: templates, stylesheets, tokens and fonts, read through the one door."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.base.world import ReadFailure
from casedoc.markup.colour import palette_of, parse_colour
from casedoc.markup.kind import Paper
from casedoc.typeface.reading import read_fonts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedoc.base.world import World
    from casedoc.markup.colour import Palette
    from casedoc.typeface.font_set import FontSet

FOLDER: Final = "templates"
"""Where templates and stylesheets lie, in the workspace and in the built-in theme."""
THEME_NAME: Final = "beleg"
"""The only theme so far."""
_FIRST_SHEETS: Final = ("tokens", "reset", "page", "type")
_PAGES: Final = ("booklet.html", "cv.html", "document.html", "language.html", "one-pager.html")
_PARTS: Final = (("css", ".css"), ("css/components", ".css"), ("partials", ".html"))


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """What the settings say about the look."""

    name: str = THEME_NAME
    """Name of the theme."""
    accent: str = "#0b5563"
    """The accent colour as the user wrote it."""
    paper: str = "A4"
    """`A4` or `letter`."""
    cover: str = "light"
    """Cover of the booklet: `light` or `solid`."""
    booklet_level: int = 0
    """Type size of the booklet, 0 to -3."""
    booklet_layout: str = "spread"
    """How a study stands in the booklet: `spread` or `page`."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All that a document's look is made of."""

    choice: ThemeChoice
    """What the settings say."""
    paper: Paper
    """The size of paper."""
    palette: Palette
    """The colours that follow from the accent."""
    templates: Mapping[str, str]
    """Template sources by path below `templates/`."""
    stylesheets: tuple[tuple[str, str], ...]
    """Path and text of each stylesheet, in the order in which they apply."""
    fonts: FontSet
    """The fonts."""
    digest: str
    """SHA-256 over all template sources; names the compiled templates."""


def load_theme(world: World, choice: ThemeChoice) -> Outcome[Theme]:
    """Read the theme.

    Returns:
        The theme; none where fonts or templates can't be read, or a choice is impossible
        (`SETTING_INVALID`). With an accent too light for text, the darkened one and the
        warning `ACCENT_DARKENED`.
    """
    fonts = read_fonts(world)
    sources = _read_sources(world)
    chosen = _choose(choice)
    diagnostics = (*fonts.diagnostics, *sources.diagnostics, *chosen.diagnostics)
    if fonts.value is None or sources.value is None or chosen.value is None:
        return Outcome(None, diagnostics)
    paper, palette = chosen.value
    templates = {
        path.removeprefix(f"{FOLDER}/"): text
        for path, text in sources.value.items()
        if not path.endswith(".css")
    }
    digest = hashlib.sha256(repr(sorted(templates.items())).encode()).hexdigest()
    theme = Theme(
        choice=choice,
        paper=paper,
        palette=palette,
        templates=templates,
        stylesheets=tuple(_stylesheets(sources.value)),
        fonts=fonts.value,
        digest=digest,
    )
    return Outcome(theme, diagnostics)


def _choose(choice: ThemeChoice) -> Outcome[tuple[Paper, Palette]]:
    """Turn the choice's words into values."""
    wanted = parse_colour(choice.accent)
    papers = {paper.value.lower(): paper for paper in Paper}
    paper = papers.get(choice.paper.lower())
    problems: list[Diagnostic] = []
    if choice.name != THEME_NAME:
        problems.append(_impossible(f"there is no theme `{choice.name}`", f"write `{THEME_NAME}`"))
    if paper is None:
        names = " or ".join(f"`{paper.value}`" for paper in Paper)
        problems.append(_impossible(f"there is no paper `{choice.paper}`", f"write {names}"))
    if wanted is None:
        message = f"`{choice.accent}` is no colour"
        problems.append(_impossible(message, "write it like `#0b5563`"))
    if wanted is None or paper is None or problems:
        return Outcome(None, tuple(problems))
    palette = palette_of(wanted)
    if palette.accent == wanted:
        return Outcome((paper, palette))
    darkened = Diagnostic(
        Code.ACCENT_DARKENED,
        f"the accent `{wanted}` is too light for text; `{palette.accent}` is printed instead",
        hint=f"write `{palette.accent}`, or a darker colour, as the accent",
    )
    return Outcome((paper, palette), (darkened,))


def _impossible(message: str, hint: str) -> Diagnostic:
    return Diagnostic(Code.SETTING_INVALID, message, hint=hint)


def _stylesheets(sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the stylesheets: the four general ones, the components, then the user's others."""
    sheets = {path: text for path, text in sources.items() if path.endswith(".css")}
    for stem in _FIRST_SHEETS:
        path = f"{FOLDER}/css/{stem}.css"
        if path in sheets:
            yield path, sheets.pop(path)
    yield from sorted(sheets.items())


def _read_sources(world: World) -> Outcome[Mapping[str, str]]:
    """Read all templates and stylesheets."""
    sources: dict[str, str] = {}
    diagnostics: list[Diagnostic] = []
    for path in _theme_files(world):
        content = world.read(path)
        try:
            if isinstance(content, ReadFailure):
                diagnostics.append(_broken(path, content.reason))
            else:
                sources[path] = content.decode("utf-8").replace("\r\n", "\n")
        except UnicodeDecodeError:
            diagnostics.append(_broken(path, "it is not valid UTF-8"))
    if diagnostics:
        return Outcome(None, tuple(diagnostics))
    return Outcome(sources)


def _theme_files(world: World) -> Iterator[str]:
    """Yield the paths of all files that belong to a theme, sorted.

    *Why* not all there are: a workspace may have `templates/` for something else entirely.
    """
    yield from (f"{FOLDER}/{name}" for name in _PAGES)
    for folder, ending in _PARTS:
        entries = world.list(f"{FOLDER}/{folder}")
        if not isinstance(entries, ReadFailure):
            for entry in entries:
                if entry.name.endswith(ending) and not entry.is_folder:
                    yield f"{FOLDER}/{folder}/{entry.name}"


def _broken(path: str, reason: str) -> Diagnostic:
    return Diagnostic(Code.TEMPLATE_BROKEN, f"can't be read: {reason}", Span.of_file(path))
