"""A case study becomes a view that all layouts share."""

import re

import pytest
from tests.content.reading import study_of, warned
from tests.end_to_end.words import read_original, squashed
from tests.view.views import (
    REPOSITORY,
    SAMPLES,
    sample,
    section_texts,
    spec,
    text_of,
    view_of,
    words,
)

from casedoc.source.element import plain_text
from casedoc.view.compose_study import compose_study
from casedoc.view.study import Arrangement, LinksPart, LinkView, StudyView

BOTH = "## Problem\n\nEs war langsam.\n\n## Lösung\n\nWir machten es schnell.\n"


def links_of(view: StudyView) -> tuple[LinkView, ...]:
    assert view.links is not None
    [part] = view.links.parts
    assert isinstance(part, LinksPart)
    return part.links


def test_problem_and_solution_stand_side_by_side() -> None:
    view = view_of(body=f"Vorweg.\n\n{BOTH}\n## Technische Highlights\n\nX.\n\n## Mehr\n\nY.\n")
    assert view.arrangement is Arrangement.SPLIT
    assert view.problem is not None
    assert view.solution is not None
    assert (words(view.problem.heading), words(view.solution.heading)) == ("Problem", "Lösung")
    assert [part.kind for part in view.solution.parts] == ["flow", "section"]
    assert [one.role for one in (*view.before, *view.after)] == ["lead", "other"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "## Lösung\n\nText.\n",
        "## Problem\n\nText.\n",
        "## Lösung\n\nText.\n\n## Problem\n\nText.\n",
        BOTH.replace("## Lösung", "## Frage\n\nX.\n\n## Lösung"),
        BOTH + "\n" + BOTH,
        BOTH.replace("Es war langsam.", "langsam " * 125),
        BOTH.replace("Es war langsam.", "Es war viel langsamer als alles andere zuvor."),
        BOTH.replace("schnell.", "schnell. " * 300),
        BOTH.replace("Es war langsam.", "| a |\n| - |\n| b |"),
        BOTH.replace("Es war langsam.", "### Unten\n\nX."),
    ],
)
def test_where_that_is_not_readable_there_is_a_rail(body: str) -> None:
    view = view_of(body=body)
    assert view.arrangement is Arrangement.RAIL
    assert (view.problem, view.solution, view.after) == (None, None, ())
    assert len(view.before) == len(re.findall(r"^## ", body, re.MULTILINE))


def test_links_of_the_text_are_repeated_once() -> None:
    body = (
        "[Eins](https://a.de/1), [nochmal](https://a.de/1), [a.de/2](https://a.de/2) und "
        "[Drei](https://a.de/3/)\n\n## Links\n\n- [Vier](https://a.de/4) (neu)\n"
    )
    links = links_of(view_of(body=body))
    assert [(words(link.label), link.href) for link in links] == [
        ("Vier", "https://a.de/4"),
        ("Eins", "https://a.de/1"),
        ("Drei", "https://a.de/3/"),
    ]
    assert words(links[0].note) == "neu"
    assert links[2].address == ("a.de/", "3")


def test_links_of_footnotes_are_repeated_too() -> None:
    view = view_of(body="Text[^a].\n\n[^a]: Siehe [dort](https://a.de/1).\n")
    assert [link.href for link in links_of(view)] == ["https://a.de/1"]
    assert view.notes is not None
    assert words(view.notes.heading) == "Anmerkungen"


def test_a_long_address_is_shortened_and_told() -> None:
    study = study_of("title: A", f"## Links\n\n- [Lang](https://a.de/{'x' * 80}/z)\n")
    outcome = compose_study(study, spec())
    assert [one.code.number for one in outcome.diagnostics] == ["CD404"]
    assert outcome.value is not None
    [link] = links_of(outcome.value)
    assert ("".join(link.address), link.href) == ("a.de/…/z", f"https://a.de/{'x' * 80}/z")


def test_of_a_confidential_client_only_the_alias_is_in_the_view() -> None:
    matter = (
        "title: A\nclient: {name: Nordlicht AG, alias: führender Händler, confidential: true,"
        " also: [Lumora]}"
    )
    view = view_of(matter, BOTH)
    assert [(one.label, one.value.replace("\u00a0", " ")) for one in view.meta] == [
        ("Kunde", "führender Händler")
    ]
    assert "Nordlicht" not in repr(view)
    assert "Lumora" not in repr(view)


