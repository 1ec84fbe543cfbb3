"""The same content gives the same bytes, wherever, whenever and by whomever it is built."""

import datetime
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.end_to_end.command import environment, run_casedoc, sums_of

CONTENT = Path(__file__).parents[2] / "content"
TOMORROW = """
import datetime
import time

DAY = 86400
_time, _time_ns, _local, _universal = time.time, time.time_ns, time.localtime, time.gmtime
time.time = lambda: _time() + DAY
time.time_ns = lambda: _time_ns() + DAY * 10**9
time.localtime = lambda seconds=None: _local(time.time() if seconds is None else seconds)
time.gmtime = lambda seconds=None: _universal(time.time() if seconds is None else seconds)
_strftime = time.strftime
time.strftime = lambda form, when=None: _strftime(form, when or time.localtime())


class Tomorrow(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return super().now(tz) + datetime.timedelta(days=1)

    @classmethod
    def utcnow(cls):
        return super().utcnow() + datetime.timedelta(days=1)


datetime.datetime = Tomorrow
"""
"""What Python reads when it starts: its clock is a day ahead."""
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "PYTHONHASHSEED": "1", "CASEDOC_JOBS": "2"}
THERE = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "de_DE.UTF-8",
    "LC_ALL": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "2",
    "CASEDOC_JOBS": "1",
    "HOME": "/nonexistent",
}
FILES = (
    "de/k8s-migration.md",
    "en/water-network.md",
    "images/water-network-burst-en.png",
    "images/water-network-path-en.png",
    "profile.yaml",
)
COMMANDS = (
    ("--featured", "--lang", "de", "--format", "pdf", "--format", "html"),
    ("water-network", "--lang", "en"),
    ("--featured", "--lang", "de", "--kind", "booklet", "--standard", "print"),
    ("--featured", "--lang", "de", "--kind", "booklet", "--impose", "saddle"),
    ("k8s-migration", "--lang", "de", "--attach-source", "-o", "attached"),
)


@pytest.fixture
def two_builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two workspaces of the same content, built a day apart."""
    roots = []
    (tmp_path / "clock").mkdir()
    (tmp_path / "clock" / "sitecustomize.py").write_text(TOMORROW)
    later = THERE | {"PYTHONPATH": str(tmp_path / "clock")}
    for name, more in (("here", HERE), ("over there/ä", later)):
        root = tmp_path / name
        (root / "tmp").mkdir(parents=True)
        for file in FILES:
            (root / "content" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CONTENT / file, root / "content" / file)
        variables = more | {"TMPDIR": str(root / "tmp")}
        for arguments in COMMANDS:
            finished = run_casedoc("build", *arguments, cwd=root, more=variables)
            assert finished.code == 0, finished.err
        roots.append(root)
    return roots[0], roots[1]


def test_two_builds_give_the_same_bytes(two_builds: tuple[Path, Path]) -> None:
    for folder, count in (("output", 9), ("attached", 1)):
        here, there = (root / folder for root in two_builds)
        assert len(sums_of(here)) == count
        assert sums_of(here) == sums_of(there)
        assert (here / "manifest.json").read_bytes() == (there / "manifest.json").read_bytes()


def test_the_clock_of_the_second_was_ahead(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(TOMORROW)
    asked = (
        "import datetime, time; print(datetime.date.today(), datetime.datetime.now(), time.time())"
    )
    command = [sys.executable, "-c", asked]
    usual, ahead = (
        subprocess.run(
            command, env={**environment(), **more}, capture_output=True, text=True, check=True
        ).stdout.split()
        for more in ({}, {"PYTHONPATH": str(tmp_path)})
    )
    days = [datetime.date.fromisoformat(one[0]) for one in (usual, ahead)]
    assert days[1] - days[0] == datetime.timedelta(days=1)
    assert ahead[0] == ahead[1]
    assert 86_390 < float(ahead[3]) - float(usual[3]) < 86_500
