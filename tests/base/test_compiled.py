"""What was compiled before is found by its text, and does the same."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from casedoc.base import compiled

COMPILER: Any = vars(re)["_compiler"]
PATTERN = r"(?P<rock>ba[sž]alt)|(?:x{3,}y)"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Let `re` and `dataclasses` be as they were."""
    places = [(module, vars(module).copy()) for module in (COMPILER, dataclasses)]
    yield
    for module, names in places:
        vars(module).clear()
        vars(module).update(names)


def fail(*_given: object) -> None:
    raise AssertionError


def stone() -> type:
    return dataclasses.make_dataclass("Stone", [("rock_that_is_it", str)], frozen=True)


def test_what_was_noted_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with compiled.noted_compiling(tmp_path):
        COMPILER.compile(PATTERN, re.IGNORECASE)
        stone()
    monkeypatch.setattr(COMPILER, "compile", fail)
    compiled.use_compiled(tmp_path)
    monkeypatch.setattr(compiled, "_code", fail)
    found = COMPILER.compile(PATTERN, re.IGNORECASE)
    match = found.fullmatch("BAŽALT")
    assert (found.pattern, found.flags, found.groups) == (PATTERN, re.compile(PATTERN, 2).flags, 1)
    assert match
    assert match["rock"] == "BAŽALT"
    made = stone()
    assert made("a") == made("a") != made("b")
    with pytest.raises(AssertionError):
        COMPILER.compile(PATTERN.encode(), 0)


def test_what_was_not_noted_is_compiled_as_ever(tmp_path: Path) -> None:
    with compiled.noted_compiling(tmp_path):
        pass
    compiled.use_compiled(tmp_path)
    assert COMPILER.compile("granit+e", 0).fullmatch("granitte")
    assert stone()("a").rock_that_is_it == "a"


def test_without_anything_noted_nothing_changes(tmp_path: Path) -> None:
    usual = COMPILER.compile
    compiled.use_compiled(tmp_path)
    assert COMPILER.compile is usual
    assert "exec" not in vars(dataclasses)
