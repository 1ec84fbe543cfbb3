"""Measures the peers on the studies of a workspace."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

import pypdfium2
import yaml
from benchmarks.measuring import Bench, Course, FailedError
from benchmarks.peers import Job, Peer, Stage
from benchmarks.studies import Study, read_study

Kind = Literal["pages", "booklet"]
LEAST_SHARE = 0.9
"""Of the words of a study that have to be in the PDF of a peer."""


@dataclass(frozen=True, slots=True)
class Task:
    """What the peers make, and what it is called."""

    name: str
    kind: Kind
    workspace: Path
    html: Path
    """Folder of the finished pages."""
    weasyprint: str


def times(
    bench: Bench,
    peers: Sequence[Peer],
    task: Task,
    ours: dict[str, Course],
    units: dict[str, str],
    runs: int | None = None,
) -> list[list[str]]:
    """Time peers in turn with courses of ours, and return a row for each peer.

    Args:
        bench: Keeps the times.
        peers: Those that are there.
        task: What they make.
        ours: What takes turns with them, by name.
        units: What their times are compared with, and the name under which the bench has it.
        runs: At most so many.
    """
    rows, rivals, failed = [], {}, {}
    for peer in peers:
        name = f"{task.name} by {peer.name}"
        try:
            stage = _stage(bench, peer, task)
            rivals[name] = (_job(peer, stage, task.kind), stage)
        except (FailedError, OSError) as error:
            failed[name] = str(error)
    courses = {
        name: Course(job.command, stage.folder, partial(_forget, job))
        for name, (job, stage) in rivals.items()
    }
    for name, reason in bench.take_turns(ours | courses, runs).items():
        if name in ours:
            raise reason
        failed[name] = str(reason)
    said = {unit: bench.seconds[base] for unit, base in units.items()}
    for name, (job, stage) in rivals.items():
        if name in failed:
            continue
        try:
            pages = _proven(job, stage.studies, task.kind)
        except FailedError as error:
            failed[name] = str(error)
            continue
        how = job.how if len(job.made) > 1 else ""
        what = ", ".join(filter(None, (name, how, pages)))
        rows.append([what, _ratios(bench.seconds[name], said), ""])
    for name, why in failed.items():
        print(f"  {name}: left out, {why}", flush=True)
    return rows


def memory(
    bench: Bench, peers: Sequence[Peer], task: Task, units: dict[str, float]
) -> list[list[str]]:
    """Return a row for each peer: the most memory it has held."""
    rows = []
    for peer in peers:
        name = f"{task.name} by {peer.name}, memory"
        try:
            stage = _stage(bench, peer, task)
            job = _job(peer, stage, task.kind)
            held = bench.peak(name, job.command, stage.folder)
            _proven(job, stage.studies, task.kind)
        except (FailedError, OSError) as error:
            print(f"  {name}: left out, {error}", flush=True)
            continue
        rows.append([name, _ratios(held, units), ""])
    return rows


def _ratios(figure: float, units: dict[str, float]) -> str:
    return " = ".join(f"{figure / base:.2f} {unit}" for unit, base in units.items())


def _stage(bench: Bench, peer: Peer, task: Task) -> Stage:
    content = task.workspace / "content"
    room = bench.root / "peers" / task.workspace.name / task.kind
    folder = room / re.sub(r"\W+", "-", peer.name)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(content / "images", room / "images", dirs_exist_ok=True)
    return Stage(
        folder=folder,
        studies=[read_study(path) for path in sorted((content / "de").glob("*.md"))],
        html=task.html,
        profile=yaml.safe_load((content / "profile.yaml").read_text("utf-8")),
        weasyprint=task.weasyprint,
    )


def _job(peer: Peer, stage: Stage, kind: Kind) -> Job:
    return peer.pages(stage) if kind == "pages" else peer.booklet(stage)


def _forget(job: Job) -> None:
    """Remove what the last run has made, and what a browser keeps."""
    for path in job.made:
        path.unlink(missing_ok=True)
        shutil.rmtree(path.parent / "profile", ignore_errors=True)


def _proven(job: Job, studies: Sequence[Study], kind: Kind) -> str:
    """Return how many pages the files have, once each is seen to have the words."""
    count = 0
    for number, path in enumerate(job.made):
        if not path.is_file():
            raise FailedError("it made no PDF")
        read, pages = _words(path)
        count += pages
        for study in studies if kind == "booklet" else [studies[number]]:
            asked = _asked(study)
            share = len(asked & read) / len(asked)
            if share < LEAST_SHARE:
                raise FailedError(f"{share:.0%} of the words of `{study.slug}` are there")
    return f"{count} page{'s' * (count > 1)}"


def _words(path: Path) -> tuple[set[str], int]:
    document = pypdfium2.PdfDocument(path)
    try:
        texts = [page.get_textpage().get_text_range() for page in document]
        return set(re.findall(r"\w+", " ".join(texts).casefold())), len(document)
    finally:
        document.close()


def _asked(study: Study) -> set[str]:
    """Return the words that no tool divides: short ones of the running text."""
    lines = [line for line in study.body.splitlines() if line[:1].isupper()]
    return {word.casefold() for word in re.findall(r"\b[A-Za-zäöüß]{3,6}\b", " ".join(lines))}
