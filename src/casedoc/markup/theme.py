"""The theme: templates, stylesheets, tokens and fonts, read through the one door."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic, has_errors
from casedoc.base.outcome import Outcome
from casedoc.markup.geometry import geometry_of
from casedoc.markup.kind import PageKind, Paper
from casedoc.markup.theme_colours import choose_palette
from casedoc.markup.theme_file import ORDINARY, check_tokens
from casedoc.markup.theme_folder import find_theme, read_files
from casedoc.markup.theme_fonts import choose_fonts
from casedoc.markup.theme_logo import check_logo
from casedoc.markup.theme_press import Press, load_press

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from casedoc.base.span import Span
    from casedoc.base.world import World
    from casedoc.markup.colour import Palette
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.markup.setting import FitSetting
    from casedoc.markup.theme_file import Tokens
    from casedoc.markup.theme_folder import ThemeFile
    from casedoc.markup.theme_logo import Logo
    from casedoc.typeface.font_set import FontSet

_OF_TOKENS: Final = frozenset(
    {Code.TOKEN_INVALID, Code.TOKEN_UNKNOWN, Code.TOKEN_MISSING, Code.FONT_INCOMPLETE}
)
"""What may be told at the place of a token."""
_FIRST_SHEETS: Final = ("tokens", "reset", "page", "type")


@dataclass(frozen=True, slots=True)
class ThemeChoice:
    """What the settings say about the look."""

    name: str = "beleg"
    """Name of the theme."""
    accent: str | None = None
    """The accent colour as the user wrote it; none for that of the theme."""
    fonts: Mapping[str, str] = field(default_factory=dict)
    """Folders of font families by `text`, `display` and `code`; the theme has the others."""
    paper: str = "A4"
    """`A4` or `letter`."""
    cover: str = "light"
    """Cover of the booklet: `light` or `solid`."""
    one_pager_qr: bool = False
    """Whether one-pagers carry the QR code of the author's site."""
    booklet_level: int = 0
    """Type size of the booklet, 0 to -3."""
    divisions: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """By language, words with a mark wherever they may be divided."""
    booklet_layout: str = "spread"
    """How a study stands in the booklet: `spread` or `page`."""
    logo: Logo | None = None
    """The author's logo."""
    for_press: bool = False
    """Whether print editions are to be made."""
    places: Mapping[str, Span] = field(default_factory=dict)
    """Where the settings say so, by their names."""


@dataclass(frozen=True, slots=True)
class Theme:
    """All that a document's look is made of."""

    choice: ThemeChoice
    """What the settings say."""
    paper: Paper
    """The size of paper."""
    palette: Palette
    """The colours that follow from the accent."""
    tokens: Tokens
    """All tokens, and the type scales made of them."""
    templates: Mapping[str, ThemeFile]
    """Templates by their names below the folder of a theme."""
    stylesheets: tuple[tuple[str, str], ...]
    """Path and text of each stylesheet, in the order in which they apply."""
    fonts: FontSet
    """The fonts."""
    logo: Logo | None
    """The author's logo."""
    digest: str
    """SHA-256 over all that was read; names the compiled templates."""
    press: Press | None = None
    """What it is printed on; none where it is not read for that."""

    def geometry(self, kind: PageKind) -> Geometry:
        """Return where things stand on the sheet of a kind of document."""
        design = self.tokens.design
        pages = {
            PageKind.ONE_PAGER: design.one_pager.page,
            PageKind.BOOKLET: design.booklet.page,
            PageKind.CV: design.cv.page,
        }
        top = design.booklet.opener_top if kind is PageKind.BOOKLET else None
        return geometry_of(pages[kind], self.paper, top)

    def levels(self, kind: PageKind, arrangement: str = ORDINARY) -> tuple[int, ...]:
        """Return the levels that a kind of document can be set at, the largest type first."""
        levels = (
            level
            for of_kind, name, level in self.tokens.scales
            if (of_kind, name) == (kind, arrangement)
        )
        return tuple(sorted(levels, reverse=True))

    def scale(self, kind: PageKind, setting: FitSetting) -> Scale:
        """Return the type scale of a setting.

        Raises:
            KeyError: The kind has no such level; `levels` tells which it has.
        """
        return self.tokens.scales[kind, setting.arrangement.value, setting.level]


