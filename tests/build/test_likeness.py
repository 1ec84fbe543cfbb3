"""Two versions of a file are alike if they print the same."""

import pytest
from tests.view.views import spec

from casedoc.base.memory import MemoryWorld
from casedoc.build.likeness import likeness_of
from casedoc.source.source import read_source

PATH = "content/de/a.md"


def likeness(matter: str, body: str) -> tuple[object, ...]:
    world = MemoryWorld({PATH: f"---\n{matter}\n---\n\n{body}\n".encode()})
    source = read_source(world, PATH).value
    assert source is not None
    return likeness_of(source, spec(), world, ["de"])


@pytest.mark.parametrize(
    ("matter", "body"),
    [
        ("title: Um 60\u00a0%", "Um 5%"),
        ("title: Um  60%", "Um 5%"),
        ("title: Um 60%", "Um\n5\u00a0%"),
        ("title: Um 60%", "\n\nUm 5%   "),
    ],
)
def test_alike(matter: str, body: str) -> None:
    assert likeness(matter, body) == likeness("title: Um 60%", body.replace("\u00a0", ""))


@pytest.mark.parametrize(
    ("matter", "body"),
    [
        ("title: Um 61%", "Um 5%"),
        ("title: 'Um 60%'", "Um 5%"),
        ("title: Um 60%\nslug: b", "Um 5%"),
        ("title: Um 60%\ntags: b", "Um 5%"),
        ("title: Um 60%", "Um 6%"),
        ("title: Um 60%", "Um *5*%"),
        ("title: Um 60%", "- Um 5%"),
        ("title: Um 60%", "Um 5% {.b}"),
        ("title: Um 60%", "[Um 5%](https://e.de)"),
        ("title: Um 60%", "Um 5%\n\n![](b.png)"),
    ],
)
def test_not_alike(matter: str, body: str) -> None:
    assert likeness(matter, body) != likeness("title: Um 60%", "Um 5%")
