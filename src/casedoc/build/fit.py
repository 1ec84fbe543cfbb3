"""How large a document is set: the loop that asks for another layout.

*Why* here: `markup` takes a setting as plain data and `pdf` only measures; who tries again must
stand above both.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from casedoc.base.outcome import Outcome
from casedoc.build.cv_fit import fit_cv
from casedoc.build.fitted import Fitted
from casedoc.build.one_pager_fit import fit_one_pager
from casedoc.markup.page import HtmlPage
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import Layout, lay_out
from casedoc.view.one_pager import OnePagerView

if TYPE_CHECKING:
    from casedoc.base.world import World
    from casedoc.markup.theme import Theme
    from casedoc.view.booklet import BookletView
    from casedoc.view.cv import CvView

LayOut: TypeAlias = Callable[[HtmlPage], Outcome[Layout]]
"""Lays a page out, here or in another process."""


def fit(
    view: OnePagerView | CvView,
    theme: Theme,
    world: World,
    lay_out: LayOut = lay_out,
    *,
    strict: bool,
) -> Outcome[Fitted]:
    """Find the best setting for a document.

    Args:
        view: What is printed.
        theme: How it looks.
        world: The door to the disk.
        lay_out: Lays a page out.
        strict: Whether a one-pager that runs on to a second page is an error.

    Returns:
        The fitted document; none where it can't be laid out. `TEXT_TOO_LONG` where a one-pager
        needs more than its page at the smallest size.
    """
    trial = Trial(view, theme, world, lay_out)
    if isinstance(view, OnePagerView):
        return fit_one_pager(view, theme, trial.at, strict=strict)
    return fit_cv(trial.at)


class Trial:
    """Lays one document out at one setting after the other, each at most once."""

    def __init__(
        self,
        view: OnePagerView | BookletView | CvView,
        theme: Theme,
        world: World,
        lay_out: LayOut = lay_out,
    ) -> None:
        self._view = view
        self._theme = theme
        self._world = world
        self._lay_out = lay_out
        self._known: dict[FitSetting, Outcome[Fitted]] = {}

    def at(self, setting: FitSetting) -> Outcome[Fitted]:
        """Return the layout at a setting."""
        if setting not in self._known:
            self._known[setting] = self._make(setting)
        return self._known[setting]

    def _make(self, setting: FitSetting) -> Outcome[Fitted]:
        rendered = render_page(self._view, self._theme, setting, self._world)
        if rendered.value is None:
            return Outcome(None, rendered.diagnostics)
        laid_out = self._lay_out(rendered.value)
        if laid_out.value is None:
            return Outcome(None, (*rendered.diagnostics, *laid_out.diagnostics))
        fitted = Fitted(rendered.value, laid_out.value, setting)
        return Outcome(fitted, rendered.diagnostics)
