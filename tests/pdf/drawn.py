"""Pictures of a finished PDF, as they are drawn: how large, and under which tag."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

POINTS_PER_INCH = 72


@dataclass(frozen=True)
class Drawn:
    """A picture on a page."""

    pixels: tuple[int, int]
    """Width and height."""
    size: tuple[float, float]
    """Width and height on paper, in points."""
    tags: tuple[str, ...]
    """What it is marked as, from the outside in."""
    colours: str
    """Its colour space."""
    is_smoothed: bool
    """Whether a viewer may blur it, which PDF/A forbids."""
    has_mask: bool
    """Whether it has transparent places."""

    @property
    def dpi(self) -> float:
        """The higher resolution of the two directions."""
        return max(
            pixels / (size / POINTS_PER_INCH)
            for pixels, size in zip(self.pixels, self.size, strict=True)
        )


def drawn_pictures(data: bytes) -> list[Drawn]:
    """The pictures of a PDF in the order in which they are drawn."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [one for page in pdf.pages for one in _inside(page.obj, pikepdf.Matrix(), ())]


def _inside(
    page: pikepdf.Object, matrix: pikepdf.Matrix, outer: tuple[str, ...]
) -> Iterator[Drawn]:
    """Yield what a page or a form draws."""
    saved, tags = [], [*outer]
    objects = page.Resources.get("/XObject", pikepdf.Dictionary())
    for instruction in pikepdf.parse_content_stream(page):
        assert isinstance(instruction, pikepdf.ContentStreamInstruction)
        operands, name = instruction.operands, str(instruction.operator)
        if name == "q":
            saved.append(matrix)
        elif name == "Q":
            matrix = saved.pop()
        elif name == "cm":
            matrix = pikepdf.Matrix(*(float(one) for one in operands)) @ matrix
        elif name in {"BMC", "BDC"}:
            tags.append(str(operands[0]))
        elif name == "EMC":
            tags.pop()
        elif name == "Do":
            drawn = objects[str(operands[0])]
            if drawn.Subtype == "/Image":
                yield _drawn(drawn, matrix, tuple(tags))
            else:
                yield from _inside(drawn, matrix, tuple(tags))


def _drawn(image: pikepdf.Object, matrix: pikepdf.Matrix, tags: tuple[str, ...]) -> Drawn:
    return Drawn(
        pixels=(int(image.Width), int(image.Height)),
        size=(abs(float(matrix.a)), abs(float(matrix.d))),
        tags=tags,
        colours=str(image.ColorSpace),
        is_smoothed=bool(image.get("/Interpolate", False)),
        has_mask="/SMask" in image,
    )


def alternatives(data: bytes) -> list[str]:
    """The alternative texts of the figures in the structure tree, in order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.Alt) for one in _elements(pdf.Root.StructTreeRoot) if one.S == "/Figure"]


def tag_names(data: bytes) -> list[str]:
    """The names of all elements of the structure tree, in order."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [str(one.S) for one in _elements(pdf.Root.StructTreeRoot)]


def _elements(node: pikepdf.Object) -> list[pikepdf.Object]:
    found = [node] if "/S" in node else []
    children = node.get("/K", pikepdf.Array())
    below = list(children) if isinstance(children, pikepdf.Array) else [children]
    for child in below:
        if isinstance(child, pikepdf.Dictionary) and child.get("/Type") != "/OBJR":
            found.extend(_elements(child))
    return found
