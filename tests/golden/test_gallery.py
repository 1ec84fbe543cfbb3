"""The gallery shows every page kind in both languages and themes, and says what was measured."""

from pathlib import Path

from tests.golden.cases import LANGUAGES, THEMES
from tests.golden.gallery import cases, page_of, show

from casedoc.build.kinds import DocumentKind


def test_every_kind_is_shown_in_each_language_and_theme() -> None:
    shown = {(case.kind, case.language, case.theme) for case in cases()}
    wanted = {
        (kind, language, theme)
        for kind in DocumentKind
        for language in LANGUAGES
        for theme in THEMES
    }
    assert shown == wanted


def test_below_a_picture_stands_what_was_measured(tmp_path: Path) -> None:
    case = next(case for case in cases() if case.id == "pages.run-on.de.beleg")
    shown = show(case, tmp_path)
    page = page_of([shown])
    assert [(tmp_path / name).exists() for name in shown.pictures] == [True, True]
    assert "columns · 2 pages · last page filled 0." in page
    assert "CD602" in page
    assert page.count("<figure>") == 2
