"""Other tools are measured on the words of the sample content, and on nothing else."""

import json
import re
from pathlib import Path

import pytest
import yaml
from benchmarks.beside import Task, times
from benchmarks.measuring import Bench, Course, FailedError
from benchmarks.peers import PEERS, Job, Peer, Stage, in_a_row
from benchmarks.studies import curriculum, read_study, typst_booklet, typst_page
from benchmarks.workspaces import make_workspace

CONTENT = Path(__file__).parents[2] / "content"
PATHS = sorted((CONTENT / "de").glob("*.md"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_a_study_keeps_its_words_in_each_language_of_the_peers(path: Path) -> None:
    study = read_study(path)
    words = set(re.findall(r"\b[A-Za-zäöüß]{3,}\b", study.body)) - {"sql", "images", "water"}
    assert len(words) > 30
    assert "{fact}" not in study.body
    for text in (study.markdown, typst_page(study)):
        assert {word for word in words if word not in text} == set()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_what_typst_gets_closes_what_it_opens(path: Path) -> None:
    text = re.sub(r'\\.|"(\\.|[^"\\])*"', "", typst_page(read_study(path)))
    assert text.count("[") == text.count("]") > 0
    assert not re.search(r"\]\(|\*\*|^#+ ", text, re.MULTILINE)


def test_a_booklet_has_all_studies() -> None:
    studies = [read_study(path) for path in PATHS]
    assert typst_booklet(studies).count("#pagebreak()") == len(PATHS)
    profile = yaml.safe_load((CONTENT / "profile.yaml").read_text("utf-8"))
    projects = json.loads(curriculum(profile, studies))["cv"]["sections"]["Projekte"]
    assert [project["name"] for project in projects] == [study.title for study in studies]
    assert all(project["highlights"] for project in projects)


def test_each_peer_can_be_installed_or_is_named() -> None:
    assert len({peer.name for peer in PEERS}) == len(PEERS) == 5
    assert all(bool(peer.package) != bool(peer.debian) for peer in PEERS)


def test_a_process_for_each_file_is_said() -> None:
    one, two = Path("one.pdf"), Path("two pages.pdf")
    assert in_a_row([("print", "one")], [one]).command == ("print", "one")
    job = in_a_row([("print", "one"), ("print", "two pages")], [one, two])
    assert job.command == ("sh", "-ec", "print one\nprint 'two pages'")
    assert job.how == "a process each"


class Stub(Peer):
    """A tool that does what it is told."""

    name = "stub"

    def __init__(self, *command: str) -> None:
        self.command = command

    def version(self) -> str:
        return "1"

    def pages(self, stage: Stage) -> Job:
        return Job(self.command, [stage.folder / "made.pdf"])

    def booklet(self, stage: Stage) -> Job:
        raise FailedError(f"{stage.folder.name} makes none")


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("sh", "-c", "echo too bad; exit 1"), "`sh` ended with 1: too bad"),
        (("no-such-program",), "No such file or directory"),
        (("true",), "it made no PDF"),
    ],
    ids=["fails", "is not there", "makes nothing"],
)
def test_a_peer_that_fails_is_named_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: tuple[str, ...], reason: str
) -> None:
    root = make_workspace(tmp_path / "workspace", 1)
    task = Task("a page", "pages", root, tmp_path, "weasyprint")
    bench = Bench(tmp_path, 1)
    ours = {"ours": Course(("true",), tmp_path)}
    assert times(bench, [Stub(*command)], task, ours, {"casedoc": "ours"}) == []
    said = capsys.readouterr().out.splitlines()[-1]
    assert said.startswith("  a page by stub: left out, ")
    assert said.endswith((reason, f"{reason}: '{command[0]}'"))


def test_a_peer_without_a_booklet_is_named_and_left_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = make_workspace(tmp_path / "workspace", 1)
    task = Task("booklet", "booklet", root, tmp_path, "weasyprint")
    assert times(Bench(tmp_path, 1), [Stub()], task, {}, {}) == []
    assert capsys.readouterr().out == "  booklet by stub: left out, stub makes none\n"
