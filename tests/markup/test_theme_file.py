import pytest
from tests.markup.samples import REPOSITORY, theme, theme_world

from casedoc.base.codes import Code
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.world import BUILT_IN
from casedoc.markup.kind import PageKind
from casedoc.markup.setting import FitSetting, PageArrangement
from casedoc.markup.theme import ThemeChoice, load_theme

FILE = "templates/themes/beleg/theme.toml"
PATH = f"{BUILT_IN}/{FILE}"
TOKENS = (REPOSITORY / FILE).read_text("utf-8")


def complaints(old: str, new: str) -> list[Diagnostic]:
    assert old in TOKENS
    outcome = load_theme(theme_world(**{PATH: TOKENS.replace(old, new, 1)}), ThemeChoice())
    assert outcome.value is None
    return list(outcome.diagnostics)


@pytest.mark.parametrize(
    ("old", "new", "code", "message", "hint"),
    [
        ("rule = 0.75", "rule = 0.4", Code.TOKEN_INVALID, "`lines.rule` must be at least 0.5", ""),
        ("body = 10.4", "body = 8.6", Code.TOKEN_INVALID, "must be at least 8.7", ""),
        ("small = 8.6", "small = 7.7", Code.TOKEN_INVALID, "must be at least 7.8", ""),
        ("chip-gap = 0.9", 'chip-gap = "0.9pt"', Code.TOKEN_INVALID, "without a unit", ""),
        ('ink = "#16181d"', 'ink = "black"', Code.TOKEN_INVALID, "must be a colour", ""),
        ("tint = 0.09", "tint = 1.09", Code.TOKEN_INVALID, "must be at most 1", ""),
        ("outdent = 6", "outdnet = 6", Code.TOKEN_UNKNOWN, "outdnet", "did you mean `outdent`?"),
        ("outdent = 6\n", "", Code.TOKEN_MISSING, "`common.outdent`", "add `outdent = …`"),
        ("gap-links = 1\n", "", Code.TOKEN_MISSING, "lacks `gap-links`", "`every`"),
        ('ink-2 = "#484e57"', 'ink-2 = "#888"', Code.TOKEN_INVALID, "of 3.54 : 1", "4.5 : 1"),
        ('ink = "#16181d"', 'ink = "#666"', Code.TOKEN_INVALID, "of 5.74 : 1 on paper", "7 : 1"),
        ('on-accent = "#ffffff"', 'on-accent = "#222"', Code.TOKEN_INVALID, "on no accent", ""),
        ('accent = "#0b5563"', 'accent = "#f28c28"', Code.TOKEN_INVALID, "can't be read as", ""),
        ('text = "ibm-plex-sans"', 'text = "ibm-plex"', Code.TOKEN_INVALID, "`ibm-plex`", "`ibm-"),
        ("column = 55", "column = 60", Code.TOKEN_INVALID, "are 225 mm wide", "A4 is 210 mm"),
        ("column = 55", "column = 55\nrail = 100", Code.TOKEN_INVALID, "the rail of", "narrower"),
        ("[lines]", '[own]\nown-x = "3 px"\n\n[lines]', Code.TOKEN_INVALID, "`3mm`", ""),
        ("[lines]", '[own]\nseal = "3mm"\n\n[lines]', Code.TOKEN_INVALID, "begins with `own-`", ""),
        ("-5 = { line", "-9 = { line", Code.TOKEN_MISSING, "lacks the levels `-5`", "`-5 = { … }`"),
        ("hero = 0.7,", "heading = 0.1,", Code.TOKEN_INVALID, "becomes 1.7", "larger share"),
    ],
)
def test_what_is_wrong_with_a_token_is_told_at_its_place(
    old: str, new: str, code: Code, message: str, hint: str
) -> None:
    found = complaints(old, new)
    assert {one.code for one in found} >= {code}
    one = next(one for one in found if one.code is code)
    assert message in one.message
    assert hint in (one.hint or "")
    assert one.span is not None
    assert one.span.path == PATH
    assert one.span.line > 1


def test_the_place_is_that_of_the_value() -> None:
    (found,) = complaints("rule = 0.75", "rule = 0.4")
    assert found.span is not None
    line = TOKENS.splitlines().index("rule = 0.75") + 1
    assert (found.span.line, found.span.column) == (line, len("rule = ") + 1)


def test_an_arrangement_completes_itself_from_the_ordinary_one() -> None:
    ordinary = theme().scale(PageKind.ONE_PAGER, FitSetting(-2))
    dense = theme().scale(PageKind.ONE_PAGER, FitSetting(-2, PageArrangement.DENSE))
    assert (dense.body, dense.title, dense.panel_top) == (8.9, 28, ordinary.panel_top)
    assert (dense.hero, dense.figure, dense.word) == (50.4, 23.2, 13.8)
    assert (dense.gap_block, ordinary.gap_block) == (1.0, 1.5)


def test_what_a_level_does_not_say_the_next_larger_one_says() -> None:
    closest = theme().scale(PageKind.ONE_PAGER, FitSetting(-5, PageArrangement.COLUMNS))
    assert (closest.gap_title, closest.gap_paragraph, closest.figure_line) == (0.5, 0.25, 2.5)


def test_levels_come_with_the_largest_first() -> None:
    assert theme().levels(PageKind.CV) == (1, 0, -1, -2)
    assert theme().levels(PageKind.ONE_PAGER, "dense") == (3, 2, 1, 0, -1, -2, -3)
