import re

import pytest
from tests.markup.samples import REPOSITORY, theme, theme_world

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.markup.kind import PageKind
from casedoc.markup.theme import ThemeChoice, load_theme

_LITERAL = re.compile(r"#[0-9a-fA-F]{3,8}\b|(?<![\w.-])\d*\.?\d+(?:mm|cm|pt|px|in|rem)\b|rgba?\(")


BUILT_IN_THEMES = sorted(one.name for one in (REPOSITORY / "templates" / "themes").iterdir())


@pytest.mark.parametrize("paper", ["A4", "letter"])
@pytest.mark.parametrize("name", BUILT_IN_THEMES)
def test_pages_are_as_wide_as_their_paper(name: str, paper: str) -> None:
    look = load_theme(theme_world(), ThemeChoice(name=name, paper=paper)).value
    assert look is not None
    for kind in PageKind:
        page = look.geometry(kind)
        assert page.margin_inner + page.measure + page.margin_outer == pytest.approx(
            page.paper_width
        )
        assert page.measure == load_measure(name, kind)
        assert page.area_height > 200


def load_measure(name: str, kind: PageKind) -> float:
    look = load_theme(theme_world(), ThemeChoice(name=name)).value
    assert look is not None
    return look.geometry(kind).measure


def test_the_sheets_come_in_the_order_of_the_layers() -> None:
    paths = [path for path, _text in theme().stylesheets]
    expected = [
        f"<built-in>/templates/css/{stem}.css" for stem in ("tokens", "reset", "page", "type")
    ]
    assert expected == paths[:4]


@pytest.mark.parametrize("name", BUILT_IN_THEMES)
def test_colours_and_lengths_stand_among_the_tokens_only(name: str) -> None:
    look = load_theme(theme_world(), ThemeChoice(name=name)).value
    assert look is not None
    sheets = look.stylesheets
    assert len(sheets) > 10
    literals = {
        path: _LITERAL.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
        for path, text in sheets
    }
    assert {path: found for path, found in literals.items() if found} == {}


def test_each_partial_has_a_stylesheet_of_its_name_and_no_template_is_left_over() -> None:
    partials = {path.stem for path in (REPOSITORY / "templates/partials").glob("*.html")}
    sheets = {path.stem for path in (REPOSITORY / "templates/css/components").glob("*.css")}
    assert partials
    assert set() == {stem for stem in partials if not stem.startswith(("booklet-", "cv-"))} - sheets


@pytest.mark.parametrize(
    ("choice", "word"),
    [
        (ThemeChoice(name="other"), "other"),
        (ThemeChoice(paper="A5"), "A5"),
        (ThemeChoice(accent="petrol"), "petrol"),
        (ThemeChoice(fonts={"text": "helvetica"}), "helvetica"),
    ],
)
def test_an_impossible_choice_is_an_error(choice: ThemeChoice, word: str) -> None:
    outcome = load_theme(theme_world(), choice)
    assert outcome.value is None
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == [Code.SETTING_INVALID]
    assert word in outcome.diagnostics[0].message


def test_a_light_accent_is_darkened_with_a_warning_that_names_both() -> None:
    outcome = load_theme(theme_world(), ThemeChoice(accent="#f28c28"))
    assert outcome.value is not None
    (diagnostic,) = outcome.diagnostics
    assert diagnostic.code == Code.ACCENT_DARKENED
    assert "#f28c28" in diagnostic.message
    assert str(outcome.value.palette.accent) in diagnostic.message


def test_a_template_that_is_not_utf8_is_told() -> None:
    world = theme_world()
    broken = MemoryWorld({**world.files, "templates/css/type.css": b"\xff"})
    outcome = load_theme(broken, ThemeChoice())
    assert outcome.value is None
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == [Code.TEMPLATE_BROKEN]


def test_templates_for_something_else_are_left_alone() -> None:
    world = theme_world(**{"templates/base.html": "{% broken", "templates/site/a.css": "}"})
    outcome = load_theme(world, ThemeChoice())
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert "base.html" not in outcome.value.templates
