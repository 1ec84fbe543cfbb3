"""Documents are made in worker processes; one that dies costs its own document only."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from tests.build.studies import build_here, codes_of, study, workspace_at

from casedoc.base.world import World
from casedoc.build import composing_room, document, office
from casedoc.build.build import build
from casedoc.build.build_report import BuildReport
from casedoc.build.document import make
from casedoc.build.job import Job
from casedoc.build.kinds import DocumentKind
from casedoc.build.made import Made
from casedoc.build.request import BuildRequest
from casedoc.build.selection import Selection
from casedoc.build.warm_process import WarmProcess
from casedoc.markup.theme import Theme

SLUGS = ("four", "one", "three", "two")


def build_in_workers(root: Path, workers: int = 2) -> BuildReport:
    files = {f"content/{slug}.md": study(slug.title()) for slug in SLUGS}
    kinds = (DocumentKind.ONE_PAGER,)
    return build(workspace_at(root, files), BuildRequest(kinds=kinds, jobs=workers))


def dying_over(slug: str, how: Callable[[], None]) -> Callable[..., Made]:
    """Make documents, but die over one of them."""

    def make_or_die(job: Job, theme: Theme, world: World, *more: Any) -> Made:  # noqa: ANN401
        if job.studies[0].slug == slug:
            how()
        return make(job, theme, world, *more)

    return make_or_die


def kill_oneself() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_workers_make_what_one_process_makes(tmp_path: Path) -> None:
    alone = tmp_path / "alone"
    together = tmp_path / "together"
    build_in_workers(together)
    files = {f"content/{slug}.md": study(slug.title()) for slug in SLUGS}
    build_here(workspace_at(alone, files))
    made = [
        {path.name: path.read_bytes() for path in (root / "output").iterdir()}
        for root in (alone, together)
    ]
    assert len(made[0]) == len(SLUGS) + 2
    assert made[0] == made[1]


def test_a_worker_that_dies_costs_its_own_document_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "make", dying_over("one", kill_oneself))
    report = build_in_workers(tmp_path)
    assert codes_of(report.diagnostics) == ["CD603"]
    assert [entry["case_studies"] for entry in report.documents] == [["four"], ["three"], ["two"]]


def test_a_worker_that_dies_by_chance_costs_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = tmp_path / "died"

    def die_once() -> None:
        if not mark.exists():
            mark.touch()
            kill_oneself()

    monkeypatch.setattr(office, "make", dying_over("one", die_once))
    report = build_in_workers(tmp_path)
    assert mark.exists()
    assert codes_of(report.diagnostics) == []
    assert len(report.documents) == len(SLUGS)


def by_a_warm_process(root: Path, slugs: tuple[str, ...]) -> tuple[BuildReport, WarmProcess]:
    """Build while another process sets the pages, as for a case study that was named."""
    files = {f"content/{slug}.md": study(slug.title()) for slug in SLUGS}
    request = BuildRequest(Selection(slugs=slugs), kinds=(DocumentKind.ONE_PAGER,))
    warm = WarmProcess()
    try:
        return build(workspace_at(root, files), request, None, warm), warm
    finally:
        warm.close()


def test_pages_set_by_another_process_are_the_same(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    report, warm = by_a_warm_process(there, ("one", "two"))
    assert codes_of(report.diagnostics) == []
    assert not warm.makes_documents
    files = {f"content/{slug}.md": study(slug.title()) for slug in SLUGS}
    build_here(workspace_at(here, files), "one", "two")
    made = [
        {path.name: path.read_bytes() for path in (root / "output").iterdir()}
        for root in (here, there)
    ]
    assert len(made[0]) == 4
    assert made[0] == made[1]


def test_where_the_process_that_sets_pages_dies_another_one_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(composing_room, "lay_out", lambda _page: kill_oneself())
    report, _warm = by_a_warm_process(tmp_path, ("one",))
    assert codes_of(report.diagnostics) == []
    assert [entry["case_studies"] for entry in report.documents] == [["one"]]


def test_a_bug_keeps_the_records_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(document, "make", dying_over("two", fail))
    with pytest.raises(ZeroDivisionError):
        build_in_workers(tmp_path, workers=1)
    names = {path.name for path in (tmp_path / "output").iterdir()}
    listed = (tmp_path / "output" / "SHA256SUMS").read_text().split()[1::2]
    assert names == {*listed, "manifest.json", "SHA256SUMS"}
    assert len(listed) == len(SLUGS) - 1


def test_a_process_that_nobody_closed_ends_with_the_program() -> None:
    left_open = "from casedoc.build.warm_process import WarmProcess; kept = WarmProcess()"
    done = subprocess.run([sys.executable, "-c", left_open], timeout=60, check=False)
    assert done.returncode == 0


class AtOnce:
    """A pool whose workers have done all as soon as they are asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def schedule(self, function: Any, _args: object, timeout: object = None) -> Future[str]:  # noqa: ANN401
        assert timeout is None
        self.asked.append(function.__name__)
        future: Future[str] = Future()
        future.set_result("done")
        return future


def test_chapters_that_end_at_the_same_time_are_bound_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(office, "_chapters", lambda _at: range(3))
    pool: Any = AtOnce()
    answers: list[Any] = list(office._Desk(pool, None).answers([0]))
    assert answers == [(0, "done")]
    assert pool.asked == ["_set_front", *["_set_chapter"] * 3, "_make"]
