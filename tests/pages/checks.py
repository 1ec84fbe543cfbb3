"""What a designer would check on a printed page, by its words, its shapes and its picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

from PIL import Image
from tests.pages.printed import MM, Box, Colour, PrintedPage, Word

DPI = 144
"""Of the pictures in which the ground of a word is looked up."""
LEAST_CONTRAST = 4.5
"""WCAG 2.2, 1.4.3 (AA)."""
LEAST_ON_PAPER = 7.0
"""On white and on tint no text is paler than this (DESIGN section 5)."""
LEAST_SIZE = 7.8
LEAST_BODY = 8.7
NEAR_MISS_MM = 1.0
"""Baselines of large words that are closer than this were meant to be one."""
SAME_MM = 0.1
STEPS_OF_LINE = 4
"""Vertical distances are multiples of a quarter of a line."""
_DARK = 0.4
_RAISED_CHARACTERS = 4
LEAST_LARGE = 14.0
"""Titles, heads and figures; a large body has 12.8."""
SIMILAR = 1.7
"""How much larger the largest word of a row is: a figure of 24 pt beside a title of 16.5 pt."""
_COLOURED = 40
_WIDE_MM = 30
_PICTURE_MM = 2
_MOST_COLUMNS = 3
_SHORTEST_LINE = 8
_LEAST_STEPS = 2


def luminance(colour: Colour) -> float:
    """Relative luminance, by WCAG 2.2."""
    red, green, blue = (_linear(channel / 255) for channel in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def contrast(one: Colour, other: Colour) -> float:
    """Ratio of contrast, by WCAG 2.2: 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ground(picture: Image.Image, box: Box) -> Colour:
    """The colour that a word stands on: the most frequent one around its letters."""
    scale = DPI / 72
    edges = (box.left - 1, box.top, box.right + 1, box.bottom)
    left, top, right, bottom = (round(edge * scale) for edge in edges)
    around = picture.crop((left, top, right, bottom))
    counted = around.getcolors(around.width * around.height) or []
    return max(counted)[1]  # type: ignore[return-value]


def pale_words(page: PrintedPage, picture: Image.Image) -> list[str]:
    """Words that stand out too little from what they stand on."""
    found = []
    for word in page.words:
        under = ground(picture, word.box)
        least = LEAST_CONTRAST if luminance(under) < _DARK else LEAST_ON_PAPER
        reached = contrast(word.colour, under)
        if reached < least:
            found.append(f"{word.text!r}: {reached:.1f} on {under}")
    return found


def small_words(page: PrintedPage) -> list[str]:
    """Words below the smallest size; raised and lowered marks are none."""
    return [
        f"{word.text!r}: {word.size} pt"
        for word in page.words
        if word.size < LEAST_SIZE - 0.01 and not _is_raised(word, page.words)
    ]


