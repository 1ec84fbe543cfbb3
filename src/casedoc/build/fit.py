"""How large a document is set: the loop that asks for another layout.

*Why* here: `markup` takes a setting as plain data and `pdf` only measures; who tries again must
stand above both.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.build.booklet_fit import fit_booklet
from casedoc.build.cv_fit import fit_cv
from casedoc.markup.booklet import estimated_form, layout_of
from casedoc.markup.collector import PageCollector
from casedoc.markup.context import PageContext
from casedoc.markup.kind import PageKind
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.pdf.printing import lay_out
from casedoc.source.element import plain_text
from casedoc.view.booklet import BookletView
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.markup.booklet_form import BookletForm
    from casedoc.markup.page import HtmlPage
    from casedoc.markup.theme import Theme
    from casedoc.pdf.printing import Layout
    from casedoc.view.cv import CvView
    from casedoc.view.study import SectionView, StudyView

MOST_LAYOUTS: Final = 4
"""Layouts that a fit may take."""
WELL_FILLED: Final = 0.90
"""Share of a page from which on no larger size is tried."""

LADDER: Final = {
    FitSetting(4, PageArrangement.POSTER): 2.15,
    FitSetting(3, PageArrangement.POSTER): 1.95,
    FitSetting(2, PageArrangement.POSTER): 1.82,
    FitSetting(1, PageArrangement.POSTER): 1.68,
    FitSetting(0, PageArrangement.POSTER): 1.55,
    FitSetting(-1, PageArrangement.POSTER): 1.44,
    FitSetting(-2, PageArrangement.POSTER): 1.33,
    FitSetting(3): 1.18,
    FitSetting(2): 1.10,
    FitSetting(1): 1.05,
    FitSetting(0): 1.00,
    FitSetting(-1): 0.97,
    FitSetting(-2): 0.94,
    FitSetting(-3): 0.92,
    FitSetting(-2, PageArrangement.DENSE): 0.86,
    FitSetting(-3, PageArrangement.DENSE): 0.83,
    FitSetting(1, PageArrangement.COLUMNS): 0.81,
    FitSetting(0, PageArrangement.COLUMNS): 0.77,
    FitSetting(-1, PageArrangement.COLUMNS): 0.73,
    FitSetting(-2, PageArrangement.COLUMNS): 0.67,
    FitSetting(-3, PageArrangement.COLUMNS): 0.63,
    FitSetting(-4, PageArrangement.COLUMNS): 0.61,
    FitSetting(-5, PageArrangement.COLUMNS): 0.59,
}
"""From the largest setting to the floor, and how high a text is at each, against level 0: means of
the sample studies, used only to guess which setting to try next."""
_STEPS: Final = tuple(LADDER)
_FLOOR: Final = _STEPS[-1]
_HOPEFUL: Final = 1.1
"""Pages that a text may be guessed to fill and still be tried on one."""
_FLOOR_LINES: Final = 61
"""Lines of a one-pager's type area at the floor: 256.5 mm by 4.2 mm."""


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
        return _fit_booklet(trial, view, theme, world)
    return fit_cv(trial.at)


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


def _fit_booklet(trial: _Trial, view: BookletView, theme: Theme, world: World) -> Outcome[Fitted]:
    """Keep the level of the settings, and arrange the chapters."""
    setting = FitSetting(theme.choice.booklet_level)
    context = PageContext(PageKind.BOOKLET, theme, setting, PageCollector(world, theme.fonts))
    form = estimated_form(view, context)

    def lay_out(shown: BookletView, form: BookletForm) -> Outcome[Fitted]:
        own = trial if shown is view else _Trial(shown, theme, world)
        return own.at(replace(setting, booklet=form))

    return fit_booklet(view, layout_of(theme), form, lay_out)


def height_of(fitted: Fitted) -> float:
    """Return how much a document fills, in pages."""
    return fitted.layout.measure.pages - 1 + fitted.layout.measure.fill


def _fit_one_pager(trial: _Trial, study: StudyView, *, strict: bool) -> Outcome[Fitted]:
    """Search the ladder; above `low` nothing fits, from `high` on everything does."""
    low, high = -1, len(_STEPS)
    at = _STEPS.index(FitSetting(0))
    best: Outcome[Fitted] | None = None
    while low < at < high and trial.count < MOST_LAYOUTS:
        outcome = trial.at(_STEPS[at])
        if outcome.value is None:
            return outcome
        if outcome.value.layout.measure.pages == 1:
            best, high = outcome, at
            if outcome.value.layout.measure.fill >= WELL_FILLED:
                break
        else:
            low = at
        guess = _guess(height_of(outcome.value), _STEPS[at])
        if guess is None and best is None:
            break
        at = max(low + 1, min(guess if guess is not None else high - 1, high - 1))
        if best is None and trial.count == MOST_LAYOUTS - 1:
            # The last try is the floor's: only there it shows that nothing fits.
            at = len(_STEPS) - 1
    return best or _run_on(trial, study, strict=strict)


def _guess(height: float, setting: FitSetting) -> int | None:
    """Return the first step of the ladder at which a text should fit, or none."""
    at_zero = height / LADDER[setting]
    for step, candidate in enumerate(_STEPS):
        if at_zero * LADDER[candidate] <= 1:
            return step
    # A text that should just fail may still fit; one that is far too long will not.
    return len(_STEPS) - 1 if at_zero * LADDER[_FLOOR] <= _HOPEFUL else None


def _run_on(trial: _Trial, study: StudyView, *, strict: bool) -> Outcome[Fitted]:
    """Set a text that is too long on as many pages as it needs, in the ordinary size."""
    outcome = trial.at(FitSetting(0))
    if outcome.value is None:
        return outcome
    over = height_of(outcome.value) * LADDER[_FLOOR] - 1
    lines = max(1, math.ceil(over * _FLOOR_LINES))
    pages = outcome.value.layout.measure.pages
    sections = sorted(_sections(study), key=lambda section: -section.length)[:3]
    names = ", ".join(f"`{plain_text(section.heading)}`" for section in sections if section.heading)
    count = f"{lines} line{'' if lines == 1 else 's'}"
    message = f"about {count} too long for one page; it runs on to {pages} pages"
    hint = f"shorten the longest parts: {names}" if names else "shorten the text"
    place = outcome.value.page.spans.get(sections[0].anchor) if sections else None
    severity = Severity.ERROR if strict else None
    found = Diagnostic(Code.TEXT_TOO_LONG, message, place, hint, severity_override=severity)
    return Outcome(None if strict else outcome.value, (*outcome.diagnostics, found))


def _sections(study: StudyView) -> list[SectionView]:
    single = [section for section in (study.problem, study.solution) if section is not None]
    return [*study.before, *single, *study.after]
