"""What a golden test notices, what it tells, and who may write golden pages anew."""

import os
import subprocess
import sys
from pathlib import Path

from PIL import Image, ImageDraw
from tests.conftest import REPOSITORY
from tests.golden.picture import MOST_SHARE, cropped, read_picture, share_of_difference, stored
from tests.golden.record import differences, read_record, write_record
from tests.golden.report import Compared, Report
from tests.pages.printed import Box, PrintedPage, Shape, Word

INK = (22, 24, 29)


def word(text: str, left: float = 10, top: float = 20, **changed: object) -> Word:
    """A word of 30 by 10 points."""
    box = Box(left, top, left + 30, top + 10)
    fields = {"baseline": top + 8, "size": 9.3, "font": "CD-Sans", "colour": INK, **changed}
    return Word(text, box, box, **fields)  # type: ignore[arg-type]


def record(
    *words: Word, shapes: tuple[Shape, ...] = (), pages: int = 1, head: str = "fit 0"
) -> str:
    """The record of some pages that are all alike."""
    return write_record(
        (head,), [PrintedPage(n, 595.3, 841.9, words, shapes) for n in range(1, pages + 1)]
    )


def rule(top: float, colour: tuple[int, int, int] = INK) -> Shape:
    return Shape("rule", Box(10, top, 100, top + 0.75), colour)


BEFORE = record(word("Problem"), word("gelöst", 50))


def test_the_same_is_the_same() -> None:
    assert differences(BEFORE, BEFORE) == []


def test_a_record_keeps_words_shapes_and_places() -> None:
    read = read_record(record(word("70\u00a0%"), shapes=(rule(5),)))
    ((words, shapes),) = read.pages
    assert read.head == ("fit 0",)
    assert [(one.what, one.box) for one in words[1:]] == [("70\u00a0%", (10, 20, 40, 30))]
    assert words[1].style == "9.30 CD-Sans #16181d"
    assert [(one.what, one.style) for one in shapes] == [("rule", "#16181d")]


def test_the_count_of_pages_comes_first() -> None:
    found = differences(BEFORE, record(word("Problem"), word("anders", 50), pages=2))
    assert found == ["2 pages, not 1", "page 1: `anders` in place of `gelöst`"]


def test_a_word_less_and_a_word_more_are_told() -> None:
    assert differences(BEFORE, record(word("Problem"))) == ["page 1: `gelöst` is gone"]
    more = record(word("Problem"), word("gelöst", 50), word("endlich", 90))
    assert differences(BEFORE, more) == ["page 1: `endlich` in place of ``"]


def test_a_word_elsewhere_is_told_beyond_the_tolerance() -> None:
    assert differences(BEFORE, record(word("Problem", 10.3), word("gelöst", 50))) == []
    (found,) = differences(BEFORE, record(word("Problem", 10.4), word("gelöst", 50)))
    assert found == "page 1: `Problem` moved from 10.0–40.0, 20.0–30.0 to 10.4–40.4, 20.0–30.0"


def test_another_size_font_or_colour_is_told() -> None:
    for changed in ({"size": 9.1}, {"font": "CD-Display"}, {"colour": (1, 2, 3)}):
        (found,) = differences(BEFORE, record(word("Problem", **changed), word("gelöst", 50)))
        assert found.startswith("page 1: `Problem` is ")


def test_a_rule_that_goes_moves_or_changes_colour_is_told() -> None:
    before = record(word("Problem"), shapes=(rule(5), rule(50)))
    assert differences(before, record(word("Problem"), shapes=(rule(5),))) == [
        "page 1: `rule` is gone"
    ]
    assert "moved" in differences(before, record(word("Problem"), shapes=(rule(5), rule(51))))[0]
    painted = record(word("Problem"), shapes=(rule(5), rule(50, (200, 0, 0))))
    assert differences(before, painted) == ["page 1: `rule` is #c80000, not #16181d"]


def test_another_setting_is_told() -> None:
    assert differences(BEFORE, record(word("Problem"), word("gelöst", 50), head="fit -1")) == [
        "now `fit -1`",
        "no longer `fit 0`",
    ]


def page(colour: tuple[int, int, int] = INK, left: int = 40) -> Image.Image:
    """A page with a bar on it."""
    picture = Image.new("RGB", (413, 585), "white")
    ImageDraw.Draw(picture).rectangle((left, 40, left + 60, 43), fill=colour)
    return picture


def test_pictures_of_few_colours_are_still_the_same(tmp_path: Path) -> None:
    file = tmp_path / "page.png"
    file.write_bytes(stored(page()))
    assert read_picture(file).size == (413, 47)
    assert share_of_difference(read_picture(file), cropped(page())) == 0


def test_a_bar_in_another_colour_is_another_picture() -> None:
    assert share_of_difference(page(), page((200, 24, 29))) > MOST_SHARE
    assert share_of_difference(page(), page(left=100)) > MOST_SHARE


def test_the_report_shows_before_after_and_difference(tmp_path: Path) -> None:
    report = Report(tmp_path / "golden")
    report.tell("one.de.beleg", ["`a` moved & more"], [Compared(1, page(), page(left=80))])
    report.tell("two.de.beleg", ["2 pages, not 1"], [Compared(2, None, page())])
    html = report.index.read_text("utf-8")
    assert "differ: 2" in html
    assert "`a` moved &amp; more" in html
    sources = [line for line in html.split('"') if line.endswith(".png")]
    assert sources == [
        "one.de.beleg/1-before.png",
        "one.de.beleg/1-after.png",
        "one.de.beleg/1-difference.png",
        "two.de.beleg/2-after.png",
    ]
    assert [name for name in sources if not (report.folder / name).exists()] == []
    difference = read_picture(report.folder / sources[2])
    assert {difference.getpixel((50, 41)), difference.getpixel((130, 41))} == {(220, 0, 0)}


def test_a_case_that_is_right_again_leaves_the_report(tmp_path: Path) -> None:
    report = Report(tmp_path / "golden")
    report.forget("never.told")
    report.tell("one.de.beleg", ["gone"], [])
    report.forget("one.de.beleg")
    assert "differ: 0" in report.index.read_text("utf-8")
    assert not (report.folder / "one.de.beleg").exists()


def run_pytest(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run pytest on the cheapest file of this folder."""
    command = (sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", *arguments)
    clean = {k: v for k, v in os.environ.items() if k != "CI" and not k.startswith("PYTEST")}
    return subprocess.run(
        command,
        cwd=REPOSITORY,
        env=clean | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_where_ci_runs_nothing_is_written_anew() -> None:
    target = ("tests/golden", "-k", "the_same_is")
    refused = run_pytest(*target, "--update-goldens", CI="true")
    assert refused.returncode == 4
    assert "CI compares" in refused.stderr
    assert run_pytest(*target, "--update-goldens").returncode == 0
    assert run_pytest(*target, CI="true").returncode == 0
