"""Whether all is where it can be read: on the sheet, in the type area, not over other text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code
from casedoc.picture.picture import LEAST_DPI
from casedoc.proof.findings import OURS, TEMPLATE, Box, Finding

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from casedoc.base.span import Span
    from casedoc.proof.reading import Run, Sheet
    from casedoc.proof.text import Content

LEAST_SIZE: Final = 7.8
"""Points; nothing is set smaller but raised and lowered marks."""
_TOLERANCE: Final = 1.2
"""Points."""
_OUTDENT_EM: Final = 0.1
"""Large figures move out of their column by the space left of their ink."""
_TRACKING_EM: Final = 0.06
"""Display type is set closer than its glyphs are wide."""
_RAISED_CHARACTERS: Final = 4
_HALF: Final = 0.5
_ROUNDED: Final = 0.99
_POINTS_PER_INCH: Final = 72
_SHOWN: Final = 40


def geometry_faults(
    sheets: Sequence[Sheet],
    areas: Sequence[Box],
    spans: Mapping[Content, Span],
    pictured: Collection[Content],
) -> Iterator[Finding]:
    """Yield what stands in a wrong place, or can't be read.

    Args:
        sheets: All pages.
        areas: Their type areas; none where they are not known.
        spans: Where content comes from.
        pictured: Content of pictures, whose letters are theirs.
    """
    for sheet in sheets:
        runs = [
            run
            for run in sheet.runs
            if run.text.strip() and (sheet.number - 1, run.mark) not in pictured
        ]
        area = areas[sheet.number - 1] if sheet.number <= len(areas) else None
        for run in runs:
            place = _place(spans, sheet, run.mark)
            for code, message, is_error in _of_run(run, sheet, area, runs):
                hint = OURS if is_error else TEMPLATE
                yield Finding(code, message, hint, sheet.number, is_error, place, run.box)
        yield from _overlaps(sheet, runs, spans)
        yield from _coarse(sheet, spans)


def _place(spans: Mapping[Content, Span], sheet: Sheet, mark: int | None) -> Span | None:
    """Return where content comes from, as far as it is known; the first mark of a page is 0."""
    return None if mark is None else spans.get((sheet.number - 1, mark))


def _of_run(
    run: Run, sheet: Sheet, area: Box | None, runs: Sequence[Run]
) -> Iterator[tuple[Code, str, bool]]:
    """Yield code and message of each fault of a stretch of text, and whether it is an error."""
    words = " ".join(run.text.split())[:_SHOWN]
    if run.missing:
        message = f"{run.missing} characters of `{words}` are in no font"
        yield Code.GLYPH_MISSING, message, True
    if not sheet.box.holds(run.box):
        yield Code.PROOF_GEOMETRY, f"`{words}` stands off the page", True
    elif run.mark is not None and area is not None:
        outdent = _OUTDENT_EM * run.size
        beside = run.box.left < area.left - _TOLERANCE - outdent
        if beside or run.box.right > area.right + _TOLERANCE or not _reaches(area, run.box):
            message = f"`{words}` stands outside the type area"
            yield Code.OUTSIDE_AREA, message, False
    if run.size < LEAST_SIZE - 0.01 and not _is_raised(run, runs):
        message = f"`{words}` is set in {run.size:.1f} pt; the least is {LEAST_SIZE} pt"
        yield Code.PROOF_GEOMETRY, message, False


def _reaches(area: Box, box: Box) -> bool:
    """Tell whether the height of an area holds a box, what hangs below its lines left aside."""
    return area.bottom - _TOLERANCE <= box.bottom and box.top <= area.top + _TOLERANCE


def _is_raised(run: Run, runs: Sequence[Run]) -> bool:
    """Tell whether a stretch is a short mark on the line of a larger one."""
    return len(run.text.strip()) <= _RAISED_CHARACTERS and any(
        other.size > run.size
        and other.box.bottom - other.size / 2 <= run.box.top
        and run.box.bottom <= other.box.top + other.size / 2
        for other in runs
    )


def _overlaps(
    sheet: Sheet, runs: Sequence[Run], spans: Mapping[Content, Span]
) -> Iterator[Finding]:
    """Yield pairs of which one stands over the other; an error where it can't be read any more."""
    ordered = sorted(runs, key=lambda one: one.box.bottom)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.box.bottom > one.box.top:
                break
            covered = _covered(one, other)
            if covered:
                words = [" ".join(run.text.split())[:_SHOWN] for run in (one, other)]
                place = _place(spans, sheet, other.mark) or _place(spans, sheet, one.mark)
                yield Finding(
                    Code.PROOF_GEOMETRY,
                    f"`{words[0]}` and `{words[1]}` stand over one another",
                    TEMPLATE,
                    sheet.number,
                    is_error=covered > _HALF,
                    span=place,
                    box=Box.over((one.box, other.box)),
                )


def _covered(run: Run, other_run: Run) -> float:
    """Return how much of the smaller one the other one covers; nothing where they only touch."""
    one, other = run.box, other_run.box
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.top, other.top) - max(one.bottom, other.bottom)
    tracking = _TRACKING_EM * max(run.size, other_run.size)
    if width <= _TOLERANCE + tracking or height <= _TOLERANCE:
        return 0.0
    sizes = ((box.right - box.left) * (box.top - box.bottom) for box in (one, other))
    return width * height / min(sizes)


def _coarse(sheet: Sheet, spans: Mapping[Content, Span]) -> Iterator[Finding]:
    """Yield pictures with too few pixels."""
    for picture in sheet.pictures:
        width, height = picture.pixels
        box = picture.box
        across, up = box.right - box.left, box.top - box.bottom
        dpi = _POINTS_PER_INCH * min(width / across, height / up) if across and up else LEAST_DPI
        if dpi < LEAST_DPI * _ROUNDED:
            place = _place(spans, sheet, picture.mark)
            message = f"an image has only {dpi:.0f} dpi"
            hint = "give it more pixels, or print it smaller"
            yield Finding(
                Code.IMAGE_COARSE, message, hint, sheet.number, is_error=False, span=place, box=box
            )
