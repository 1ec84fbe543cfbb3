"""Design tokens that depend on a choice or on the content, as CSS custom properties.

All of them come from the theme; `templates/css/tokens.css` computes further ones from them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pydantic import BaseModel

from casedoc.markup.colour import WHITE
from casedoc.markup.design import OneScale
from casedoc.markup.geometry import POINTS_PER_MM, PageTokens
from casedoc.markup.measures import Unit, plain
from casedoc.typeface.face import FontStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedoc.markup.colour import Palette
    from casedoc.markup.design import Design
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.scale import Scale
    from casedoc.markup.theme_press import Press
    from casedoc.typeface.face import FontFace
    from casedoc.typeface.font_set import FontSet

COMPUTED_SHEET: Final = "computed/tokens.css"
"""Path under which the computed tokens appear among the stylesheets."""
VIRTUAL_ROOT: Final = "file:///_project_/"
"""Where images and fonts seem to lie.

*Why* not where they do: the real folder would end up in the PDF and make its bytes depend on it.
"""
TEXT_FAMILY: Final = "CD Sans"
"""The family of running text."""
DISPLAY_FAMILY: Final = "CD Display"
"""The family of titles, heads and figures."""
CODE_FAMILY: Final = "CD Mono"
"""The family of code."""
_STEPS_OF_LINE: Final = 4
"""Distances are multiples of a quarter of a line."""


def length_mm(value: float) -> str:
    """Write a length in millimetres."""
    return f"{plain(value)}mm"


def length_pt(value: float) -> str:
    """Write a length in points."""
    return f"{plain(value)}pt"


def computed_tokens(
    design: Design, geometry: Geometry, scale: Scale, palette: Palette, fonts: FontSet
) -> Mapping[str, str]:
    """Return the custom properties of a theme for a kind of document at a level."""
    return {
        **_fixed_tokens(design),
        **{f"--{name}": value for name, value in design.own.items()},
        **_geometry_tokens(geometry),
        **_scale_tokens(scale),
        **_font_tokens(fonts),
        **_head_tokens(scale, fonts),
        "--accent": str(palette.accent),
        "--bar": str(palette.bar),
        "--tint": str(palette.tint),
        "--tint-hair": str(palette.tint_hair),
        "--on-accent-2": str(palette.on_accent_2),
    }


def token_sheet(tokens: Mapping[str, str]) -> str:
    """Return the stylesheet that sets custom properties on the root element."""
    lines = "".join(f"    {name}: {value};\n" for name, value in tokens.items())
    return f"@layer tokens {{\n  :root {{\n{lines}  }}\n}}\n"


def paper_sheet(palette: Palette, press: Press | None = None) -> str:
    """Return the stylesheet that colours the paper, where it is not white, and gives it bleed."""
    lines = ["background: var(--paper);"] if palette.paper != WHITE else []
    lines += [f"bleed: {press.bleed_mm:g}mm;"] if press is not None else []
    inner = "".join(f"    {line}\n" for line in lines)
    return f"@layer page {{\n  @page {{\n{inner}  }}\n}}\n" if lines else ""


def token_style(tokens: Mapping[str, str]) -> str:
    """Return custom properties for a `style` attribute."""
    return "; ".join(f"{name}: {value}" for name, value in tokens.items())


def font_sheet(faces: Iterable[FontFace]) -> str:
    """Return the stylesheet that names font files."""
    return "".join(
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f"  font-weight: {face.weight};\n"
        f"  font-style: {'italic' if face.style is FontStyle.ITALIC else 'normal'};\n"
        f'  src: url("{VIRTUAL_ROOT}{face.path}");\n'
        "}\n"
        for face in faces
    )


def _fixed_tokens(design: BaseModel) -> dict[str, str]:
    """Return the tokens that are for CSS as they stand: those with a unit, by their names.

    Pages and scales have tokens of their own, which depend on paper and level.
    """
    tokens: dict[str, str] = {}
    for name, field in type(design).model_fields.items():
        value = getattr(design, name)
        units = [one for one in field.metadata if isinstance(one, Unit)]
        if units:
            written = plain(value) if isinstance(value, float) else str(value)
            tokens[f"--{field.alias}"] = f"{written}{units[0].css}"
        elif isinstance(value, BaseModel) and not isinstance(value, (PageTokens, OneScale)):
            tokens |= _fixed_tokens(value)
    return tokens


def _font_tokens(fonts: FontSet) -> dict[str, str]:
    """Return what follows from the fonts: where their baselines lie, how wide their markers are."""
    markers = {"space": " ", "dash-indent": "\u2013\u2002"}
    # Figures of running text are all of one width.
    markers |= {"number-indent": "0.\u2002", "wide-indent": "00.\u2002"}
    return {
        "--text-baseline": plain(fonts.baseline_em(TEXT_FAMILY, 400)),
        "--display-baseline": plain(fonts.baseline_em(DISPLAY_FAMILY, 600)),
        **{
            f"--{name}": f"{plain(fonts.width_pt(text, TEXT_FAMILY, 400, 1.0))}em"
            for name, text in markers.items()
        },
    }


def head_drop(scale: Scale, fonts: FontSet) -> tuple[float, float]:
    """Return how text stands beside a head whose baseline it shares.

    The text keeps to the grid of quarter lines; the head gives way.

    Returns:
        How far the text begins below the head, in lines, and how far the head is moved down for
        it, in points; up where that is negative.
    """
    line = scale.line_mm * POINTS_PER_MM
    apart = (
        (scale.head_line - 1) / 2 * line
        + fonts.baseline_em(DISPLAY_FAMILY, 600) * scale.heading
        - fonts.baseline_em(TEXT_FAMILY, 400) * scale.body
    )
    lines = round(_STEPS_OF_LINE * apart / line) / _STEPS_OF_LINE
    return lines, lines * line - apart


def _head_tokens(scale: Scale, fonts: FontSet) -> dict[str, str]:
    lines, shift = head_drop(scale, fonts)
    line = scale.line_mm * POINTS_PER_MM
    return {
        "--head-drop": length_pt(lines * line),
        "--head-shift": length_pt(shift),
        # A head that is moved down must not reach below a text of one line.
        "--head-room": length_pt(line / _STEPS_OF_LINE if shift > 0 else 0.0),
    }


def _geometry_tokens(geometry: Geometry) -> dict[str, str]:
    return {
        "--paper-width": length_mm(geometry.paper_width),
        "--paper-height": length_mm(geometry.paper_height),
        "--margin-top": length_mm(geometry.margin_top),
        "--margin-bottom": length_mm(geometry.margin_bottom),
        "--margin-inner": length_mm(geometry.margin_inner),
        "--margin-outer": length_mm(geometry.margin_outer),
        "--measure": length_mm(geometry.measure),
        "--column": length_mm(geometry.column),
        "--rail": length_mm(geometry.rail),
        "--step-column": length_mm(geometry.step_column),
        "--wide-column": length_mm(geometry.wide_column),
        "--gutter": length_mm(geometry.gutter),
        "--area-height": length_mm(geometry.area_height),
    }


def _scale_tokens(scale: Scale) -> dict[str, str]:
    """Return the sizes of a level; those of type have `-size` in their names."""
    tokens = {"--line": length_mm(scale.line_mm)}
    tokens["--emphasis-size"] = length_pt(scale.emphasis)
    tokens["--lead-size"] = length_pt(scale.lead)
    for name, field in type(scale).model_fields.items():
        unit = next(one for one in field.metadata if isinstance(one, Unit))
        value = getattr(scale, name)
        if unit.css == "pt":
            tokens[f"--{field.alias}-size"] = length_pt(value)
        elif not unit.css:
            tokens[f"--{field.alias}"] = plain(value)
    return tokens
