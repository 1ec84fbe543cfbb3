"""Small case studies with one peculiarity each, and exactly what is said of them.

What is expected stands in the files, as `<!-- expect: CD121 8:16 -->` (code, line, column); where a
comment can't stand, as in broken front matter, in a file `NAME.expected` beside them.
"""

import io
import re
from pathlib import Path

import pytest
from PIL import Image

from casedoc.base.memory import MemoryWorld
from casedoc.build.project import ContentFile, read_project
from casedoc.view.compose_booklet import compose_booklet
from casedoc.view.compose_cv import compose_cv

FOLDER = Path(__file__).parent
FILES = sorted(FOLDER.glob("*.md"))
EXPECTATION = re.compile(r"<!-- expect: (CD\d{3} \d+:\d+) -->")


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.effect_noise((64, 64), 50).save(buffer, "PNG")
    return buffer.getvalue()


IMAGES = {
    "content/de/images/chart.png": picture(),
    "content/de/images/cut.png": picture()[:900],
    "content/de/images/plain.svg": b'<svg xmlns="http://www.w3.org/2000/svg"></svg>',
}


def expectations(path: Path) -> list[str]:
    beside = path.with_suffix(".expected")
    if beside.exists():
        return beside.read_text(encoding="utf-8").splitlines()
    return EXPECTATION.findall(path.read_text(encoding="utf-8"))


def read(path: Path) -> ContentFile:
    world = MemoryWorld({f"content/de/{path.name}": path.read_bytes(), **IMAGES})
    [file] = read_project(world, ("de", "en")).files
    return file


def brief(file: ContentFile) -> list[str]:
    spans = [(one.code.number, one.span) for one in file.diagnostics]
    return [f"{code} {span.line}:{span.column}" for code, span in spans if span is not None]


def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 30
    assert len({code.split()[0] for path in FILES for code in expectations(path)}) >= 25


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
