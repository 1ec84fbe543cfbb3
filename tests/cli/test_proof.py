"""`casedoc proof`, and how thoroughly `casedoc build` proves."""

import base64
import io
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pikepdf
import pytest
from PIL import Image
from tests.end_to_end.command import run_casedoc, write_files

STUDY = "---\ntitle: Eins\ntechnologies: [Helm]\n---\n\n## Lösung\n\nEin Satz für das Papier.\n"
WITHOUT = """
import importlib.util
found = importlib.util.find_spec
importlib.util.find_spec = lambda name, *more: None if name == "page" else found(name, *more)
"""
"""What Python reads when it starts: the validator is not installed."""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A workspace with one printed study."""
    write_files(tmp_path, {"casedoc.toml": "", "content/one.md": STUDY})
    assert run_casedoc("build", "one", cwd=tmp_path).code == 0
    return tmp_path


def spoil(file: Path) -> None:
    """Move a line of a file off its page."""
    with pikepdf.open(file, allow_overwriting_input=True) as pdf:
        contents = pdf.pages[0].Contents.read_bytes()
        sentence = max(re.findall(rb"\[[^\]]*\] TJ", contents), key=len)
        before, after = contents.split(sentence)
        place = [*re.finditer(rb"1 0 0 -1 ([\d.]+) ([\d.]+) Tm", before)][-1]
        moved = b"1 0 0 -1 %f %s Tm" % (float(place[1]) + 800, place[2])
        pdf.pages[0].Contents.write(
            before[: place.start()] + moved + before[place.end() :] + sentence + after
        )
        pdf.save(file)


def test_good_files_are_proven(samples: Path) -> None:
    files = sorted((samples / "output").glob("*.pdf"))
    done = run_casedoc("proof", *files, cwd=samples)
    assert (done.code, done.err) == (0, "")
    assert done.out == f"nothing wrong with {len(files)} files\n"


def test_what_was_looked_at_is_told(samples: Path) -> None:
    file = samples / "output" / "k8s-migration.de.pdf"
    done = run_casedoc("proof", file, "--output-format", "json", cwd=samples)
    (told,) = json.loads(done.out)["files"]
    assert (told["pages"], told["standards"]) == (1, ["PDF/A-2a", "PDF/UA-1"])
    assert told["words_compared"]
    checks = {one["name"]: one["passed"] for one in told["checks"]}
    assert checks.keys() == {
        "structure",
        "fonts",
        "links",
        "metadata",
        "geometry",
        "words",
        "pages",
        "attachments",
        "reading",
        "standards",
        "other reader",
    }
    assert all(checks.values())


def test_others_are_told_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Hello")
    done = run_casedoc("proof", "notes.txt", "gone.pdf", "--output-format", "json", cwd=tmp_path)
    told = json.loads(done.out)["diagnostics"]
    assert done.code == 1
    assert [(one["code"], one["path"]) for one in told] == [
        ("CD650", "notes.txt"),
        ("CD650", "gone.pdf"),
    ]
    assert told[1]["message"] == "`gone.pdf` can't be read: there is no such file"


def test_a_changed_file_is_still_known(built: Path) -> None:
    """Whatever it is called by now: the words are compared, and lead back to the source."""
    file = built / "sent to a client.pdf"
    shutil.copyfile(built / "output" / "one.de.pdf", file)
    assert run_casedoc("proof", file, cwd=built).code == 0
    spoil(file)
    done = run_casedoc("proof", file, "--report", "report.html", cwd=built)
    assert done.code == 1
    assert done.complaints == [("CD656", "content/one.md", 8)]
    assert "Ein Satz für das Papier." in done.err
    assert "sent to a client.pdf" in done.err


def test_the_report_shows_the_place(built: Path) -> None:
    spoil(built / "output" / "one.de.pdf")
    run_casedoc("proof", "output/one.de.pdf", "--report", "report.html", cwd=built)
    html = (built / "report.html").read_text()
    picture = re.search(r'src="data:image/png;base64,([^"]+)"', html)
    assert picture is not None
    width, height = Image.open(io.BytesIO(base64.b64decode(picture[1]))).size
    assert height / width == pytest.approx(297 / 210, rel=0.01)
    left = re.search(r'<span class="error" style="left: ([\d.]+)%; top: ([\d.]+)%', html)
    assert left is not None
    assert float(left[1]) > 100
    assert 0 < float(left[2]) < 100
    assert "stands off the page" in html
    assert "content/one.md:8" in html
    assert '<p class="passed">fonts: passed</p>' in html


def test_what_is_not_kept_is_not_compared(built: Path) -> None:
    shutil.rmtree(built / ".casedoc")
    done = run_casedoc("proof", "output/one.de.pdf", cwd=built)
    assert (done.code, done.complaints) == (0, [("CD660", "output/one.de.pdf", 1)])
    assert run_casedoc("proof", "output/one.de.pdf", "--strict", cwd=built).code == 3


@pytest.mark.parametrize(
    ("options", "variables", "code", "complaints"),
    [
        (("--proof", "full"), {}, 4, ["CD660"]),
        ((), {"CI": "true"}, 0, ["CD660"]),
        (("--proof", "quick"), {"CI": "true"}, 0, []),
        ((), {"CI": ""}, 0, []),
    ],
)
def test_without_the_validator(
    built: Path,
    options: tuple[str, ...],
    variables: dict[str, str],
    code: int,
    complaints: list[str],
) -> None:
    write_files(built, {"start/sitecustomize.py": WITHOUT})
    more = {"CI": "", **variables, "PYTHONPATH": str(built / "start")}
    done = run_casedoc("build", "one", *options, cwd=built, more=more)
    assert done.code == code, done.err
    assert [one for one, _path, _line in done.complaints] == complaints
    told = run_casedoc("proof", "output/one.de.pdf", cwd=built, more=more)
    assert [one for one, _path, _line in told.complaints] == ["CD660"]


def test_with_it(built: Path) -> None:
    assert run_casedoc("build", "one", "--proof", "full", cwd=built).code == 0


def test_from_elsewhere_it_is_known_too(
    built: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    done = run_casedoc("proof", built / "output" / "one.de.pdf", cwd=elsewhere)
    assert (done.code, done.complaints) == (0, [])


def damaged(folder: Path, data: bytes) -> Iterator[Path]:
    """The same file, cut off, with bytes changed, and others that casedoc did not make."""
    chance = Random(7)  # noqa: S311 - the same each time
    for number in range(24):
        content = bytearray(data if number % 2 else data[: chance.randrange(2000, len(data))])
        for _change in range(30 if number % 2 else 0):
            content[chance.randrange(len(content))] = chance.randrange(256)
        (folder / f"{number}.pdf").write_bytes(content)
        yield folder / f"{number}.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(folder / "blank.pdf")
        pdf.save(folder / "locked.pdf", encryption=pikepdf.Encryption(user="a", owner="b"))
        font = {"/Type": pikepdf.Name.Font, "/Subtype": pikepdf.Name.Type1}
        fonts = {"/F1": pikepdf.Dictionary({**font, "/BaseFont": pikepdf.Name.Helvetica})}
        pdf.pages[0].obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
        pdf.pages[0].obj.Contents = pdf.make_stream(b"BT /F1 12 Tf 50 50 Td (Hello) Tj ET")
        pdf.save(folder / "simple.pdf")
    yield from (folder / name for name in ("blank.pdf", "locked.pdf", "simple.pdf"))


def test_whatever_is_damaged_is_told_and_nothing_breaks(built: Path) -> None:
    files = list(damaged(built, (built / "output" / "one.de.pdf").read_bytes()))
    report = ("--report", "report.html", "--output-format", "json")
    done = run_casedoc("proof", *files, *report, cwd=built)
    assert (done.code, done.err) == (1, "")
    told = {one["file"]: one for one in done.data["files"]}
    assert told.keys() == {file.as_posix() for file in files}
    wrong = [one for one in told.values() if not all(it["passed"] for it in one["checks"])]
    assert len(wrong) >= len(files) - 6
    locked = told[(built / "locked.pdf").as_posix()]["checks"]
    assert [it["code"] for one in locked for it in one["findings"]] == ["CD650"]
