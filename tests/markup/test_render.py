import itertools
import re
from dataclasses import replace

import pytest
from tests.markup.samples import element, one_pager, page, section, study

from casedoc.markup.setting import PageArrangement
from casedoc.markup.tokens import COMPUTED_SHEET
from casedoc.source.element import Kind
from casedoc.view.study import FlowPart


def order(html: str, *words: str) -> list[int]:
    bare = re.sub(r"<[^>]+>", "", html)
    return [bare.index(word) for word in words]


def test_the_order_of_the_document_is_that_of_paper() -> None:
    places = order(
        page().html,
        "Infrastruktur",
        "für E-Commerce",
        "Kunde",
        "Ergebnisse",
        "Problemstellung",
        "Technologien",
        "Lösung",
        "Externe Links",
        "post@jana",
    )
    assert sorted(places) == places


def test_levels_of_headings_are_not_skipped() -> None:
    levels = [int(level) for level in re.findall(r"<h(\d)", page().html)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("figures", range(7))
def test_each_number_of_figures_is_arranged(figures: int) -> None:
    html = page(one_pager(study(figures))).html
    assert min(figures, 6) == html.count('<p class="figure ')
    assert ("panel__hero" in html) == (figures in {1, 3, 4, 5})


def test_ids_are_unique_and_places_are_kept() -> None:
    made = page()
    ids = re.findall(r'\bid="([^"]+)"', made.html)
    assert sorted(set(ids)) == sorted(ids)
    assert set(made.spans) <= set(ids)


def test_text_is_never_a_template() -> None:
    bad = replace(study(), title="{{ 7*7 }} <script>", problem=None)
    html = page(one_pager(bad, title="</title><b>")).html
    assert "{{ 7*7 }} &lt;script&gt;" in html
    assert "49" not in re.sub(r"<[^>]+>", "", html).replace("+49", "").replace("49 40", "")
    assert "&lt;/title&gt;" in html


def test_what_is_missing_leaves_nothing_behind() -> None:
    bare = replace(study(0), meta=(), technologies=(), links=None, solution=None, category="")
    html = page(one_pager(bare, contact=None, author="")).html
    for name in ("panel", "meta", "chips", "links", "contact", "author"):
        assert f'class="{name}' not in html


def test_the_dense_setting_runs_lead_ins_in_and_has_no_chips() -> None:
    html = page(None, -2, PageArrangement.DENSE).html
    assert "Service Mesh:</strong> Einführung" in html
    assert "chips__chip" not in html
    assert "Service Mesh</strong> <br>" in page().html


def test_the_level_is_in_one_stylesheet_alone() -> None:
    small, large = page(level=-3), page(level=3)
    assert small.stylesheets[:-1] == large.stylesheets[:-1]
    assert small.stylesheets[-1][0] == COMPUTED_SHEET
    assert "--body-size: 8.7pt" in small.stylesheets[-1][1]


def test_only_fonts_that_can_be_needed_travel() -> None:
    code = element(Kind.PARAGRAPH, "", element(Kind.CODE, "SELECT 1"))
    problem = section("problem", "Problem", FlowPart((code,)))
    with_code = page(one_pager(replace(study(), problem=problem)))
    assert len(page().resources) == 4
    assert len(with_code.resources) == 6
