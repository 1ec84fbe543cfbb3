"""Every kind of bad input at once: one clear diagnostic each, and the good files are made."""

import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from PIL import Image
from tests.conftest import made_once
from tests.end_to_end.command import (
    Finished,
    environment,
    like_anybody,
    run_casedoc,
    sums_of,
    write_files,
)
from tests.end_to_end.words import text_by_pdfium

HERE = Path(__file__).parent / "bad_input"
GOOD = (HERE / "content" / "good.md").read_text(encoding="utf-8")
MEGABYTE = 1_000_000

EXPECTED = [
    ("CD101", "content/link-outward.md", 1),
    ("CD101", "content/unreadable.md", 1),
    ("CD102", "content/ten-megabytes.md", 1),
    ("CD103", "content/not-utf8.md", 5),
    ("CD104", "content/nul-byte.md", 5),
    ("CD110", "content/never-closed.md", 1),
    ("CD111", "content/broken-toml.md", 3),
    ("CD111", "content/broken-yaml.md", 4),
    ("CD112", "content/key-twice.md", 3),
    ("CD113", "content/python-tag.md", 3),
    ("CD114", "content/alias-bomb.md", 6),
    ("CD115", "content/no-mapping.md", 2),
    ("CD120", "content/block-quotes.md", 5),
    ("CD121", "content/raw-html.md", 7),
    ("CD221", "content/impossible-date.md", 3),
    ("CD223", "content/reversed-period.md", 3),
    ("CD301", "content/empty.md", 1),
    ("CD301", "content/title-missing.md", 2),
    ("CD310", "content/slug-with-path.md", 3),
    ("CD311", "content/slug-reserved.md", 3),
    ("CD312", "content/twin-one.md", 1),
    ("CD312", "content/twin-two.md", 1),
    ("CD313", "content/unknown-language.md", 3),
    ("CD401", "content/javascript-link.md", 5),
    ("CD410", "content/image-missing.md", 5),
    ("CD411", "content/image-remote.md", 5),
    ("CD412", "content/image-link-outward.md", 5),
    ("CD412", "content/image-outside.md", 5),
    ("CD413", "content/image-broken.md", 5),
    ("CD501", "content/client-without-alias.md", 3),
    ("CD502", "content/client-named.md", 6),
    ("CD601", "content/glyph-missing.md", 5),
]
MADE = ("bom-and-crlf", "good", "read-from-toml")


def titled(title: str, body: str) -> str:
    """A file with front matter of three lines."""
    return f"---\ntitle: {title}\n---\n\n{body}\n"


def lay_out_bad_input(root: Path) -> None:
    """Copy the folder, and add what git can't keep."""
    shutil.copytree(HERE, root, dirs_exist_ok=True)
    outside = root.parent / f"outside-{root.name}"
    outside.mkdir()
    write_files(outside, {"secret.md": titled("Secret", "Do not read."), "secret.png": picture(4)})
    (root / "outside.png").symlink_to(outside / "secret.png")
    content = root / "content"
    (content / "link-outward.md").symlink_to(outside / "secret.md")
    (content / "outward.png").symlink_to(outside / "secret.png")
    write_files(
        content,
        {
            "bom-and-crlf.md": b"\xef\xbb\xbf" + GOOD.replace("\n", "\r\n").encode(),
            "not-utf8.md": titled("Latin-1", "Gr\u00fc\u00dfe").encode("latin-1"),
            "nul-byte.md": titled("NUL", "Ein\0Text"),
            "block-quotes.md": titled("Zitate", ">" * 3_000 + " Tief"),
            "ten-megabytes.md": titled("Viel", "Wort " * (2 * MEGABYTE)),
            "image-link-outward.md": titled("Verweis", "![Ein Plan](outward.png)"),
            "unreadable.md": titled("Verschlossen", "Ein Text."),
        },
    )
    (content / "unreadable.md").chmod(0)


def picture(side: int) -> bytes:
    """A picture of noise, which nothing can make smaller."""
    noise = random.Random(side).randbytes(side * side * 3)  # noqa: S311 - noise, no secret
    written = BytesIO()
    Image.frombytes("RGB", (side, side), noise).save(written, "PNG")
    return written.getvalue()


def build_bad_input(root: Path, *arguments: str) -> Finished:
    return run_casedoc("build", "--kind", "one-pager", *arguments, cwd=root, before=like_anybody)


