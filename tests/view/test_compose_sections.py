"""Sections become views."""

import pytest
from tests.content.reading import study_of
from tests.view.views import spec, text_of, words

from casedoc.view.compose_sections import SectionComposer
from casedoc.view.study import FlowPart, SectionView, StepsPart
from casedoc.view.typesetter import Typesetter


def composed(body: str) -> SectionView:
    [section] = study_of("title: A", body).sections
    return SectionComposer("sample", Typesetter(spec())).section(section)


STEPS = "- **Erstens**: der Anfang\n- **Zweitens:** das *Ende*\n"


def test_a_list_of_lead_ins_is_one_of_steps() -> None:
    view = composed(f"## Lösung\n\nVorweg.\n\n{STEPS}\nDanach.\n")
    assert [part.kind for part in view.parts] == ["flow", "steps", "flow"]
    steps = view.parts[1]
    assert isinstance(steps, StepsPart)
    assert [words(step.lead_in) for step in steps.steps] == ["Erstens", "Zweitens"]
    assert [words(step.blocks[0].children) for step in steps.steps] == ["der Anfang", "das Ende"]
    assert [step.anchor for step in steps.steps] == ["sample-9-1", "sample-10-1"]


@pytest.mark.parametrize(
    "items",
    [
        "- **Erstens**: der Anfang\n",
        "- **Erstens**: der Anfang\n- Zweitens: das Ende\n",
        "- **Erstens** der Anfang\n- **Zweitens** das Ende\n",
        "- **Erstens**:\n- **Zweitens**:\n",
        "1. **Erstens**: der Anfang\n2. **Zweitens**: das Ende\n",
    ],
)
def test_any_other_list_is_running_text(items: str) -> None:
    view = composed(f"## Lösung\n\n{items}")
    assert [part.kind for part in view.parts] == ["flow"]
    for word in ("Erstens", ":" if ":" in items else "Anfang"):
        assert word in text_of(view)


def test_a_problem_has_no_steps() -> None:
    assert [part.kind for part in composed(f"## Problem\n\n{STEPS}").parts] == ["flow"]


def test_a_step_keeps_all_its_blocks() -> None:
    view = composed("## Lösung\n\n- **A**: b\n\n  c\n- **D**: e\n  - f\n")
    steps = view.parts[0]
    assert isinstance(steps, StepsPart)
    assert [len(step.blocks) for step in steps.steps] == [2, 2]


def test_sub_sections_follow_their_own_text() -> None:
    view = composed("## Lösung\n\nText.\n\n### Technische Highlights\n\n- x\n")
    assert [part.kind for part in view.parts] == ["flow", "section"]
    child = view.parts[1]
    assert isinstance(child, SectionView)
    assert (view.role, child.role) == ("solution", "highlights")
    assert (words(view.heading), words(child.heading)) == ("Lösung", "Technische Highlights")
    assert (view.anchor, child.anchor) == ("sample-5-1", "sample-9-1")
    assert view.length == len("LösungText.Technische Highlightsx")
    assert child.length == len("Technische Highlightsx")


def test_text_before_the_first_heading_is_the_lead() -> None:
    view = composed("Vorweg -- kurz.")
    assert (view.role, view.heading) == ("lead", ())
    [part] = view.parts
    assert isinstance(part, FlowPart)
    assert words(part.blocks[0].children) == "Vorweg – kurz."
