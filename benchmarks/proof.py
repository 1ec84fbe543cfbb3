"""What the quick proof of each PDF costs, as a part of the time in which the PDF is made.

Usage: .venv/bin/python benchmarks/proof.py [ROUNDS]

Prints, for each kind of document of the sample content, the median of all rounds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

from casedoc.build import writing
from casedoc.build.build import build
from casedoc.build.kinds import DocumentKind
from casedoc.build.request import BuildRequest
from casedoc.build.workspace import open_workspace


def main(rounds: int) -> None:
    """Measure, and print a line for each kind."""
    spent: list[float] = []
    for name in ("prove", "expectation_of"):
        setattr(writing, name, timed(getattr(writing, name), spent))
    workspace = open_workspace(Path(__file__).parents[1], {}).value
    if workspace is None:
        raise SystemExit(2)
    shares = defaultdict(list)
    for _round in range(rounds):
        for kind in (DocumentKind.ONE_PAGER, DocumentKind.BOOKLET, DocumentKind.CV):
            spent.clear()
            with tempfile.TemporaryDirectory() as folder:
                request = BuildRequest(
                    kinds=(kind,), languages=("all",), output=Path(folder), jobs=1
                )
                start = time.perf_counter()
                build(workspace, request)
                whole = time.perf_counter() - start
            shares[kind.value].append(sum(spent) / (whole - sum(spent)))
    for name, found in shares.items():
        print(f"{name:10} {statistics.median(found):.1%} of the time without it")


def timed(function: Any, spent: list[float]) -> Any:  # noqa: ANN401 - of any kind
    """Return a function that also notes how long it took."""

    def measured(*arguments: Any, **more: Any) -> Any:  # noqa: ANN401
        start = time.perf_counter()
        try:
            return function(*arguments, **more)
        finally:
            spent.append(time.perf_counter() - start)

    return measured


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
