"""Metrics and links leave their sections; everything else stays."""

import pytest
from tests.content.reading import checked, study_of

from casedoc.content.case_study import CaseStudy
from casedoc.source.element import Kind, plain_text


def figures(count: int) -> CaseStudy:
    items = "".join(f"- **{number}0% weniger** Zeit\n" for number in range(1, count + 1))
    return study_of("title: A", f"## Ergebnisse\n\n{items}")


def items_of(study: CaseStudy) -> list[str]:
    return [
        plain_text(item.children[0].children)
        for section in study.sections
        for block in section.blocks
        for item in block.children
    ]


def test_six_figures_all_leave() -> None:
    study = figures(6)
    assert len(study.metrics) == 6
    assert study.sections == ()


def test_of_seven_figures_five_leave_and_the_rest_stays() -> None:
    study = figures(7)
    assert [one.figure.number for one in study.metrics if one.figure] == [
        "10",
        "20",
        "30",
        "40",
        "50",
    ]
    assert items_of(study) == ["60% weniger Zeit", "70% weniger Zeit"]


def test_what_is_no_figure_stays_in_its_place() -> None:
    body = "## Ergebnisse\n\nVorweg.\n\n- **70% weniger** Zeit\n- Ruhe\n\nDanach.\n\n### Mehr\n\nX."
    study = study_of("title: A", body)
    [section] = study.sections
    assert len(study.metrics) == 1
    assert [block.kind.value for block in section.blocks] == [
        "paragraph",
        "bullet-list",
        "paragraph",
    ]
    assert plain_text(section.blocks[1].children[0].children[0].children) == "Ruhe"
    assert [plain_text(child.heading) for child in section.children] == ["Mehr"]


def test_figures_elsewhere_are_no_results() -> None:
    assert study_of("title: A", "## Lösung\n\n- **70% weniger** Zeit\n").metrics == ()


def test_two_results_sections_lose_no_heading() -> None:
    body = "## Ergebnisse\n\n- **1% a** b\n\n## Wirkung\n\n- **2% c** d\n"
    study = study_of("title: A", body)
    printed = [plain_text(study.results_heading), *(plain_text(s.heading) for s in study.sections)]
    assert printed == ["Ergebnisse", "Wirkung"]
    assert (len(study.metrics), items_of(study)) == (1, ["2% c d"])


@pytest.mark.parametrize(
    ("behind", "note"),
    [
        ("", ""),
        (" (auf Anfrage)", "auf Anfrage"),
        (": auf Anfrage", "auf Anfrage"),
        (" – auf Anfrage", "auf Anfrage"),
        (" - auf Anfrage", "auf Anfrage"),
        (" auf Anfrage", "auf Anfrage"),
        (" (a) und (b)", "(a) und (b)"),
        (" auf *Anfrage*", " auf Anfrage"),
    ],
)
def test_links_with_notes(behind: str, note: str) -> None:
    study = study_of("title: A", f"## Externe Links\n\n- [Code](https://example.com/a){behind}\n")
    [link] = study.links
    assert (plain_text(link.label), link.href) == ("Code", "https://example.com/a")
    assert plain_text(link.note) == note
    assert (link.span.line, link.span.column) == (7, 3)
    assert (plain_text(study.links_heading), study.sections) == ("Externe Links", ())


def test_links_that_are_no_items_of_their_own_stay() -> None:
    body = "## Links\n\n- Siehe [A](https://example.com/a)\n- [B](https://example.com/b)\n\nText.\n"
    study = study_of("title: A", body)
    assert [link.href for link in study.links] == ["https://example.com/b"]
    [section] = study.sections
    assert plain_text(section.blocks[0].children[0].children[0].children) == "Siehe A"
    assert len(section.blocks) == 2


def test_an_empty_item_is_neither_figure_nor_link() -> None:
    study = study_of("title: A", "## Ergebnisse\n\n- **1% a** b\n-\n\n## Links\n\n-\n")
    assert (len(study.metrics), study.links) == (1, ())


def test_an_item_with_nothing_to_see_stays() -> None:
    study = study_of("title: A", "## Links\n\n- \u00a0\n- [A](https://example.com/a)\n")
    assert [link.href for link in study.links] == ["https://example.com/a"]
    assert len(study.sections[0].blocks[0].children) == 1


def test_a_break_behind_a_link_is_no_note() -> None:
    study = study_of("title: A", "## Links\n\n- [A](https://example.com/a)<br>\n")
    assert study.links[0].note == ()


def test_a_footnote_behind_a_link_is_kept() -> None:
    study = study_of("title: A", "## Links\n\n- [A](https://example.com/a)[^1]\n\n[^1]: N.\n")
    assert [part.kind for part in study.links[0].note] == [Kind.FOOTNOTE_REFERENCE]


@pytest.mark.parametrize("before", ["![B](b.svg) ", "[^1] "])
def test_what_stands_before_a_figure_is_kept(before: str) -> None:
    body = f"## Ergebnisse\n\n- {before}**7% mehr** Ruhe\n\n[^1]: N.\n\nText[^1].\n"
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'
    study = checked("title: A", body, files={"content/de/b.svg": svg}).value
    assert study is not None
    [metric] = study.metrics
    assert metric.context[0].kind in {Kind.IMAGE, Kind.FOOTNOTE_REFERENCE}
    assert plain_text(metric.context).strip() == "7% mehr Ruhe"


def test_a_section_between_its_title_and_its_figures_keeps_its_heading() -> None:
    study = study_of("title: A", "## Ergebnisse\n\n### Nutzen\n\n- **7% mehr** Ruhe\n")
    assert plain_text(study.results_heading) == "Nutzen"
    assert [plain_text(section.heading) for section in study.sections] == ["Ergebnisse"]


def test_two_sections_of_links_lose_no_heading() -> None:
    body = "## Links\n\n- [A](https://a.example)\n\n## Quellen\n\n- [B](https://b.example)\n"
    study = study_of("title: A", body)
    assert [link.href for link in study.links] == ["https://a.example"]
    assert [plain_text(section.heading) for section in study.sections] == ["Quellen"]