def test_meta_has_what_there_is_in_its_order() -> None:
    matter = (
        "title: A\nclient: Nord AG\nrole: Leitung\ndate: 2023-08-15\nindustry: Handel\nteam: 5\n"
        "volume: 450 PT"
    )
    assert [(one.label, one.value) for one in view_of(matter).meta] == [
        ("Kunde", "Nord AG"),
        ("Rolle", "Leitung"),
        ("Datum", "August 2023"),
        ("Branche", "Handel"),
        ("Team", "5"),
        ("Volumen", "450\u00a0PT"),
    ]
    view = view_of("title: A\ndate: 2023-08-15")
    assert (view.date, view.meta) == ("August 2023", ())


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("period: 2022-03/2023-09", "März 2022 – September 2023"),
        ("period: 2022-03/present", "März 2022 – heute"),
        ("date: 2023", "2023"),
        ("slug: a", ""),
    ],
)
def test_date(line: str, date: str) -> None:
    assert view_of(f"title: A\n{line}").date.replace("\u00a0", " ") == date


def test_a_date_that_cant_be_read_is_printed_as_typed() -> None:
    study, codes = warned("title: A\nperiod: 6 months")
    view = compose_study(study, spec()).value
    assert view is not None
    assert (view.date.replace("\u00a0", " "), codes) == ("6 months", ["CD222"])


def test_the_short_title_falls_back_to_the_title() -> None:
    assert view_of("title: Lang").short_title == "Lang"
    assert view_of("title: Lang\nshort-title: Kurz").short_title == "Kurz"


def test_what_is_left_of_the_results_has_a_heading_of_its_own() -> None:
    view = view_of(body="## Ergebnisse\n\n- **70% weniger** Zeit\n- Ruhe\n")
    assert [text_of(one) for one in view.before] == ["Weitere ErgebnisseRuhe"]
    plain = view_of(body="## Ergebnisse\n\n- Ruhe\n")
    assert [text_of(one) for one in plain.before] == ["ErgebnisseRuhe"]


@pytest.mark.parametrize("path", SAMPLES)
def test_every_word_of_the_samples_is_in_the_view_in_order(path: str) -> None:
    original = read_original(REPOSITORY / path)
    study = sample(path)
    view = compose_study(study, study.locale).value
    assert view is not None
    whole = (*view.before, view.problem, view.solution, *view.after, view.notes)
    text = squashed("".join(text for one in whole for text in section_texts(one)))
    _assert_in_order(original.body, text)
    assert view.panel is not None
    panel = plain_text(view.panel.heading) + "".join(
        metric.figure.text * (not _inside(metric.context, metric.label))
        + plain_text((*metric.label, *metric.context, *metric.reference))
        for metric in view.panel.metrics
    )
    _assert_in_order(original.figures, squashed(panel).replace(",", ""), without=",")
    _assert_in_order(original.results, squashed(panel) + text)
    links = links_of(view) if view.links else ()
    heading = plain_text(view.links.heading) if view.links else ""
    named = heading + "".join(plain_text((*link.label, *link.note)) for link in links)
    _assert_in_order(original.links, squashed(named))
    declared = [link["url"] for link in original.fields.get("links", ())]
    addresses = {squashed("".join(link.address)) for link in links}
    wanted = (*original.addresses, *(href.removeprefix("https://") for href in declared))
    assert [one for one in wanted if squashed(one) not in addresses and one not in text] == []
    assert len(addresses) == len(links)


def _inside(context: tuple[object, ...], label: tuple[object, ...]) -> bool:
    """Whether the figure stands in its sentence."""
    return not label and bool(context)


def _assert_in_order(blocks: tuple[str, ...], text: str, without: str = "\0") -> None:
    start = 0
    for block in blocks:
        wanted = squashed(block).replace(without, "")
        at = text.find(wanted, start)
        assert at >= 0, f"{block!r} is not behind {text[max(0, start - 60) : start]!r}"
        start = at + len(wanted)
