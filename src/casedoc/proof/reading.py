"""What the pages of a PDF show, read back from the file itself: text with its place, and pictures.

A file that was just read is not read again: the proof and the search for names look at the same.

*Source:* ISO 32000-1, 8.3 (coordinates), 9.4 (text), 9.10 (what glyphs mean), 14.6 (marks).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias

from casedoc.proof.findings import Box, entry
from casedoc.proof.glyphs import GlyphTable, glyph_table
from casedoc.proof.strings import strings_of

if TYPE_CHECKING:
    import pikepdf

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_PAINTING: Final = frozenset({"TJ", "Tj", "'", '"', "Do", "f", "F", "f*", "S", "s", "B", "b", "sh"})
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)
_ASCENT_EM: Final = 0.66
_DESCENT_EM: Final = 0.1
"""What of a line is ink, roughly: capitals above the baseline, and most of what hangs below."""


class Run(NamedTuple):
    """A stretch of text that is painted at once."""

    mark: int | None
    """MCID of the content it belongs to; none where it is in no element."""
    text: str
    """What its glyphs mean."""
    font: str
    """Name of its font in the file, such as `/ABCDEF+CD-Sans`."""
    size: float
    """Size in points."""
    box: Box
    """Where its ink is, spaces left out."""
    missing: int
    """Number of glyphs that stand for a character which the font does not have."""


class Picture(NamedTuple):
    """An image of pixels."""

    mark: int | None
    """As in `Run`."""
    box: Box
    """Where it is."""
    pixels: tuple[int, int]
    """Width and height."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, as it was read back."""

    number: int
    """Its number, from 1."""
    box: Box
    """The trimmed sheet."""
    runs: tuple[Run, ...]
    """All text, in the order of the file."""
    pictures: tuple[Picture, ...]
    """All images of pixels."""
    marks: tuple[int, ...]
    """MCIDs in the order of the file."""
    is_bare: bool
    """Whether something is painted that is neither in an element nor an artifact."""
    beside: tuple[str, ...]
    """Strings and names in the marks, each once; numbers of content are none."""


_last: list[tuple[bytes, tuple[Sheet, ...]]] = []
"""The file that was read last, and its pages."""


def read_sheets(pdf: pikepdf.Pdf, data: bytes) -> tuple[Sheet, ...]:
    """Read all pages of a file.

    Args:
        pdf: The file.
        data: All of it.
    """
    if _last and _last[0][0] is data:
        return _last[0][1]
    tables: dict[tuple[int, int], GlyphTable] = {}
    sheets = tuple(
        _Reader(page, number, tables).read() for number, page in enumerate(pdf.pages, start=1)
    )
    _last[:] = [(data, sheets)]
    return sheets


