"""What several folders of tests share: documents that are built once for all test processes."""

import fcntl
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.end_to_end.command import run_casedoc

REPOSITORY = Path(__file__).parents[1]


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Return a folder that the first test process to ask for it fills; the others wait."""
    root = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        root = root.parent
    folder, done = root / name, root / f"{name}.done"
    with (root / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository's own content, printed by the commands of the README; in `output/`."""
    return made_once(tmp_path_factory, "samples", _print_samples)


def _print_samples(folder: Path) -> None:
    shutil.copytree(REPOSITORY / "content", folder / "content")
    (folder / "casedoc.toml").write_text('languages = ["de", "en"]\n')
    more = {"CASEDOC_FORMAT": "pdf html"}
    others = ("crate-pool", "museum-audioguide", "--lang", "all")
    for arguments in (("--featured", "--lang", "de"), ("--featured", "--lang", "en"), others):
        done = run_casedoc("build", *arguments, cwd=folder, more=more)
        assert done.code == 0, done.err