def _is_raised(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a word is a short mark on the line of a larger one."""
    return len(word.text) <= _RAISED_CHARACTERS and any(
        other.size > word.size
        and other.box.top <= word.box.bottom
        and word.box.top <= other.box.bottom
        and abs(other.baseline - word.baseline) > SAME_MM
        for other in words
    )


def body_size(pages: Iterable[PrintedPage]) -> float:
    """The size that most letters have, small text and leads aside."""
    letters: Counter[float] = Counter()
    for page in pages:
        for word in page.words:
            if LEAST_BODY - 0.01 <= word.size < LEAST_LARGE:
                letters[word.size] += len(word.text)
    return letters.most_common(1)[0][0]


def near_misses(page: PrintedPage) -> list[str]:
    """Large words side by side, of similar sizes, whose baselines almost agree."""
    large = [
        word for word in page.words if word.size >= LEAST_LARGE and not _is_unit(word, page.words)
    ]
    return [
        f"{one.text!r} and {other.text!r}: {abs(one.baseline - other.baseline) / MM:.2f} mm"
        for one, other in combinations(large, 2)
        if SAME_MM < abs(one.baseline - other.baseline) / MM < NEAR_MISS_MM
        and (one.box.right < other.box.left or other.box.right < one.box.left)
        and max(one.size, other.size) < SIMILAR * min(one.size, other.size)
    ]


def _is_unit(word: Word, words: Sequence[Word]) -> bool:
    """Tell whether a word belongs to a larger figure before it."""
    return any(
        other.size > word.size
        and abs(other.baseline - word.baseline) < SAME_MM
        and 0 <= word.box.left - other.box.right < word.size
        for other in words
    )


@dataclass(frozen=True, slots=True)
class Line:
    """A line of running text."""

    left: float
    baseline: float
    text: str


def body_lines(page: PrintedPage, size: float) -> list[Line]:
    """The lines of running text: words of the body's size, by column and from the top."""
    rows: dict[tuple[float, float], list[Word]] = {}
    order = sorted(
        (word for word in page.words if word.size == size),
        key=lambda word: (round(word.baseline, 1), word.box.left),
    )
    before: Word | None = None
    key = (0.0, 0.0)
    for word in order:
        if before is None or _parts_from(before, word):
            key = (word.box.left, word.baseline)
        rows.setdefault(key, []).append(word)
        before = word
    lines = [
        Line(left, baseline, " ".join(word.text for word in words))
        for (left, baseline), words in rows.items()
    ]
    # Folios and cells are short; what stands beside so much else is a row of a table.
    beside = Counter(round(line.baseline, 1) for line in lines)
    return [
        line
        for line in lines
        if len(line.text) >= _SHORTEST_LINE and beside[round(line.baseline, 1)] <= _MOST_COLUMNS
    ]


def _parts_from(before: Word, word: Word) -> bool:
    is_same_line = abs(before.baseline - word.baseline) < SAME_MM
    return not is_same_line or word.box.left - before.box.right > 4 * MM


def line_height(pages: Iterable[Sequence[Line]], size: float) -> float | None:
    """The distance of neighbouring lines of one paragraph, or none where there is none.

    It is the smallest distance between lines of one left edge that comes more than once and is no
    less than the size of the text.
    """
    steps = sorted(step for lines in pages for step in _steps(lines) if step >= size)
    counted = Counter(round(step, 1) for step in steps)
    usual = next((step for step in steps if counted[round(step, 1)] >= _LEAST_STEPS), None)
    return median(step for step in steps if abs(step - usual) < SAME_MM) if usual else None


def _steps(lines: Sequence[Line]) -> Iterator[float]:
    columns: dict[int, list[Line]] = {}
    for line in lines:
        columns.setdefault(round(line.left), []).append(line)
    for column in columns.values():
        ordered = sorted(column, key=lambda line: line.baseline)
        yield from (other.baseline - one.baseline for one, other in pairwise(ordered))


def below_the_figures(page: PrintedPage) -> float:
    """Where the panel of the large figures ends: at the next edge below the last of them."""
    figures = [
        word.baseline
        for word in page.words
        if word.size >= LEAST_LARGE and max(word.colour) - min(word.colour) > _COLOURED
    ]
    last = max(figures, default=0.0)
    edges = [shape.box.bottom for shape in page.shapes if shape.box.width > _WIDE_MM * MM]
    return min((edge for edge in edges if edge > last), default=last) if figures else 0.0


def off_the_grid(lines: Sequence[Line], height: float, among: int = STEPS_OF_LINE) -> list[str]:
    """Lines whose distance to the first one is no multiple of a part of the line height."""
    step = height / among
    found = []
    for line in lines[1:]:
        off = (line.baseline - lines[0].baseline) / step
        rest = abs(off - round(off)) * step / MM
        if rest > SAME_MM:
            found.append(f"{line.text[:40]!r}: {rest:.2f} mm off")
    return found


def at_the_edge(page: PrintedPage, least_mm: float) -> list[str]:
    """Whatever is printed nearer to the edge of the paper than so many millimetres."""
    least = least_mm * MM
    things = [(word.text, word.ink) for word in page.words]
    things += [(shape.kind, shape.box) for shape in page.shapes]
    return [
        f"{name!r}: {box}"
        for name, box in things
        if box.left < least - 0.1
        or box.top < least - 0.1
        or box.right > page.width - least + 0.1
        or box.bottom > page.height - least + 0.1
    ]


def has_picture(page: PrintedPage) -> bool:
    """Tell whether something is drawn whose height is not that of lines."""
    return any(
        shape.kind in {"image", "drawing"} and shape.box.height > _PICTURE_MM * MM
        for shape in page.shapes
    )


def line_widths(page: PrintedPage) -> set[float]:
    """The thickness of each line across a page, in points; the strokes of pictures are shorter."""
    return {
        round(shape.thickness, 2)
        for shape in page.shapes
        if shape.kind == "rule" and shape.box.width > _WIDE_MM * MM
    }
