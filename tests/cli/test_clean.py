"""What casedoc made goes again, and nothing else."""

from pathlib import Path

from tests.build.studies import study
from tests.end_to_end.command import run_casedoc, write_files

ASKED = ("build", "--format", "html", "--kind", "one-pager")
FILES = {"content/de/a.md": study("A"), "content/de/b.md": study("B")}


def files_in(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def test_all_that_was_made_goes(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert run_casedoc(*ASKED, cwd=tmp_path).code == 0
    assert run_casedoc("check", cwd=tmp_path).code == 0
    assert len(files_in(tmp_path)) > 10
    done = run_casedoc("clean", cwd=tmp_path)
    assert done.code == 0
    assert "2 files of" in done.out
    assert files_in(tmp_path) == {*FILES}
    assert {path.name for path in tmp_path.iterdir()} == {"content"}
    assert run_casedoc("clean", cwd=tmp_path).out == "there is nothing to remove\n"


def test_what_is_not_casedoc_s_stays(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert run_casedoc(*ASKED, cwd=tmp_path).code == 0
    mine = {"output/a.de.html": "mine now", "output/notes.txt": "mine", ".casedoc/cache/mine": ""}
    write_files(tmp_path, mine)
    assert run_casedoc("clean", cwd=tmp_path).code == 0
    assert files_in(tmp_path) == {*FILES, *mine}


def test_the_cache_alone_goes(tmp_path: Path) -> None:
    write_files(tmp_path, FILES)
    assert run_casedoc(*ASKED, cwd=tmp_path).code == 0
    made = {name for name in files_in(tmp_path) if name.startswith("output/")}
    assert run_casedoc("clean", "--cache", cwd=tmp_path).code == 0
    assert files_in(tmp_path) == {*FILES, *made}


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    write_files(tmp_path, {**FILES, "elsewhere/build-1.sealed": "not in the cache"})
    (tmp_path / ".casedoc").mkdir()
    (tmp_path / ".casedoc/cache").symlink_to(tmp_path / "elsewhere")
    assert run_casedoc("clean", cwd=tmp_path).code == 0
    assert "elsewhere/build-1.sealed" in files_in(tmp_path)
