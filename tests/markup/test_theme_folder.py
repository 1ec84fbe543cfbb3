from collections.abc import Mapping

import pytest
from tests.markup.samples import one_pager, theme_world

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.span import Span
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.markup.theme import Theme, ThemeChoice, load_theme

MINE = "templates/themes/mine"
SAYING = "<p>Mine.</p>\n"
PLACES = {"theme": Span.within("casedoc.toml", 3, 9, 6)}


def loaded(files: Mapping[str, str], name: str = "beleg") -> Theme:
    outcome = load_theme(theme_world(**files), ThemeChoice(name=name))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def refused(files: Mapping[str, str], name: str) -> Diagnostic:
    outcome = load_theme(theme_world(**files), ThemeChoice(name=name, places=PLACES))
    assert outcome.value is None
    (found,) = outcome.diagnostics
    return found


def html_of(theme: Theme) -> str:
    outcome = render_page(one_pager(), theme, FitSetting(), theme_world())
    assert outcome.value is not None
    return outcome.value.html


def sheet_of(theme: Theme, name: str) -> str:
    return next(text for path, text in theme.stylesheets if path.endswith(f"/{name}"))


def test_one_partial_is_overridden_by_a_file_of_its_name() -> None:
    theme = loaded({"templates/partials/kicker.html": SAYING})
    assert theme.templates["partials/kicker.html"].path == "templates/partials/kicker.html"
    assert theme.templates["partials/meta.html"].path.startswith("<built-in>/templates/")


def test_the_overridden_partial_is_there_under_another_name() -> None:
    source = '{% extends "base/one-pager.html" %}'
    theme = loaded({"templates/one-pager.html": source})
    assert html_of(theme) == html_of(loaded({}))


def test_each_template_of_the_base_is_there_under_that_name() -> None:
    templates = loaded({"templates/partials/kicker.html": SAYING}).templates
    own = {name for name in templates if not name.startswith("base/")}
    assert {f"base/{name}" for name in own} == templates.keys() - own
    assert templates["base/partials/kicker.html"].path.startswith("<built-in>/")


def test_one_stylesheet_is_overridden_by_a_file_of_its_name() -> None:
    theme = loaded({"templates/css/components/kicker.css": ".kicker { order: 1; }"})
    assert sheet_of(theme, "kicker.css") == ".kicker { order: 1; }"
    assert len(theme.stylesheets) == len(loaded({}).stylesheets)


def test_a_stylesheet_of_another_name_is_added_after_the_others() -> None:
    theme = loaded(
        {f"{MINE}/theme.toml": 'extends = "beleg"', f"{MINE}/css/theme.css": "p {}"}, "mine"
    )
    paths = [path for path, _text in theme.stylesheets]
    assert paths[-1] == f"{MINE}/css/theme.css"


def test_a_folder_of_the_workspace_is_a_theme() -> None:
    tokens = 'extends = "beleg"\n[lines]\nrule = 1.25\n[colours]\naccent = "#2b3f94"\n'
    files = {f"{MINE}/theme.toml": tokens, f"{MINE}/partials/kicker.html": SAYING}
    theme = loaded(files, "mine")
    design = theme.tokens.design
    assert (design.lines.rule, design.lines.thin_rule) == (1.25, 0.5)
    assert str(theme.palette.accent) == "#2b3f94"
    assert theme.templates["partials/kicker.html"].path == f"{MINE}/partials/kicker.html"


def test_a_theme_has_tokens_of_its_own() -> None:
    tokens = 'extends = "beleg"\n[own]\nown-seal = "14mm"\n'
    outcome = render_page(
        one_pager(), loaded({f"{MINE}/theme.toml": tokens}, "mine"), FitSetting(), theme_world()
    )
    assert outcome.value is not None
    assert "    --own-seal: 14mm;\n" in outcome.value.stylesheets[-1][1]


