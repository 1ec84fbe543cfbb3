import pytest
from tests.markup import portfolio
from tests.markup.curriculum import GERMAN_CV
from tests.markup.samples import one_pager, theme_world

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.markup.theme import Theme, ThemeChoice, load_theme
from casedoc.markup.theme_logo import Logo
from casedoc.view.booklet import BookletView
from casedoc.view.cv import CvView
from casedoc.view.one_pager import OnePagerView

PLACE = Span.within("casedoc.toml", 4, 8, 17)
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {} {}"><path d="M0 0h9v9"/></svg>'


def world(width: int = 120, height: int = 40) -> MemoryWorld:
    return theme_world(**{"images/logo.svg": DRAWING.format(width, height)})


def loaded(world: MemoryWorld, alt: str = "", cover: str = "light") -> Theme:
    logo = Logo("images/logo.svg", alt, PLACE)
    outcome = load_theme(world, ThemeChoice(logo=logo, cover=cover))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def html_of(
    view: OnePagerView | BookletView | CvView,
    alt: str = "",
    cover: str = "light",
    size: tuple[int, int] = (120, 40),
) -> str:
    theme = loaded(world(*size), alt, cover)
    outcome = render_page(view, theme, FitSetting(), world(*size))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert ("file:///_project_/images/logo.svg" in outcome.value.resources) == (
        "logo.svg" in outcome.value.html
    )
    return outcome.value.html


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (None, Code.IMAGE_MISSING, "no such file"),
        (b"\x89PNG\r\n\x1a\nhalf", Code.IMAGE_BROKEN, "can't be printed"),
        (b"<svg", Code.IMAGE_BROKEN, "can't be printed"),
    ],
)
def test_a_logo_that_cannot_be_printed_is_an_error_in_the_settings(
    content: bytes | None, code: Code, word: str
) -> None:
    files = dict(theme_world().files)
    if content is not None:
        files["logo.png"] = content
    outcome = load_theme(MemoryWorld(files), ThemeChoice(logo=Logo("logo.png", "", PLACE)))
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.code, found.span) == (code, PLACE)
    assert word in found.message


def test_it_is_printed_once_in_each_kind_of_document() -> None:
    views = (one_pager(), portfolio.booklet(portfolio.WAREHOUSE), GERMAN_CV)
    assert [html_of(view).count('class="logo__image"') for view in views] == [1, 1, 1]


def test_on_the_accent_it_is_left_out() -> None:
    assert "logo.svg" not in html_of(portfolio.booklet(portfolio.WAREHOUSE), cover="solid")


def test_it_is_read_out_as_the_author_s_name_unless_settings_say_otherwise() -> None:
    view = one_pager()
    assert view.author
    assert f'alt="{view.author}"' in html_of(view)
    assert 'alt="Studio &lt;A&gt;"' in html_of(view, alt="Studio <A>")


@pytest.mark.parametrize(
    ("size", "style"),
    [
        # A line high, and three times as wide.
        ((120, 40), "--logo-width: 13.5mm; --logo-height: 4.5mm"),
        # No wider than its column.
        ((4000, 40), "--logo-width: 55mm; --logo-height: 0.55mm"),
    ],
)
def test_it_keeps_its_proportions(size: tuple[int, int], style: str) -> None:
    assert style in html_of(one_pager(), size=size)
