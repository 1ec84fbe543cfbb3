"""Case studies made from a few lines of front matter and a body, in memory."""

from collections.abc import Mapping
from typing import Any

from casedoc.base.diagnostic import Diagnostic
from casedoc.base.memory import MemoryWorld
from casedoc.base.outcome import Outcome
from casedoc.content.case_study import CaseStudy
from casedoc.content.study_validation import validate_study
from casedoc.source.source import Source, read_source
from casedoc.source.values import Mapping as Fields
from casedoc.source.yaml_reader import read_yaml

PATH = "content/de/sample.md"


def source_of(
    matter: str, body: str = "", path: str = PATH, files: Mapping[str, bytes] | None = None
) -> tuple[Source, MemoryWorld]:
    """Read a file; its front matter begins on line 2."""
    text = f"---\n{matter}\n---\n\n{body}"
    world = MemoryWorld({path: text.encode(), **(files or {})})
    read = read_source(world, path)
    assert read.value is not None, read.diagnostics
    assert read.diagnostics == ()
    return read.value, world


def checked(
    matter: str,
    body: str = "",
    path: str = PATH,
    files: Mapping[str, bytes] | None = None,
    languages: tuple[str, ...] = ("de", "en"),
) -> Outcome[CaseStudy]:
    """Read and check a file."""
    source, world = source_of(matter, body, path, files)
    return validate_study(source, world, languages)


def study_of(matter: str = "title: Ein Fall", body: str = "", path: str = PATH) -> CaseStudy:
    """Return the study of a file without any fault."""
    outcome = checked(matter, body, path)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def warned(matter: str, body: str = "", path: str = PATH) -> tuple[CaseStudy, list[str]]:
    """Return the study of a file that only draws warnings, and their codes."""
    outcome = checked(matter, body, path)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value, [one.code.number for one in outcome.diagnostics]


def told(outcome: Outcome[Any]) -> list[str]:
    """Return `CD221 4:7` for each complaint, in the order of the places."""
    return sorted((brief(one) for one in outcome.diagnostics), key=_place)


def brief(one: Diagnostic) -> str:
    """Return code and place of a complaint."""
    assert one.span is not None
    return f"{one.code.number} {one.span.line}:{one.span.column}"


def _place(line: str) -> tuple[int, ...]:
    return tuple(int(part) for part in line.split()[1].split(":"))


def mapping_of(yaml: str, path: str = "content/profile.yaml") -> Fields:
    """Return YAML as a mapping with places."""
    value = read_yaml(yaml, path).value
    assert isinstance(value, Fields)
    return value
