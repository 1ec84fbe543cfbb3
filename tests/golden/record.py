"""Words and shapes of a print as text, one line each, and what differs between two such records.

The words of a print must be the same, in the same order. Their boxes, and those of the shapes, may
be off by `MOST_PT`: another version of the text engine rounds otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

from tests.pages.printed import PrintedPage, Shape, Word

MOST_PT = 0.3
"""How far a box may be from where it was."""
_STEP = 0.05
"""What rounding to a tenth may hide on either side."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word or a shape of a record."""

    what: str
    """A word as it is printed, or the kind of a shape."""
    style: str
    """Size, font and colour, or the colour of a shape."""
    box: tuple[float, float, float, float]
    """Left, top, right, bottom."""

    def moved_to(self, other: Entry) -> bool:
        """Tell whether the other one stands elsewhere."""
        far = MOST_PT + _STEP
        return any(abs(a - b) > far for a, b in zip(self.box, other.box, strict=True))


@dataclass(frozen=True, slots=True)
class Record:
    """A print as it is compared."""

    head: tuple[str, ...]
    """Setting, warnings, parts."""
    pages: tuple[tuple[tuple[Entry, ...], tuple[Entry, ...]], ...]
    """Words and shapes of each page."""


def write_record(head: Sequence[str], pages: Sequence[PrintedPage]) -> str:
    """Return a record as text."""
    lines = [f"head\t{line}" for line in head]
    for page in pages:
        lines.append(f"page\t{page.number}\t{page.width:.1f} × {page.height:.1f} pt")
        lines.extend(_text_lines(page.words))
        lines.extend(_shape_line(shape) for shape in page.shapes)
    return "".join(f"{line}\n" for line in lines)


def _text_lines(words: Sequence[Word]) -> Iterator[str]:
    """Yield one line for neighbours in one style: the words of a line share all but their ends."""
    for same, group in groupby(words, _same):
        ends = (f"{word.box.left:.1f} {word.box.right:.1f} {word.text}" for word in group)
        yield "\t".join((same, *ends))


def _same(word: Word) -> str:
    style = f"{word.size:.2f} {word.font} {_hex(word.colour)}"
    return f"text\t{word.box.top:.1f} {word.box.bottom:.1f}\t{style}"


def _shape_line(shape: Shape) -> str:
    box = shape.box
    ends = f"{box.left:.1f} {box.top:.1f} {box.right:.1f} {box.bottom:.1f}"
    return f"shape\t{shape.kind}\t{_hex(shape.colour)}\t{ends}"


def _hex(colour: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)


def read_record(text: str) -> Record:
    """Read a record."""
    head: list[str] = []
    pages: list[tuple[list[Entry], list[Entry]]] = []
    for line in text.split("\n")[:-1]:
        kind, *fields = line.split("\t")
        if kind == "head":
            head.append(fields[0])
        elif kind == "page":
            pages.append(([Entry("page", fields[1], (0, 0, 0, 0))], []))
        elif kind == "text":
            top, bottom = fields[0].split()
            for word in fields[2:]:
                left, right, what = word.split(" ", 2)
                pages[-1][0].append(Entry(what, fields[1], _box(left, top, right, bottom)))
        else:
            pages[-1][1].append(Entry(fields[0], fields[1], _box(*fields[2].split())))
    return Record(tuple(head), tuple((tuple(words), tuple(shapes)) for words, shapes in pages))


def _box(left: str, top: str, right: str, bottom: str) -> tuple[float, float, float, float]:
    return float(left), float(top), float(right), float(bottom)


def differences(before: str, after: str) -> list[str]:
    """Return what differs, the count of pages first."""
    old, new = read_record(before), read_record(after)
    found = []
    if len(old.pages) != len(new.pages):
        found.append(f"{len(new.pages)} pages, not {len(old.pages)}")
    found += [f"now `{line}`" for line in new.head if line not in old.head]
    found += [f"no longer `{line}`" for line in old.head if line not in new.head]
    for number, (was, now) in enumerate(zip(old.pages, new.pages, strict=False), 1):
        for some_old, some_new in zip(was, now, strict=True):
            found += [f"page {number}: {one}" for one in _between(some_old, some_new)]
    return found


def _between(old: Sequence[Entry], new: Sequence[Entry]) -> Iterator[str]:
    matcher = SequenceMatcher(
        None, [one.what for one in old], [one.what for one in new], autojunk=False
    )
    for tag, low, high, start, end in matcher.get_opcodes():
        if tag != "equal":
            gone, come = (" ".join(e.what for e in es) for es in (old[low:high], new[start:end]))
            yield f"`{gone}` is gone" if not come else f"`{come}` in place of `{gone}`"
            continue
        for one, other in zip(old[low:high], new[start:end], strict=True):
            if one.moved_to(other):
                yield f"`{one.what}` moved from {_place(one)} to {_place(other)}"
            if one.style != other.style:
                yield f"`{one.what}` is {other.style}, not {one.style}"


def _place(entry: Entry) -> str:
    left, top, right, bottom = entry.box
    return f"{left:.1f}–{right:.1f}, {top:.1f}–{bottom:.1f}"
