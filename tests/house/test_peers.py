"""Other tools are measured on the words of the sample content, and on nothing else."""

import json
import re
from pathlib import Path

import pytest
import yaml
from benchmarks.peers import PEERS, in_a_row
from benchmarks.studies import curriculum, read_study, typst_booklet, typst_page

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
