"""How large a document is set: the loop that asks for another layout.

*Why* here: `markup` takes a setting as plain data and `pdf` only measures; who tries again must
stand above both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import lay_out
from casedoc.source.element import plain_text
from casedoc.view.booklet import BookletView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.markup.page import HtmlPage
    from casedoc.markup.theme import Theme
    from casedoc.pdf.printing import Layout
    from casedoc.view.cv import CvView
    from casedoc.view.study import SectionView, StudyView

MOST_LAYOUTS: Final = 4
"""Layouts that a fit may take."""
WELL_FILLED: Final = 0.90
"""Share of a page from which on no larger size is tried."""

_LINE_MM: Final = {3: 5.0, 2: 4.85, 1: 4.65, 0: 4.5, -1: 4.4, -2: 4.3, -3: 4.2}
"""Height of a line at each level (DESIGN section 9)."""
_DENSE_SHARE: Final = 0.86
"""How much of its height a text needs when it is set dense, from the sample studies."""
_EXPONENT: Final = 1.75
"""Height of a text goes with the line height to this power (ENGINE, "Fit")."""
_HOPEFUL: Final = 1.1
"""Pages that a text may be guessed to fill and still be tried on one."""
_AREA_MM: Final = 256.5
"""Height of a one-pager's type area."""
_LADDER: Final = (
    *(FitSetting(level) for level in (3, 2, 1, 0, -1, -2, -3)),
    FitSetting(-2, dense=True),
    FitSetting(-3, dense=True),
)
"""From the largest setting to the floor."""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A document laid out as large as it can be."""

    page: HtmlPage
    """The page."""
    layout: Layout
    """Its layout."""
    setting: FitSetting
    """The setting that was chosen."""


def fit(
    view: OnePagerView | BookletView | CvView, theme: Theme, world: World, *, strict: bool
) -> Outcome[Fitted]:
    """Find the best setting for a document.

    Args:
        view: What is printed.
        theme: How it looks.
        world: The door to the disk.
        strict: Whether a one-pager that runs on to a second page is an error.

    Returns:
        The fitted document; none where it can't be laid out. `TEXT_TOO_LONG` where a one-pager
        needs more than its page at the smallest size.
    """
    trial = _Trial(view, theme, world)
    if isinstance(view, OnePagerView):
        return _fit_one_pager(trial, view.study, strict=strict)
    if isinstance(view, BookletView):
        return trial.at(FitSetting(theme.choice.booklet_level))
    return _fit_cv(trial)


class _Trial:
    """Lays one document out at one setting after the other, each at most once."""

    def __init__(
        self, view: OnePagerView | BookletView | CvView, theme: Theme, world: World
    ) -> None:
        self._view = view
        self._theme = theme
        self._world = world
        self._known: dict[FitSetting, Outcome[Fitted]] = {}

    @property
    def count(self) -> int:
        """Return how many layouts were made."""
        return len(self._known)

    def at(self, setting: FitSetting) -> Outcome[Fitted]:
        """Return the layout at a setting."""
        if setting not in self._known:
            self._known[setting] = self._make(setting)
        return self._known[setting]

    def _make(self, setting: FitSetting) -> Outcome[Fitted]:
        rendered = render_page(self._view, self._theme, setting, self._world)
        if rendered.value is None:
            return Outcome(None, rendered.diagnostics)
        laid_out = lay_out(rendered.value)
        if laid_out.value is None:
            return Outcome(None, (*rendered.diagnostics, *laid_out.diagnostics))
        fitted = Fitted(rendered.value, laid_out.value, setting)
        return Outcome(fitted, rendered.diagnostics)


def height_of(fitted: Fitted) -> float:
    """Return how much a document fills, in pages."""
    return fitted.layout.measure.pages - 1 + fitted.layout.measure.fill


def _share(setting: FitSetting) -> float:
    """Return how high a text is at a setting, against level 0."""
    share: float = (_LINE_MM[setting.level] / _LINE_MM[0]) ** _EXPONENT
    return share * (_DENSE_SHARE if setting.dense else 1)


def _fit_one_pager(trial: _Trial, study: StudyView, *, strict: bool) -> Outcome[Fitted]:
    """Search the ladder; above `low` nothing fits, from `high` on everything does."""
    low, high = -1, len(_LADDER)
    at = _LADDER.index(FitSetting(0))
    best: Outcome[Fitted] | None = None
    while low < at < high and trial.count < MOST_LAYOUTS:
        outcome = trial.at(_LADDER[at])
        if outcome.value is None:
            return outcome
        if outcome.value.layout.measure.pages == 1:
            best, high = outcome, at
            if outcome.value.layout.measure.fill >= WELL_FILLED:
                break
        else:
            low = at
        guess = _guess(height_of(outcome.value), _LADDER[at])
        if guess is None and best is None:
            break
        at = max(low + 1, min(guess if guess is not None else high - 1, high - 1))
    return best or _run_on(trial, study, strict=strict)


def _guess(height: float, setting: FitSetting) -> int | None:
    """Return the first step of the ladder at which a text should fit, or none."""
    at_zero = height / _share(setting)
    for step, candidate in enumerate(_LADDER):
        if at_zero * _share(candidate) <= 1:
            return step
    # A text that should just fail may still fit; one that is far too long will not.
    return len(_LADDER) - 1 if at_zero * _share(_LADDER[-1]) <= _HOPEFUL else None


def _run_on(trial: _Trial, study: StudyView, *, strict: bool) -> Outcome[Fitted]:
    """Set a text that is too long on as many pages as it needs, in the ordinary size."""
    outcome = trial.at(FitSetting(0))
    if outcome.value is None:
        return outcome
    over = height_of(outcome.value) * _share(_LADDER[-1]) - 1
    lines = max(1, math.ceil(over * _AREA_MM / _LINE_MM[_LADDER[-1].level]))
    pages = outcome.value.layout.measure.pages
    sections = sorted(_sections(study), key=lambda section: -section.length)[:3]
    names = ", ".join(f"`{plain_text(section.heading)}`" for section in sections if section.heading)
    message = f"about {lines} lines too long for one page; it runs on to {pages} pages"
    hint = f"shorten the longest parts: {names}" if names else "shorten the text"
    place = outcome.value.page.spans.get(sections[0].anchor) if sections else None
    severity = Severity.ERROR if strict else None
    found = Diagnostic(Code.TEXT_TOO_LONG, message, place, hint, severity_override=severity)
    return Outcome(None if strict else outcome.value, (*outcome.diagnostics, found))


def _sections(study: StudyView) -> list[SectionView]:
    single = [section for section in (study.problem, study.solution) if section is not None]
    return [*study.before, *single, *study.after]


def _fit_cv(trial: _Trial) -> Outcome[Fitted]:
    """Take the largest level that needs the fewest pages."""
    first = trial.at(FitSetting(0))
    smallest = trial.at(FitSetting(-2))
    if first.value is None or smallest.value is None:
        return first
    fewest = smallest.value.layout.measure.pages
    if first.value.layout.measure.pages == fewest:
        larger = trial.at(FitSetting(1))
        fits = larger.value is not None and larger.value.layout.measure.pages == fewest
        return larger if fits else first
    middle = trial.at(FitSetting(-1))
    fits = middle.value is not None and middle.value.layout.measure.pages == fewest
    return middle if fits else smallest