def load_theme(world: World, choice: ThemeChoice) -> Outcome[Theme]:
    """Read the theme.

    Returns:
        The theme; none where files can't be read, the theme's tokens are wrong, or a choice is
        impossible (`SETTING_INVALID`). With an accent that can't be read as text, the nearest that
        can, and the warning `ACCENT_DARKENED`.
    """
    theme = _load(world, choice, with_places=False)
    if any(one.code in _OF_TOKENS for one in theme.diagnostics):
        return _load(world, choice, with_places=True)
    return theme


def _load(world: World, choice: ThemeChoice, *, with_places: bool) -> Outcome[Theme]:
    """Read the theme; only `with_places` does it know where its tokens stand."""
    place = choice.places.get
    paper = _paper(choice)
    found = find_theme(world, choice.name, place("theme"), with_places=with_places)
    diagnostics = (*paper.diagnostics, *found.diagnostics)
    if found.value is None:
        return Outcome(None, diagnostics)
    files = read_files(world, found.value.folders)
    tokens = check_tokens(found.value.tokens)
    diagnostics += (*files.diagnostics, *tokens.diagnostics)
    if tokens.value is None:
        return Outcome(None, diagnostics)
    palette = choose_palette(tokens.value, choice.accent, place("accent"))
    fonts = choose_fonts(world, tokens.value, choice.fonts, choice.places)
    diagnostics += (*palette.diagnostics, *fonts.diagnostics)
    if (
        paper.value is None
        or files.value is None
        or palette.value is None
        or fonts.value is None
        or has_errors(diagnostics)
    ):
        return Outcome(None, diagnostics)
    logo = check_logo(world, choice.logo, fonts.value)
    press: Outcome[Press] = Outcome(None)
    if choice.for_press:
        press = load_press(world, found.value.folders, tokens.value)
    diagnostics += (*logo.diagnostics, *press.diagnostics)
    if has_errors(diagnostics):
        return Outcome(None, diagnostics)
    theme = Theme(
        choice=choice,
        paper=paper.value,
        palette=palette.value,
        tokens=tokens.value,
        templates={name: file for name, file in files.value.items() if not name.endswith(".css")},
        stylesheets=tuple(_stylesheets(files.value)),
        fonts=fonts.value,
        logo=logo.value,
        digest=_digest(files.value, tokens.value, fonts.value),
        press=press.value,
    )
    return Outcome(theme, diagnostics)


def _paper(choice: ThemeChoice) -> Outcome[Paper]:
    """Return the paper that the settings name."""
    papers = {paper.value.lower(): paper for paper in Paper}
    paper = papers.get(choice.paper.lower())
    if paper is not None:
        return Outcome(paper)
    names = " or ".join(f"`{one.value}`" for one in Paper)
    message = f"there is no paper `{choice.paper}`"
    span = choice.places.get("paper")
    return Outcome(None, (Diagnostic(Code.SETTING_INVALID, message, span, f"write {names}"),))


def _digest(files: Mapping[str, ThemeFile], tokens: Tokens, fonts: FontSet) -> str:
    """Return a digest of all that a theme is made of."""
    parts = (
        sorted((name, file.path, file.text) for name, file in files.items()),
        tokens.design.model_dump_json(),
        sorted((face.family, face.weight, face.style.value, face.digest) for face in fonts.faces),
    )
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _stylesheets(files: Mapping[str, ThemeFile]) -> Iterator[tuple[str, str]]:
    """Yield the stylesheets: the four general ones, the components, then the theme's others."""
    sheets = {name: file for name, file in files.items() if name.endswith(".css")}
    first = [f"css/{stem}.css" for stem in _FIRST_SHEETS if f"css/{stem}.css" in sheets]
    for name in (*first, *sorted(sheets.keys() - set(first))):
        yield sheets[name].path, sheets[name].text
