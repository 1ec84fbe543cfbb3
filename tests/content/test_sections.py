"""A body becomes a tree of sections."""

import pytest
from tests.content.reading import checked, study_of

from casedoc.content.case_study import Role, Section
from casedoc.content.headings import role_of
from casedoc.locale.spec import known_locales
from casedoc.source.element import Kind, plain_text

SPECS = {spec.tag: spec for spec in known_locales()}
HEADINGS = {
    "de": {
        Role.PROBLEM: "Herausforderung|Herausforderungen|Problemstellung|Problem|Kontext"
        "|Ausgangslage|Ist-Analyse",
        Role.SOLUTION: "Lösung|Lösungsansatz|Umsetzung|Vorgehen",
        Role.RESULTS: "Ergebnis|Ergebnisse|Fazit|Wirkung|Nutzen",
        Role.HIGHLIGHTS: "Technische Highlights|Highlights",
        Role.LINKS: "Externe Links|Links",
    },
    "en": {
        Role.PROBLEM: "Challenge|Challenges|The Challenge|Problem|Problem Statement|Background"
        "|Context",
        Role.SOLUTION: "Solution|Approach|Our Solution|Implementation|Execution",
        Role.RESULTS: "Results|Outcome|Outcomes|Impact|Key outcomes",
        Role.HIGHLIGHTS: "Technical Highlights|Highlights",
        Role.LINKS: "External links|Links",
    },
}
"""LANGUAGE.md, "How people really write"."""
KNOWN = [
    (language, heading, role)
    for language, roles in HEADINGS.items()
    for role, headings in roles.items()
    for heading in headings.split("|")
]


@pytest.mark.parametrize(("language", "heading", "role"), KNOWN)
def test_headings_are_recognised_in_their_language(language: str, heading: str, role: Role) -> None:
    for written in (heading, f"{heading}:", f"2. {heading}", heading.upper(), f" {heading} "):
        assert role_of(written, SPECS[language]) is role
    body = f"## **{heading}**\n\nText.\n"
    study = study_of("title: Ein Fall", body, path=f"content/{language}/a.md")
    assert [section.role for section in study.sections] == [role]


DRESSED = {
    "de": {
        Role.PROBLEM: "1️⃣ Problem|Prob\u00adlem|Ausgangslage/Problemstellung|Kontext & Ziele"
        "|1.Problem|Problem: zu langsam",
        Role.SOLUTION: "Die Lösung|unsere Lösung!|2) Umsetzung|II. Vorgehen|Lösung – in zwei Jahren"
        "|Technische Umsetzung",
        Role.RESULTS: "🚀 Ergebnisse|✅ Ergebnis ✅|Ergebnisse & Wirkung|Ergebnisse und Ausblick"
        "|Ergebnisse, Wirkung und Nutzen|Ergebnisse (nach 6 Monaten)|03 / Ergebnisse|#4 Fazit",
        Role.OTHER: "Ergebnis der Wahl 2020|Ergebnis 2020|Ergebnisse im Detail|Lösung und Ergebnis"
        "|Problemlösung|Was war das Problem?|Problem?|Rechts und links|Ziele und Ausblick|Ausblick"
        "|Die|&|und|Problem – Lösung – Ergebnis|Problem: Lösung|🚀|1.|Solution|Das Neue: Lösung"
        "|Ergebnisse and Impact",
    },
    "en": {
        Role.PROBLEM: "The Challenge:|I. Background|The problem (2023)|a) Context",
        Role.SOLUTION: "A Solution|Our approach - boring Postgres|The solution —",
        Role.RESULTS: "Results and Impact|Results/Impact|The results & next steps|RESULTS + IMPACT",
        Role.OTHER: "Challenge & Solution|Result of the 2020 election|Impact on climate policy|Why?"
        "|Lösung|And|The and the|Results und Impact",
    },
}
DRESSINGS = [
    (language, heading, role)
    for language, roles in DRESSED.items()
    for role, headings in roles.items()
    for heading in headings.split("|")
]


