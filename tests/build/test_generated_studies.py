"""A hundred studies of chance, 20 to 1,200 words in two languages: each is set as it should be."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from tests.build.generated_studies import ON_ONE_PAGE, GeneratedStudy, generated_studies
from tests.build.studies import codes_of
from tests.markup.samples import theme, world

from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.build.fit import Trial
from casedoc.build.fitted import Fitted
from casedoc.build.one_pager_fit import MOST_LAYOUTS, fit_one_pager
from casedoc.build.project import read_project
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.pdf.boxes import collisions, printed_texts
from casedoc.pdf.line_ends import ladders
from casedoc.view.compose_one_pager import compose_one_pager
from casedoc.view.one_pager import OnePagerView

PROFILE = Path(__file__).parents[2] / "content" / "profile.yaml"
STUDIES = generated_studies()
LEAST_BODY, LEAST_SMALL = 8.7, 7.8
"""Points: no running text is smaller, nor anything else."""
NOTE_MARK = 0.7
"""Of the text's size: marks of notes."""


def view_of(study: GeneratedStudy) -> OnePagerView:
    name = f"content/{study.language}/{study.slug}.md"
    files = {name: study.text.encode(), "content/profile.yaml": PROFILE.read_bytes()}
    project = read_project(MemoryWorld(files), (study.language,))
    (found,) = project.studies
    view = compose_one_pager(found, project.profile, found.locale).value
    assert view is not None
    return view


@dataclass
class Counting:
    """Lays out, and notes at which settings."""

    trial: Trial
    asked: list[FitSetting] = field(default_factory=list)

    def at(self, setting: FitSetting) -> Outcome[Fitted]:
        self.asked.append(setting)
        return self.trial.at(setting)


@cache
def fitted(study: GeneratedStudy) -> tuple[Outcome[Fitted], tuple[FitSetting, ...]]:
    view = view_of(study)
    counting = Counting(Trial(view, theme(), world()))
    return fit_one_pager(view, theme(), counting.at, strict=False), tuple(counting.asked)


@pytest.mark.parametrize("study", STUDIES, ids=lambda study: f"{study.language}-{study.words}")
def test_each_study_is_set_as_it_should_be(study: GeneratedStudy) -> None:
    outcome, asked = fitted(study)
    assert outcome.value is not None
    layout, setting = outcome.value.layout, outcome.value.setting
    assert len(asked) <= MOST_LAYOUTS
    assert codes_of(layout.diagnostics) == []
    assert collisions(layout.document) == ()
    assert ladders(layout.document) == frozenset()
    sizes = [one.size_pt for one in printed_texts(layout.document)]
    assert min(sizes) >= LEAST_SMALL - 0.01
    assert max(sizes) >= LEAST_BODY
    if study.words <= ON_ONE_PAGE:
        assert layout.measure.pages == 1
    if layout.measure.pages > 1:
        assert codes_of(outcome.diagnostics) == ["CD602"]
    else:
        assert outcome.diagnostics == ()
        least = 0.75 if setting.arrangement is PageArrangement.POSTER else 0.8
        assert least <= layout.measure.fill <= 1


def test_one_layout_is_the_common_case() -> None:
    """Every fourth of them, so that both cores have something to do."""
    counts = [len(fitted(study)[1]) for study in STUDIES[::4]]
    assert sum(count <= 2 for count in counts) >= 0.9 * len(counts)


def test_one_text_over_another_is_found() -> None:
    study = STUDIES[0]
    outcome, _asked = fitted(study)
    assert outcome.value is not None
    first, *_others = printed_texts(outcome.value.layout.document)
    assert first.covers(first)
