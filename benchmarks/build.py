"""How long builds take, beside what other tools take for the same studies, in one run.

Makes workspaces out of the sample content in a temporary folder and times whole processes by the
clock; a figure is the median of its runs, and short ones take turns, so that other work burdens
all alike. `W` is WeasyPrint's own command line on the finished HTML of the same page, with the same
variant and fonts. Ratios hold on a machine that is busy, seconds don't. Tools that are not there
are named and left out, and so are those that fail. Memory is the peak of the summed proportional
set size of all processes.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks import beside
from benchmarks.install_peers import install_peers
from benchmarks.measuring import Bench, Course, FailedError, run
from benchmarks.peers import PEERS, Peer
from benchmarks.workspaces import STUDY, edit, edited_in, forget, make_workspace

BIN = Path(sys.executable).parent
CASEDOC = str(BIN / "casedoc")
WEASYPRINT = str(BIN / "weasyprint")
VARIANT = ("--pdf-variant", "pdf/a-2a", "--pdf-tags")
BOOKLET = ("build", "--kind", "booklet")
FEW = 100
"""Studies up to which rebuilds are measured in full."""
ONE_PAGERS = ("build", "--kind", "one-pager")
MANY = """\
import sys
from weasyprint import HTML
from weasyprint.text.fonts import FontConfiguration
fonts = FontConfiguration()
for path in sys.argv[1:]:
    HTML(path).write_pdf(path + ".pdf", font_config=fonts, pdf_variant="pdf/a-2a", pdf_tags=True)
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is measured."""

    bench: Bench
    peers: Sequence[Peer]
    """Those that are there."""
    sizes: Sequence[int]
    """Studies of the booklets."""


def html_of(root: Path, folder: Path, *asked: str) -> list[str]:
    """Return the finished pages as HTML."""
    run((CASEDOC, *asked, "--format", "html", "-o", str(folder)), root)
    return sorted(str(path) for path in folder.glob("*.html"))


def cold(asked: Asked) -> list[list[str]]:
    """One page, everything included, beside what the others take."""
    bench = asked.bench
    root = make_workspace(bench.root / "one", 1)
    html = bench.root / "html-1"
    page = html_of(root, html, "build", STUDY)[0]
    forget(root)
    ours = {
        "W": Course((WEASYPRINT, page, f"{page}.pdf", *VARIANT), root),
        "cold page": Course((CASEDOC, "build", STUDY), root, partial(forget, root)),
    }
    task = beside.Task("a page", "pages", root, html, WEASYPRINT)
    units = {"W": "W", "casedoc": "cold page"}
    rows = beside.times(bench, asked.peers, task, ours, units)
    share = bench.seconds["cold page"] / bench.seconds["W"]
    return [["cold single one-pager", f"{share:.2f} W", "<= 0.5 W"], *rows]


def rebuilds(asked: Asked, count: int = FEW) -> list[list[str]]:
    """Nothing changed, and one study of a hundred changed."""
    bench = asked.bench
    root = make_workspace(bench.root / f"many-{count}", count)
    base = bench.time("import weasyprint", (sys.executable, "-c", "import weasyprint"), root)
    run((CASEDOC, *ONE_PAGERS), root)
    same = bench.time(f"nothing changed, {count}", (CASEDOC, *ONE_PAGERS), root)
    most = "<= 0.5" if count <= FEW else "<= 1.5"
    rows = [[f"nothing changed, {count} one-pagers", f"{same / base:.2f} import", f"{most} import"]]
    if count <= FEW:
        one = bench.time(
            f"one of {count} changed", (CASEDOC, *ONE_PAGERS), root, lambda: edit(root)
        )
        # The same page alone: studies differ in how long they take.
        alone = make_workspace(bench.root / "alone", 1)
        changed = edited_in(root)
        edited_in(alone).unlink()
        shutil.copy(changed, alone / "content" / "de")
        cold = bench.time(
            f"{changed.stem}, cold", (CASEDOC, *ONE_PAGERS), alone, lambda: forget(alone)
        )
        rows.append([f"one study of {count} changed", f"{one / cold:.2f} cold", "<= 1.3 cold"])
    return rows


def thousand(asked: Asked) -> list[list[str]]:
    """A thousand one-pagers of which nothing has changed."""
    return rebuilds(asked, 1000)


def fifty(asked: Asked) -> list[list[str]]:
    """Fifty one-pagers with fit, beside WeasyPrint printing finished pages in one process."""
    bench = asked.bench
    root = make_workspace(bench.root / "fifty", 50)
    html = bench.root / "html-50"
    pages = html_of(root, html, *ONE_PAGERS)
    forget(root)
    ours = {
        f"50 one-pagers, --jobs {jobs}": Course(
            (CASEDOC, *ONE_PAGERS, "--jobs", str(jobs)), root, partial(forget, root)
        )
        for jobs in (1, 2)
    }
    theirs = "50 pages by WeasyPrint"
    for error in bench.take_turns(
        {theirs: Course((sys.executable, "-c", MANY, *pages), root), **ours}, runs=3
    ).values():
        raise error
    one, two = (bench.seconds[name] for name in ours)
    task = beside.Task("50 studies", "pages", root, html, WEASYPRINT)
    units = {"WeasyPrint": theirs, "casedoc": list(ours)[1]}
    return [
        ["50 one-pagers with fit", f"{two / bench.seconds[theirs]:.2f} WeasyPrint", "<= 0.55"],
        ["two workers beside one", f"{one / two:.2f} x", ">= 1.7 x"],
        *beside.times(bench, asked.peers, task, {}, units, runs=1),
    ]


def booklets(asked: Asked) -> list[list[str]]:
    """Booklets beside WeasyPrint setting them in one piece; growth, one change, memory."""
    rows = [row for count in asked.sizes for row in booklet(asked, count)]
    least, most = min(asked.sizes), max(asked.sizes)
    if most > least:
        seconds = asked.bench.seconds
        for tool in ("", " by WeasyPrint", *(f" by {peer.name}" for peer in asked.peers)):
            names = (f"booklet of {most}{tool}", f"booklet of {least}{tool}")
            if all(name in seconds for name in names):
                growth = seconds[names[0]] / most / (seconds[names[1]] / least)
                aim = "" if tool else "<= 1.2 x"
                what = f"time a study at {most} beside {least}{tool}"
                rows.append([what, f"{growth:.2f} x", aim])
    return rows


def booklet(asked: Asked, count: int) -> list[list[str]]:
    """One booklet of so many studies."""
    bench, name = asked.bench, f"booklet of {count}"
    root = make_workspace(bench.root / f"booklet-{count}", count)
    html = bench.root / f"html-booklet-{count}"
    page = html_of(root, html, *BOOKLET)[0]
    command = (WEASYPRINT, page, f"{page}.pdf", *VARIANT)
    forget(root)
    base = bench.time(f"{name} by WeasyPrint", command, root, runs=1)
    made = bench.time(name, (CASEDOC, *BOOKLET), root, runs=1)
    rows = [[name, f"{made / base:.2f} WeasyPrint", "<= 0.6"]]
    task = beside.Task(name, "booklet", root, html, WEASYPRINT)
    units = {"WeasyPrint": f"{name} by WeasyPrint", "casedoc": name}
    rows += beside.times(bench, asked.peers, task, {}, units, runs=1)
    edit(root)
    one = bench.time(f"{name}, one changed", (CASEDOC, *BOOKLET), root, runs=1)
    rows.append([f"{name}, one changed", f"{one:.1f} s of {made:.1f}", "3 s of 35"])
    forget(root)
    held = bench.peak(f"{name}, memory", (CASEDOC, *BOOKLET), root)
    theirs = bench.peak(f"{name} by WeasyPrint, memory", command, root)
    rows.append([f"{name}, memory", f"{held / theirs:.2f} WeasyPrint", "<= 1"])
    return rows


def memory(asked: Asked) -> list[list[str]]:
    """The most memory of a single page, and of 50 one-pagers by one worker and by two."""
    bench, rows = asked.bench, []
    root = make_workspace(bench.root / "one-held", 1)
    html = bench.root / "html-1-held"
    page = html_of(root, html, "build", STUDY)[0]
    forget(root)
    base = bench.peak("W, memory", (WEASYPRINT, page, f"{page}.pdf", *VARIANT), root)
    held = bench.peak("a page, memory", (CASEDOC, "build", STUDY), root)
    rows.append(["a page, memory", f"{held / base:.2f} W", ""])
    task = beside.Task("a page", "pages", root, html, WEASYPRINT)
    rows += beside.memory(bench, asked.peers, task, {"W": base, "casedoc": held})
    root = make_workspace(bench.root / "fifty-held", 50)
    pages = html_of(root, bench.root / "html-50-held", *ONE_PAGERS)
    base = bench.peak("50 pages by WeasyPrint, memory", (sys.executable, "-c", MANY, *pages), root)
    for jobs in (1, 2):
        forget(root)
        name = f"50 one-pagers, --jobs {jobs}, memory"
        held = bench.peak(name, (CASEDOC, *ONE_PAGERS, "--jobs", str(jobs)), root)
        rows.append([name, f"{held / base:.2f} WeasyPrint", ""])
    return rows


PARTS: dict[str, Callable[[Asked], list[list[str]]]] = {
    "cold": cold,
    "rebuilds": rebuilds,
    "fifty": fifty,
    "booklets": booklets,
    "memory": memory,
    "thousand": thousand,
}


def present_peers() -> dict[str, str]:
    """Return the version of each tool that is there, and name the others."""
    found = {peer.name: peer.version() for peer in PEERS}
    for name, version in found.items():
        print(f"  {name}: {version or 'not there, left out (--install-peers)'}", flush=True)
    return {name: version for name, version in found.items() if version}


def arguments() -> argparse.Namespace:
    """Return what the command line asks for."""
    parts = "\n".join(f"  {name:9} {part.__doc__}" for name, part in PARTS.items())
    parser = argparse.ArgumentParser(
        prog="scripts/bench",
        description=__doc__,
        epilog=f"parts:\n{parts}\n\nexample:\n  scripts/bench --install-peers --only cold --runs 5",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--only", action="append", choices=PARTS, metavar="PART", help="one part; repeatable")
    add("--all", action="store_true", help="booklets of 200 and 500, too, and a thousand documents")
    add("--runs", type=int, default=5, help="of each short measurement (5)")
    add("--json", type=Path, default=Path("output/bench.json"), help="where the figures go")
    add("--no-peers", action="store_true", help="beside WeasyPrint alone")
    add(
        "--install-peers",
        action="store_true",
        help="first install the other tools: those of PyPI into environments of their own, those "
        "of Debian (chromium, pandoc) by apt-get, as root",
    )
    return parser.parse_args()


def main() -> None:
    """Measure, print a table, write JSON."""
    said = arguments()
    if said.install_peers:
        install_peers()
    versions = {} if said.no_peers else present_peers()
    peers = [peer for peer in PEERS if peer.name in versions]
    parts = said.only or [name for name in PARTS if said.all or name != "thousand"]
    load, rows = [os.getloadavg()[0]], []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        sizes = (50, 200, 500) if said.all else (50,)
        asked = Asked(Bench(Path(folder), said.runs), peers, sizes)
        try:
            for name in dict.fromkeys(parts):
                rows += PARTS[name](asked)
                load.append(os.getloadavg()[0])
        except FailedError as error:
            sys.exit(str(error))
    print("\n| what | reached | aim |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    print(f"\n{os.cpu_count()} cores; load {', '.join(f'{one:.1f}' for one in load)}")
    found: dict[str, object] = {"rows": rows, "versions": versions}
    found |= {"seconds": asked.bench.seconds, "MiB": asked.bench.memory}
    found |= {"load": load, "cores": os.cpu_count()}
    said.json.parent.mkdir(parents=True, exist_ok=True)
    said.json.write_text(json.dumps(found, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
