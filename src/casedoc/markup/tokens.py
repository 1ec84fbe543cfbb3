"""Design tokens that depend on a choice or on the content, as CSS custom properties.

The fixed ones stand in `templates/css/tokens.css`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.markup.geometry import geometry_of
from casedoc.markup.scale import scale_of
from casedoc.typeface.face import FontStyle

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from casedoc.markup.colour import Palette
    from casedoc.markup.geometry import Geometry
    from casedoc.markup.kind import PageKind, Paper
    from casedoc.markup.scale import Scale
    from casedoc.markup.setting import FitSetting
    from casedoc.typeface.face import FontFace

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


def length_mm(value: float) -> str:
    """Write a length in millimetres."""
    return f"{plain(value)}mm"


def length_pt(value: float) -> str:
    """Write a length in points."""
    return f"{plain(value)}pt"


def computed_tokens(
    kind: PageKind, paper: Paper, setting: FitSetting, palette: Palette
) -> Mapping[str, str]:
    """Return the custom properties that follow from kind, paper, level and accent."""
    return {
        **_geometry_tokens(geometry_of(kind, paper)),
        **_scale_tokens(scale_of(kind, setting)),
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
        "--wide-column": length_mm(geometry.wide_column),
        "--gutter": length_mm(geometry.gutter),
        "--area-height": length_mm(geometry.area_height),
    }


def _scale_tokens(scale: Scale) -> dict[str, str]:
    return {
        "--line": length_mm(scale.line_mm),
        "--body-size": length_pt(scale.body),
        "--small-size": length_pt(scale.small),
        "--title-size": length_pt(scale.title),
        "--heading-size": length_pt(scale.heading),
        "--lead-size": length_pt(scale.lead),
        "--emphasis-size": length_pt(scale.emphasis),
        "--hero-size": length_pt(scale.hero),
        "--figure-size": length_pt(scale.figure),
        "--word-size": length_pt(scale.word),
        "--figure-line": plain(scale.figure_line),
        "--gap-title": plain(scale.gap_title),
        "--gap-block": plain(scale.gap_block),
        "--gap-links": plain(scale.gap_links),
        "--gap-meta": plain(scale.gap_meta),
        "--gap-paragraph": plain(scale.gap_paragraph),
        "--gap-section": plain(scale.gap_section),
        "--head-line": plain(scale.head_line),
        "--head-rise": plain(scale.head_rise),
        "--panel-top": plain(scale.panel_top),
        "--panel-bottom": plain(scale.panel_bottom),
    }


def plain(value: float) -> str:
    """Write a number with at most four decimals and no zeros at the end."""
    return f"{value:.4f}".rstrip("0").rstrip(".")
