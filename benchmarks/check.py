"""How long `casedoc check` takes for a hundred case studies in two languages.

Usage: .venv/bin/python benchmarks/check.py [RUNS]

Makes a workspace of 200 files out of the sample content, in a temporary folder, and times whole
processes by the clock: from the beginning, with nothing changed, and with one file changed. Before
each of them an empty Python is timed, so that the ratios can be compared between machines, and on
one that is busy.
"""

from __future__ import annotations

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SAMPLES = Path(__file__).parents[1] / "content"
STUDIES = 100
SHORTEST = 45
"""Lines below which a sample is left out."""
RUNS = 9
EMPTY = (sys.executable, "-c", "pass")
CHECK = (sys.executable, "-m", "casedoc", "check")


def make_workspace(root: Path) -> int:
    """Write the workspace and return how many lines its case studies have."""
    shutil.copytree(SAMPLES / "images", root / "content" / "images")
    shutil.copy(SAMPLES / "profile.yaml", root / "content")
    (root / "casedoc.toml").write_text('languages = ["de", "en"]\n', encoding="utf-8")
    lines = 0
    for language in ("de", "en"):
        folder = root / "content" / language
        folder.mkdir()
        texts = {path.stem: path.read_text(encoding="utf-8") for path in _samples(language)}
        for number in range(STUDIES):
            name = sorted(texts)[number % len(texts)]
            slug = f"{name}-{number}"
            text = re.sub(r"^slug: .*$", f"slug: {slug}", texts[name], flags=re.MULTILINE)
            (folder / f"{slug}.md").write_text(text, encoding="utf-8")
            lines += text.count("\n")
    return lines


def _samples(language: str) -> list[Path]:
    paths = sorted((SAMPLES / language).glob("*.md"))
    return [path for path in paths if path.read_bytes().count(b"\n") >= SHORTEST]


def timed(command: tuple[str, ...], root: Path) -> float:
    """Return how many seconds a command takes as a whole process."""
    environment = {name: text for name, text in os.environ.items() if name[:8] != "CASEDOC_"}
    start = time.perf_counter()
    subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def measure(root: Path, runs: int, prepare: Callable[[], object]) -> tuple[float, float]:
    """Return the median of some runs in seconds, and of their ratios to an empty Python."""
    seconds, ratios = [], []
    for _ in range(runs):
        empty = timed(EMPTY, root)
        prepare()
        seconds.append(timed(CHECK, root))
        ratios.append(seconds[-1] / empty)
    return statistics.median(seconds), statistics.median(ratios)


def main() -> None:
    """Measure and print a table."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else RUNS
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lines = make_workspace(root)
        changed = min((root / "content" / "de").iterdir())
        cases: dict[str, Callable[[], object]] = {
            "from the beginning": lambda: shutil.rmtree(root / ".casedoc", ignore_errors=True),
            "nothing changed": lambda: None,
            "one file changed": lambda: changed.write_bytes(changed.read_bytes() + b"\n"),
        }
        print(f"{2 * STUDIES} files, {lines} lines; medians of {runs} runs")
        print("| check | seconds | times an empty Python |\n|---|---|---|")
        for name, prepare in cases.items():
            seconds, ratio = measure(root, runs, prepare)
            print(f"| {name} | {seconds:.2f} | {ratio:.0f} |", flush=True)


if __name__ == "__main__":
    main()
