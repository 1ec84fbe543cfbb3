"""How large a CV is set, shown with real layouts of CVs of every length."""

from dataclasses import dataclass, field, replace

import pytest
from tests.markup.curriculum import GERMAN_CV, PROJECTS
from tests.markup.samples import theme, world

from casedoc.base.outcome import Outcome
from casedoc.build.cv_fit import fit_cv
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.pdf.printing import Layout, lay_out
from casedoc.pdf.sheets import fills_of


@dataclass(frozen=True)
class Sheet:
    setting: FitSetting
    layout: Layout


@dataclass
class Printer:
    """Lays a CV with so many projects out, and notes at which settings."""

    projects: int
    asked: list[int] = field(default_factory=list)

    def at(self, setting: FitSetting) -> Outcome[Sheet]:
        self.asked.append(setting.level)
        copies = [
            replace(PROJECTS[number % len(PROJECTS)], slug=f"p{number}")
            for number in range(self.projects)
        ]
        page = render_page(
            replace(GERMAN_CV, projects=tuple(copies)), theme(), setting, world()
        ).value
        assert page is not None
        layout = lay_out(page)
        return Outcome(Sheet(setting, layout.value) if layout.value else None, layout.diagnostics)

    def pages(self, level: int) -> int:
        sheet = self.at(FitSetting(level)).value
        assert sheet is not None
        return sheet.layout.measure.pages


@pytest.mark.parametrize("projects", [1, 4, 5, 6, 7, 11])
def test_the_largest_level_of_the_fewest_pages_in_three_layouts(projects: int) -> None:
    printer = Printer(projects)
    chosen = fit_cv(printer.at).value
    assert chosen is not None
    assert len(printer.asked) <= 3
    assert len(set(printer.asked)) == len(printer.asked)
    pages = {level: printer.pages(level) for level in (1, 0, -1, -2)}
    fewest = min(pages.values())
    assert chosen.layout.measure.pages == fewest
    if all(fill >= 0.75 for fill in fills_of(chosen.layout)[:-1]):
        largest = max(level for level, count in pages.items() if count == fewest)
        assert chosen.setting.level in {largest, largest - 1}


def test_pages_are_as_full_as_what_stands_on_them() -> None:
    sheet = Printer(4).at(FitSetting(0)).value
    assert sheet is not None
    fills = fills_of(sheet.layout)
    assert len(fills) == sheet.layout.measure.pages
    assert fills[-1] == pytest.approx(sheet.layout.measure.fill, abs=0.01)
    assert all(0.75 < fill <= 1.001 for fill in fills[:-1])


def test_what_cannot_be_laid_out_is_not_tried_again() -> None:
    asked = []

    def broken(setting: FitSetting) -> Outcome[Sheet]:
        asked.append(setting)
        return Outcome(None)

    assert fit_cv(broken).value is None
    assert asked == [FitSetting(0)]