def _keep(finished: Finished, root: Path) -> None:
    (root / "exit").write_text(str(finished.code))
    (root / "out").write_text(finished.out)
    (root / "err").write_text(finished.err)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything bad, built once; what the command said is kept beside it."""

    def make(root: Path) -> None:
        lay_out_bad_input(root)
        _keep(build_bad_input(root), root)

    return made_once(tmp_path_factory, "bad-input", make)


def said(root: Path) -> Finished:
    code, out, err = ((root / name).read_text() for name in ("exit", "out", "err"))
    return Finished(int(code), out, err)


def test_one_diagnostic_each(built: Path) -> None:
    finished = said(built)
    assert finished.code == 1
    assert finished.complaints == EXPECTED
    assert f"found {len(EXPECTED)} errors" in finished.err


def test_twins_name_both(built: Path) -> None:
    lines = [line for line in said(built).err.splitlines() if "CD312" in line]
    assert len(lines) == 2
    assert all("twin-one.md" in line and "twin-two.md" in line for line in lines)


def test_good_files_are_made_whole(built: Path) -> None:
    output = built / "output"
    names = {f"{slug}.de.pdf" for slug in MADE}
    assert {path.name for path in output.iterdir()} == {*names, "manifest.json", "SHA256SUMS"}
    assert set(sums_of(output)) == names
    for name in names:
        assert len(pypdf.PdfReader(output / name).pages) == 1
    assert "Aus TOML gelesen" in " ".join(text_by_pdfium(output / "read-from-toml.de.pdf").split())
    assert "70% weniger Zeit" in " ".join(
        text_by_pdfium(output / "bom-and-crlf.de.pdf").replace("\u00a0", "").split()
    ).replace("70 weniger Zeit %", "70% weniger Zeit")


def test_nothing_is_run_and_nothing_leaks(built: Path) -> None:
    assert not list(built.rglob("made-by-a-tag"))
    finished = said(built)
    assert "Do not read" not in finished.out + finished.err
    assert "Hafenlicht" not in finished.out + finished.err
    assert "Geheim" not in finished.out + finished.err


def test_the_same_in_json(tmp_path: Path) -> None:
    root = tmp_path / "json"
    lay_out_bad_input(root)
    finished = build_bad_input(root, "--output-format", "json")
    assert finished.code == 1
    assert finished.err == ""
    assert finished.data_complaints == EXPECTED
    assert [entry["file"] for entry in finished.data["documents"]] == [
        f"{slug}.de.pdf" for slug in MADE
    ]


def test_the_same_from_check(built: Path) -> None:
    finished = run_casedoc("check", cwd=built, before=like_anybody)
    assert finished.code == 1
    assert finished.complaints == EXPECTED


def test_nothing_selected(tmp_path: Path) -> None:
    finished = run_casedoc("build", "--featured", cwd=write_files(tmp_path, {"content/a.md": GOOD}))
    assert (finished.code, finished.complaints) == (1, [("CD702", "", 0)])
    assert not (tmp_path / "output").exists()


def test_no_content_at_all(tmp_path: Path) -> None:
    finished = run_casedoc("build", cwd=tmp_path)
    assert (finished.code, finished.complaints) == (1, [("CD702", "", 0)])


def test_a_file_name_that_is_no_text(tmp_path: Path) -> None:
    content = tmp_path / "content"
    content.mkdir()
    (content / os.fsdecode(b"caf\xe9.md")).write_text(GOOD.replace("2023-08", "2023-02-30"))
    (content / "good.md").write_text(GOOD)
    for form in ("text", "json"):
        finished = run_casedoc("check", "--output-format", form, cwd=tmp_path)
        assert finished.code == 1, finished.err
        assert "CD221" in finished.out


BOMB_SQUAD = """
import math, resource, sys
from pathlib import Path
from casedoc.base.disk import DiskWorld
from casedoc.build.project import read_project
used = resource.getrusage(resource.RUSAGE_SELF)
seconds = math.ceil(used.ru_utime + used.ru_stime) + 1
memory = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
resource.setrlimit(resource.RLIMIT_AS, (memory + 64_000_000, memory + 64_000_000))
for file in read_project(DiskWorld(Path(sys.argv[1])), None).files:
    print(*(f"{one.code.number}:{one.span.line}" for one in file.diagnostics))
"""
"""Reads a workspace with a second of a processor and 64 MB of memory."""


def test_an_alias_bomb_costs_next_to_nothing(tmp_path: Path) -> None:
    bomb = (HERE / "content" / "alias-bomb.md").read_text(encoding="utf-8")
    wide = "---\ntitle: x\na: &a [" + "x, " * 300_000 + "x]\n---\n"
    root = write_files(tmp_path, {"content/bomb.md": bomb, "content/wide.md": wide})
    program = [sys.executable, "-c", BOMB_SQUAD, str(root)]
    done = subprocess.run(program, env=environment(), capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "CD114:6\nCD114:3\n"), done.stderr


def write_protected(folder: Path) -> None:
    """Take the right to write away."""
    folder.chmod(0o555)


def test_a_read_only_output_folder(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"content/good.md": GOOD, "output/good.de.pdf": "older"})
    write_protected(root / "output")
    finished = build_bad_input(root)
    assert finished.code == 1
    assert {code for code, _path, _line in finished.complaints} == {"CD703"}
    assert "permission denied" in finished.err
    assert (root / "output" / "good.de.pdf").read_text() == "older"


def test_a_folder_in_which_no_output_folder_can_be_made(tmp_path: Path) -> None:
    root = write_files(tmp_path, {"content/good.md": GOOD})
    write_protected(root)
    finished = build_bad_input(root)
    assert (finished.code, finished.complaints) == (1, [("CD703", "", 0)])


def files_of_at_most(size: int) -> Callable[[], None]:
    """Let writing fail behind `size` bytes, as on a full disk."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


def test_a_full_disk_costs_one_document_and_no_older_file(tmp_path: Path) -> None:
    body = "## Problem\n\n![Rauschen](noise.png)\n\nEin Bild, das viel Platz braucht."
    root = write_files(
        tmp_path,
        {
            "content/good.md": GOOD,
            "content/large.md": titled("Ein großes Bild", body),
            "content/noise.png": picture(600),
            "output/large.de.pdf": "older",
        },
    )
    finished = run_casedoc(
        "build", "--kind", "one-pager", cwd=root, before=files_of_at_most(700_000)
    )
    assert (finished.code, finished.complaints) == (1, [("CD703", "", 0)])
    assert "file too large" in finished.err
    output = root / "output"
    assert (output / "large.de.pdf").read_text() == "older"
    assert len(pypdf.PdfReader(output / "good.de.pdf").pages) == 1
    assert sorted(path.name for path in output.iterdir()) == [
        "SHA256SUMS", "good.de.pdf", "large.de.pdf", "manifest.json"
    ]  # fmt: skip
    assert set(sums_of(output)) == {"good.de.pdf"}
