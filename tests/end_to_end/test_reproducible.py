"""The same content gives the same bytes, wherever, whenever and by whomever it is built."""

import shutil
from pathlib import Path

import pytest
from tests.end_to_end.command import run_casedoc, sums_of

CONTENT = Path(__file__).parents[2] / "content"
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
)


@pytest.fixture
def two_builds(tmp_path: Path) -> tuple[Path, Path]:
    """Two outputs of the same content."""
    outputs = []
    for name, more in (("here", HERE), ("over there/ä", THERE)):
        root = tmp_path / name
        (root / "tmp").mkdir(parents=True)
        for file in FILES:
            (root / "content" / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(CONTENT / file, root / "content" / file)
        variables = more | {"TMPDIR": str(root / "tmp")}
        for arguments in COMMANDS:
            finished = run_casedoc("build", *arguments, cwd=root, more=variables)
            assert finished.code == 0, finished.err
        outputs.append(root / "output")
    return outputs[0], outputs[1]


def test_two_builds_give_the_same_bytes(two_builds: tuple[Path, Path]) -> None:
    here, there = two_builds
    assert len(sums_of(here)) == 7
    assert sums_of(here) == sums_of(there)
    assert (here / "manifest.json").read_bytes() == (there / "manifest.json").read_bytes()
