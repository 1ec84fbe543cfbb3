"""How large a one-pager is set: the largest setting at which it fills one page (DESIGN section 9).

An estimate from the text picks the first setting; what the layout measures corrects the estimate.
*Why* not by halves: a layout costs a tenth of a second, an estimate next to nothing, and it is
right to two or three percent.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, TypeAlias

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.build.estimate import HeightEstimate
from casedoc.build.fitted import Fitted
from casedoc.markup.one_pager import sections_around
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.markup.table import has_room
from casedoc.source.element import Kind, plain_text
from casedoc.view.study import FlowPart, SectionView, StepsPart

if TYPE_CHECKING:
    from casedoc.markup.theme import Theme
    from casedoc.source.element import Element
    from casedoc.view.one_pager import OnePagerView

MOST_LAYOUTS: Final = 4
"""Layouts that a fit may take."""
WELL_FILLED: Final = 0.90
"""Share of a page from which on no larger setting is tried."""
STEPS: Final = (
    *(FitSetting(level, PageArrangement.POSTER) for level in (4, 3, 2, 1, 0, -1, -2)),
    *(FitSetting(level) for level in (3, 2, 1, 0, -1, -2, -3)),
    *(FitSetting(level, PageArrangement.DENSE) for level in (-2, -3)),
    *(FitSetting(level, PageArrangement.COLUMNS) for level in range(2, -8, -1)),
)
"""All settings, the most comfortable first; the last is the floor."""
_RUN_ON: Final = (
    FitSetting(0),
    *(FitSetting(level, PageArrangement.COLUMNS) for level in (2, 1, 0, -1, -2)),
)
"""How a text is set that needs several pages: the first of these that needs the fewest."""
_HOPELESS: Final = 1.12
"""Pages that a text is guessed to fill at the floor and from which on it is not tried there."""
_LEAST_RATIO: Final = 0.5
_LEAST_LAST: Final = 0.12
"""Share of a last page below which a smaller setting is tried that saves it."""

LayOut: TypeAlias = Callable[[FitSetting], Outcome[Fitted]]
"""Lays a document out at a setting."""


def fit_one_pager(
    view: OnePagerView, theme: Theme, lay_out: LayOut, *, strict: bool
) -> Outcome[Fitted]:
    """Find the best setting of a one-pager.

    Args:
        view: What is printed.
        theme: How it looks.
        lay_out: Lays it out at a setting.
        strict: Whether a text that runs on to a second page is an error.

    Returns:
        The fitted document; none where it can't be laid out, or is too long and that is an error.
        `TEXT_TOO_LONG` where it needs more than its page at the floor.
    """
    search = _Search(HeightEstimate(view, theme), lay_out, _steps_for(view, theme))
    failed = search.run()
    if failed is not None:
        return failed
    return _without_ladders(search, search.best) if search.best else _run_on(search, strict=strict)


def _steps_for(view: OnePagerView, theme: Theme) -> tuple[FitSetting, ...]:
    """Return the settings for a study: no narrow columns for a wide table."""
    before, after = sections_around(view.study, is_split=False)
    blocks = (block for section in (*before, *after) for block in _blocks(section))
    tables = (one for block in blocks for one in block.walk() if one.kind is Kind.TABLE)
    if all(has_room(table, theme.fonts) for table in tables):
        return STEPS
    return tuple(one for one in STEPS if one.arrangement is not PageArrangement.COLUMNS)


def _blocks(section: SectionView) -> Iterator[Element]:
    """Yield the running blocks of a section and of those inside it."""
    for part in section.parts:
        if isinstance(part, FlowPart):
            yield from part.blocks
        elif isinstance(part, StepsPart):
            for step in part.steps:
                yield from step.blocks
        elif isinstance(part, SectionView):
            yield from _blocks(part)


@dataclass(slots=True)
class _Search:
    """Narrows down the steps between those that are too large and those that fit."""

    estimate: HeightEstimate
    lay_out: LayOut
    steps: tuple[FitSetting, ...]
    """The settings that are tried, the most comfortable first."""
    low: int = -1
    """The smallest step that is known to be too large."""
    high: int = field(init=False)
    """The largest step that is known to fit."""
    count: int = 0
    """Layouts made."""
    best: Outcome[Fitted] | None = None
    """The layout at `high`."""
    floor: Fitted | None = None
    """The layout at the floor, where it was too long even there."""
    _ratios: dict[PageArrangement, float] = field(default_factory=dict)
    """Measured by estimated height, by arrangement."""

    def __post_init__(self) -> None:
        """Begin with no step that is known to fit."""
        self.high = len(self.steps)

    def run(self) -> Outcome[Fitted] | None:
        """Search; return the outcome of a layout that could not be made."""
        last = len(self.steps) - 1
        while self.low + 1 < self.high and self.count < MOST_LAYOUTS:
            at = self._next()
            if at is None:
                return None
            if self.best is None and self.count == MOST_LAYOUTS - 2:
                # One layout is kept for running on: the floor alone shows that nothing fits.
                at = last
            outcome = self.lay_out(self.steps[at])
            self.count += 1
            if outcome.value is None:
                return outcome
            self._learn(at, outcome, outcome.value)
            if self.best is not None and outcome.value.fill >= WELL_FILLED and self.high == at:
                return None
        return None

    def pages(self, setting: FitSetting) -> float:
        """Return how many pages are expected, by all that is known."""
        known = self._ratios
        latest = next(reversed(known.values()), 1.0)
        return self.estimate.pages(setting) * known.get(setting.arrangement, latest)

    def _next(self) -> int | None:
        """Return the step to try, or none where trying more would not help."""
        between = range(self.low + 1, self.high)
        fitting = (at for at in between if self.pages(self.steps[at]) <= 1)
        found = next(fitting, None)
        if found is not None or self.best is not None:
            return found
        last = len(self.steps) - 1
        return last if self.low < last and self.pages(self.steps[last]) <= _HOPELESS else None

    def _learn(self, at: int, outcome: Outcome[Fitted], fitted: Fitted) -> None:
        setting = self.steps[at]
        ratio = fitted.height / self.estimate.pages(setting)
        self._ratios.pop(setting.arrangement, None)
        self._ratios[setting.arrangement] = max(_LEAST_RATIO, min(ratio, 1 / _LEAST_RATIO))
        if fitted.layout.measure.pages == 1:
            self.best, self.high = outcome, at
        else:
            self.low = at
            if at == len(self.steps) - 1:
                self.floor = fitted


def _run_on(search: _Search, *, strict: bool) -> Outcome[Fitted]:
    """Set a text that is too long on as few pages as the usual sizes need."""
    outcome = _without_ladders(search, _on_fewest_pages(search))
    if outcome.value is None:
        return outcome
    estimate, floor = search.estimate, search.steps[-1]
    over = (search.floor.height if search.floor else search.pages(floor)) - 1
    lines = max(1, math.ceil(over * estimate.lines_of_page(floor)))
    parts = sorted(estimate.sections(floor), key=lambda part: -part[1])[:3]
    told = ", ".join(
        f"`{plain_text(section.heading)}` ({_lines(count)})"
        for section, count in parts
        if section.heading
    )
    pages = outcome.value.layout.measure.pages
    message = f"about {_lines(lines)} too long for one page; it runs on to {pages} pages"
    hint = f"shorten the longest parts: {told}" if told else "shorten the text"
    place = outcome.value.page.spans.get(parts[0][0].anchor) if parts else None
    severity = Severity.ERROR if strict else None
    found = Diagnostic(Code.TEXT_TOO_LONG, message, place, hint, severity_override=severity)
    return Outcome(None if strict else outcome.value, (*outcome.diagnostics, found))


def _on_fewest_pages(search: _Search) -> Outcome[Fitted]:
    """Return the layout at the usual setting that needs the fewest pages, the last not bare."""
    usual = tuple(one for one in _RUN_ON if one in search.steps)
    chosen = min(usual, key=lambda one: math.ceil(search.pages(one)))
    outcome = search.lay_out(chosen)
    search.count += 1
    smaller = usual[usual.index(chosen) + 1 :]
    first = outcome.value
    if first is None or first.fill >= _LEAST_LAST:
        return outcome
    if not smaller or search.count >= MOST_LAYOUTS:
        return outcome
    other = search.lay_out(smaller[0])
    search.count += 1
    second = other.value
    saves_one = second and second.layout.measure.pages < first.layout.measure.pages
    return other if saves_one else outcome


def _without_ladders(search: _Search, outcome: Outcome[Fitted]) -> Outcome[Fitted]:
    """Set a text once more where three lines in a row end in a hyphen, if that takes no page."""
    fitted = outcome.value
    words = fitted.layout.ladders if fitted else frozenset()
    if fitted is None or not words or search.count >= MOST_LAYOUTS:
        return outcome
    other = search.lay_out(replace(fitted.setting, whole=words))
    is_as_short = other.value and other.value.layout.measure.pages <= fitted.layout.measure.pages
    return other if is_as_short else outcome


def _lines(count: float) -> str:
    whole = max(1, round(count))
    return f"{whole} line{'' if whole == 1 else 's'}"
