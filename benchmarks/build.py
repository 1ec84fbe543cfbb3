"""How long builds take, beside what other tools take for the same pages, in one run.

Usage: scripts/bench [--all] [--runs N] [--json FILE]

Makes workspaces out of the sample content in a temporary folder and times whole processes by the
clock. `W` is WeasyPrint's own command line on the finished HTML of the same page, with the same
variant and fonts. Ratios hold on a machine that is busy, seconds don't. `--all` adds the large
booklets and a thousand documents, which take some minutes. Tools that are not there are named and
left out. Memory is the peak of the summed proportional set size of all processes.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

SAMPLES = Path(__file__).parents[1] / "content"
BIN = Path(sys.executable).parent
CASEDOC = str(BIN / "casedoc")
WEASYPRINT = str(BIN / "weasyprint")
VARIANT = ("--pdf-variant", "pdf/a-2a", "--pdf-tags")
STUDY = "k8s-migration"
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


@dataclass(slots=True)
class Bench:
    """Measures, and keeps what it has measured."""

    root: Path
    runs: int
    seconds: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    def time(
        self,
        name: str,
        command: Sequence[str],
        cwd: Path,
        prepare: Callable[[], object] = lambda: None,
        runs: int | None = None,
    ) -> float:
        """Note the median of some runs in seconds."""
        found = []
        for _ in range(runs or self.runs):
            prepare()
            begun = time.perf_counter()
            run(command, cwd)
            found.append(time.perf_counter() - begun)
        self.seconds[name] = statistics.median(found)
        print(f"  {name}: {self.seconds[name]:.2f} s", flush=True)
        return self.seconds[name]

    def peak(self, name: str, command: Sequence[str], cwd: Path) -> float:
        """Note the most memory that a command and its processes have had at once, in MiB."""
        process = subprocess.Popen(
            command, cwd=cwd, env=plain(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        most = [0.0]
        watching = threading.Thread(target=_watch, args=(process, most))
        watching.start()
        process.wait()
        watching.join()
        self.memory[name] = most[0]
        print(f"  {name}: {most[0]:.0f} MiB", flush=True)
        return most[0]


def _watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    while process.poll() is None:
        most[0] = max(most[0], _held_by(process.pid))
        time.sleep(0.05)


def _held_by(group: int) -> float:
    """Return the proportional set size of a process group in MiB. *Source:* proc(5)."""
    held = 0.0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if int((folder / "stat").read_text().rpartition(")")[2].split()[2]) == group:
                match = re.search(
                    r"^Pss:\s+(\d+)", (folder / "smaps_rollup").read_text(), re.MULTILINE
                )
                held += int(match[1]) / 1024 if match else 0
        except OSError:
            continue
    return held


def plain() -> dict[str, str]:
    """Return the environment without what would change the answers."""
    left_out = ("CASEDOC_", "PYTHONDONTWRITEBYTECODE", "CI")
    return {name: text for name, text in os.environ.items() if not name.startswith(left_out)}


def run(command: Sequence[str], cwd: Path) -> None:
    """Run a command to its end; warnings are no failure."""
    done = subprocess.run(command, cwd=cwd, env=plain(), capture_output=True, check=False)
    if done.returncode not in {0, 3}:
        raise SystemExit(f"{command}: {done.stderr.decode()}")


def make_workspace(root: Path, count: int) -> Path:
    """Write a workspace of so many case studies, each a little different."""
    shutil.copytree(SAMPLES / "images", root / "content" / "images")
    shutil.copy(SAMPLES / "profile.yaml", root / "content")
    (root / "casedoc.toml").write_text('languages = ["de"]\n', encoding="utf-8")
    (root / "content" / "de").mkdir()
    texts = {path.stem: path.read_text("utf-8") for path in sorted((SAMPLES / "de").glob("*.md"))}
    names = [STUDY] if count == 1 else sorted(texts)
    for number in range(count):
        name = names[number % len(names)]
        slug = name if count == 1 else f"{name}-{number}"
        text = re.sub(r"^slug: .*$", f"slug: {slug}", texts[name], flags=re.MULTILINE)
        if count > 1:
            text = re.sub(r"^(title: .*?)(\"?)$", rf"\1 {number}\2", text, flags=re.MULTILINE)
        (root / "content" / "de" / f"{slug}.md").write_text(text, encoding="utf-8")
    return root


def forget(root: Path) -> None:
    """Remove all that a build leaves."""
    for name in (".casedoc", "output"):
        shutil.rmtree(root / name, ignore_errors=True)


def edited_in(root: Path) -> Path:
    """Return the study of a workspace that is changed."""
    return min((root / "content" / "de").iterdir())


def edit(root: Path) -> None:
    """Change one study."""
    path = edited_in(root)
    path.write_bytes(path.read_bytes() + b"\nNoch ein Satz.\n")


def html_of(root: Path, folder: Path, *asked: str) -> list[str]:
    """Return the finished pages as HTML."""
    run((CASEDOC, *asked, "--format", "html", "-o", str(folder)), root)
    return sorted(str(path) for path in folder.glob("*.html"))


def single_pages(bench: Bench) -> list[list[str]]:
    """One page, everything included, beside what the others take."""
    root = make_workspace(bench.root / "one", 1)
    page = html_of(root, bench.root / "html-1", "build", STUDY)[0]
    forget(root)
    base = bench.time("W", (WEASYPRINT, page, f"{page}.pdf", *VARIANT), root)
    cold = bench.time("cold page", (CASEDOC, "build", STUDY), root, lambda: forget(root))
    rows = [["cold single one-pager", f"{cold / base:.2f} W", "<= 0.5 W"]]
    for name, command in peers(page, bench.root):
        if command is None:
            print(f"  {name} is not there", flush=True)
        else:
            taken = bench.time(name, command, root)
            rows.append([f"the same page by {name}", f"{taken / base:.2f} W", ""])
    return rows


def peers(page: str, folder: Path) -> list[tuple[str, tuple[str, ...] | None]]:
    """Return the other tools that can print the page, or its Markdown, from files."""
    chromium, pandoc = shutil.which("chromium"), shutil.which("pandoc")
    output, source = str(folder / "peer.pdf"), str(SAMPLES / "de" / f"{STUDY}.md")
    flags = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking")
    has_typst = importlib.util.find_spec("typst") is not None
    typst = folder / "peer.typ"
    body = Path(source).read_text("utf-8").split("---", 2)[2]
    for sign, other in (("#", "="), ("**", "*"), ("@", "\\@"), ("$", "\\$")):
        body = body.replace(sign, other)
    typst.write_text(f'#set text(lang: "de")\n{body}', encoding="utf-8")
    call = f"import typst; typst.compile({str(typst)!r}, output={output!r})"
    by_chromium = (str(chromium), *flags, f"--print-to-pdf={output}", f"file://{page}")
    by_pandoc = (str(pandoc), source, "-o", output, f"--pdf-engine={WEASYPRINT}")
    return [
        ("Chromium", by_chromium if chromium else None),
        ("pandoc with WeasyPrint", by_pandoc if pandoc else None),
        ("Typst, without a design", (sys.executable, "-c", call) if has_typst else None),
    ]


def rebuilds(bench: Bench, count: int) -> list[list[str]]:
    """Nothing changed, and one study changed."""
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


def fifty(bench: Bench) -> list[list[str]]:
    """Fifty one-pagers with fit, beside WeasyPrint printing finished pages in one process."""
    root = make_workspace(bench.root / "fifty", 50)
    pages = html_of(root, bench.root / "html-50", *ONE_PAGERS)
    forget(root)
    base = bench.time("50 pages by WeasyPrint", (sys.executable, "-c", MANY, *pages), root, runs=3)
    found = {
        jobs: bench.time(
            f"50 one-pagers, --jobs {jobs}",
            (CASEDOC, *ONE_PAGERS, "--jobs", str(jobs)),
            root,
            lambda: forget(root),
            runs=3,
        )
        for jobs in (1, 2)
    }
    return [
        ["50 one-pagers with fit", f"{found[2] / base:.2f} WeasyPrint", "<= 0.55"],
        ["two workers beside one", f"{found[1] / found[2]:.2f} x", ">= 1.7 x"],
    ]


def booklets(bench: Bench, sizes: Sequence[int]) -> list[list[str]]:
    """Booklets beside WeasyPrint setting them in one piece; growth, one change, memory."""
    rows, per_page = [], {}
    for count in sizes:
        root = make_workspace(bench.root / f"booklet-{count}", count)
        pages = html_of(root, bench.root / f"html-booklet-{count}", *BOOKLET)
        command = (WEASYPRINT, pages[0], f"{pages[0]}.pdf", *VARIANT)
        forget(root)
        base = bench.time(f"booklet of {count} by WeasyPrint", command, root, runs=1)
        made = bench.time(f"booklet of {count}", (CASEDOC, *BOOKLET), root, runs=1)
        entries = json.loads((root / "output" / "manifest.json").read_text())["files"]
        per_page[count] = made / entries[0]["pages"]
        rows.append([f"booklet of {count}", f"{made / base:.2f} WeasyPrint", "<= 0.6"])
        edit(root)
        one = bench.time(f"booklet of {count}, one changed", (CASEDOC, *BOOKLET), root, runs=1)
        rows.append([f"booklet of {count}, one changed", f"{one:.1f} s of {made:.1f}", "3 s of 35"])
        forget(root)
        held = bench.peak(f"booklet of {count}, memory", (CASEDOC, *BOOKLET), root)
        theirs = bench.peak(f"booklet of {count} by WeasyPrint, memory", command, root)
        rows.append([f"booklet of {count}, memory", f"{held / theirs:.2f} WeasyPrint", "<= 1"])
    least, most = min(per_page), max(per_page)
    if most > least:
        growth = per_page[most] / per_page[least]
        rows.append([f"time a page at {most} beside {least}", f"{growth:.2f} x", "<= 1.2 x"])
    return rows


def main() -> None:
    """Measure, print a table, write JSON."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", type=Path, default=Path("output/bench.json"))
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), asked.runs)
        rows = single_pages(bench) + rebuilds(bench, 100) + fifty(bench)
        rows += booklets(bench, (50, 200, 500) if asked.all else (50,))
        rows += rebuilds(bench, 1000) if asked.all else []
    print("\n| what | reached | aim |\n|---|---|---|")
    for row in rows:
        print(f"| {' | '.join(row)} |")
    said: dict[str, Any] = {"rows": rows, "seconds": bench.seconds, "MiB": bench.memory}
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    asked.json.write_text(json.dumps(said, indent=2), encoding="utf-8")


if __name__ == "__main__":
    main()
