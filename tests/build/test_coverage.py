"""Every character of the content has a glyph, or is an error at its place."""

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from tests.build.studies import project_of, study

from casedoc.build.check import read_theme
from casedoc.build.coverage import with_coverage
from casedoc.build.project import Project
from casedoc.build.workspace import open_workspace
from casedoc.locale.spec import KNOWN_TAGS, locale_spec
from casedoc.locale.typed_quantities import Quantity, format_quantity
from casedoc.locale.typed_units import currencies, machine_units
from casedoc.typeface.font_set import FontSet

CAT = "\u732b"


@cache
def fonts() -> FontSet:
    """The fonts of the built-in theme."""
    workspace = open_workspace(Path("/"), {}).value
    assert workspace is not None
    theme = read_theme(workspace).value
    assert theme is not None
    return theme.fonts


def missing_in(project: Project) -> list[tuple[str, int, int]]:
    """Path, line and column of each missing character."""
    checked = with_coverage(project, fonts())
    found = [one for file in checked.files for one in file.diagnostics]
    spans = [
        one.span for one in (*found, *checked.profile_diagnostics) if one.code.number == "CD601"
    ]
    return [(span.path, span.line, span.column) for span in spans if span is not None]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (study(f"Die {CAT}"), (2, 12)),
        (study("A", f"technologies: [Python, {CAT}]"), (3, 24)),
        (study("A", f"client: {{name: Haus {CAT}}}"), (3, 21)),
        (study("A", body=f"Eine Zeile.\n\nUnd eine {CAT}.\n"), (7, 10)),
        (study("A", body=f"## Die {CAT}\n"), (5, 8)),
        (study("A", body=f"- Punkt\n- **Die {CAT}** hier\n"), (6, 9)),
        (study("A", body=f"`code {CAT}`\n"), (5, 7)),
        (study("A", body=f"```\nerste\nzweite {CAT}\n```\n"), (7, 1)),
        (study("A", body=f"| a | b |\n|---|---|\n| x | {CAT} |\n"), (7, 7)),
    ],
)
def test_a_missing_character_is_told_at_its_place(text: str, place: tuple[int, int]) -> None:
    project = project_of({"a.md": text})
    assert missing_in(project) == [("content/a.md", *place)]
    assert with_coverage(project, fonts()).studies == ()


def test_each_character_is_told_once() -> None:
    text = study("A", body=f"{CAT} und \u72ac und noch eine {CAT}.\n")
    assert missing_in(project_of({"a.md": text})) == [
        ("content/a.md", 5, 1),
        ("content/a.md", 5, 7),
    ]


@pytest.mark.parametrize(
    "text",
    [
        study("Größe, ‚Maß‘ – „Zitat“ … 20\u202f% → 3\u00a0× § ≥ Łódź"),
        study("Cafe\u0301 und Mu\u0308nchen"),
        study("A", "slug: a", f"tags: [{CAT}]", "technologies: [Python]"),
        study("A", body=f"Ein Text. <!-- {CAT} -->\n"),
        study("Wei\u00adches Trenn\u200bzeichen"),
    ],
)
def test_what_is_there_or_is_not_printed_is_no_error(text: str) -> None:
    project = project_of({"a.md": text})
    assert missing_in(project) == []
    assert len(with_coverage(project, fonts()).studies) == 1


def test_the_profile_counts() -> None:
    project = project_of({"profile.yaml": f"basics:\n  name: Anna {CAT}\n"})
    assert missing_in(project) == [("content/profile.yaml", 2, 14)]


def test_everything_that_typed_values_print_is_in_the_fonts() -> None:
    """Nothing of it need stand in the text, such as the sign of `{inr}`."""
    missing = {
        (unit, tag, printed)
        for unit in (*sorted(currencies()), *machine_units())
        for tag in KNOWN_TAGS
        if (spec := locale_spec(tag))
        and fonts().missing(printed := format_quantity(Quantity(Decimal("-5.5"), unit), spec).text)
    }
    assert missing == set()
