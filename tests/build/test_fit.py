"""How large documents are set, shown with real texts and real layouts."""

import re
from pathlib import Path

import pytest
from tests.build.generated_studies import generated_study
from tests.build.studies import BODY, codes_of, study, workspace_at

from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.kinds import DocumentKind
from casedoc.build.one_pager_fit import STEPS
from casedoc.build.request import BuildRequest
from casedoc.markup.kind import PageKind
from casedoc.markup.theme_file import LEVELS

SENTENCE = "Die Umstellung lief Schritt für Schritt, und jeder Schritt ließ sich zurücknehmen. "


def build_text(root: Path, sentences: int, settings: str = "") -> BuildReport:
    """Build a one-pager whose text has so many sentences."""
    long = f"## Lösung\n\n{SENTENCE * sentences}\n\n{BODY}"
    files = {"content/one.md": study("Eins", body=long), "casedoc.toml": settings}
    kinds = (DocumentKind.ONE_PAGER,)
    return build(workspace_at(root, files), BuildRequest(kinds=kinds, jobs=1))


ORDER = ("poster", "", "dense", "columns")


def level_of(report: BuildReport) -> tuple[int, int]:
    """How small it is set: first by arrangement, then by level."""
    (entry,) = report.documents
    level, *arrangement = entry["fit"].split()
    return ORDER.index("".join(arrangement)), -int(level)


def test_every_theme_has_the_levels_that_are_tried() -> None:
    one_pager = {
        (PageKind.ONE_PAGER, setting.arrangement.value, setting.level) for setting in STEPS
    }
    known = {(*key, level) for key, levels in LEVELS.items() for level in levels}
    assert one_pager == {one for one in known if one[0] is PageKind.ONE_PAGER}


def test_a_short_text_is_set_as_large_as_can_be(tmp_path: Path) -> None:
    report = build_text(tmp_path, 1)
    assert codes_of(report.diagnostics) == []
    assert report.documents[0]["fit"].endswith("poster")


def test_longer_texts_are_set_smaller_and_never_on_two_pages_while_one_will_do(
    tmp_path: Path,
) -> None:
    levels = []
    for sentences in (1, 12, 24, 36, 42, 48, 60):
        report = build_text(tmp_path / str(sentences), sentences)
        if report.documents[0]["pages"] == 1:
            levels.append(level_of(report))
        else:
            assert codes_of(report.diagnostics) == ["CD602"]
            break
    assert levels == sorted(levels)
    assert {arrangement for arrangement, _level in levels} >= {0, 1, 3}


def test_a_text_that_is_too_long_runs_on_with_a_warning(tmp_path: Path) -> None:
    report = build_text(tmp_path, 120)
    (found,) = report.diagnostics
    assert (found.code.number, found.is_error) == ("CD602", False)
    assert found.span is not None
    assert found.span.path == "content/one.md"
    assert "runs on to 2 pages" in found.message
    assert re.search(r"^about \d+ lines too long for one page", found.message)
    assert re.search(r"`Lösung` \(\d+ lines\)", str(found.hint))
    assert report.documents[0]["pages"] == 2


@pytest.mark.parametrize(("words", "language", "seed"), [(1260, "en", 735), (1320, "de", 738)])
def test_no_page_is_begun_for_a_few_lines(
    tmp_path: Path, words: int, language: str, seed: int
) -> None:
    text = generated_study(words, language, seed).text
    files = {f"content/{language}/one.md": text, "casedoc.toml": f'languages = ["{language}"]\n'}
    request = BuildRequest(kinds=(DocumentKind.ONE_PAGER,), jobs=1)
    (entry,) = build(workspace_at(tmp_path, files), request).documents
    assert entry["pages"] == 2


def test_overflow_can_be_an_error_that_costs_no_older_file(tmp_path: Path) -> None:
    build_text(tmp_path, 1)
    before = (tmp_path / "output" / "one.de.pdf").read_bytes()
    report = build_text(tmp_path, 120, '[one-pager]\noverflow = "error"\n')
    (found,) = report.diagnostics
    assert (found.code.number, found.is_error, report.documents) == ("CD602", True, ())
    assert (tmp_path / "output" / "one.de.pdf").read_bytes() == before


@pytest.mark.parametrize("level", [0, -3])
def test_a_booklet_keeps_its_level(tmp_path: Path, level: int) -> None:
    files = {"content/one.md": study("Eins"), "casedoc.toml": f"[booklet]\nlevel = {level}\n"}
    request = BuildRequest(kinds=(DocumentKind.BOOKLET,), jobs=1)
    (entry,) = build(workspace_at(tmp_path, files), request).documents
    assert entry["fit"] == str(level)