class _Reader:
    """Follows the operators of one page."""

    def __init__(
        self, page: pikepdf.Page, number: int, tables: dict[tuple[int, int], GlyphTable]
    ) -> None:
        self._page, self._number = page, number
        self._fonts: dict[str, tuple[str, GlyphTable]] = {}
        for name, font in (entry(page.resources, "/Font") or {}).items():
            if font.objgen not in tables:
                tables[font.objgen] = glyph_table(font)
            self._fonts[name] = (str(font.get("/BaseFont", "")), tables[font.objgen])
        self._objects = entry(page.resources, "/XObject") or {}
        self._matrix: Matrix = _IDENTITY
        self._kept: list[Matrix] = []
        self._text: Matrix = _IDENTITY
        self._font, self._table, self._size = "", GlyphTable({}, {}, 0), 0.0
        self._open: list[int | None] = []
        self._runs: list[Run] = []
        self._pictures: list[Picture] = []
        self._marks: list[int] = []
        self._is_bare = False
        self._beside: dict[str, None] = {}
        self._tags: set[str] = set()
        self._steps = {
            "q": self._save,
            "Q": self._restore,
            "cm": self._concatenate,
            "BMC": self._begin_marked,
            "BDC": self._begin_marked,
            "DP": self._note,
            "EMC": self._end_marked,
            "BT": self._begin_text,
            "Tm": self._place_text,
            "Tf": self._set_font,
            "TJ": self._show,
            "Tj": self._show,
            "Do": self._paint,
        }

    def read(self) -> Sheet:
        """Follow all of them."""
        import pikepdf

        for instruction in pikepdf.parse_content_stream(self._page):
            name = str(instruction.operator)
            if name in _PAINTING and not self._open:
                self._is_bare = True
            step = self._steps.get(name)
            if step is not None:
                step(instruction.operands)
        left, bottom, right, top = (float(edge) for edge in self._page.trimbox)
        return Sheet(
            number=self._number,
            box=Box(left, bottom, right, top),
            runs=tuple(self._runs),
            pictures=tuple(self._pictures),
            marks=tuple(self._marks),
            is_bare=self._is_bare,
            beside=tuple(self._beside),
        )

    def _save(self, _operands: Any) -> None:  # noqa: ANN401 - pikepdf has one type for all objects
        self._kept.append(self._matrix)

    def _restore(self, _operands: Any) -> None:  # noqa: ANN401
        if self._kept:
            self._matrix = self._kept.pop()

    def _concatenate(self, operands: Any) -> None:  # noqa: ANN401
        self._matrix = _times(_matrix(operands), self._matrix)

    def _note(self, operands: Any) -> None:  # noqa: ANN401
        """Note what a mark says, in whatever way it is written."""
        import pikepdf

        for one in operands:
            # Most marks have one of a few names, and bear a number and nothing else.
            if isinstance(one, pikepdf.Name):
                if str(one) in self._tags:
                    continue
                self._tags.add(str(one))
            elif isinstance(one, pikepdf.Dictionary) and set(one.keys()) == {"/MCID"}:
                continue
            self._beside.update(dict.fromkeys(strings_of(one)))

    def _begin_marked(self, operands: Any) -> None:  # noqa: ANN401
        self._note(operands)
        mcid = entry(operands[1], "/MCID") if len(operands) > 1 else None
        is_artifact = len(operands) > 0 and str(operands[0]) == "/Artifact"
        is_inside = self._open and not is_artifact
        inherited = self._open[-1] if is_inside else None
        self._open.append(inherited if mcid is None else int(mcid))
        if mcid is not None:
            self._marks.append(int(mcid))

    def _end_marked(self, _operands: Any) -> None:  # noqa: ANN401
        if self._open:
            self._open.pop()

    def _begin_text(self, _operands: Any) -> None:  # noqa: ANN401
        self._text = _IDENTITY

    def _place_text(self, operands: Any) -> None:  # noqa: ANN401
        self._text = _matrix(operands)

    def _set_font(self, operands: Any) -> None:  # noqa: ANN401
        self._font, self._table = self._fonts.get(str(operands[0]), ("", GlyphTable({}, {}, 0)))
        self._size = float(operands[1])

    def _show(self, operands: Any) -> None:  # noqa: ANN401
        """Take a stretch of text, and go on behind it."""
        shown = operands[0]
        parts = shown if hasattr(shown, "append") else [shown]
        first = last = None
        missing = 0
        at = 0.0
        characters: list[str] = []
        for part in parts:
            if isinstance(part, (int, float)) or not hasattr(part, "__bytes__"):
                at -= float(part) / 1000
                continue
            data = bytes(part)
            for start in range(0, len(data) - 1, 2):
                code = data[start] << 8 | data[start + 1]
                character = self._table.meanings.get(code, "\ufffd")
                width = self._table.widths.get(code, self._table.usual_width) / 1000
                missing += not code
                if not character.isspace():
                    first = at if first is None else first
                    last = at + width
                characters.append(character)
                at += width
        self._take("".join(characters), first or 0.0, last or 0.0, missing)
        a, b, c, d, e, f = self._text
        self._text = (a, b, c, d, e + at * self._size * a, f + at * self._size * b)

    def _take(self, text: str, first: float, last: float, missing: int) -> None:
        matrix = _times(self._text, self._matrix)
        corners = [
            _point(matrix, x * self._size, y * self._size)
            for x in (first, last)
            for y in (-_DESCENT_EM, _ASCENT_EM)
        ]
        scale = (matrix[2] ** 2 + matrix[3] ** 2) ** 0.5
        mark = self._open[-1] if self._open else None
        box = Box.around(corners)
        self._runs.append(Run(mark, text, self._font, self._size * scale, box, missing))

    def _paint(self, operands: Any) -> None:  # noqa: ANN401
        image = self._objects.get(str(operands[0]))
        if image is None or image.get("/Subtype") != "/Image":
            return
        corners = [_point(self._matrix, x, y) for x in (0, 1) for y in (0, 1)]
        mark = self._open[-1] if self._open else None
        pixels = (int(image.Width), int(image.Height))
        self._pictures.append(Picture(mark, Box.around(corners), pixels))


def _matrix(operands: Any) -> Matrix:  # noqa: ANN401
    a, b, c, d, e, f = (float(number) for number in operands)
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    """Return what applies one after the other."""
    a, b, c, d, e, f = inner
    k, l, m, n, o, p = outer  # noqa: E741 - the letters of the standard's formula go on
    return (
        a * k + b * m,
        a * l + b * n,
        c * k + d * m,
        c * l + d * n,
        e * k + f * m + o,
        e * l + f * n + p,
    )


def _point(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return x * a + y * c + e, x * b + y * d + f