def test_paper_is_coloured_where_it_is_not_white() -> None:
    tokens = 'extends = "beleg"\n[colours]\npaper = "#fdfaf3"\n'
    for theme, is_coloured in (
        (loaded({}), False),
        (loaded({f"{MINE}/theme.toml": tokens}, "mine"), True),
    ):
        outcome = render_page(one_pager(), theme, FitSetting(), theme_world())
        assert outcome.value is not None
        assert ("background: var(--paper)" in outcome.value.stylesheets[-1][1]) == is_coloured


def test_a_theme_without_extends_names_all_tokens_itself() -> None:
    built_in = theme_world().files["<built-in>/templates/themes/beleg/theme.toml"].decode()
    assert loaded({f"{MINE}/theme.toml": built_in}, "mine").tokens.design == (
        loaded({}).tokens.design
    )
    outcome = load_theme(
        theme_world(**{f"{MINE}/theme.toml": "[lines]\nrule = 1\n"}), ThemeChoice(name="mine")
    )
    assert {one.code for one in outcome.diagnostics} == {Code.TOKEN_MISSING}


def test_a_folder_of_a_built_in_theme_s_name_says_what_differs() -> None:
    folder = "templates/themes/beleg"
    theme = loaded({f"{folder}/theme.toml": "[common]\noutdent = 5\n"})
    assert (theme.tokens.design.common.outdent, theme.tokens.design.lines.rule) == (5, 0.75)
    theme = loaded({f"{folder}/partials/kicker.html": SAYING})
    assert theme.templates["partials/kicker.html"].text == SAYING


def test_a_theme_of_the_workspace_extends_another_of_it() -> None:
    files = {
        f"{MINE}/theme.toml": 'extends = "ours"\n[lines]\nrule = 1\n',
        "templates/themes/ours/theme.toml": 'extends = "beleg"\n[lines]\nrule = 2\nthin-rule = 1\n',
        "templates/themes/ours/partials/kicker.html": SAYING,
        "templates/partials/kicker.html": "",
    }
    theme = loaded(files, "mine")
    assert (theme.tokens.design.lines.rule, theme.tokens.design.lines.thin_rule) == (1, 1)
    # The folder of a theme goes before what overrides all themes.
    assert theme.templates["partials/kicker.html"].text == SAYING


def test_an_unknown_theme_is_told_where_it_is_chosen() -> None:
    found = refused({f"{MINE}/theme.toml": ""}, "belge")
    assert found.code is Code.SETTING_INVALID
    assert found.span == PLACES["theme"]
    assert found.hint is not None
    assert found.hint.startswith("did you mean `beleg`? there are `beleg`,")
    assert "`mine`" in found.hint


@pytest.mark.parametrize(
    ("tokens", "message"),
    [
        ('extends = "nobody"', "the theme `nobody` does not exist"),
        ('extends = "mine"', "the theme `mine` extends itself"),
        ('extends = ["beleg"]', "`extends` must be the name of a theme"),
    ],
)
def test_what_can_not_be_extended_is_told_at_its_place(tokens: str, message: str) -> None:
    found = refused({f"{MINE}/theme.toml": f"\n{tokens}\n"}, "mine")
    assert (found.code, found.message) == (Code.TOKEN_INVALID, message)
    assert found.span is not None
    assert (found.span.path, found.span.line) == (f"{MINE}/theme.toml", 2)


def test_a_folder_without_tokens_is_no_theme() -> None:
    found = refused({f"{MINE}/partials/kicker.html": SAYING}, "mine")
    assert found.span is not None
    assert found.span.path == f"{MINE}/theme.toml"


def test_the_digest_changes_with_all_that_a_theme_is_made_of() -> None:
    changes: list[dict[str, str]] = [
        {},
        {"templates/css/type.css": "p {}"},
        {"templates/partials/kicker.html": SAYING},
        {"templates/themes/beleg/theme.toml": "[lines]\nrule = 1\n"},
        {"templates/themes/beleg/theme.toml": '[fonts]\ntext = "ibm-plex-mono"\n'},
    ]
    digests = {
        theme.digest
        for files in changes
        if (theme := load_theme(theme_world(**files), ThemeChoice()).value) is not None
    }
    assert len(digests) == len(changes)
