"""Which lines end in a word that goes on, with a hyphen that was put in or that is its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_DIVIDED: Final = "casedoc_divided"
"""Attribute of a line's layout whose last word goes on: whether its hyphen was put in."""
_SPACE: Final = re.compile(r"\s")
_LETTERS: Final = re.compile(r"^\W+|\W+$")
_MOST_IN_A_ROW: Final = 2
"""Lines in a row that may end in a hyphen."""


def note_divisions() -> None:
    """Let WeasyPrint note at each line whether its last word goes on; once a process."""
    from weasyprint.layout import inline

    split: Callable[..., Any] | None = getattr(inline, "split_first_line", None)
    if split is None or getattr(split, _DIVIDED, False):
        return

    def noting(text: str, style: Any, *more: Any, **named: Any) -> Any:  # noqa: ANN401
        layout, length, resume_at, *rest = split(text, style, *more, **named)
        told = layout.text.encode()
        if length < len(told):
            setattr(layout, _DIVIDED, True)
        elif resume_at is not None and not text.encode()[:resume_at][-1:].isspace():
            setattr(layout, _DIVIDED, False)
        return (layout, length, resume_at, *rest)

    setattr(noting, _DIVIDED, True)
    inline.split_first_line = noting


def ladders(document: Any) -> frozenset[str]:  # noqa: ANN401 - WeasyPrint has no types
    """Return the words to keep whole so that no three lines in a row end in a hyphen."""
    found: set[str] = set()
    for lines in blocks_of(document):
        row: list[int] = []
        for at, line in enumerate(lines):
            row = [*row, at] if goes_on(line) is not None else []
            if len(row) > _MOST_IN_A_ROW:
                # A hyphen of the author's own stays: then one before it goes.
                ours = [one for one in row if goes_on(lines[one])]
                found |= {_word(lines, ours[-1])} if ours else set()
                row = []
    return frozenset(found)


def _word(lines: Sequence[Sequence[Any]], at: int) -> str:
    """Return the word that a line ends in the middle of, without what stands around it."""
    rest, _count, _parts = rest_of(lines[at + 1 :])
    begun = _SPACE.split(lines[at][-1].text)[-1][:-1]
    # Some words take more than two lines.
    while at and not any(_SPACE.search(box.text) for box in lines[at]):
        at -= 1
        is_inserted = goes_on(lines[at])
        if is_inserted is None:
            break
        before = _SPACE.split(lines[at][-1].text)[-1]
        begun = (before[:-1] if is_inserted else before) + begun
    return _LETTERS.sub("", begun + rest)


def blocks_of(document: Any) -> Iterable[list[list[Any]]]:  # noqa: ANN401
    """Return the lines of each block as the text boxes on them; one block may span pages."""
    blocks: dict[Any, list[list[Any]]] = {}
    for page in document.pages:
        _gather(page._page_box, None, blocks)
    return blocks.values()


def goes_on(line: Sequence[Any]) -> bool | None:
    """Tell whether the hyphen that ends a line was put in; none if its last word ends there."""
    return getattr(line[-1].pango_layout, _DIVIDED, None) if line else None


def rest_of(lines: Sequence[Sequence[Any]]) -> tuple[str, int, dict[Any, int]]:
    """Return what a word goes on with.

    Args:
        lines: The lines after the one it begins on.

    Returns:
        Its rest, the number of lines it takes, and how many characters of each box are a part.
    """
    parts: dict[Any, int] = {}
    rest = ""
    for count, line in enumerate(lines, 1):
        for box in line:
            word = _SPACE.split(box.text, maxsplit=1)[0]
            if word:
                parts[box] = len(word)
            rest += word
            if len(word) < len(box.text):
                return rest, count, parts
        is_inserted = goes_on(line)
        if is_inserted is None:
            return rest, count, parts
        rest = rest[:-1] if is_inserted else rest
    return rest, len(lines), parts


def _gather(box: Any, line: list[Any] | None, blocks: dict[Any, list[list[Any]]]) -> None:  # noqa: ANN401
    """Gather the text boxes of all lines, by the element whose lines they are."""
    for placed in getattr(box, "children", ()):
        child = getattr(placed, "_box", placed)
        name = type(child).__name__
        if name == "TextBox":
            if line is not None:
                line.append(child)
        elif name == "LineBox":
            own: list[Any] = []
            _gather(child, own, blocks)
            blocks.setdefault(child.element, []).append(own)
        elif name != "MarginBox":
            _gather(child, line if name == "InlineBox" else None, blocks)
