"""Figures and decorations as HTML, and how much room they take.

A picture is as wide as its column, unless it is a small one: then it takes its natural width, at
which a raster has 150 pixels per inch. A high one is narrower, so that it is no higher than
`--figure-height`. All of this is said by proportions: the markup knows nothing of columns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from casedoc.markup.tokens import length_mm, token_style

if TYPE_CHECKING:
    from casedoc.markup.collector import PlacedPicture
    from casedoc.source.element import Element

HIGHEST_MM = 90.0
"""The height of a figure at most; `--figure-height` in the stylesheets."""


def illustration(placed: PlacedPicture, alternative: str, caption: Markup) -> Markup:
    """Return the inside of a figure and its end.

    Args:
        placed: The picture.
        alternative: What it shows, for those who can't see it.
        caption: The line below it; may be empty.
    """
    picture = placed.picture
    return Markup(
        '<div class="illustration__frame" style="{}">'
        '<img class="illustration__picture" src="{}" alt="{}"></div>{}</figure>'
    ).format(
        token_style({"--ratio": f"{picture.ratio:.4f}"}),
        placed.address,
        alternative,
        Markup("<figcaption>{}</figcaption>").format(caption) if caption else "",
    )


def decoration(placed: PlacedPicture) -> Markup:
    """Return the inside of a decoration and its end: a background, which no reader is told of."""
    picture = placed.picture
    natural = length_mm(picture.natural_mm) if picture.natural_mm else "100%"
    sizes = {
        "--ratio": f"{picture.ratio:.4f}",
        "--natural": natural,
        "--share": f"{100 / picture.ratio:.4f}%",
    }
    return Markup(
        '<div class="decoration__frame" style="{}"><div class="decoration__picture" style="{}">'
        "</div></div></div>"
    ).format(token_style(sizes), f"background-image: url({placed.address})")


def height_of(image: Element, measure_mm: float) -> float:
    """Return how high an image is printed in a column, in millimetres, without its caption.

    Args:
        image: An image that was checked, and so has its proportions.
        measure_mm: Width of the column.
    """
    if not image.get("ratio"):
        return HIGHEST_MM
    ratio = float(image.get("ratio"))
    natural = float(image.get("natural") or measure_mm)
    return min(natural, measure_mm) / ratio if ratio else HIGHEST_MM
