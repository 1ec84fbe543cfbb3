"""Whatever goes wrong, nothing is lost, and the next build repairs all."""

import os
import resource
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.build.studies import codes_of, study, workspace_at
from tests.conftest import made_once
from tests.end_to_end.command import (
    command_line,
    environment,
    like_anybody,
    run_casedoc,
    write_files,
)
from tests.end_to_end.test_kill import members

from casedoc.base.outcome import Outcome
from casedoc.base.world import World
from casedoc.build import office
from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.cache import FOLDER
from casedoc.build.chapter import Chapter
from casedoc.build.chapters import chapter_of
from casedoc.build.document import make
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind
from casedoc.build.made import Made
from casedoc.build.request import BuildRequest
from casedoc.markup.theme import Theme
from casedoc.view.booklet import BookletView

SLUGS = ("four", "one", "three", "two")
FILES = {f"content/de/{slug}.md": study(slug.title()) for slug in SLUGS}
NAMES = {f"{slug}.de.pdf" for slug in SLUGS}
ASKED = ("build", "--kind", "one-pager", "--jobs", "2")


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace that was built without any trouble."""

    def make_it(root: Path) -> None:
        write_files(root, FILES)
        assert run_casedoc(*ASKED, cwd=root).code == 0

    return made_once(tmp_path_factory, "whole", make_it)


def outputs(root: Path) -> dict[str, bytes]:
    folder = root / "output"
    return {path.name: path.read_bytes() for path in folder.iterdir()} if folder.exists() else {}


def build_in_workers(root: Path, timeout: float | None = None) -> BuildReport:
    request = BuildRequest(
        kinds=(DocumentKind.ONE_PAGER,), jobs=2, timeout=timeout, remembers=True, recalls=True
    )
    return build(workspace_at(root, FILES), request)


def troubled(slug: str, trouble: Callable[[], None]) -> Callable[..., Made]:
    """Make documents, with trouble over one of them."""

    def make_or_not(job: Job, theme: Theme, world: World, *more: Any) -> Made:  # noqa: ANN401
        if job.studies[0].slug == slug:
            trouble()
        return make(job, theme, world, *more)

    return make_or_not


def kill_oneself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


# The first document is made by the process that the workers are forked from.
@pytest.mark.parametrize("slug", [SLUGS[0], SLUGS[2]])
def test_a_process_that_is_killed_costs_its_document_only(
    tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch, slug: str
) -> None:
    monkeypatch.setattr(office, "make", troubled(slug, kill_oneself))
    report = build_in_workers(tmp_path)
    assert codes_of(report.diagnostics) == ["CD603"]
    assert {entry["file"] for entry in report.documents} == NAMES - {f"{slug}.de.pdf"}
    monkeypatch.undo()
    report = build_in_workers(tmp_path)
    assert report.kept == NAMES - {f"{slug}.de.pdf"}
    assert outputs(tmp_path) == outputs(whole)


def test_a_document_that_takes_too_long_costs_itself_only(
    tmp_path: Path, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "make", troubled("one", lambda: time.sleep(60)))
    report = build_in_workers(tmp_path, timeout=4)
    assert codes_of(report.diagnostics) == ["CD603"]
    assert "in 4 seconds" in report.diagnostics[0].message
    assert {entry["file"] for entry in report.documents} == NAMES - {"one.de.pdf"}
    monkeypatch.undo()
    build_in_workers(tmp_path, timeout=60)
    assert outputs(tmp_path) == outputs(whole)


def test_a_worker_that_is_killed_over_a_chapter_costs_the_booklet_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = tmp_path / "there"
    there.mkdir()
    marker = tmp_path / "was-killed"

    def set_or_die(job: Job, view: BookletView, at: int, *more: Any) -> Outcome[Chapter]:  # noqa: ANN401
        if at == 1 and not marker.exists():
            marker.touch()
            kill_oneself()
        return chapter_of(job, view, at, *more)

    monkeypatch.setattr(office, "chapter_of", set_or_die)
    request = BuildRequest(kinds=(DocumentKind.BOOKLET,), jobs=2, remembers=True, recalls=True)
    report = build(workspace_at(there, FILES), request)
    assert marker.exists()
    assert codes_of(report.diagnostics) == []
    monkeypatch.undo()
    here = tmp_path / "here"
    assert build(workspace_at(here, FILES), replace(request, jobs=1)).diagnostics == ()
    assert outputs(there) == outputs(here)


def test_entries_that_are_cut_off_are_made_anew(tmp_path: Path, whole: Path) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    entries = [path for path in (tmp_path / FOLDER).iterdir() if path.name != ".gitignore"]
    assert len(entries) > len(SLUGS) * 3
    for path in entries:
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    shutil.rmtree(tmp_path / "output")
    done = run_casedoc(*ASKED, "--output-format", "json", cwd=tmp_path)
    assert (done.code, done.data["up_to_date"]) == (0, [])
    assert outputs(tmp_path) == outputs(whole)
    done = run_casedoc(*ASKED, "--output-format", "json", cwd=tmp_path)
    assert (done.code, {*done.data["up_to_date"]}) == (0, NAMES)


def test_a_cache_that_can_not_be_written_is_none(tmp_path: Path, whole: Path) -> None:
    write_files(tmp_path, FILES)
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER).chmod(0o555)
    try:
        for _again in range(2):
            done = run_casedoc(*ASKED, cwd=tmp_path, before=like_anybody)
            assert done.code == 0, done.err
    finally:
        (tmp_path / FOLDER).chmod(0o755)
    assert list((tmp_path / FOLDER).iterdir()) == []
    assert outputs(tmp_path) == outputs(whole)


def without_room(root: Path) -> str:
    """Build where no file can grow beyond a few bytes, as on a full disk; return what is said.

    The processes that print are spared, whose temporary files may lie on another disk.
    """
    process = subprocess.Popen(
        command_line(*ASKED),
        cwd=root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )
    end = time.monotonic() + 30
    while len(members(process.pid)) < 2 and time.monotonic() < end:
        time.sleep(0.002)
    resource.prlimit(process.pid, resource.RLIMIT_FSIZE, (9, resource.RLIM_INFINITY))
    said, _nothing = process.communicate(timeout=120)
    assert process.returncode != 0
    return said.decode()


def test_a_full_disk_loses_nothing(tmp_path: Path, whole: Path) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    before = outputs(tmp_path)
    write_files(tmp_path, {f"content/de/{slug}.md": study(f"{slug} neu") for slug in SLUGS})
    said = without_room(tmp_path)
    assert "can't write" in said
    assert "Traceback" not in said
    after = outputs(tmp_path)
    assert {name: after.get(name) for name in NAMES} == {name: before[name] for name in NAMES}
    write_files(tmp_path, FILES)
    assert run_casedoc(*ASKED, cwd=tmp_path).code == 0
    assert outputs(tmp_path) == outputs(whole)


def test_two_builds_at_once_do_not_disturb_each_other(tmp_path: Path, whole: Path) -> None:
    write_files(tmp_path, FILES)

    codes: list[int] = []

    def run() -> None:
        codes.append(run_casedoc(*ASKED, cwd=tmp_path).code)

    builds = [threading.Thread(target=run) for _ in range(2)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()
    assert codes == [0, 0]
    assert outputs(tmp_path) == outputs(whole)


def test_a_full_proof_waits_for_nobody(tmp_path: Path, whole: Path) -> None:
    write_files(tmp_path, FILES)
    # The validator has threads of its own, which a process that is forked later would lack.
    assert run_casedoc(*ASKED, "--proof", "full", cwd=tmp_path).code == 0
    assert outputs(tmp_path) == outputs(whole)


def test_a_file_that_was_cut_off_is_whole_again(tmp_path: Path, whole: Path) -> None:
    shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    kept = list((tmp_path / FOLDER).glob("*.file"))
    assert len(kept) == len(SLUGS)
    for path in kept:
        path.write_bytes(path.read_bytes()[:100])
    assert run_casedoc(*ASKED, "--force", cwd=tmp_path).code == 0
    shutil.rmtree(tmp_path / "output")
    done = run_casedoc(*ASKED, "--output-format", "json", cwd=tmp_path)
    assert {*done.data["up_to_date"]} == NAMES
    assert outputs(tmp_path) == outputs(whole)
