"""Pages as pictures, and what was composed as Markdown."""

import io
import json
import re
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from PIL import Image
from tests.build.studies import study
from tests.end_to_end.command import run_casedoc, write_files
from tests.end_to_end.words import text_of_html

READER = MarkdownIt("commonmark").enable("table").use(footnote_plugin)
A4 = (210 / 25.4, 297 / 25.4)
LONG = "## Problem\n\n" + "Viele Worte stehen hier, und noch mehr. " * 240
SAMPLES = Path(__file__).parents[2] / "content"


def words(path: Path) -> set[str]:
    """The words that a browser shows, whatever divides them."""
    text = re.sub(r"\[\d+\]|↩︎|\u00ad", "", text_of_html(path))
    return {one.strip(".,:;()·") for one in text.split()}


def files_in(root: Path) -> set[str]:
    return {path.name for path in (root / "output").iterdir()} - {"manifest.json", "SHA256SUMS"}


@pytest.mark.parametrize(("asked", "dpi"), [((), 144), (("--dpi", "50"), 50)])
def test_each_page_is_a_picture(tmp_path: Path, asked: tuple[str, ...], dpi: int) -> None:
    write_files(tmp_path, {"content/a.md": study("A"), "content/b.md": study("B", body=LONG)})
    done = run_casedoc("build", "a", "b", "--format", "png", *asked, cwd=tmp_path)
    assert done.code == 0, done.err
    assert files_in(tmp_path) == {"a.de-1.png", "b.de-1.png", "b.de-2.png"}
    with Image.open(tmp_path / "output/a.de-1.png") as picture:
        assert picture.mode == "RGB"
        assert picture.width == pytest.approx(A4[0] * dpi, abs=1.5)
        assert picture.height == pytest.approx(A4[1] * dpi, abs=1.5)
        assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.1)
        assert len(picture.convert("L").getcolors() or ()) > 20
    entries = json.loads((tmp_path / "output/manifest.json").read_text())["files"]
    assert [one["format"] for one in entries] == ["png"] * 3


def test_pages_that_are_no_more_go_and_those_of_others_stay(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("A"), "content/b.md": study("B", body=LONG)})
    assert run_casedoc("build", "a", "b", "--format", "png", cwd=tmp_path).code == 0
    write_files(tmp_path, {"output/b.de-9.png": "mine", "content/b.md": study("B")})
    assert run_casedoc("build", "b", "--format", "png", cwd=tmp_path).code == 0
    assert files_in(tmp_path) == {"a.de-1.png", "b.de-1.png", "b.de-9.png"}


def test_nothing_changed_nothing_is_drawn(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/a.md": study("A")})
    asked = ("build", "a", "--format", "png", "--format", "pdf")
    assert run_casedoc(*asked, cwd=tmp_path).code == 0
    again = run_casedoc(*asked, cwd=tmp_path)
    assert "2 files" in again.out
    # Another resolution is another picture, and no other PDF.
    other = run_casedoc(*asked, "--dpi", "60", cwd=tmp_path)
    assert "a.de-1.png" in other.out
    with Image.open(io.BytesIO((tmp_path / "output/a.de-1.png").read_bytes())) as picture:
        assert picture.width < 500


@pytest.mark.parametrize("dpi", ["17", "1201", "many"])
def test_impossible_resolutions_are_told(tmp_path: Path, dpi: str) -> None:
    write_files(tmp_path, {"content/a.md": study("A")})
    done = run_casedoc("build", "--format", "png", "--dpi", dpi, cwd=tmp_path)
    assert done.code == 2
    assert "--dpi" in done.err


@pytest.fixture(scope="module")
def markdown(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All documents of the samples as Markdown and as HTML."""
    root = tmp_path_factory.mktemp("markdown")
    (root / "content").symlink_to(SAMPLES)
    asked = ("--format", "md", "--format", "html", "--lang", "all")
    done = run_casedoc("build", *asked, "-o", str(root / "output"), cwd=SAMPLES.parent)
    assert done.code == 0, done.err
    return root / "output"


def test_markdown_says_what_the_page_says(markdown: Path) -> None:
    files = sorted(markdown.glob("*.md"))
    assert len(files) == 16
    for file in files:
        text = file.read_text("utf-8")
        assert "\u00ad" not in text
        assert "\u202f" not in text
        parsed = markdown / f"{file.name}.html"
        parsed.write_text(READER.render(text), encoding="utf-8")
        page = file.with_suffix(".html")
        pictures = re.findall(r'alt="([^"]*)"', page.read_text("utf-8"))
        said, shown = words(parsed), " ".join([text_of_html(page), *pictures])
        assert len(said) > 50
        shown = shown.replace("\u00ad", "").replace("\u202f", "\u00a0")
        assert [one for one in sorted(said) if one not in shown] == [], file.name
