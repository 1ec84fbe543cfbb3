"""A real scheduler and two real workers on this machine print the same; one is killed meanwhile."""

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import distributed
import pytest
from tests.build.studies import study
from tests.end_to_end.command import environment, run_casedoc, write_files

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><path d="M0 0h8v4z"/></svg>\n'
FILES = {
    "content/bild.svg": DRAWING,
    **{
        f"content/de/s{number}.md": study(
            f"S {number}", body=f"Text {number}.\n\n![B](../bild.svg)\n"
        )
        for number in range(12)
    },
}
ASKED = ("build", "--kind", "one-pager")


@dataclass(frozen=True, slots=True)
class Cluster:
    """A scheduler and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def start(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "-m", *arguments],
            cwd=folder,
            env=environment(),
            stdout=log,
            stderr=log,
        )


@pytest.fixture
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    folder = tmp_path_factory.mktemp("cluster")
    known = folder / "scheduler.json"
    quiet = ("--no-dashboard",)
    scheduler = start(
        folder, "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0",
        "--scheduler-file", str(known), *quiet,
    )  # fmt: skip
    workers = [
        start(
            folder, "distributed.cli.dask_worker", "--scheduler-file", str(known), "--nthreads",
            "2", "--no-nanny", "--host", "127.0.0.1", *quiet,
        )
        for _ in range(2)
    ]  # fmt: skip
    try:
        end = time.monotonic() + 60
        while not known.exists() and time.monotonic() < end:
            time.sleep(0.1)
        library: Any = distributed
        with library.Client(scheduler_file=str(known), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            address = client.scheduler.address
        yield Cluster(address, workers)
    finally:
        for process in (*workers, scheduler):
            process.send_signal(signal.SIGKILL)
            process.wait()


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "output").iterdir()}


def test_a_cluster_prints_the_same_though_a_worker_is_lost(
    cluster: Cluster, tmp_path: Path
) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    for root in (here, there):
        write_files(root, FILES)
    assert run_casedoc(*ASKED, cwd=here).code == 0
    asked = [sys.executable, "-m", "casedoc", *ASKED, "--executor", "dask"]
    process = subprocess.Popen(
        [*asked, "--scheduler", cluster.address], cwd=there, env=environment()
    )
    end = time.monotonic() + 60
    while not list(there.glob("output/*.pdf")) and time.monotonic() < end:
        time.sleep(0.02)
    made = len(list(there.glob("output/*.pdf")))
    cluster.workers[0].kill()
    assert process.wait(120) == 0
    assert made < len(FILES) - 1
    assert outputs(there) == outputs(here)


def test_a_cluster_sets_the_chapters_of_a_booklet(cluster: Cluster, tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    asked = ("build", "--kind", "booklet")
    for root in (here, there):
        write_files(root, FILES)
    assert run_casedoc(*asked, cwd=here).code == 0
    on_cluster = ("--executor", "dask", "--scheduler", cluster.address)
    assert run_casedoc(*asked, *on_cluster, cwd=there).code == 0
    assert outputs(there) == outputs(here)


def test_where_nobody_answers_that_is_told(tmp_path: Path) -> None:
    write_files(tmp_path, {"content/de/a.md": study("A")})
    for asked, message in (
        ((), "say where the scheduler listens"),
        (("--scheduler", "tcp://127.0.0.1:1", "--timeout", "5"), "how long a document may take"),
    ):
        done = run_casedoc(*ASKED, "--executor", "dask", *asked, cwd=tmp_path)
        assert done.code == 2
        assert message in " ".join(done.err.replace("│", " ").split())
