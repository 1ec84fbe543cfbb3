"""How one-pagers of every length are set: fill, layouts, arrangement.

Usage: .venv/bin/python benchmarks/fit.py [SEED]

Fits the generated studies of `tests/build/generated_studies.py` (20 to 1,200 words, German and
English) and the hardest ones there are (some 500 words with all that a one-pager can hold), and
prints a table. Without a seed it is the one of the tests.
"""

from __future__ import annotations

import statistics
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.build.generated_studies import generated_studies, generated_study
from tests.build.test_generated_studies import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.build.generated_studies import GeneratedStudy

BANDS = ((20, 100), (101, 200), (201, 300), (301, 400), (401, 500), (501, 800), (801, 1200))
HARDEST = 12
"""Studies of each language that have everything."""
ROW = "{:<14} {:>7} {:>9} {:>20} {:>22}  {}"


def row(name: str, studies: Sequence[GeneratedStudy]) -> str:
    """Fit studies and describe what came of them."""
    pages: Counter[int] = Counter()
    layouts: Counter[int] = Counter()
    arrangements: Counter[str] = Counter()
    fills = []
    for study in studies:
        outcome, asked = fitted(study)
        if outcome.value is None:
            raise SystemExit(f"{study.slug} can't be set")
        pages[outcome.value.layout.measure.pages] += 1
        layouts[len(asked)] += 1
        arrangements[outcome.value.setting.arrangement.value] += 1
        if outcome.value.layout.measure.pages == 1:
            fills.append(outcome.value.fill)
    fill = f"{min(fills):.2f} {statistics.median(fills):.2f} {max(fills):.2f}" if fills else "none"
    return ROW.format(
        name, len(studies), listed(pages), fill, listed(layouts), listed(arrangements)
    )


def listed(counts: Counter[int] | Counter[str]) -> str:
    """Write counts as `1:29 2:4`."""
    return " ".join(f"{key}:{count}" for key, count in sorted(counts.items()))


def main() -> None:
    """Print the table."""
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else 4
    studies = generated_studies(seed=seed)
    print(ROW.format("words", "studies", "pages", "fill min med max", "layouts", "arrangement"))
    for language in ("de", "en"):
        for least, most in BANDS:
            chosen = [
                one for one in studies if one.language == language and least <= one.words <= most
            ]
            print(row(f"{language} {least}-{most}", chosen), flush=True)
        hardest = [
            generated_study(500, language, 1000 * seed + number, everything=True)
            for number in range(HARDEST)
        ]
        print(row(f"{language} hardest", hardest), flush=True)


if __name__ == "__main__":
    main()
