import re

import pytest
from tests.markup.samples import REPOSITORY, one_pager, theme_world

from casedoc.base.codes import Code
from casedoc.base.memory import MemoryWorld
from casedoc.base.span import Span
from casedoc.markup.render import render_page
from casedoc.markup.setting import FitSetting
from casedoc.markup.theme import Theme, ThemeChoice, load_theme
from casedoc.markup.tokens import font_sheet

PLEX = REPOSITORY / "fonts" / "ibm-plex-mono"
PLACES = {"fonts.text": Span.within("casedoc.toml", 7, 8, 5)}


def world(folder: str, *names: str) -> MemoryWorld:
    files = {f"fonts/{folder}/{name}": (PLEX / name).read_bytes() for name in names}
    return MemoryWorld({**theme_world().files, **files})


def loaded(world: MemoryWorld, **fonts: str) -> Theme:
    outcome = load_theme(world, ThemeChoice(fonts=fonts))
    assert outcome.value is not None
    return outcome.value


def test_a_folder_of_plain_files_is_a_family() -> None:
    mine = world("mine", "IBMPlexMono-Regular.woff", "IBMPlexMono-SemiBold.woff")
    theme = loaded(mine, display="mine")
    faces = {(face.weight, face.path) for face in theme.fonts.faces if face.family == "CD Display"}
    assert faces == {
        (400, "fonts/mine/IBMPlexMono-Regular.woff"),
        (600, "fonts/mine/IBMPlexMono-SemiBold.woff"),
    }


def test_no_installed_font_can_answer_for_a_chosen_one() -> None:
    mine = world("arial", "IBMPlexMono-Regular.woff", "IBMPlexMono-SemiBold.woff")
    theme = loaded(mine, text="arial", display="arial")
    names = set(re.findall('font-family: "(.*?)"', font_sheet(theme.fonts.faces)))
    assert names == {"CD Sans", "CD Display", "CD Mono"}


def test_what_is_not_chosen_is_neither_read_nor_embedded() -> None:
    mine = world("mine", "IBMPlexMono-Regular.woff", "IBMPlexMono-SemiBold.woff")
    broken = MemoryWorld({**mine.files, "fonts/ibm-plex-sans/FONT.toml": b"family ="})
    theme = loaded(broken, text="mine")
    outcome = render_page(one_pager(), theme, FitSetting(), broken)
    assert outcome.value is not None
    fonts = [address for address in outcome.value.resources if "/fonts/" in address]
    assert fonts
    assert not [address for address in fonts if "plex-sans" in address]


def test_baselines_and_indents_follow_the_font() -> None:
    theme = loaded(theme_world(), text="ibm-plex-mono", display="ibm-plex-sans")
    outcome = render_page(one_pager(), theme, FitSetting(), theme_world())
    assert outcome.value is not None
    computed = outcome.value.stylesheets[-1][1]
    assert "--space: 0.6em;" in computed
    assert "--dash-indent: 1.2em;" in computed
    assert "--display-baseline: 0.375;" in computed


@pytest.mark.parametrize(
    ("files", "lacking"),
    [
        (("IBMPlexMono-Regular.woff",), "no semi-bold or bold and no italic"),
        (("IBMPlexMono-SemiBold.woff",), "no regular and no italic"),
    ],
)
def test_what_a_family_lacks_is_told_in_the_settings(files: tuple[str, ...], lacking: str) -> None:
    choice = ThemeChoice(fonts={"text": "mine"}, places=PLACES)
    outcome = load_theme(world("mine", *files), choice)
    assert outcome.value is not None
    (found,) = outcome.diagnostics
    assert (found.code, found.span) == (Code.FONT_INCOMPLETE, PLACES["fonts.text"])
    assert found.message == f"the family `mine` has {lacking}"


def test_an_unknown_family_is_told_with_those_there_are() -> None:
    choice = ThemeChoice(fonts={"text": "ibm-plex-san"}, places=PLACES)
    outcome = load_theme(theme_world(), choice)
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert (found.code, found.span) == (Code.SETTING_INVALID, PLACES["fonts.text"])
    assert found.hint is not None
    assert found.hint.startswith("did you mean `ibm-plex-sans`? the folders in `fonts` are ")


def test_a_broken_family_is_told_at_its_file() -> None:
    outcome = load_theme(
        MemoryWorld({**theme_world().files, "fonts/mine/a.ttf": b"no font"}),
        ThemeChoice(fonts={"code": "mine"}),
    )
    assert outcome.value is None
    (found,) = outcome.diagnostics
    assert found.span is not None
    assert (found.code, found.span.path) == (Code.FILE_UNREADABLE, "fonts/mine/a.ttf")
