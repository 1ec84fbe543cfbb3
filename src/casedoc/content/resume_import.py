"""A resume in the terms of JSON Resume becomes a profile and stubs of case studies.

*Source*: JSON Resume schema 1.0.0 for the names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml

from casedoc.base.codes import Code, Severity
from casedoc.base.diagnostic import Diagnostic
from casedoc.base.outcome import Outcome
from casedoc.base.span import Span
from casedoc.content.identity import LONGEST_SLUG, RESERVED, slug_from
from casedoc.locale.catalog import message
from casedoc.locale.date_reading import read_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from casedoc.locale.spec import LocaleSpec

_LISTS: Final = frozenset({"work", "education", "certificates", "skills", "languages", "projects"})
_PROJECT: Final = frozenset(
    {"name", "description", "highlights", "keywords", "startDate", "endDate", "url", "roles"}
    | {"entity", "type"}
)
_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#&|~^$!@:=+%'\"-])")
_NUMBERED: Final = re.compile(r"^(\d+)([.)])")


@dataclass(frozen=True, slots=True)
class Imported:
    """What a resume becomes."""

    profile: str
    """The profile, as YAML."""
    studies: tuple[tuple[str, str], ...]
    """Slug and Markdown of each project."""


def import_resume(data: Any, path: str, spec: LocaleSpec) -> Outcome[Imported]:  # noqa: ANN401
    """Turn a resume into a profile and stubs of case studies.

    Args:
        data: The resume as plain data.
        path: Its file, for complaints.
        spec: The language that it is in.

    Returns:
        Both, with `FIELD_UNKNOWN` for what is left out; none where it is no resume (`FIELD_TYPE`).
    """
    found = list(_faults(data, Span.of_file(path)))
    if any(one.is_error for one in found):
        return Outcome(None, tuple(found))
    kept = {
        name: value for name, value in data.items() if name not in {"$schema", "meta", "projects"}
    }
    kept.setdefault("basics", {})
    if not str(kept["basics"].get("name") or "").strip():
        said = "`basics.name` is missing"
        found.append(Diagnostic(Code.FIELD_MISSING, said, Span.of_file(path), "add your name"))
        return Outcome(None, tuple(found))
    taken: set[str] = set()
    studies = []
    for number, project in enumerate(data.get("projects") or (), 1):
        found += [
            _left_out(path, f"projects[{number}].{name}")
            for name in project
            if name not in _PROJECT
        ]
        title = _line(project.get("name")) or f"{message('Case study', spec)} {number}"
        studies.append((_slug(title, number, taken), _study(project, title, number, spec)))
    return Outcome(Imported(_yaml(kept), tuple(studies)), tuple(found))


def _faults(data: Any, place: Span) -> Iterator[Diagnostic]:  # noqa: ANN401
    """Yield an error for each part that is no part of a resume."""
    hint = "it must be as https://jsonresume.org/schema has it"

    def wrong(what: str, kind: str) -> Diagnostic:
        return Diagnostic(Code.FIELD_TYPE, f"{what} must be {kind}", place, hint)

    if not isinstance(data, dict):
        yield wrong("a resume", "an object")
        return
    if not isinstance(data.get("basics") or {}, dict):
        yield wrong("`basics`", "an object")
    for name in sorted(name for name in _LISTS if data.get(name) is not None):
        given = data[name]
        if not isinstance(given, list):
            yield wrong(f"`{name}`", "a list")
            continue
        for number, item in enumerate(given, 1):
            if not isinstance(item, dict):
                yield wrong(f"`{name}[{number}]`", "an object")
                continue
            lists = ("highlights", "keywords", "roles")
            bad = [field for field in lists if not isinstance(item.get(field) or [], list)]
            yield from (wrong(f"`{name}[{number}].{field}`", "a list") for field in bad)


def _left_out(path: str, name: str) -> Diagnostic:
    said = f"`{name}` is left out"
    hint = "a case study has no place for it"
    return Diagnostic(
        Code.FIELD_UNKNOWN, said, Span.of_file(path), hint, severity_override=Severity.WARNING
    )


def _slug(title: str, number: int, taken: set[str]) -> str:
    base = slug_from(title) or f"project-{number}"
    slug, count = base, 1
    while slug in taken or slug in RESERVED:
        count += 1
        slug = f"{base[: LONGEST_SLUG - 4].strip('-')}-{count}"
    taken.add(slug)
    return slug


def _study(project: dict[str, Any], title: str, number: int, spec: LocaleSpec) -> str:
    """Return one stub: front matter, and what was done as a list."""
    start, end = _date(project.get("startDate")), _date(project.get("endDate"))
    fields: dict[str, Any] = {
        "title": title,
        "summary": _line(project.get("description")),
        "category": _line(project.get("type")),
        "client": _line(project.get("entity")),
        "role": ", ".join(_lines(project.get("roles"))),
        "date": "" if start else end,
        "period": {"start": start, "end": end or "present"} if start else None,
        "technologies": _lines(project.get("keywords")),
        "weight": number,
        "links": [url] if (url := _line(project.get("url"))) else [],
    }
    matter = _yaml({name: value for name, value in fields.items() if value})
    done = [f"- {markdown_of(text)}" for text in _lines(project.get("highlights"))]
    body = "\n".join((f"\n## {_heading(spec, 'solution')}\n", *done, "")) if done else ""
    return f"---\n{matter}---\n{body}"


def _heading(spec: LocaleSpec, role: str) -> str:
    known = spec.conventions.headings.get(role, (role,))
    return known[0][:1].upper() + known[0][1:]


def markdown_of(text: str) -> str:
    """Return a line of plain text as Markdown that reads as it is."""
    return _NUMBERED.sub(r"\1\\\2", _MARKUP.sub(r"\\\1", _line(text)))


def _line(value: Any) -> str:  # noqa: ANN401 - whatever the resume has
    return " ".join(str(value).split()) if value not in (None, [], {}) else ""


def _lines(value: Any) -> list[str]:  # noqa: ANN401
    return [line for one in value or () if (line := _line(one))]


def _date(value: Any) -> str:  # noqa: ANN401
    """Return a date as ISO 8601 has it; what is none as it is written."""
    read = read_date(_line(value)) if value else None
    return read.date.iso if read is not None and read.date is not None else _line(value)


def _yaml(data: dict[str, Any]) -> str:
    """Return data as YAML, quoted where it would be read as something else."""
    written: str = yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10**6)
    return written
