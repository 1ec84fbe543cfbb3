import pytest
from tests.markup.samples import one_pager, theme_world

from casedoc.base.codes import Code
from casedoc.markup.environment import render_template
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.markup.theme import Theme, ThemeChoice, load_theme


def theme_with(**templates: str) -> Theme:
    value = load_theme(theme_world(**templates), ThemeChoice()).value
    assert value is not None
    return value


@pytest.mark.parametrize(
    ("source", "line", "word"),
    [
        ("eins\n{% for x in %}", 2, "expected"),
        ("eins\n\n{{ view.nothing }}", 3, "nothing"),
        ("{{ nobody }}", 1, "nobody"),
        ("a\n{% include 'missing.html' %}", 2, "missing.html"),
        ("a\n{{ 1 / 0 }}", 2, "ZeroDivisionError"),
        ("a\n{{ 'x' | nosuchfilter }}", 2, "nosuchfilter"),
        ("a\n{% from 'partials/broken.html' import thing %}{{ thing() }}", 2, "gone"),
    ],
)
def test_a_broken_template_is_told_with_its_line(source: str, line: int, word: str) -> None:
    theme = theme_with(
        **{
            "templates/one-pager.html": source,
            "templates/partials/broken.html": "\n{% macro thing() %}{{ gone }}{% endmacro %}",
        }
    )
    outcome = render_page(one_pager(), theme, FitSetting(), theme_world())
    assert outcome.value is None
    (diagnostic,) = outcome.diagnostics
    assert diagnostic.code == Code.TEMPLATE_BROKEN
    assert word in diagnostic.message
    assert diagnostic.span is not None
    path = "templates/partials/broken.html" if word == "gone" else "templates/one-pager.html"
    assert (path, line) == (diagnostic.span.path, diagnostic.span.line)


def test_a_missing_template_is_told() -> None:
    outcome = render_template(theme_with(), "poster.html", {})
    assert [diagnostic.code for diagnostic in outcome.diagnostics] == [Code.TEMPLATE_BROKEN]


def test_values_are_escaped() -> None:
    theme = theme_with(**{"templates/partials/x.html": "{{ value }}"})
    assert render_template(theme, "partials/x.html", {"value": "<b>"}).value == "&lt;b&gt;"


def test_a_bug_of_casedoc_stays_a_bug() -> None:
    theme = theme_with(**{"templates/one-pager.html": "{{ write.blocks(view) }}"})
    with pytest.raises(TypeError):
        render_page(one_pager(), theme, FitSetting(), theme_world())
