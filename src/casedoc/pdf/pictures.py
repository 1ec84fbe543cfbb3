"""Pictures in a finished layout: none has more pixels than print can show, or too few unnoticed.

*Why* after the layout: only there is it known how large each picture came out, whatever a template
or a theme does with it.
"""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Any, Final

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.picture.picture import LEAST_DPI, MM_PER_INCH, MOST_DPI
from casedoc.picture.preparation import scaled_down

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.markup.page import HtmlPage

_PX_PER_INCH: Final = 96
_TOLERANCE: Final = 0.99


def scale_pictures(document: Any, page: HtmlPage) -> tuple[Diagnostic, ...]:  # noqa: ANN401
    """Scale pictures down to 300 pixels per inch, each for the size it is printed at.

    Args:
        document: WeasyPrint's document, whose pictures are replaced.
        page: What was laid out; its resources are what pictures are made of.

    Returns:
        A warning `IMAGE_COARSE` for each picture that has less than 150 pixels per inch.
    """
    scaler = _Scaler(page)
    for sheet in document.pages:
        for box, anchor in _boxes(sheet._page_box, ""):
            scaler.box(box, anchor)
    return tuple(dict.fromkeys(scaler.found))


class _Scaler:
    """Scales the pictures of one document."""

    def __init__(self, page: HtmlPage) -> None:
        self._page = page
        self._made: dict[tuple[str, int, int], Any] = {}
        self.found: list[Diagnostic] = []

    def box(self, box: Any, anchor: str) -> None:  # noqa: ANN401
        """Scale the pictures in one box: what it shows, and its backgrounds."""
        if hasattr(box, "replacement") and box.element is not None:
            address = box.element.get("src") or ""
            size = (box.width, box.height)
            box.replacement = self._scaled(box.replacement, address, size, anchor)
        background = getattr(box, "background", None)
        if background is None:
            return
        for number, layer in enumerate(background.layers):
            if layer.image is not None and layer.size != "unused":
                images = background.style["background_image"]
                address = images[number % len(images)][1]
                image = self._scaled(layer.image, address, layer.size, anchor)
                background.layers[number] = layer._replace(image=image)

    def _scaled(self, image: Any, address: object, size: tuple[float, float], anchor: str) -> Any:  # noqa: ANN401
        """Return an image with as many pixels as it needs.

        Args:
            image: WeasyPrint's; drawings and gradients have no pixels and stay as they are.
            address: Its virtual address.
            size: Width and height on paper, in CSS pixels.
            anchor: Id that leads back to its place.
        """
        from weasyprint.images import RasterImage

        is_raster = isinstance(image, RasterImage) and address in self._page.resources
        if not is_raster or not isinstance(address, str) or min(size) <= 0:
            return image
        inches = [side / _PX_PER_INCH for side in size]
        dpi = min(image.width / inches[0], image.height / inches[1])
        if dpi < LEAST_DPI * _TOLERANCE:
            self._complain(address, dpi, inches[0], anchor)
        wanted = (
            min(image.width, max(1, math.floor(inches[0] * MOST_DPI))),
            min(image.height, max(1, math.floor(inches[1] * MOST_DPI))),
        )
        if wanted == (image.width, image.height):
            return image
        key = (address, *wanted)
        if key not in self._made:
            name = f"{image.id}-{wanted[0]}-{wanted[1]}"
            self._made[key] = _picture(self._page.resources[address], wanted, name)
        return self._made[key]

    def _complain(self, address: str, dpi: float, width: float, anchor: str) -> None:
        name = address.rsplit("/", 1)[-1]
        message = f"image `{name}` has only {dpi:.0f} dpi at its {width * MM_PER_INCH:.0f} mm"
        hint = f"give it {math.ceil(width * LEAST_DPI)} pixels in width, or print it smaller"
        place = self._page.spans.get(anchor)
        self.found.append(Diagnostic(Code.IMAGE_COARSE, message, place, hint))


def _picture(content: bytes, size: tuple[int, int], name: str) -> Any:  # noqa: ANN401
    """Return a picture of fewer pixels as WeasyPrint has it."""
    from PIL import Image
    from weasyprint.images import RasterImage

    scaled = scaled_down(content, size)
    return RasterImage(Image.open(io.BytesIO(scaled)), name, scaled)


def _boxes(box: Any, anchor: str) -> Iterator[tuple[Any, str]]:  # noqa: ANN401
    """Yield all boxes, each with the nearest id around it."""
    # What is placed freely is represented by a placeholder.
    box = getattr(box, "_box", box)
    own = box.element.get("id") if box.element is not None else None
    anchor = own or anchor
    yield box, anchor
    for child in getattr(box, "children", ()):
        yield from _boxes(child, anchor)
