"""A new workspace: files that build at once and say by comments what else there is."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from casedoc.base.codes import Severity
from casedoc.base.outcome import Outcome
from casedoc.build.new_files import in_the_way, write_all
from casedoc.build.project import CONTENT, PROFILE
from casedoc.build.starter_text import filled, names_in, quoted, written
from casedoc.content.json_schema import SchemaName, schema_file, schema_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from casedoc.locale.spec import LocaleSpec

_AS_THEY_ARE: Final = {
    "gitignore": ".gitignore",
    "workflow.yml": ".github/workflows/case-studies.yml",
    "vscode/extensions.json": ".vscode/extensions.json",
    "vscode/settings.json": ".vscode/settings.json",
}
"""Where each file goes."""
SCHEMAS: Final = "schemas"
"""Folder of the schemas by which editors complete what is written."""
_USUAL: Final = "en"
"""The language of examples for whom there are none in their own."""
_EXAMPLES: Final = {
    "de": {
        "label": "Software und Beratung",
        "city": "Berlin",
        "country": "DE",
        "summary": "Hier stehen zwei Sätze über Sie: was Sie tun, und für wen.",
        "available": "ab sofort",
        "workload": "vier Tage je Woche",
        "position": "Entwicklerin",
        "skills": "Daten",
    },
    "en": {
        "label": "Software and consulting",
        "city": "London",
        "country": "GB",
        "summary": "Two sentences about you stand here, on what you do, and for whom.",
        "available": "now",
        "workload": "four days a week",
        "position": "Developer",
        "skills": "Data",
    },
}
"""What the profile proposes, by language."""
_PLACE: Final = frozenset({"city", "country"})
"""What is the same in all of them."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a workspace begins with."""

    name: str
    """The author's name."""
    languages: tuple[LocaleSpec, ...]
    """The languages; the first is built by default."""
    accent: str | None = None
    """The accent as `#rrggbb`; the theme's where there is none."""


def start(root: Path, wanted: Wanted) -> Outcome[tuple[str, ...]]:
    """Write a workspace.

    Args:
        root: Its folder; made where it is missing.
        wanted: What it begins with.

    Returns:
        The paths of what was written; nothing is written where settings or content are there
        already. What belongs to git, an editor or CI stays as it is, with a warning.
    """
    files = dict(_files(wanted))
    beside = {path: files[path] for path in _AS_THEY_ARE.values()}
    kept = in_the_way(
        root,
        beside,
        "it stays; `casedoc init` in an empty folder shows what it would hold",
    )
    for one in kept:
        del files[one.span.path if one.span else ""]
    found = in_the_way(root, files, "nothing was written; choose another folder, or move it away")
    failed = None if found else write_all(root, files)
    if failed is not None:
        found = (failed,)
    if found:
        return Outcome(None, found)
    warnings = (replace(one, severity_override=Severity.WARNING) for one in kept)
    return Outcome(tuple(files), tuple(warnings))


def _files(wanted: Wanted) -> Iterator[tuple[str, str]]:
    """Yield path and text of each file."""
    examples = {name: _example(name, wanted.languages) for name in _EXAMPLES[_USUAL]}
    tags = json.dumps([one.tag for one in wanted.languages])
    accent = quoted(wanted.accent) if wanted.accent else ""
    yield "casedoc.toml", filled("casedoc.toml", {"languages": tags, "accent": accent})
    yield PROFILE, filled("profile.yaml", {"name": quoted(wanted.name), **examples})
    for one in wanted.languages:
        language = one.language if names_in(f"{CONTENT}/{one.language}") else _USUAL
        for name in names_in(f"{CONTENT}/{language}"):
            yield f"{CONTENT}/{one.tag}/{name}", written(f"{CONTENT}/{language}/{name}")
    for schema in SchemaName:
        yield f"{SCHEMAS}/{schema_file(schema)}", schema_text(schema)
    for name, path in _AS_THEY_ARE.items():
        yield path, written(name)


def _example(name: str, languages: tuple[LocaleSpec, ...]) -> str:
    """Return what the profile proposes, as YAML; in each language, where a text differs by it."""
    told = {one.tag: _EXAMPLES.get(one.language, _EXAMPLES[_USUAL])[name] for one in languages}
    if len(told) == 1 or name in _PLACE:
        return quoted(next(iter(told.values())))
    return "{" + ", ".join(f"{tag}: {quoted(text)}" for tag, text in told.items()) + "}"