@pytest.mark.parametrize(("language", "heading", "role"), DRESSINGS)
def test_only_what_surrounds_a_word_is_ignored(language: str, heading: str, role: Role) -> None:
    assert role_of(heading, SPECS[language]) is role


def outline(sections: tuple[Section, ...]) -> list[object]:
    return [
        (plain_text(one.heading), one.level, len(one.blocks), outline(one.children))
        for one in sections
    ]


def test_sections_nest_as_their_levels_say() -> None:
    body = (
        "Vorweg.\n\n## Lösung\n\nA.\n\nB.\n\n### Technische Highlights\n\nC.\n\n#### Tief\n\nD.\n\n"
        "### Noch eins\n\n## Frage?\n\nE.\n\n# Ganz oben\n\nF.\n"
    )
    study = study_of("title: Ein Fall", body)
    assert outline(study.sections) == [
        ("", 0, 1, []),
        (
            "Lösung",
            2,
            2,
            [
                ("Technische Highlights", 3, 1, [("Tief", 4, 1, [])]),
                ("Noch eins", 3, 0, []),
            ],
        ),
        ("Frage?", 2, 1, []),
        ("Ganz oben", 1, 1, []),
    ]
    assert [one.role for one in study.sections[1].walk()] == [
        Role.SOLUTION,
        Role.HIGHLIGHTS,
        Role.OTHER,
        Role.OTHER,
    ]
    assert (study.sections[1].span.line, study.sections[1].span.column) == (7, 1)


@pytest.mark.parametrize("heading", ["# Ein Fall", "# ein  *Fall*", "Ein Fall\n========"])
def test_a_first_heading_that_repeats_the_title_is_the_title(heading: str) -> None:
    study = study_of("title: Ein Fall", f"{heading}\n\nText.\n")
    assert outline(study.sections) == [("", 0, 1, [])]


def test_typography_makes_no_other_title() -> None:
    title = "title: '„Ruhe“ – ein Umbau'"
    assert outline(study_of(title, '# "Ruhe" - ein Umbau.\n\nText.\n').sections) == [("", 0, 1, [])]


@pytest.mark.parametrize(
    "heading",
    ["# Ein Fall[^1]", "# [Ein Fall](https://example.org)", "# Ein Fall ![x](a.svg)", "# Ein-Fall"],
)
def test_a_title_with_more_than_its_words_stays(heading: str) -> None:
    files = {"content/de/a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>'}
    outcome = checked("title: Ein Fall", f"{heading}\n\nText.[^1]\n\n[^1]: Note.\n", files=files)
    assert outcome.value is not None
    assert [one.level for one in outcome.value.sections] == [1]


@pytest.mark.parametrize("body", ["# Anderes\n\nText.", "## Ein Fall\n\nText."])
def test_any_other_first_heading_stays(body: str) -> None:
    assert len(study_of("title: Ein Fall", body).sections[0].heading) == 1


def test_a_repeated_title_further_below_stays() -> None:
    study = study_of("title: Ein Fall", "Text.\n\n# Ein Fall\n\nMehr.\n")
    assert outline(study.sections) == [("", 0, 1, []), ("Ein Fall", 1, 1, [])]


def test_a_heading_can_come_twice() -> None:
    study = study_of(
        "title: A", "## Our Solution\n\nX.\n\n## Our Solution\n\nY.\n", "content/en/a.md"
    )
    assert [one.role for one in study.sections] == [Role.SOLUTION, Role.SOLUTION]


def test_footnotes_are_apart() -> None:
    study = study_of("title: A", "## Lösung\n\nText[^a].\n\n[^a]: Fußnote.\n\n## Mehr\n\nX.\n")
    assert outline(study.sections) == [("Lösung", 2, 1, []), ("Mehr", 2, 1, [])]
    assert study.footnotes is not None
    assert study.footnotes.kind is Kind.FOOTNOTES
    assert study_of("title: A", "Text.").footnotes is None


def test_an_empty_body_has_no_sections() -> None:
    assert study_of("title: A", "").sections == ()
