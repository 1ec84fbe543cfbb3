"""Our own six pairs agree; whatever is changed in one of them is told, once and at its line."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from tests.view.views import spec

from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.content.case_study import CaseStudy
from casedoc.content.facts import facts_of_slug
from casedoc.content.study_validation import validate_study
from casedoc.content.translations import find_drift
from casedoc.locale.running_numbers import read_running_numbers
from casedoc.locale.running_units import Measure
from casedoc.source.source import read_source

CONTENT = Path(__file__).parents[3] / "content"
NAMES = sorted(path.name for path in (CONTENT / "en").glob("*.md"))
HEADING = re.compile(r"^(#{2,4}) .*\n", re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((https?:[^)]*)\)")
each_sample = pytest.mark.parametrize("name", NAMES)


@cache
def text_of(path: str) -> str:
    return (CONTENT / path).read_text(encoding="utf-8")


def study_of(path: str, text: str) -> CaseStudy:
    """A study with that text; its facts may be defined in the other language."""
    images = {f"content/images/{one.name}": one.read_bytes() for one in CONTENT.glob("images/*")}
    name = path.split("/")[1]
    texts = {f"{language}/{name}": text_of(f"{language}/{name}") for language in ("de", "en")}
    files = {f"content/{one}": words.encode() for one, words in {**texts, path: text}.items()}
    world = MemoryWorld({**files, **images})
    sources = {one: read_source(world, one).value for one in files}
    source = sources[f"content/{path}"]
    assert source is not None
    facts = facts_of_slug([one for one in sources.values() if one is not None])[source.path]
    study = validate_study(source, world, ("de", "en"), facts).value
    assert study is not None
    return study


@cache
def original(name: str) -> CaseStudy:
    return study_of(f"de/{name}", text_of(f"de/{name}"))


def drift(name: str, english: str) -> list[Diagnostic]:
    return list(find_drift(original(name), study_of(f"en/{name}", english)))


def told(found: list[Diagnostic]) -> list[tuple[str, str, int]]:
    return [(one.code.number, one.span.path[8:10], one.span.line) for one in found if one.span]


def line_of(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1


def sections(text: str) -> Iterator[tuple[int, int]]:
    """Where each section begins, and where it ends with those inside it."""
    headings = list(HEADING.finditer(text))
    for number, heading in enumerate(headings):
        ends = (one.start() for one in headings[number + 1 :] if len(one[1]) <= len(heading[1]))
        notes = text.find("\n[^1]:")
        yield heading.start(), next(ends, notes + 1 if notes > 0 else len(text))


def numbers(text: str) -> Iterator[tuple[int, str]]:
    """Where each number of the running text begins, and its first digits."""
    prose = re.sub(r"^```.*?^```|^!\[.*?$|^\|:.*?$|\[\^1\]:?|^\d+\.|\(https?[^)]*\)",
                   lambda match: re.sub(r"[^\n]", " ", match[0]), text,
                   flags=re.MULTILINE | re.DOTALL)  # fmt: skip
    at = prose.index("\n---\n", 4) + len("\n---\n")
    for line in prose[at:].splitlines(keepends=True):
        for one in read_running_numbers(line, spec("en")):
            digits = re.search(r"\d+", one.written)
            if digits and one.measure is not Measure.MONTH:
                yield at + one.start + digits.start(), digits[0]
        at += len(line)


def test_the_samples_are_there() -> None:
    assert len(NAMES) == 6


@each_sample
def test_our_pairs_agree(name: str) -> None:
    assert told(drift(name, text_of(f"en/{name}"))) == []


@each_sample
def test_every_changed_number_is_told_once_at_its_line(name: str) -> None:
    text = text_of(f"en/{name}")
    found = {}
    for at, digits in numbers(text):
        changed = f"{text[:at]}{int(digits) + 17}{text[at + len(digits) :]}"
        found[at] = told(drift(name, changed)), [("CD251", "en", line_of(text, at))]
    assert found
    assert [pair for pair in found.values() if pair[0] != pair[1]] == []


@each_sample
def test_every_lost_section_is_told_at_its_heading(name: str) -> None:
    german, english = text_of(f"de/{name}"), text_of(f"en/{name}")
    for (start, end), (heading, _end) in zip(sections(english), sections(german), strict=True):
        found = told(drift(name, english[:start] + english[end:]))
        told_first = [one for one in found if one[0] == "CD250"]
        assert told_first == [("CD250", "de", line_of(german, heading))]


@each_sample
def test_every_lost_link_is_told_at_its_line(name: str) -> None:
    german, english = text_of(f"de/{name}"), text_of(f"en/{name}")
    for link in LINK.finditer(english):
        found = drift(name, english.replace(link[0], "words"))
        assert told(found) == [("CD252", "de", line_of(german, german.index(link[1])))]
