"""The colours of a theme with the user's accent: dark enough to be read, whatever was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.markup.colour import (
    LEAST_TEXT_CONTRAST,
    Colour,
    Mixing,
    Palette,
    palette_of,
    parse_colour,
)
from casedoc.source.values import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.base.span import Span
    from casedoc.markup.theme_file import Tokens

LEAST_INK_CONTRAST: Final = 7.0
"""*Source:* WCAG 2.2, success criterion 1.4.6, for running text."""
_DARKEST: Final = Colour(0, 0, 0)
_LIGHTEST: Final = Colour(255, 255, 255)


def choose_palette(tokens: Tokens, accent: str | None, place: Span | None) -> Outcome[Palette]:
    """Return the colours of a theme.

    Args:
        tokens: The theme's tokens.
        accent: The accent as the user wrote it; none for the theme's own.
        place: Where the user did.

    Returns:
        The colours; none where the accent is no colour (`SETTING_INVALID`), or the theme's colours
        are too much alike (`TOKEN_INVALID`). With an accent that can't be read, the nearest that
        can, and `ACCENT_DARKENED`.
    """
    colours = tokens.design.colours
    wanted = parse_colour(accent) if accent is not None else colours.accent
    if wanted is None:
        hint = "write it like `#0b5563`"
        found = Diagnostic(Code.SETTING_INVALID, f"`{accent}` is no colour", place, hint)
        return Outcome(None, (found,))
    mixing = Mixing(
        colours.paper, colours.on_accent, colours.tint, colours.tint_hair, colours.on_accent_2
    )
    alike = tuple(_alike(tokens, mixing))
    if alike:
        return Outcome(None, alike)
    palette = palette_of(wanted, mixing)
    if palette.accent == wanted:
        return Outcome(palette)
    if accent is None:
        location = ("colours", "accent")
        said = f"the accent `{wanted}` can't be read as text; `{palette.accent}` can"
        found = Diagnostic(Code.TOKEN_INVALID, said, place_of(tokens.given, location))
        return Outcome(None, (found,))
    light = "light" if mixing.darkens else "dark"
    kept = "; the bar keeps it" if palette.bar == wanted else ""
    message = (
        f"the accent `{wanted}` is too {light} for text; `{palette.accent}` is printed instead"
    )
    hint = f"write `{palette.accent}`, or a {'darker' if mixing.darkens else 'lighter'} colour"
    warning = Diagnostic(Code.ACCENT_DARKENED, f"{message}{kept}", place, f"{hint}, as the accent")
    return Outcome(palette, (warning,))


def _alike(tokens: Tokens, mixing: Mixing) -> Iterator[Diagnostic]:
    """Yield the colours of text that can't be read, whatever the accent is."""
    colours = tokens.design.colours
    strongest = _DARKEST if mixing.darkens else _LIGHTEST
    grounds = {"paper": colours.paper, "the tint": strongest.over(colours.paper, colours.tint)}
    texts = (
        ("ink", colours.ink, LEAST_INK_CONTRAST),
        ("ink-2", colours.ink_2, LEAST_TEXT_CONTRAST),
    )
    for name, colour, least in texts:
        for ground, behind in grounds.items():
            contrast = colour.contrast(behind)
            if contrast < least:
                place = place_of(tokens.given, ("colours", name))
                said = f"`colours.{name}` has a contrast of {contrast:.2f} : 1 on {ground}"
                hint = f"it must have at least {least:g} : 1"
                yield Diagnostic(Code.TOKEN_INVALID, said, place, hint)
                break
    if strongest.contrast(colours.on_accent) < LEAST_TEXT_CONTRAST:
        place = place_of(tokens.given, ("colours", "on-accent"))
        said = "`colours.on-accent` can be read on no accent that can be read on the paper"
        yield Diagnostic(Code.TOKEN_INVALID, said, place, "take a colour like that of the paper")
