"""Small case studies with one peculiarity each, and exactly what is said of them.

What is expected stands in the files, as `<!-- expect: CD121 8:16 -->` (code, line, column); where a
comment can't stand, as in broken front matter, in a file `NAME.expected` beside them. They are read
as `content/de/NAME.md`, those that end in `.en.md` as `content/en/NAME.en.md`.
"""

import io
import re
from functools import cache
from pathlib import Path

import pytest
from PIL import Image
from tests.end_to_end.command import run_casedoc, write_files
from tests.end_to_end.words import squashed, text_by_pdfium

from casedoc.base.memory import MemoryWorld
from casedoc.build.check import read_theme
from casedoc.build.content_file import ContentFile
from casedoc.build.coverage import with_coverage
from casedoc.build.project import read_project
from casedoc.build.workspace import open_workspace
from casedoc.source.element import Kind
from casedoc.typeface.font_set import FontSet
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.md"))
ONE_PAGERS = {
    "hugo-shortcodes": "de",
    "two-solutions": "en",
    "empty-body": "de",
}
"""Slugs of the studies that are printed on a page of their own, with their language."""
WORDS = (Kind.TEXT, Kind.CODE, Kind.CODE_BLOCK)
EXPECTATION = re.compile(r"<!-- expect: (CD\d{3} \d+:\d+) -->")


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(buffer, "PNG")
    return buffer.getvalue()


PICTURES = {
    "chart.png": picture(),
    "cut.png": picture()[:900],
    "plain.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
}
IMAGES = {
    f"content/{language}/images/{name}": content
    for language in ("de", "en")
    for name, content in PICTURES.items()
}


@cache
def fonts() -> FontSet:
    """The fonts of the built-in theme."""
    workspace = open_workspace(Path("/"), {}).value
    assert workspace is not None
    theme = read_theme(workspace).value
    assert theme is not None
    return theme.fonts


def place_of(path: Path) -> str:
    """Where a file stands in a workspace."""
    language = "en" if path.name.endswith(".en.md") else "de"
    return f"content/{language}/{path.name}"


def expectations(path: Path) -> list[str]:
    beside = path.with_suffix(".expected")
    if beside.exists():
        return beside.read_text(encoding="utf-8").splitlines()
    return EXPECTATION.findall(path.read_text(encoding="utf-8"))


@cache
def read(path: Path) -> ContentFile:
    world = MemoryWorld({place_of(path): path.read_bytes(), **IMAGES})
    [file] = with_coverage(read_project(world, ("de", "en")), fonts()).files
    return file


def brief(file: ContentFile) -> list[str]:
    spans = [(one.code.number, one.span) for one in file.diagnostics]
    return [f"{code} {span.line}:{span.column}" for code, span in spans if span is not None]


def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 80
    assert len([path for path in FILES if path.name.endswith(".en.md")]) >= 20
    assert len({code.split()[0] for path in FILES for code in expectations(path)}) >= 38


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_exactly_this_is_said(path: Path) -> None:
    file = read(path)
    assert sorted(expectations(path)) == sorted(brief(file))
    assert len(brief(file)) == len(file.diagnostics)


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_an_error_forbids_the_study_and_nothing_else_does(path: Path) -> None:
    file = read(path)
    assert any(one.is_error for one in file.diagnostics) == (file.study is None)
    if file.study is not None:
        assert compose_booklet([file.study], None, file.study.locale).value is not None
        assert len(compose_cv([file.study], None, file.study.locale).projects) == 1


def test_all_that_has_no_error_is_printed(tmp_path: Path) -> None:
    printable = [path for path in FILES if read(path).study is not None]
    contents = {place_of(path): path.read_bytes() for path in printable}
    write_files(tmp_path, {**contents, **IMAGES, "casedoc.toml": 'languages = ["de", "en"]\n'})
    booklets = run_casedoc("build", "--lang", "all", "--kind", "booklet", cwd=tmp_path)
    assert booklets.code == 0, booklets.err
    pages = run_casedoc("build", *ONE_PAGERS, "--lang", "all", cwd=tmp_path)
    assert pages.code == 0, pages.err
    names = {path.name for path in (tmp_path / "output").glob("*.pdf")}
    one_pagers = {f"{slug}.{language}.pdf" for slug, language in ONE_PAGERS.items()}
    assert names == {"portfolio.de.pdf", "portfolio.en.pdf", *one_pagers}
    for language in ("de", "en"):
        text = squashed(text_by_pdfium(tmp_path / "output" / f"portfolio.{language}.pdf"))
        for path in printable:
            if f"content/{language}/" in place_of(path):
                assert [word for word in words_of(path) if word not in text] == [], path.name


def words_of(path: Path) -> list[str]:
    """The words of a body, as the tree has them, and what typed values print."""
    file = read(path)
    assert file.source is not None
    assert file.study is not None
    blocks = file.source.blocks
    parts = [part.text for block in blocks for part in block.walk() if part.kind in WORDS]
    parts += [one.printed for one in file.study.values]
    return [squashed(word) for text in parts for word in text.split()]
