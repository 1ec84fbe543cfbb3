"""The locks: complete, with digests, and silent about where packages come from."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIN = re.compile(r"^(?P<name>[a-z0-9-]+)==(?P<version>[^ ;]+)(?P<marker> ; [^\\]+)? \\$")
DIGEST = re.compile(r"^    --hash=sha256:[0-9a-f]{64}( \\)?$")
# Why a package is there: names of packages, and files of this repository.
REASON = r"[a-z0-9-]+( \(pyproject\.toml(:[a-z]+)?\))?|-c requirements/run\.lock"
COMMENT = re.compile(rf"^    # (via|(via |  )({REASON}))$")

every_lock = pytest.mark.parametrize("name", ["run", "develop"])


def lines(name: str) -> list[str]:
    return (ROOT / "requirements" / f"{name}.lock").read_text(encoding="utf-8").splitlines()


def pins(name: str) -> dict[str, str]:
    """Version (and marker) of each package."""
    matches = filter(None, map(PIN.match, lines(name)))
    return {match["name"]: f"{match['version']}{match['marker'] or ''}" for match in matches}


def wanted(requirements: list[str]) -> set[str]:
    names = (re.split(r"[\[<>=! ;]", requirement, maxsplit=1)[0] for requirement in requirements)
    return {name.lower() for name in names}


@every_lock
def test_lock_holds_nothing_but_pins_digests_and_reasons(name: str) -> None:
    assert pins(name)
    strange = [
        line
        for line in lines(name)
        if not (PIN.match(line) or DIGEST.match(line) or COMMENT.match(line))
    ]
    assert strange == []


@every_lock
def test_every_pin_has_a_digest(name: str) -> None:
    text = lines(name)
    bare = [
        line
        for line, following in zip(text, [*text[1:], ""], strict=True)
        if PIN.match(line) and not DIGEST.match(following)
    ]
    assert bare == []


def test_what_is_developed_against_is_what_is_run() -> None:
    # What runs on some systems only may be there on all for those who develop.
    run, develop = (
        {name: one.split(" ")[0] for name, one in pins(lock).items()} for lock in ("run", "develop")
    )
    assert {name: develop.get(name) for name in run} == run


def test_everything_declared_is_pinned() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    groups = project["dependency-groups"]
    run = wanted(project["project"]["dependencies"] + project["build-system"]["requires"])
    develop = wanted([entry for entry in groups["develop"] if isinstance(entry, str)])
    assert run - pins("run").keys() == set()
    assert develop - pins("develop").keys() == set()
